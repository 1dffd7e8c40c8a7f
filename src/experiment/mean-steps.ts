/** The mean of step functions over practices, thinned to the changes that can be told apart, each at its very minute. */
import { DAY, daysOf, timestamp, type Minutes, type Period } from "../facts/days.js";
import type { Steps } from "../infrastructure/disruption.js";

/** Level and slowness from a local time on, `2023-03-16T08:00`. */
export interface MeanStep {
  readonly at: string;
  readonly level: number;
  readonly slowness: number;
}

interface Value {
  readonly level: number;
  readonly slowness: number;
}

/** Steps beyond which small changes are left out. */
export const MOST_STEPS = 100;
/** Changes that are left out at first; where too many steps are left, twice that, and so on. */
const LEAST_CHANGE = 0.001;

/** Shares are kept to a millionth, so that all practices together are 1. */
const MILLION = 1_000_000;

const ordinary: Value = { level: 1, slowness: 1 };

/**
 * The mean over `all` practices up to the horizon: of `parts`, each so many practices with the same steps, and of the others, who stay at 1. A change within a
 * minute counts from the next one. Where there are more than `MOST_STEPS`, changes since the last step that stays are left out if they are small, unless everything
 * is lost before or after them, or back: how small is as little as will do. Where large changes alone are more, all of them stay.
 */
export function meanSteps(parts: Iterable<readonly [steps: Steps, practices: number]>, all: number, period: Period): MeanStep[] {
  const horizon = daysOf(period) * DAY;
  const values = meansOf(changesOf(parts, horizon), all).filter(([time]) => time < horizon);
  let kept = thinned(values, 0);
  for (let least = LEAST_CHANGE; kept.length > MOST_STEPS; least *= 2) {
    const fewer = thinned(values, least);
    // What is small throughout does not vanish.
    if (fewer.length === 0) break;
    kept = fewer;
    if (least >= 1) break;
  }
  return kept.map(([time, value]) => ({ at: timestamp(period, time), ...value }));
}

/** By time: the change of level and slowness there, added up over practices. */
function changesOf(parts: Iterable<readonly [steps: Steps, practices: number]>, horizon: Minutes): Map<Minutes, { level: number; slowness: number }> {
  const changes = new Map<Minutes, { level: number; slowness: number }>();
  for (const [{ times, level, slowness }, practices] of parts) {
    let before = ordinary;
    for (let step = 0; step < times.length && times[step]! < horizon; step++) {
      const next = { level: level[step]!, slowness: slowness[step]! };
      const minute = Math.ceil(times[step]!);
      const change = changes.get(minute) ?? { level: 0, slowness: 0 };
      changes.set(minute, { level: change.level + practices * (next.level - before.level), slowness: change.slowness + practices * (next.slowness - before.slowness) });
      before = next;
    }
  }
  return changes;
}

function meansOf(changes: ReadonlyMap<Minutes, Value>, all: number): (readonly [Minutes, Value])[] {
  const sum = { level: 0, slowness: 0 };
  return [...changes].sort(([a], [b]) => a - b).map(([time, change]) => {
    sum.level += change.level;
    sum.slowness += change.slowness;
    return [time, { level: toMillionth(1 + sum.level / all), slowness: toMillionth(1 + sum.slowness / all) }];
  });
}

/** Without those that differ by no more than `least` from the last that stays, except where everything is lost from there on or up to there, or as usual again. */
function thinned(values: readonly (readonly [Minutes, Value])[], least: number): (readonly [Minutes, Value])[] {
  let last = ordinary;
  return values.filter(([, value]) => {
    const isOther = value.level !== last.level || value.slowness !== last.slowness;
    const isMuch = Math.abs(value.level - last.level) > least || Math.abs(value.slowness - last.slowness) > least;
    const isEnd = value.level === 0 || last.level === 0 || (value.level === 1 && (last.level < 1 || value.slowness === 1));
    if (!isMuch && !(isOther && isEnd)) return false;
    last = value;
    return true;
  });
}

function toMillionth(value: number): number {
  // A sum of shares may end a trace below 0, and would be -0.
  return Math.round(MILLION * value) / MILLION + 0;
}
