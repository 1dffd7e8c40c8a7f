/** An incident is found, blamed on the wrong thing, understood and repaired; then things come back. */
import { schedule } from "../engine/calendar.js";
import { leadOn } from "./beginning.js";
import { BACK, bitsFor, chanceFor, lengthOf, SUSPECTED, TAKES, UNIT_BACK } from "./chance.js";
import { sendCrews, type Crews } from "./crews.js";
import { backAfter } from "./spread.js";
import { comeBack, COMES_BACK, FAILED, incidentOf, IS_KNOWN, IS_REPAIRED, log, mend, placeOf, UNIT_COMES_BACK, type Occurrence, type Story } from "./story.js";

export function find(story: Story, occurrence: Occurrence): void {
  const { calendar } = story;
  const { suspected, found } = incidentOf(story, occurrence);
  // What is over needs no finding.
  if (!Number.isNaN(occurrence.repaired)) return;
  occurrence.found = calendar.now;
  if (found !== undefined) log(story, "is found", occurrence);
  schedule(calendar, calendar.now + (suspected === undefined ? 0 : lengthOf(suspected.for, bitsFor(occurrence.key, 0, SUSPECTED))), IS_KNOWN, occurrence.number);
}

export function know(story: Story, crews: Crews, occurrence: Occurrence): void {
  const { calendar } = story;
  const { suspected, repair: how } = incidentOf(story, occurrence);
  if (!Number.isNaN(occurrence.repaired)) return;
  occurrence.known = calendar.now;
  if (suspected !== undefined) log(story, "wrong suspicion dropped", occurrence);
  if (how.by === "crews") sendCrews(story, crews, occurrence);
  else if (how.by !== "end") schedule(calendar, calendar.now + lengthOf(how.takes, bitsFor(occurrence.key, 0, TAKES)), IS_REPAIRED, occurrence.number);
}

/** It is over: nobody else is hit, and everybody who was has it back, now or in turn. */
export function repair(story: Story, occurrence: Occurrence): void {
  const { calendar } = story;
  const { repair: how, return: back } = incidentOf(story, occurrence);
  if (!Number.isNaN(occurrence.repaired)) return;
  occurrence.repaired = calendar.now;
  // Where chance spared everybody there is nothing to tell.
  if (occurrence.hits.length > 0) log(story, how.by === "rollback" ? "is rolled back" : "is repaired", occurrence);
  const isWide = story.components[occurrence.incident]!.scope === "region";
  for (const hit of occurrence.hits) {
    if (hit.isBack) continue;
    const place = isWide ? story.keyOfPlace("region", story.estate.practices[hit.practice]!.region) : placeOf(story, hit);
    const after = (purpose: number, unit = 0): number => backAfter(back?.shares, back?.shares === undefined ? 0 : chanceFor(occurrence.key, place, purpose, unit));
    if (hit.units === 0) comeBackAfter(after(BACK), COMES_BACK, hit.number);
    else for (let unit = 0; unit < hit.units; unit++) if (story.unitState[hit.firstUnit + unit] === FAILED) comeBackAfter(after(UNIT_BACK, unit), UNIT_COMES_BACK, hit.firstUnit + unit);
  }
  leadOn(story, occurrence, "repair");

  function comeBackAfter(delay: number, kind: number, subject: number): void {
    if (delay === 0) {
      // At once, before anything else of this moment.
      if (kind === COMES_BACK) comeBack(story, story.hits[subject]!);
      else mend(story, subject, "unit comes back");
    } else if (delay < Infinity) schedule(calendar, calendar.now + delay, kind, subject);
  }
}
