/** The directives section: what the nation or an ICB tells practices, and when it holds. */
import { CANCEL_ROUTINE, CARRY_ON, type Directive, URGENT_ONLY } from "../care/policies.js";
import { selects } from "../estate/selector.js";
import type { Minutes } from "../facts/days.js";
import { shareOf } from "./amounts.js";
import { directive as directiveSchema, MOST_DIRECTIVES, type WrittenDirective as Written } from "./language-policies.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { hasOnlyKnown } from "./schema-walk.js";
import { checkSelector } from "./selection.js";
import { momentAt, type Setting, spelt } from "./setting.js";
import { aboutOf, subjectOf, valueAt } from "./subject.js";
import { isAboveOne, total } from "./sums.js";

/** What a directive may ask for: only in an outage, and at all times. */
const inOutage = ["clinicians", "reception", "continuityPlan"] as const, always = ["online", "messaging", "refer", "advice"] as const;

const clinicianHabits: Readonly<Record<NonNullable<Written["clinicians"]>, number>> = { "carry on": CARRY_ON, "cancel routine": CANCEL_ROUTINE, "urgent only": URGENT_ONLY };

/** The directives in their order; undefined where one lacks something right that it needs, which has been said. `isOrdinary`: the scenario has no incidents. */
export function directivesOf(written: readonly (Written | undefined)[], isOrdinary: boolean, setting: Setting): (Directive | undefined)[] {
  // More have been complained about, and each costs a look through the estate.
  const looked = written.slice(0, MOST_DIRECTIVES);
  const names = looked.flatMap((directive) => directive?.name ?? []);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) < index))) setting.warn(messages.sameDirective(name));
  return looked.map((directive, index) => {
    if (!directive) return undefined;
    const idle = isOrdinary ? inOutage.filter((key) => directive[key] !== undefined) : [];
    if (directive.name !== undefined && idle.length > 0) setting.warn(messages.directiveWithoutOutage(directive.name, idle, always));
    // What holds without an outage too goes on after it, and all that it does is counted as the outage's.
    if (directive.name !== undefined && !isOrdinary && directive.until === undefined && always.some((key) => directive[key] !== undefined)) setting.warn(messages.directiveGoesOn(directive.name));
    return directiveOf(directive, ["directives", index], setting);
  });
}

function directiveOf(written: Written, path: Path, setting: Setting): Directive | undefined {
  checkAsks(path, setting);
  const { name, from, where, clinicians, reception, online, messaging, refer, continuityPlan } = written;
  checkWhere(written, path, setting);
  const at = written.at === undefined ? undefined : momentAt(written.at, [...path, "at"], 1, setting);
  const until = endOf(written, path, at, setting);
  const followed = written.followed === undefined ? undefined : shareOf(written.followed);
  const advice = adviceOf(written, path, setting);
  if (name === undefined || from === undefined || at === undefined || until === undefined || followed === undefined) return undefined;
  return {
    name, from, at, until, followed,
    ...(where && { where }),
    ...(clinicians !== undefined && { clinicians: clinicianHabits[clinicians] }),
    ...(reception !== undefined && { reception }),
    ...(online !== undefined && { online: "off" }),
    ...(messaging !== undefined && { messaging: "off" }),
    ...(refer !== undefined && { refer }),
    ...(continuityPlan !== undefined && { plan: true }),
    ...(advice && { advice }),
  };
}

/** Says of a directive that it asks for nothing: judged by what is written, right or wrong. */
function checkAsks(path: Path, { root, say }: Setting): void {
  const written = valueAt(root, path);
  const asks = [...inOutage, ...always];
  if (hasOnlyKnown(directiveSchema, written) && asks.every((key) => valueAt(written, [key]) === undefined)) say(path, messages.asksNothing(subjectOf(root, path), asks));
}

function checkWhere({ name, where }: Written, path: Path, { root, whole, estate, say, warn }: Setting): void {
  if (!where || !whole || !estate) return;
  checkSelector(where, [...path, "where"], whole, root, say);
  const [reached, simulated] = [whole, estate].map((all) => all.practices.some((_, practice) => selects(where, all, practice)));
  if (name !== undefined && reached && !simulated) warn(messages.directsNoneOfSample(name));
}

/** Undefined where what is written of it is wrong. */
function endOf({ until }: Written, path: Path, at: Minutes | undefined, setting: Setting): Minutes | undefined {
  if (until === undefined) return Infinity;
  const own = [...path, "until"];
  const end = momentAt(until, own, 0, setting);
  if (end === undefined || at === undefined || end > at) return end;
  setting.say(own, messages.endsByStart(aboutOf(setting.root, own), until, spelt(at, setting.period!)));
  return undefined;
}

function adviceOf({ advice }: Written, path: Path, { root, say }: Setting): Directive["advice"] {
  const [heeded, to111, toPharmacy] = [advice?.heeded, advice?.to111, advice?.toPharmacy].map((share) => (share === undefined ? undefined : shareOf(share)));
  if (to111 === undefined || toPharmacy === undefined) return undefined;
  const shares = [to111, toPharmacy];
  if (isAboveOne(shares)) say([...path, "advice"], messages.adviceAboveOne(subjectOf(root, path), total(shares)));
  return heeded === undefined ? undefined : { heeded, to111, toPharmacy };
}
