/**
 * How many of the first batch means to drop, so that the mean of the rest is known best: the number that makes the squared standard error of that mean least, taken as
 * if the batches were independent (MSER; with batches of five observations MSER-5). null where there is no verdict: the number lies in the second half, so that the
 * series is too short to tell, or the series has fewer than four batches.
 * Sources: K. P. White, An effective truncation heuristic for bias reduction in simulation output, Simulation 69 (1997) 323-334; K. Hoad, S. Robinson and R. Davies,
 * Automating warm-up length estimation, Journal of the Operational Research Society 61 (2010) 1389-1403, for batches of five and for the rule of the second half.
 */
export function mserTruncation(batches: readonly number[]): number | null {
  const n = batches.length;
  if (n < 4) return null;
  let [least, truncation] = [Infinity, 0];
  // The last batches are left out: two or three that lie close together by chance would beat everything before them.
  for (let dropped = 0; dropped <= n - Math.max(2, Math.min(5, n / 2)); dropped++) {
    const error = squaredError(batches.slice(dropped));
    if (error >= least) continue;
    [least, truncation] = [error, dropped];
  }
  return truncation > n / 2 ? null : truncation;
}

/** Squares around the mean, measured from the first value so that equal values have none, over the squared number of values. */
function squaredError(values: readonly number[]): number {
  const first = values[0]!;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length * values.length);
}
