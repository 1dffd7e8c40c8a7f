/** One practice in an incident: it is hit as a whole, by units or in a rhythm, and has things back. */
import { schedule } from "../engine/calendar.js";
import { bitsFor, chanceFor, lengthOf, RHYTHM, UNIT_HIT, UNIT_SPREAD } from "./chance.js";
import { awaitMending, type Crews } from "./crews.js";
import { note } from "./steps.js";
import { comeBack, endWithLast, FAILED, incidentOf, isStopped, log, mend, noteUnits, placeOf, strike, TURNS, UNIT_FAILS, type Hit, type Rhythm, type Story } from "./story.js";

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

/** The rhythm of all who share the failing component with this practice; it begins with the first of them. */
function joinRhythm(story: Story, hit: Hit): Rhythm {
  const { rhythms, calendar, components, estate, keyOfPlace } = story;
  const { occurrence, practice } = hit;
  const { scope } = components[occurrence.incident]!;
  const place = scope === "national" ? 0 : scope === "region" ? keyOfPlace("region", estate.practices[practice]!.region) : placeOf(story, hit);
  let rhythm = scope === "site" ? undefined : rhythms.findLast((other) => other.occurrence === occurrence && other.place === place);
  if (rhythm === undefined) {
    rhythm = { number: rhythms.length, occurrence, place, hits: [], isDown: true, phases: 0 };
    rhythms.push(rhythm);
    log(story, "goes down", occurrence, scope === "site" ? practice : -1);
    schedule(calendar, calendar.now + phaseOf(story, rhythm), TURNS, rhythm.number);
  }
  rhythm.hits.push(hit);
  return rhythm;
}

/** It goes down or comes up. */
export function turn(story: Story, number: number): void {
  const { calendar, horizon, components } = story;
  const rhythm = story.rhythms[number]!;
  const { occurrence } = rhythm;
  const { effect } = incidentOf(story, occurrence);
  const isOfOne = components[occurrence.incident]!.scope === "site";
  const without = rhythm.hits.filter((hit) => !hit.isBack);
  const isOver = without.length === 0 && (isOfOne || occurrence.coming === 0 || isStopped(story, occurrence));
  if (isOver || calendar.now >= horizon) return;
  rhythm.isDown = !rhythm.isDown;
  for (const hit of without) note(hit.course, calendar.now, rhythm.isDown ? effect.level : 1, rhythm.isDown ? effect.slowness : 1);
  log(story, rhythm.isDown ? "goes down" : "comes up", occurrence, isOfOne ? rhythm.hits[0]!.practice : -1);
  schedule(calendar, calendar.now + phaseOf(story, rhythm), TURNS, number);
}

/** Length of the phase that begins. */
function phaseOf(story: Story, rhythm: Rhythm): number {
  const { down, up } = incidentOf(story, rhythm.occurrence).effect.flapping!;
  return lengthOf(rhythm.isDown ? down : up, bitsFor(rhythm.occurrence.key, rhythm.place, RHYTHM, rhythm.phases++));
}
