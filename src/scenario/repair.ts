/** How an incident is found and ends, and how things come back. */
import { firstDay } from "../facts/days.js";
import type { Beginning, Incident, Repair, Return, Span } from "../infrastructure/incident.js";
import type { Component } from "../infrastructure/model.js";
import { hoursOf, shareOf } from "./amounts.js";
import { componentNamed } from "./component-name.js";
import { durationOf, endOf, minutesOf } from "./duration.js";
import type { Written } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { endsInTime, momentAt, type Setting, spelt } from "./setting.js";
import { isNoTime, spanOf, type WrittenSpan } from "./spans.js";
import { aboutOf, subjectOf, valueAt } from "./subject.js";

/** What happens between the beginning and the repair. */
export type Finding = Pick<Incident, "found" | "suspected">;

export function findingOf({ found, suspected }: Written, path: Path, { root, say }: Setting): Finding {
  const known = optional(found);
  const endsItsSpread = [["spread", "until"], ["release", "rings"]].some((setting) => valueAt(root, [...path, ...setting]) !== undefined);
  if (known !== undefined && isNoTime(known) && endsItsSpread) say([...path, "found"], messages.foundAtOnce(aboutOf(root, [...path, "found"])));
  const wrong = optional(suspected?.for);
  return {
    ...(known !== undefined && { found: known }),
    ...(suspected?.cause !== undefined && { suspected: { cause: suspected.cause, for: wrong ?? 0 } }),
  };
}

const optional = (written: WrittenSpan | undefined): Span | undefined => (written === undefined ? undefined : spanOf(written));

/** Undefined where nothing right is said of it. */
export function repairOf(written: Written, path: Path, begins: Beginning | undefined, finding: Finding, setting: Setting): Repair | undefined {
  const from = begins && "at" in begins ? begins.at : undefined;
  if (written.until !== undefined) return untilOf(written.until, [...path, "until"], from, setting);
  if (written.for !== undefined) return lastingOf(written, [...path, "for"], from, setting);
  const { takes, rollback, crews, each, travel, per, hours, self } = written.repair ?? {};
  for (const [by, key, text] of [["fix", "takes", takes], ["rollback", "rollback", rollback]] as const) {
    const length = optional(text);
    if (length === undefined) continue;
    const parts = [from, finding.found ?? 0, finding.suspected?.for ?? 0, length];
    // What is left to chance may end in time.
    if (parts.every((part) => typeof part === "number")) endsInTime(parts.reduce((sum, part) => sum + part, 0), text, [...path, "repair", key], setting);
    return { by, takes: length };
  }
  const unit = optional(each);
  if (crews === undefined || unit === undefined) return undefined;
  const working = hours === undefined ? undefined : hoursOf(hours);
  const users = self?.share === undefined || self.takes === undefined ? undefined : { share: shareOf(self.share), takes: spanOf(self.takes) };
  return {
    by: "crews", crews, per: per ?? "all", each: unit, travel: optional(travel) ?? 0,
    ...(working && { hours: working }),
    ...(users?.share !== undefined && users.takes !== undefined && { self: { share: users.share, takes: users.takes } }),
  };
}

function untilOf(until: string, path: Path, from: number | undefined, setting: Setting): Repair | undefined {
  const end = momentAt(until, path, 0, setting);
  if (end === undefined || from === undefined) return undefined;
  if (end >= from) return { by: "end", until: end };
  setting.say(path, messages.endsBeforeStart(aboutOf(setting.root, path), until, spelt(from, setting.period!)));
  return undefined;
}

/** A duration from a known beginning ends at a known moment. */
function lastingOf(written: Written, path: Path, from: number | undefined, setting: Setting): Repair | undefined {
  const { period, root, say } = setting;
  const lasts = written.for!;
  const duration = typeof lasts === "string" ? durationOf(lasts) : undefined;
  if (duration && "workingDays" in duration && written.at === undefined) {
    // Without any beginning there is something else to say.
    if (written.rate !== undefined || written.follows !== undefined) say(path, messages.workingDuration(aboutOf(root, path), lasts));
    return undefined;
  }
  if (duration && written.at !== undefined) {
    if (from === undefined || !period) return undefined;
    const until = endOf(from, duration, firstDay(period));
    return endsInTime(until, lasts, path, setting) ? { by: "end", until } : undefined;
  }
  const length = spanOf(lasts);
  return length === undefined ? undefined : { by: "end", lasts: length };
}

/** How things come back, `component` being the one that failed. */
export function returnOf(written: NonNullable<Written["return"]>, path: Path, component: Component | undefined, setting: Setting): Return {
  const { root, say } = setting;
  const over = minutesOf(written.over);
  const steps = (written.shares ?? []).flatMap((step) => {
    const [after, share] = [minutesOf(step?.by), step?.share === undefined ? undefined : shareOf(step.share)];
    return after === undefined || share === undefined ? [] : [{ after, share }];
  });
  checkAscending(written.shares ?? [], [...path, "shares"], setting);
  const shares = over === undefined ? steps : [{ after: over, share: 1 }];
  const services: Record<string, number> = {};
  for (const [id, delay] of Object.entries(written.then ?? {})) {
    const own = [...path, "then", id];
    const known = componentNamed(id, own, "key", "brings back", setting);
    if (known && known.id === component?.id) say(own, messages.backAtOnce(subjectOf(root, path), id), { on: "key" });
    const minutes = minutesOf(delay);
    if (known && minutes !== undefined) services[id] = minutes;
  }
  return { ...(shares.length > 0 && { shares }), ...(Object.keys(services).length > 0 && { services }) };
}

/** Times ascend; shares, which may stand still over a weekend, do not descend. */
function checkAscending(steps: NonNullable<NonNullable<Written["return"]>["shares"]>, path: Path, { root, say }: Setting): void {
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (!step || !before) return;
    const [by, share] = [[...path, index, "by"], [...path, index, "share"]];
    const times = [minutesOf(before.by), minutesOf(step.by)];
    if (times[0] !== undefined && times[1] !== undefined && times[1] <= times[0]) say(by, messages.returnBackwards(aboutOf(root, by), step.by, before.by));
    const shares = [before, step].map((entry) => (entry.share === undefined ? undefined : shareOf(entry.share)));
    if (shares[0] !== undefined && shares[1] !== undefined && shares[1] < shares[0]) say(share, messages.returnBackwards(aboutOf(root, share), step.share, before.share));
  });
}
