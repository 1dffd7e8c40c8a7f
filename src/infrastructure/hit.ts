/** One practice in an incident: it is hit as a whole or by units, and has things back. */
import { schedule } from "../engine/calendar.js";
import { chanceFor, UNIT_HIT, UNIT_SPREAD } from "./chance.js";
import { awaitMending, type Crews } from "./crews.js";
import { joinRhythm } from "./rhythm.js";
import { note } from "./steps.js";
import { comeBack, endWithLast, FAILED, incidentOf, isStopped, log, mend, noteUnits, placeOf, strike, UNIT_FAILS, type Hit, type Story } from "./story.js";

/** The incident comes to a practice. */
export function hitPractice(story: Story, crews: Crews, hit: Hit): void {
  const { occurrence } = hit;
  const { effect } = incidentOf(story, occurrence);
  occurrence.coming--;
  if (isStopped(story, occurrence)) return endWithLast(story, occurrence);
  if (effect.units !== undefined) return endangerUnits(story, crews, hit, effect.units.share);
  strike(story, hit);
  const isDown = effect.flapping === undefined || joinRhythm(story, hit).isDown;
  note(hit.course, story.calendar.now, isDown ? effect.level : 1, isDown ? effect.slowness : 1);
  awaitMending(story, crews, hit, -1);
}

/** Units that will fail, each in its time. */
function endangerUnits(story: Story, crews: Crews, hit: Hit, share: number): void {
  const { occurrence } = hit;
  const { spread } = incidentOf(story, occurrence);
  const over = spread !== undefined && "over" in spread ? spread.over : 0;
  const place = placeOf(story, hit);
  for (let unit = 0; unit < hit.units; unit++) {
    if (chanceFor(occurrence.key, place, UNIT_HIT, unit) >= share) continue;
    hit.coming++;
    occurrence.coming++;
    if (over === 0) failUnit(story, crews, hit.firstUnit + unit);
    else schedule(story.calendar, story.calendar.now + over * chanceFor(occurrence.key, place, UNIT_SPREAD, unit), UNIT_FAILS, hit.firstUnit + unit);
  }
  endWithLast(story, occurrence);
}

export function failUnit(story: Story, crews: Crews, unit: number): void {
  const hit = story.hits[story.hitOfUnit[unit]!]!;
  const { occurrence } = hit;
  hit.coming--;
  occurrence.coming--;
  if (isStopped(story, occurrence)) return endWithLast(story, occurrence);
  if (hit.isBack) strike(story, hit);
  hit.failed++;
  story.unitState[unit] = FAILED;
  log(story, "unit fails", occurrence, hit.practice, unit - hit.firstUnit);
  noteUnits(story, hit);
  awaitMending(story, crews, hit, unit);
}

/** What was repaired is back at a practice, or with one user. */
export function backAgain(story: Story, hit: Hit): void {
  if (!hit.isBack) comeBack(story, hit);
}

export function unitBack(story: Story, unit: number): void {
  if (story.unitState[unit] === FAILED) mend(story, unit, "unit comes back");
}
