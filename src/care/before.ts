/**
 * The diary as it stands when a simulation begins. The last days before are booked, too, if only by counting what room they have left: who finds them full, or would
 * have come to a weekend, comes on a simulated day. Without these patients the first weeks would be too empty, for longer than a warm-up lasts.
 */
import { DAY } from "../facts/days.js";
import { AT_HOME } from "../demand/demand.js";
import { DAYS_BEFORE } from "../demand/working-days.js";
import type { Care } from "./care.js";
import { bookWeekend, bookWith, groupFor, otherEmployer, wantedDay } from "./diary.js";
import { OTHER } from "./plan.js";
import { BOOKABLE_SLOT, SLOT_KINDS, VISIT_SLOT } from "./slots.js";

/** What is left of a day: bookable slots, those that are kept back until shortly before, and home visits. */
const EARLY = 0, KEPT = 1, VISITS = 2, ROOMS = 3;

/** Left of the days before the first: index (group * DAYS_BEFORE + day) * ROOMS + room, the first of these days being 0. */
export type Before = Int32Array;

/** Each day has the slots of the next simulated one like it, some weeks later. */
export function daysBefore({ plan, parameters }: Care): Before {
  const groups = plan.firstServer.length - 1;
  const left = new Int32Array(groups * DAYS_BEFORE * ROOMS);
  for (let day = 0; day < DAYS_BEFORE; day++) {
    if (plan.openBefore[day] === 0) continue;
    let like = day;
    while (plan.open[like] === 0) like += 7;
    for (let group = 0; group < groups; group++) {
      const at = (group * DAYS_BEFORE + day) * ROOMS;
      const slots = (kind: number): number => plan.slotFrom[(group * plan.diaryDays + like) * SLOT_KINDS + kind + 1]! - plan.slotFrom[(group * plan.diaryDays + like) * SLOT_KINDS + kind]!;
      left[at + KEPT] = Math.floor(slots(BOOKABLE_SLOT) * parameters.care.embargoShare);
      left[at + EARLY] = slots(BOOKABLE_SLOT) - left[at + KEPT]!;
      left[at + VISITS] = slots(VISIT_SLOT);
    }
  }
  return left;
}

/** Books a need from before the first simulated day. False where it is not in the diary: its day is past, or there was no slot for it. */
export function bookBefore(care: Care, before: Before, need: number): boolean {
  const { needs } = care.demand;
  const madeAt = needs.arrivesAt[need]!;
  if (bookWeekend(care, need, madeAt)) return true;
  const asked = Math.floor(madeAt / DAY);
  const from = Math.max(asked + 1, wantedDay(care, need));
  const to = asked + care.parameters.care.horizonDays;
  const role = needs.role[need]!;
  const own = groupFor(care, need, role);
  for (const group of role === OTHER ? [own, otherEmployer(care, need, own)] : [own]) {
    if (isSeenBefore(care, before, group, needs.mode[need] === AT_HOME, asked, from)) return false;
    if (bookWith(care, need, group, madeAt, Math.max(0, from), to)) return true;
  }
  return false;
}

/** Takes room of the first day from `from` on that has any for who asks on the day `asked`; false where none before the first simulated day has. */
function isSeenBefore({ plan, parameters }: Care, before: Before, group: number, isVisit: boolean, asked: number, from: number): boolean {
  let ahead = 0;
  for (let day = Math.max(asked + 1, -DAYS_BEFORE); day < 0; day++) {
    ahead += plan.openBefore[day + DAYS_BEFORE]!;
    if (day < from) continue;
    const at = (group * DAYS_BEFORE + day + DAYS_BEFORE) * ROOMS;
    const room = isVisit ? VISITS : before[at + EARLY]! > 0 ? EARLY : KEPT;
    if (before[at + room]! === 0 || (room === KEPT && (asked < -DAYS_BEFORE || ahead > parameters.care.embargoDays))) continue;
    before[at + room]!--;
    return true;
  }
  return false;
}
