export interface QuantileInterval {
  /** null where there are too few values to bound the quantile on this side, or where the bound is a value cut at the horizon (Infinity). */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Two-sided interval, for any distribution, of the quantile p (0 < p < 1) behind independent values sorted from least to greatest. Its bounds are two of the
 * values: as many values lie below the quantile as a binomial says, so each side errs with a probability of at most (1 - confidence) / 2.
 */
export function quantileInterval(sorted: ArrayLike<number>, p: number, confidence = 0.95): QuantileInterval {
  const n = sorted.length;
  const error = (1 - confidence) / 2;
  const probabilities = binomial(n, p);
  // As far from the ends as the error allows: the lower bound errs when fewer than `below` values lie under the quantile.
  let below = 0;
  for (let tail = probabilities[0]!; tail <= error; tail += probabilities[below]!) below++;
  let above = 0;
  for (let tail = probabilities[n]!; tail <= error; tail += probabilities[n - above]!) above++;
  return { low: below === 0 ? null : finite(sorted[below - 1]!), high: above === 0 ? null : finite(sorted[n - above]!) };
}

/** Least number of values with which `quantileInterval` has both bounds, for 0 < p < 1: 36 for the 90th percentile with a confidence of 95%. */
export function replicationsNeeded(p: number, confidence = 0.95): number {
  const error = (1 - confidence) / 2;
  const outer = Math.max(p, 1 - p);
  let needed = 0;
  // That all values lie on the quantile's longer side must be improbable enough.
  for (let tail = 1; tail > error; tail *= outer) needed++;
  return needed;
}

/** Probabilities of 0 to n successes in n trials, from the most probable outwards, where none is too small to start from. */
function binomial(n: number, p: number): Float64Array {
  const weights = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  weights[mode] = 1;
  for (let k = mode; k < n; k++) weights[k + 1] = (weights[k]! * odds * (n - k)) / (k + 1);
  for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k) / (odds * (n - k + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
