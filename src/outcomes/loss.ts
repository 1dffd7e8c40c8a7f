/** When a practice was without what it needs. */
import { DAY, daysOf, type Minutes, type Period } from "../facts/days.js";
import type { History } from "../infrastructure/disruption.js";
import { workingDaysAt, type WorkingTime } from "./working-time.js";

/** A capability counts as lost below this level: below 95% of users have it. */
const WORKING_LEVEL = 0.95;

export interface Loss {
  /** When the practice's first capability changes, in level or speed; NaN for a practice that goes through nothing before the horizon. */
  readonly onset: Minutes;
  /** End of the last interval in which any capability is below 95%, Infinity where it never ends; `onset` where none is, as when everything is merely slow. */
  readonly restored: Minutes;
  /** Working days spent with some capability below 95%, before the horizon. */
  readonly workingDays: number;
}

export function lossOf(history: History, period: Period, clock: WorkingTime): Loss {
  const horizon = daysOf(period) * DAY;
  const onset = history.capabilities.reduce((earliest, { times }) => Math.min(earliest, times[0] ?? Infinity), Infinity);
  if (!(onset < horizon)) return { onset: NaN, restored: NaN, workingDays: 0 };
  let restored = onset;
  let workingDays = 0;
  for (const [from, until] of intervalsOf(history)) {
    restored = Math.max(restored, until);
    workingDays += workingDaysAt(clock, Math.min(until, horizon)) - workingDaysAt(clock, from);
  }
  return { onset, restored, workingDays };
}

/** Disjoint intervals, ascending, in which at least one capability is below 95%. */
function intervalsOf(history: History): [from: Minutes, until: Minutes][] {
  const lost = history.capabilities.flatMap(({ times, level }) =>
    times.flatMap((from, step): [number, number][] => (level[step]! < WORKING_LEVEL ? [[from, times[step + 1] ?? Infinity]] : [])),
  );
  lost.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, until] of lost) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  return merged;
}
