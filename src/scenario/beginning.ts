/** When an incident begins: at a moment, by chance, or after another. */
import type { Beginning } from "../infrastructure/incident.js";
import type { Component } from "../infrastructure/model.js";
import { rateOf, shareOf } from "./amounts.js";
import type { Written } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { momentAt, type Setting } from "./setting.js";
import { spanOf } from "./spans.js";
import { aboutOf } from "./subject.js";
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
