/** What was lost, and when, as the timeline of a result tells it: stretches of what is lost and comes back together. */
import type { ResultDocument, TimelineRow } from "../result/document.js";
import { daysBetween } from "./dates.js";
import { regionsOf } from "./find.js";
import { isClinical, rankOf } from "./known-services.js";

export interface Stretch {
  readonly from: string;
  readonly to: string;
  /** Share of those who use it that have it, as the stretch begins; 1 where it is merely slow. */
  readonly level: number;
  readonly slowness: number;
}

/** Services, or capabilities, that are lost and come back at the very same times. */
export interface Loss {
  readonly labels: readonly string[];
  readonly kind: TimelineRow["kind"];
  readonly where: string;
  readonly stretches: readonly Stretch[];
  /** When half of the loss is made good, to the minute; undefined where it is not. */
  readonly halfBack: string | undefined;
  /** True where a clinical system is among them. */
  readonly hasRecords: boolean;
  /** Practices there, and those hit: of several services the most. Undefined where the document does not say. */
  readonly practices: TimelineRow["practices"];
  /** Lowest level at any practice; at the mean one where the document does not say. */
  readonly lowest: number;
  /** For which the mean of those hit is without it. */
  readonly days: number;
}

/** In a gradual return a stretch is drawn for each tenth of its users that have it back. */
const TENTH = 0.1;

/** What the place shown goes through; those with the very same steps together, what everybody knows first. Empty where nothing was lost. */
export function lossesOf(document: ResultDocument): Loss[] {
  const where = placeShown(document);
  const rows = document.timeline.filter((row) => row.where === where);
  const fates = new Map<string, Loss>();
  for (const row of rows.map((each, index) => ({ each, index })).sort((a, b) => rankOf(a.each.what) - rankOf(b.each.what) || a.index - b.index).map(({ each }) => each)) {
    const stretches = stretchesOf(row, document.window.horizon);
    if (stretches.length === 0) continue;
    const key = JSON.stringify([row.kind, row.steps]);
    const before = fates.get(key);
    fates.set(key, {
      labels: [...(before?.labels ?? []), row.label], kind: row.kind, where: row.where, stretches, halfBack: halfBackIn(row.steps), hasRecords: isClinical(row.what) || before?.hasRecords === true,
      practices: (before?.practices?.hit ?? -1) < (row.practices?.hit ?? -1) ? row.practices : before?.practices ?? row.practices,
      lowest: Math.min(before?.lowest ?? 1, row.lowest ?? Math.min(...stretches.map(({ level }) => level))),
      days: Math.max(before?.days ?? 0, row.hours === undefined ? daysWithout(stretches) : row.hours / 24),
    });
  }
  return [...fates.values()].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === "service" ? -1 : 1));
}

/** Everywhere, or the only region that loses anything; where the document tells of regions alone, the one that lost most. */
function placeShown({ timeline, window }: ResultDocument): string | undefined {
  const away = new Map<string, number>();
  for (const row of timeline) if (row.where !== "all") away.set(row.where, (away.get(row.where) ?? 0) + daysWithout(stretchesOf(row, window.horizon)));
  if (away.size !== 1 && timeline.some(({ where }) => where === "all")) return "all";
  return [...away].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Practices of a region, and those that go without what most of them go without; undefined where the document does not say. */
export function hitIn({ timeline }: ResultDocument, code: string): TimelineRow["practices"] {
  const counts = timeline.flatMap(({ where, kind, practices }) => (where === code && kind === "capability" && practices !== undefined ? [practices] : []));
  return counts.reduce<TimelineRow["practices"]>((most, each) => (most === undefined || each.hit > most.hit ? each : most), undefined);
}

/** True where other regions than the one shown lost something too. */
export function hidesRegions(document: ResultDocument): boolean {
  return regionsOf(document).length > 1 && new Set(document.timeline.map(({ where }) => where)).size > 1;
}

/** True where incidents make things slow and take nothing away: then no systems return, and nobody is without any. */
export function isMerelySlow({ incidents, window }: ResultDocument): boolean {
  return window.onset !== null && incidents.length > 0 && incidents.every(({ effect }) => effect.level >= 1 && effect.units === null);
}

/** When the last that is slow is as fast as usual again; null where that is beyond the simulated time. */
export function slowUntil({ timeline, window }: ResultDocument): string | null {
  const until = timeline.flatMap((row) => stretchesOf(row, window.horizon)).reduce((last, { to }) => (to > last ? to : last), window.onset ?? window.start);
  return until < window.horizon ? until : null;
}

/** Users of the mean place shown are without it for so many days. */
function daysWithout(stretches: readonly Stretch[]): number {
  return stretches.reduce((days, { from, to, level }) => days + (1 - level) * daysBetween(from, to), 0);
}

/** Those in which something is amiss. */
function stretchesOf({ steps }: TimelineRow, horizon: string): Stretch[] {
  const stretches: Stretch[] = [];
  steps.forEach(({ at, level, slowness }, index) => {
    const to = steps[index + 1]?.at ?? horizon;
    if ((level >= 1 && slowness <= 1) || to <= at) return;
    const before = stretches.at(-1);
    if (before !== undefined && before.to === at && isAlike(before.level, level)) {
      stretches[stretches.length - 1] = { ...before, to, slowness: Math.max(before.slowness, slowness) };
    } else stretches.push({ from: at, to, level, slowness });
  });
  return stretches;
}

/** Slowness fades by the hour, and systems come back practice by practice: few stretches, not hundreds. What nobody has, or all have, is like nothing else. */
function isAlike(before: number, level: number): boolean {
  const isPartial = (value: number): boolean => value > 0 && value < 1;
  return before === level || (isPartial(before) && isPartial(level) && Math.abs(level - before) < TENTH);
}

/** Of what comes back bit by bit in one go: when half of the loss is made good, and when all of it. Undefined where it comes back at once, or in several goes, or not. */
export function returnOf({ stretches, halfBack }: Loss): { readonly half: string; readonly last: string } | undefined {
  const lost = stretches.filter(({ level }) => level < 1);
  return lost.length < 3 || halfBack === undefined || goesOf(lost) > 1 ? undefined : { half: halfBack, last: lost.at(-1)!.to };
}

function halfBackIn(steps: TimelineRow["steps"]): string | undefined {
  const least = Math.min(...steps.map(({ level }) => level));
  const deepest = steps.findIndex(({ level }) => level === least);
  return steps.slice(deepest).find(({ level }) => 1 - level <= (1 - least) / 2)?.at;
}

/** How often it is lost anew. */
export function goesOf(stretches: readonly Stretch[]): number {
  return stretches.filter(({ from, level }, index) => level < 1 && (index === 0 || stretches[index - 1]!.to !== from || stretches[index - 1]!.level >= 1)).length;
}
