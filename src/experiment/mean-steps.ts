/** The mean of many step functions, added one by one and kept no finer than anybody can look at it. */
import { DAY, daysOf, timestamp, type Minutes, type Period } from "../facts/days.js";
import type { Steps } from "../infrastructure/disruption.js";

/** Level and slowness from a local time on, `2023-03-16T08:00`. */
export interface MeanStep {
  readonly at: string;
  readonly level: number;
  readonly slowness: number;
}

/** Minutes from one value to the next. Each divides those that follow it, so that a mean begun on one can be carried on upon a coarser. */
const grids = [1, 5, 15, 60] as const;
/** Values to which the grid is made coarser, as far as it can be. */
export const MOST_VALUES = 200;

/** Shares are kept to a millionth, so that all of a region's practices together are 1. */
const MILLION = 1_000_000;

export class MeanSteps {
  /** By time: the change of level and slowness there, added up times the weights. So it is the grid that bounds what is kept, not how many are added. */
  readonly #changes = new Map<Minutes, { level: number; slowness: number }>();
  #grid = 0;

  /** Adds `steps` up to `horizon`, `weight` times. A step between two values counts from the later one. */
  add({ times, level, slowness }: Steps, weight: number, horizon: Minutes): void {
    let before = { level: 1, slowness: 1 };
    for (let step = 0; step < times.length && times[step]! < horizon; step++) {
      const next = { level: level[step]!, slowness: slowness[step]! };
      this.#change(Math.ceil(times[step]!), weight * (next.level - before.level), weight * (next.slowness - before.slowness));
      before = next;
    }
    while (this.#changes.size > MOST_VALUES && this.#grid < grids.length - 1) this.#coarsen();
  }

  /** The mean over a weight of `all`, of which what was never added stays at 1. Steps of no change are left out. */
  over(all: number, period: Period): MeanStep[] {
    const sum = { level: 0, slowness: 0 };
    let last = { level: 1, slowness: 1 };
    const horizon = daysOf(period) * DAY;
    return [...this.#changes].sort(([a], [b]) => a - b).flatMap(([time, change]) => {
      sum.level += change.level;
      sum.slowness += change.slowness;
      const next = { level: toMillionth(1 + sum.level / all), slowness: toMillionth(1 + sum.slowness / all) };
      // A change in the last minutes counts from the next value on, which there is none of.
      if (time >= horizon || (next.level === last.level && next.slowness === last.slowness)) return [];
      last = next;
      return [{ at: timestamp(period, time), ...next }];
    });
  }

  #change(minute: Minutes, level: number, slowness: number): void {
    const minutes = grids[this.#grid]!;
    const time = Math.ceil(minute / minutes) * minutes;
    const change = this.#changes.get(time);
    if (change === undefined) this.#changes.set(time, { level, slowness });
    else {
      change.level += level;
      change.slowness += slowness;
    }
  }

  #coarsen(): void {
    this.#grid++;
    const finer = [...this.#changes];
    this.#changes.clear();
    for (const [time, { level, slowness }] of finer) this.#change(time, level, slowness);
  }
}

function toMillionth(value: number): number {
  // A sum of shares may end a trace below 0, and would be -0.
  return Math.round(MILLION * value) / MILLION + 0;
}
