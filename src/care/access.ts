/** How long a patient waits who is not in a hurry. */
import type { Care } from "./care.js";
import { openSlots } from "./diary.js";
import { BOOKABLE_SLOT, EVENING_SLOT, SLOT_KINDS } from "./slots.js";

/** The third, as single cancellations make the next one look nearer than it is. */
const THIRD = 3;
const ROUTINE = [BOOKABLE_SLOT, EVENING_SLOT] as const;

/**
 * Working days from `today`, a working day, until the third of the free bookable GP slots from tomorrow on; where the diary is full to its horizon, until the
 * first working day beyond it.
 */
export function thirdNextAvailable(care: Care, place: number, today: number): number {
  const { state, plan, parameters } = care;
  const last = today + parameters.care.horizonDays;
  let found = 0;
  for (let day = today + 1; day <= last; day++) {
    for (const kind of ROUTINE) {
      const range = (3 * place * plan.diaryDays + day) * SLOT_KINDS + kind;
      const from = plan.slotFrom[range]!;
      const to = from + openSlots(care, range, today);
      for (let slot = from + state.taken[range]!; slot < to; slot++) {
        if (state.slotBooking[slot] === -1 && ++found === THIRD) return plan.workingDay[day]! - plan.workingDay[today]!;
      }
    }
  }
  return plan.workingDay[last + 1]! - plan.workingDay[today]!;
}
