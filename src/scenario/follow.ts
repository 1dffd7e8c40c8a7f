/** Incidents that follow others: whether the others are there, and whether any follows itself. */
import type { Written } from "./language-incident.js";
import { messages } from "./messages.js";
import { nearest } from "./nearest.js";
import type { Path } from "./positions.js";
import type { Setting } from "./setting.js";
import { aboutOf } from "./subject.js";

/** Names for which one that was meant is looked for: complaints beyond the first hundred are not shown, and each look goes through all names. */
const MOST_SOUGHT = 100;

/** Says which incidents follow one that is not there, one of many of that name, or in the end themselves. */
export function checkFollowing(incidents: readonly (Written | undefined)[], { root, say, warn }: Setting): void {
  const byName = new Map<string, number[]>();
  incidents.forEach((incident, index) => {
    if (incident?.name !== undefined) byName.set(incident.name, [...(byName.get(incident.name) ?? []), index]);
  });
  const followed = new Map<number, number>();
  const followedNames = new Set<string>();
  let sought = 0;
  incidents.forEach((incident, index) => {
    const name = incident?.follows?.incident;
    if (name === undefined) return;
    followedNames.add(name);
    const path: Path = ["incidents", index, "follows", "incident"];
    const meant = byName.get(name) ?? [];
    if (meant.length === 1) followed.set(index, meant[0]!);
    else if (meant.length > 1) say(path, messages.followsOneOfMany(aboutOf(root, path), name, meant.length));
    else {
      const others = [...byName.keys()].filter((other) => other !== incident!.name);
      say(path, messages.followsUnknown(aboutOf(root, path), name, ++sought > MOST_SOUGHT ? undefined : nearest(name, others)));
    }
  });
  for (const circle of circlesIn(followed)) {
    const path: Path = ["incidents", circle[0]!, "follows", "incident"];
    say(path, messages.followsItself(aboutOf(root, path), circle.map((index) => incidents[index]!.name!)));
  }
  for (const [name, { length }] of byName) if (length > 1 && !followedNames.has(name)) warn(messages.sameName(name));
}

/** Every circle, from its first incident on: each follows one at most, so circles have nothing in common. */
function circlesIn(followed: ReadonlyMap<number, number>): number[][] {
  const seen = new Set<number>();
  const circles: number[][] = [];
  for (const start of followed.keys()) {
    const way: number[] = [];
    let at: number | undefined = start;
    for (; at !== undefined && !seen.has(at); at = followed.get(at)) {
      seen.add(at);
      way.push(at);
    }
    const from = at === undefined ? -1 : way.indexOf(at);
    if (from !== -1) circles.push(way.slice(from));
  }
  return circles;
}
