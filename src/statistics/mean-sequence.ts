import type { MeanInterval } from "./interval.js";
import { rootOf } from "./root.js";
import { reaching } from "./skewed-interval.js";

/**
 * Weight of what is assumed before the first value, in values: the mean's distance from any bound, in standard deviations, is mixed over a normal distribution of variance 1/10. More would need fewer
 * values where the distance is large and trust less to skewed ones: nothing is said of fewer than 10 values, and of an error of 5% little before 15.
 */
const WEIGHT = 10;

/**
 * Interval of the mean of independent values that holds at all times: whenever and however often one looks, and whatever makes one stop, all intervals together miss the mean with a probability of at most
 * `error`, where values are normal. Those that lean are allowed for as in `skewedInterval`; that is not proven but measured (tests/statistics/mean-sequence.test.ts). Open on both sides (null) with too few
 * values; equal values give their value, with no fewer.
 * Sources: T. L. Lai, On confidence sequences, Annals of Statistics 4 (1976) 265-280; H. Wang and A. Ramdas, Anytime-valid t-tests and confidence sequences for Gaussian means with unknown variance,
 * arXiv:2310.03722, the normal mixture of scale-invariant likelihood ratios.
 */
export function meanSequence(values: ArrayLike<number>, error: number): MeanInterval {
  const n = values.length;
  if (n < 2) return { mean: values[0] ?? null, low: null, high: null };
  const t = criticalT(n, error);
  return t === Infinity ? { mean: reaching(values, 0).mean, low: null, high: null } : reaching(values, t);
}

/** The t at which the mixture's likelihood ratio against it reaches 1 / error. Infinity with too few values. */
function criticalT(n: number, error: number): number {
  const growth = 1 + n / WEIGHT;
  const root = rootOf(growth / (error * error), n);
  return root < growth ? Math.sqrt(((n - 1) * (root - 1)) / (1 - root / growth)) : Infinity;
}
