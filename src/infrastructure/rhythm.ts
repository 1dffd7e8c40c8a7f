/** A component that comes and goes, for all who share it, until the last of them has it back or simulated time ends. */
import { schedule } from "../engine/calendar.js";
import { bitsFor, lengthOf, RHYTHM } from "./chance.js";
import { note } from "./steps.js";
import { incidentOf, isStopped, log, placeOf, TURNS, type Hit, type Rhythm, type Story } from "./story.js";

/** The rhythm of all who share the failing component with this practice; it begins with the first of them. */
export function joinRhythm(story: Story, hit: Hit): Rhythm {
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
