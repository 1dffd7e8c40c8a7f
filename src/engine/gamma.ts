import { exp, ln, logGamma } from "./maths.js";

/** The value that a gamma variate of this shape and scale 1 stays below with probability `p`, to about 1e-13 of itself: `incompleteGamma` solved by bisection of the logarithm and Newton's steps. */
export function gammaQuantile(shape: number, p: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return Infinity;
  // Near 0 the distribution is x^shape / Γ(shape + 1).
  const small = exp((ln(p) + logGamma(shape + 1)) / shape);
  let low = 0;
  let high = Math.max(1, 2 * shape);
  while (incompleteGamma(shape, high) < p) high *= 2;
  let x = small < high ? small : high / 2;
  for (let step = 0; step < 200; step++) {
    const missing = incompleteGamma(shape, x) - p;
    if (missing > 0) high = x;
    else low = x;
    const density = exp((shape - 1) * ln(x) - x - logGamma(shape));
    let next = x - missing / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}

/** Probability that a gamma variate of this shape and scale 1 stays below x: by its series below shape + 1, by its continued fraction above. */
export function incompleteGamma(shape: number, x: number): number {
  if (!(x > 0)) return 0;
  const front = exp(shape * ln(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (shape + n);
    return front * sum;
  }
  // Lentz's method, from the innermost fraction outwards as it goes.
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return 1 - front * fraction;
}
