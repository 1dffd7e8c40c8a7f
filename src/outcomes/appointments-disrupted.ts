import { ATTENDED, DID_NOT_ATTEND, FULL_RECORDS, type Journal } from "../care/journal.js";
import { lossOf } from "./loss.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { dayAt, dayParts, windowOf } from "./window.js";
import { workingTimeOf } from "./working-time.js";

const id = "appointmentsDisrupted";
const late = "reason:not delivered on its day", blind = "reason:without records";

export const appointmentsDisrupted: Outcome = {
  id, unit: "appointments", kind: "difference", combination: "sum",
  label: "Appointments disrupted",
  definition:
    "Appointments that stood in the diary when the outage began, or would have been booked while the practice was without its systems, and would have been " +
    "attended, but were not held on their day or were held without full records. Patients who do not attend and late starts are not counted.",
  parts: ["all", late, blind, byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    eachDisrupted(pair, (place, day, reason) => {
      for (const part of ["all", reason, days[day]!]) tally.add(id, part, place, 1);
    });
  },
};

/** Visits every one of them, with the day for which it was booked. */
export function eachDisrupted(pair: Pair, visit: (place: number, day: number, reason: typeof late | typeof blind) => void): void {
  const { onset } = windowOf(pair);
  const { none, outage, demand } = pair;
  const bookedUntil = ends(pair);
  const missedOn = daysMissed(outage, demand.needs.count);
  const { bookings } = none;
  for (let row = 0; row < bookings.count; row++) {
    if (bookings.state[row] !== ATTENDED || !(bookings.startsAt[row]! >= onset)) continue;
    const need = bookings.need[row]!;
    const place = demand.needs.practice[need]!;
    const day = dayAt(bookings.startsAt[row]!);
    if (!(bookings.madeAt[row]! < bookedUntil[place]!) || !deliveredInFull(none, need, day)) continue;
    if (deliveredInFull(outage, need, day) || missedOn[need] === day) continue;
    visit(place, day, dayAt(outage.needs.consultedAt[need]!) === day ? blind : late);
  }
}

function deliveredInFull({ needs }: Journal, need: number, day: number): boolean {
  return dayAt(needs.consultedAt[need]!) === day && needs.records[need] === FULL_RECORDS;
}

/** By place: until when a booking counts as made before or during the outage. Where nothing is lost, those that exist at onset. */
function ends({ histories, onset, period }: Pair): number[] {
  const clock = workingTimeOf(period);
  return histories.map((history) => {
    const { restored } = lossOf(history, period, clock);
    return restored > onset ? restored : onset;
  });
}

/** By need: day of the last booking that the patient did not attend, -1 where there is none. */
function daysMissed({ bookings }: Journal, needs: number): Int32Array {
  const days = new Int32Array(needs).fill(-1);
  for (let row = 0; row < bookings.count; row++) {
    if (bookings.state[row] === DID_NOT_ATTEND) days[bookings.need[row]!] = dayAt(bookings.startsAt[row]!);
  }
  return days;
}
