/**
 * How far means over a few replications may be from the truth, for many arms at once: draws from the posterior of the means under a normal model with the reference prior, a multivariate Student t with
 * n - 1 degrees of freedom. One mean by itself has the t interval that pages print; differences between arms have their paired interval, whatever the correlation and however many arms there are.
 *
 * Source: A. Gelman and others, Bayesian Data Analysis, 3rd edition (2013), section 3.6. A draw is the mean plus a weighted sum of the deviations from it, the same weights for every arm, so that no covariance matrix, singular or not, need be
 * inverted: with z normal and χ² of n - 1 degrees of freedom, weights z / √(n χ²).
 */
import { inverseNormal } from "../engine/maths.js";
import { uniform, type Stream } from "../engine/random.js";

/** Standard error of a probability is at most 0.8 percentage points. */
export const DRAWS = 4000;

/** Weights of the deviations, a list of `replications` a draw; none with fewer than two replications, of which nothing can be said. */
export function meanDraws(replications: number, from: Stream, count = DRAWS): Float64Array[] {
  if (replications < 2) return [];
  return Array.from({ length: count }, () => {
    let square = 0;
    for (let degree = 1; degree < replications; degree++) square += squared(normal(from));
    const scale = 1 / Math.sqrt(replications * square);
    return Float64Array.from({ length: replications }, () => normal(from) * scale);
  });
}

/** The mean of these values in each draw. Equal values have their value in all. */
export function drawnMeans(values: readonly number[], draws: readonly Float64Array[]): Float64Array {
  const first = values[0]!;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  return Float64Array.from(draws, (weights) => values.reduce((sum, value, replication) => sum + weights[replication]! * (value - mean), mean));
}

function normal(from: Stream): number {
  return inverseNormal(uniform(from));
}

function squared(value: number): number {
  return value * value;
}
