/** Which settings of an incident go together. Judged by what is written, right or wrong, so that nothing else that is wrong hides it. */
import type { Component } from "../infrastructure/model.js";
import { incident } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Say } from "./mistake.js";
import type { Path } from "./positions.js";
import { hasOnlyKnown, schemaAt } from "./schema-walk.js";
import { subjectOf, valueAt } from "./subject.js";

/** Settings that mean something only with one of others: the setting, and what it needs, in the group of the setting or, after a slash, in the incident. */
const dependents: readonly (readonly [setting: string, ...needed: string[]])[] = [
  ["each", "rate"],
  ["found", "repair", "release", "spread.until"],
  ["spread.until", "/found"],
  ["suspected.for", "/repair"],
  ["repair.rollback", "/release"],
  ...["each", "travel", "per", "hours", "self"].map((setting) => [`repair.${setting}`, "crews"] as const),
];

/** Pairs of which the first must not stand beside the second. */
const rivals: readonly (readonly [setting: string, other: string, remedy: string])[] = [
  ["until", "rate", "Write for instead: it lasts so long each time."],
  ["until", "follows", "Write for instead: it lasts so long from its beginning."],
  ["where", "release", "Say whom it reaches in the release alone: with sentTo, or with target."],
  ["draw", "share", "Write share for a chance of each, or draw for a fixed number."],
  ["level", "units", "Remove level: it is the share of the units that work."],
  ["flapping", "units", "Remove one of them: units fail and are mended one by one."],
  ...["over", "shares"].map((setting) => [`return.${setting}`, "repair.crews", "Remove it: crews bring practices back one by one. With then it may say what comes back later still."] as const),
  ["spread", "release.rings", "Remove one of them: rings say when each practice gets it."],
];

/** Says what is together at the incident at `path` and must not be, and what is missing beside what is there. */
export function checkTogether(path: Path, { root, say }: { readonly root: unknown; readonly say: Say }): void {
  const subject = subjectOf(root, path);
  const at = (setting: string): Path => [...path, ...setting.split(".")];
  const has = (setting: string): boolean => valueAt(root, at(setting)) !== undefined;
  const inGroup = (group: string, setting: string): string => (group === "" ? setting : `${group}.${setting}`);
  const isKnown = (group: string): boolean => hasOnlyKnown(schemaAt(incident, group === "" ? [] : group.split(".")), valueAt(root, group === "" ? path : at(group)));
  const exactlyOne = (group: string, ...options: readonly string[]): void => {
    const present = options.filter((option) => has(inGroup(group, option)));
    if (present.length === 1 || (present.length === 0 && !isKnown(group))) return;
    say(present.length > 0 ? at(inGroup(group, present.at(-1)!)) : group === "" ? path : at(group), messages.exactlyOne(group === "" ? subject : `the "${group}" of ${subject}`, present, options));
  };

  if (!isGroup(valueAt(root, path))) return;
  exactlyOne("", "at", "rate", "follows");
  exactlyOne("", "for", "until", "repair");
  if (isGroup(valueAt(root, at("repair")))) {
    exactlyOne("repair", "takes", "rollback", "crews");
    if (has("repair.crews") && !has("repair.each") && isKnown("repair")) say(at("repair.crews"), messages.missingWith(subject, "each", "crews", "3m to 5m"));
  }
  if (isGroup(valueAt(root, at("return")))) {
    if (has("return.over") && has("return.shares")) say(at("return.shares"), messages.atMostOne(`the "return" of ${subject}`, ["over", "shares"]));
    else if (!["over", "shares", "then"].some((key) => has(`return.${key}`)) && isKnown("return")) say(at("return"), messages.noneOf(subject, "return", ["over", "shares", "then"]));
  }
  for (const [setting, ...needed] of dependents) {
    const group = setting.split(".").slice(0, -1).join(".");
    const places = needed.map((need) => (need.startsWith("/") ? need.slice(1) : inGroup(group, need)));
    if (!has(setting) || places.some(has) || !isKnown("") || (group !== "" && !isKnown(group))) continue;
    say(at(setting), messages.onlyWith(subject, setting.split(".").at(-1)!, needed.map((need) => need.replace("/", "").replace(".", " with "))));
  }
  for (const [setting, other, remedy] of rivals) {
    if (has(setting) && has(other)) say(at(setting), messages.notBeside(subject, setting.split(".").at(-1)!, other.split(".").at(-1)!, remedy));
  }
  const rings = valueAt(root, at("release.rings"));
  if (Array.isArray(rings)) rings.forEach((_, index) => {
    const own = [...at("release.rings"), index];
    if (valueAt(root, [...own, "where"]) === undefined || valueAt(root, [...own, "share"]) === undefined) return;
    say([...own, "share"], messages.notBeside(subjectOf(root, own), "share", "where", "Write one of them: a share is drawn of those in no ring with a where."));
  });
}

/** Says what the incident at `path` has that is for practices one by one, where there is one of `component` for all practices of an ICB. */
export function checkRegional(path: Path, { scope, label }: Component, { root, say }: { readonly root: unknown; readonly say: Say }): void {
  if (scope !== "region") return;
  const subject = subjectOf(root, path);
  const [release, crews] = [[...path, "release"], [...path, "repair", "crews"]];
  if (valueAt(root, release) !== undefined) say(release, messages.releaseOfRegion(subject, label));
  if (valueAt(root, crews) !== undefined) say(crews, messages.crewsOfRegion(subject, label));
}

function isGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
