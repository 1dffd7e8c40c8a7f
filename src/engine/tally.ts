/** Statistics of values that come one by one, such as waits. */
export interface Tally {
  count: number;
  mean: number;
  /** Sum of squared deviations from the mean. */
  squares: number;
  min: number;
  max: number;
}

export function createTally(): Tally {
  return { count: 0, mean: 0, squares: 0, min: Infinity, max: -Infinity };
}

/** Adds a value, by Welford's recurrence, which loses no digits however far the values lie from 0. */
export function record(tally: Tally, value: number): void {
  const deviation = value - tally.mean;
  tally.mean += deviation / ++tally.count;
  tally.squares += deviation * (value - tally.mean);
  if (value < tally.min) tally.min = value;
  if (value > tally.max) tally.max = value;
}

/** Variance of the values, with count - 1 below; NaN for fewer than two. */
export function varianceOf(tally: Tally): number {
  return tally.count < 2 ? NaN : tally.squares / (tally.count - 1);
}

/** Forgets all values, as after a warm-up. */
export function restartTally(tally: Tally): void {
  Object.assign(tally, createTally());
}
