/**
 * Goodness of fit and distribution functions, from textbook formulas and the platform's own mathematics: nothing here uses what it tests. Limits are 99.99%
 * points: a correct program exceeds one for 1 seed in 10,000, and the seeds are fixed.
 */

export type Cdf = (x: number) => number;

/** Kolmogorov's distance between a sample and a continuous distribution. */
export function kolmogorov(sample: ArrayLike<number>, cdf: Cdf): number {
  const n = sample.length;
  return Float64Array.from(sample).sort().reduce((greatest, x, i) => Math.max(greatest, Math.abs(cdf(x) - (i + 0.5) / n) + 0.5 / n), 0);
}

/** Its limit, from the first term of Kolmogorov's series: what is left out of it is below 1e-14 here. */
export function kolmogorovLimit(n: number): number {
  return Math.sqrt(Math.log(2 / 1e-4) / 2 / n);
}

export function chiSquare(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Array.from(expected).reduce((sum, e, i) => sum + (counts[i]! - e) ** 2 / e, 0);
}

/** Its limit by Wilson and Hilferty's formula, at most 1.2% too high from 10 degrees of freedom on and 4% from 3 on. */
export function chiSquareLimit(degrees: number): number {
  return degrees * (1 - 2 / (9 * degrees) + 3.719 * Math.sqrt(2 / (9 * degrees))) ** 3;
}

/** Of the standard normal distribution: the series whose terms are all of one sign, in the tails Laplace's continued fraction. */
export function normalCdf(z: number): number {
  if (Math.abs(z) === Infinity) return z > 0 ? 1 : 0;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(z) > 5) {
    let fraction = 0;
    for (let k = 60; k > 0; k--) fraction = k / (Math.abs(z) + fraction);
    const tail = density / (Math.abs(z) + fraction);
    return z < 0 ? tail : 1 - tail;
  }
  let sum = z;
  for (let k = 3, term = z; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) sum += term *= (z * z) / k;
  return 0.5 + density * sum;
}

/** Of the gamma distribution with scale 1 and a shape that is a whole number of halves: upwards from the closed forms of 1/2 and 1. */
export function gammaCdf(shape: number, x: number): number {
  if (!(x > 0 && x < Infinity)) return x > 0 ? 1 : 0;
  let at = shape % 1 === 0 ? 1 : 0.5;
  let below = at === 1 ? -Math.expm1(-x) : 2 * normalCdf(Math.sqrt(2 * x)) - 1;
  let term = at === 1 ? x * Math.exp(-x) : 2 * Math.sqrt(x / Math.PI) * Math.exp(-x);
  while (at < shape) {
    below -= term;
    term *= x / ++at;
  }
  return below;
}

/** Probabilities of 0, 1, 2 and so on up to `last`, which has all that is above it too. */
export function poissonProbabilities(mean: number, last: number): number[] {
  let p = Math.exp(-mean);
  let rest = 1;
  return Array.from({ length: last + 1 }, (_, k) => {
    const here = k === last ? rest : p;
    rest -= p;
    p *= mean / (k + 1);
    return here;
  });
}
