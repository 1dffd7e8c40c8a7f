/** When an incident begins: at a moment, by chance, or after another. */
import { DAY } from "../facts/days.js";
import type { Beginning, Reach } from "../infrastructure/incident.js";
import type { Component } from "../infrastructure/model.js";
import { reachable } from "../infrastructure/reach.js";
import { rateOf, shareOf } from "./amounts.js";
import type { Written } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { momentAt, type Setting } from "./setting.js";
import { spanOf } from "./spans.js";
import { aboutOf, valueAt } from "./subject.js";
import { eachByScope } from "./whom.js";

/** Undefined where it is wrong or cannot be said without the calendar, or without the component. */
export function beginningOf({ at, rate, each, follows }: Written, path: Path, component: Component | undefined, setting: Setting): Beginning | undefined {
  const { root, say } = setting;
  if (at !== undefined) {
    const time = momentAt(at, [...path, "at"], 1, setting);
    return time === undefined ? undefined : { at: time };
  }
  if (rate !== undefined) {
    const often = rateOf(rate);
    if (component?.scope === "region" && each === "practice") say([...path, "each"], messages.everyPracticeOfRegion(aboutOf(root, [...path, "each"]), component.label));
    return often === undefined || !component ? undefined : { rate: often, each: each ?? eachByScope[component.scope] };
  }
  if (follows?.incident === undefined) return undefined;
  const after = follows.after === undefined ? 0 : spanOf(follows.after);
  const chance = follows.chance === undefined ? 1 : shareOf(follows.chance);
  if (after === undefined || chance === undefined) return undefined;
  return { follows: follows.incident, from: follows.from ?? "repair", after, chance };
}

/** Times that one incident may be expected to happen: each is simulated and told by itself, and beyond this a replication fills the memory. */
const MOST_TIMES = 200_000;

/** Says of a rate, which is written at `path`, that all its places together would see the incident too often to be simulated. */
export function checkHowOften(begins: Beginning, path: Path, reach: Reach, component: Component, { root, period, whole, say }: Setting): void {
  // What there is one of in an ICB happens to no practice by itself, which is said.
  if (!("rate" in begins) || !period || !whole || (component.scope === "region" && begins.each === "practice")) return;
  const among = reachable(reach, component, whole);
  const places = { practice: among.length, region: new Set(among.map((practice) => whole.practices[practice]!.region)).size, all: 1 }[begins.each];
  const times = begins.rate * period.days * DAY * places;
  if (times > MOST_TIMES) say(path, messages.tooManyTimes(aboutOf(root, path), valueAt(root, path), period.days, places, begins.each, times, MOST_TIMES));
}
