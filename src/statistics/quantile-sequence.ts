import type { QuantileInterval } from "./quantile-interval.js";

/** Weight of what is assumed before the first value, in values. */
const WEIGHT = 2;

/**
 * Interval, for any distribution, of the quantile p (0 < p < 1) behind independent values sorted from least to greatest, that holds at all times: each of its sides errs ever, however often one looks, with a
 * probability of at most `error`. Its bounds are two of the values. How many lie below the quantile is binomial; the probability is mixed over a beta distribution of mean p, and the counts are ruled out whose
 * likelihood ratio against p reaches 1 / error.
 * Source: H. Robbins, Statistical methods related to the law of the iterated logarithm, Annals of Mathematical Statistics 41 (1970) 1397-1409, for the mixture; S. R. Howard and A. Ramdas, Sequential
 * estimation of quantiles with applications to A/B testing and best-arm identification, Bernoulli 28 (2022) 1704-1728, for quantiles.
 */
export function quantileSequence(sorted: ArrayLike<number>, p: number, error: number): QuantileInterval {
  const n = sorted.length;
  const [successes, failures] = [WEIGHT * p, WEIGHT * (1 - p)];
  // To the count that p makes most likely, one value after the other and in proportion, so that no factor on the way is very large or small.
  let middle = 0;
  let ratio = 1;
  for (let values = 0; values < n; values++) {
    const isSuccess = middle + 1 <= p * (values + 1);
    ratio *= isSuccess ? (successes + middle) / ((WEIGHT + values) * p) : (failures + values - middle) / ((WEIGHT + values) * (1 - p));
    if (isSuccess) middle++;
  }
  // From there outwards, to the first counts that are ruled out.
  const odds = p / (1 - p);
  let [below, least] = [middle, ratio];
  while (below >= 0 && least * error < 1) {
    least *= ((failures + n - below) * odds) / (successes + below - 1);
    below--;
  }
  let [above, greatest] = [middle, ratio];
  while (above <= n && greatest * error < 1) {
    greatest *= (successes + above) / ((failures + n - above - 1) * odds);
    above++;
  }
  return { low: below < 0 ? null : finite(sorted[below]!), high: above > n ? null : finite(sorted[above - 1]!) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
