import { exp, ln, logGamma } from "./maths.js";

/**
 * The value that a gamma variate of this shape and scale 1 stays below with probability `p` = 1 - `q`: to 5e-13 of itself for shapes from 0.05 to 10,000, for
 * lesser ones to 1e-14 over the shape. Solved for by Newton's steps, and by halving what is left where they lead out of it.
 */
export function gammaQuantile(shape: number, p: number, q = 1 - p): number {
  if (!(p > 0)) return 0;
  if (!(q > 0)) return Infinity;
  // The probability below x is less than x^shape / Γ(shape + 1), and so close to 0 it is that.
  const least = exp((ln(p) + logGamma(shape + 1)) / shape);
  if (least < 1e-17) return least;
  const beyond = p > 0.5;
  const wanted = beyond ? q : p;
  let low = 0;
  let high = Math.max(1, 2 * shape);
  while (beyond ? tail(shape, high, true) > wanted : tail(shape, high, false) < wanted) high *= 2;
  let x = least < high ? least : high / 2;
  for (let i = 0; i < 200; i++) {
    const reached = tail(shape, x, beyond);
    if (reached > wanted === beyond) low = x;
    else high = x;
    // Beyond, the logarithm is the straighter line: far out the probability itself would take a step for each power of e.
    const excess = beyond ? -reached * ln(reached / wanted) : reached - wanted;
    const step = excess / exp((shape - 1) * ln(x) - x - logGamma(shape));
    // What is left after it is of the order of its square.
    if (Math.abs(step) <= 1e-9 * x) return x - step;
    x = x - step > low && x - step < high ? x - step : (low + high) / 2;
  }
  return x;
}

/** Probability that a gamma variate of this shape and scale 1 stays below x, to 1e-14 of itself plus 1e-15 times the shape. */
export function incompleteGamma(shape: number, x: number): number {
  return tail(shape, x, false);
}

/** Probability below x, or `beyond` it: by the series of the one up to shape + 1, by the continued fraction of the other from there on. */
function tail(shape: number, x: number, beyond: boolean): number {
  if (!(x > 0)) return beyond ? 1 : 0;
  const front = exp(shape * ln(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (shape + n);
    return beyond ? 1 - front * sum : front * sum;
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
  return beyond ? front * fraction : 1 - front * fraction;
}
