/** What lies ahead, for those who must arrange it: staff hours day by day, the worst day on the telephones, practices to ring first. */
import { DAY, dateOf, dayNumber, isWorkingDay } from "../facts/days.js";
import type { OutcomeRow, Place, ResultDocument, Series } from "../result/document.js";
import { backlogsOf, partsOf, rowOf } from "./find.js";
import { exact } from "./numbers.js";
import { CLOSES, OPEN_MINUTES } from "./opening-hours.js";
import type { Ranged } from "./ranges.js";

export interface StaffDay {
  readonly date: string;
  /** By role, in the order of `staffRoles`. */
  readonly byRole: readonly Ranged[];
  readonly all: Ranged;
}

/** In the order of the document. */
export function staffRoles(document: ResultDocument): string[] {
  return curvesOf(document).map(({ part }) => part);
}

/** Hours worked beyond an ordinary period, from the day of onset to the last on which anything differs; without roles where the document does not hold them by role and day. */
export function staffDays(document: ResultDocument): StaffDay[] {
  const curves = curvesOf(document);
  const days = partsOf(document, "extraWorkHours", "day:", { where: backlogsOf(document)?.outage.where ?? "all" });
  const all = days.map((row): StaffDay => {
    const date = row.part.slice(4);
    const at = ({ start, mean, low, high }: Series): Ranged => {
      const step = dayNumber(date) - dayNumber(start.slice(0, 10));
      // A curve of one run has its mean for bounds.
      return { mean: mean[step] ?? 0, low: row.low === null ? null : low[step] ?? 0, high: row.high === null ? null : high[step] ?? 0 };
    };
    return { date, all: row, byRole: curves.map(at) };
  });
  return all.slice(0, all.findLastIndex(({ all: { mean } }) => (mean ?? 0) !== 0) + 1);
}

/** Of whole roles: what each spends its hours on stands in curves of their own. */
function curvesOf(document: ResultDocument): Series[] {
  const where = backlogsOf(document)?.outage.where;
  return document.series.filter((one) => one.id === "extraWorkHours" && /^role:\S+$/.test(one.part) && one.where === where);
}

/**
 * Of days together, such as those from the return of systems on: bounds are added up as well, so the range is no narrower than that of the sum.
 */
export function together(days: readonly Ranged[]): Ranged {
  const sum = (of: (day: Ranged) => number | null): number | null => days.reduce<number | null>((total, day) => (total === null || of(day) === null ? null : total + of(day)!), 0);
  return { mean: sum(({ mean }) => mean), low: sum(({ low }) => low), high: sum(({ high }) => high) };
}

/** Less than this is chance's, and nobody's to find. */
const HALF_AN_HOUR = 0.5;

/** The days on which more is worked than without the outage, as far as can be told from chance: hours that somebody must find. Chance alone would make some days' hours more and never take them off. */
export function toFind(days: readonly StaffDay[]): StaffDay[] {
  return days.filter(({ all: { mean, low } }) => (mean ?? 0) >= HALF_AN_HOUR && (low === null || low > 0));
}

/** The same of days on which less is. */
export function spared(days: readonly StaffDay[]): StaffDay[] {
  return days.filter(({ all: { mean, high } }) => (mean ?? 0) <= -HALF_AN_HOUR && (high === null || high < 0));
}

export interface WorstCalls {
  readonly date: string;
  /** Calls and online requests that do not connect, and callers who give up while they wait, beyond an ordinary day. */
  readonly failed: OutcomeRow | undefined;
  readonly givenUp: OutcomeRow | undefined;
  /** Calls that come in that day, as a multiple of those of the same day without the outage. */
  readonly multiple: number | null;
}

/**
 * The day on which most contacts come to nothing, and of the days after that on which lines are back the one on which most callers give up; both may be the same day. Undefined where none does.
 */
export function worstCalls(document: ResultDocument): { readonly worst: WorstCalls; readonly afterReturn: WorstCalls | undefined } | undefined {
  const failed = partsOf(document, "contactsNotConnected", "day:");
  const givenUp = partsOf(document, "excessAbandonment", "day:");
  const dates = [...new Set([...failed, ...givenUp].map(({ part }) => part.slice(4)))].sort();
  const of = (rows: readonly OutcomeRow[], date: string): OutcomeRow | undefined => rows.find(({ part }) => part === `day:${date}`);
  const lost = (date: string): number => (of(failed, date)?.mean ?? 0) + (of(givenUp, date)?.mean ?? 0);
  const most = (among: readonly string[]): WorstCalls | undefined => {
    const date = among.reduce<string | undefined>((worst, each) => (lost(each) > (worst === undefined ? 0 : lost(worst)) ? each : worst), undefined);
    return date === undefined ? undefined : { date, failed: of(failed, date), givenUp: of(givenUp, date), multiple: callsOn(document, date) };
  };
  const worst = most(dates);
  const restored = document.window.restored?.slice(0, 10);
  return worst === undefined ? undefined : { worst, afterReturn: restored === undefined ? undefined : most(dates.filter((date) => date >= restored)) };
}

function callsOn(document: ResultDocument, date: string): number | null {
  const where = backlogsOf(document)?.outage.where;
  const sum = (arm: string): number => {
    const calls = document.series.find((one) => one.id === "calls" && one.arm === arm && one.where === where);
    const first = calls === undefined ? 0 : 24 * (dayNumber(date) - dayNumber(calls.start.slice(0, 10)));
    return (calls?.mean.slice(first, first + 24) ?? []).reduce((total, value) => total + value, 0);
  };
  const usual = sum("none");
  return usual === 0 ? null : sum("outage") / usual;
}

export interface ToRing {
  readonly place: Place;
  /** Chance of being among the worst tenth; undefined in documents that do not say. */
  readonly chance: OutcomeRow | undefined;
  readonly peak: OutcomeRow;
  readonly recovery: OutcomeRow | undefined;
  readonly hours: OutcomeRow | undefined;
}

/** Practices with a backlog, those most often among the worst tenth first, and among equals those that carry the most over all days. Empty where the document holds no practices. */
export function toRing(document: ResultDocument): ToRing[] {
  const daily = document.series.filter(({ id, part, stepMinutes }) => id === "backlog" && part === "excess" && stepMinutes === DAY);
  const carriedBy = new Map(daily.map(({ where, mean }) => [where, mean.reduce((sum, value) => sum + Math.max(0, value), 0)]));
  return document.places.filter(({ kind }) => kind === "practice").flatMap((place) => {
    const peak = rowOf(document, "peakBacklog", { where: place.code });
    if (peak === undefined || (peak.mean ?? 0) <= 0) return [];
    return [{ place, peak, recovery: rowOf(document, "backlogRecovery", { where: place.code }), carried: carriedBy.get(place.code) ?? 0, chance: rowOf(document, "worstTenth", { where: place.code }), hours: rowOf(document, "extraWorkHours", { where: place.code }) }];
  }).sort((a, b) => (b.chance?.mean ?? 0) - (a.chance?.mean ?? 0) || b.carried - a.carried || b.peak.mean! - a.peak.mean! || (a.place.code < b.place.code ? -1 : 1));
}

/** Practices that no list names bear the code of their region and a number. */
export function isMadeUp({ code }: Place): boolean {
  return /^[A-Z0-9]+-\d+$/.test(code);
}

/** Of a chance over simulated runs: `4 of 5 runs`. */
export function inRuns({ mean, replications }: OutcomeRow): string {
  return `${exact(Math.round((mean ?? 0) * replications))} of ${exact(replications)} ${replications === 1 ? "run" : "runs"}`;
}

/** The working day that lies so many working days, with a fraction, after a local time: `2023-03-28`. */
export function afterWorkingDays(from: string, days: number): string {
  const minutes = Number(from.slice(11, 13)) * 60 + Number(from.slice(14, 16));
  const opens = isWorkingDay(dayNumber(from.slice(0, 10))) && minutes < CLOSES;
  let day = opens ? dayNumber(from.slice(0, 10)) : nextWorking(dayNumber(from.slice(0, 10)));
  // The first of them may have begun.
  for (let left = days - (opens ? Math.min(1, (CLOSES - minutes) / OPEN_MINUTES) : 1); left > 0; left--) day = nextWorking(day);
  return dateOf(day);
}

function nextWorking(day: number): number {
  let next = day + 1;
  while (!isWorkingDay(next)) next++;
  return next;
}
