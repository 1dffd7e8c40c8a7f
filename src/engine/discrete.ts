import { exp, ln, logGamma } from "./maths.js";
import { unit } from "./random.js";

/** Shares as a running sum that ends at 1, for `choice`. Shares are 0 or more and not all 0; they need not add up to anything. */
export function cumulative(shares: readonly number[]): Float64Array {
  const sums = new Float64Array(shares.length);
  let sum = 0;
  shares.forEach((share, i) => {
    if (!(share >= 0 && share < Infinity)) throw new RangeError(`share ${i} of a distribution is ${share}; shares are 0 or more`);
    sums[i] = sum += share;
  });
  if (!(sum > 0)) throw new RangeError("all shares of a distribution are 0");
  return sums.map((upTo) => upTo / sum);
}

/** The outcome, from 0, that the 32-bit draw stands for. An outcome with share 0 never comes. */
export function choice(cumulative: Float64Array, bits: number): number {
  const u = unit(bits);
  let outcome = 0;
  while (u >= cumulative[outcome]!) outcome++;
  return outcome;
}

/**
 * The Poisson variate that the 32-bit draw stands for; it grows with the draw: the least k whose cumulative probability reaches the uniform. For means up to
 * 10,000 these probabilities are right to 1e-11, a tenth of what one uniform resolves. Takes about 7 sqrt(mean) steps.
 */
export function poissonCount(mean: number, bits: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`a Poisson distribution has a mean of 0 or more, not ${mean}`);
  return poissonQuantile(mean, unit(bits));
}

/** The least count whose cumulative probability reaches u. */
export function poissonQuantile(mean: number, u: number): number {
  if (mean === 0) return 0;
  // What lies more than 7 sd below the mean has a probability under 1.3e-12.
  let k = Math.max(0, Math.floor(mean - 7 * Math.sqrt(mean)));
  let probability = k === 0 ? exp(-mean) : exp(k * ln(mean) - mean - logGamma(k + 1));
  let below = probability;
  // So small a term comes only far above the mean, where rounding can keep the sum from ever reaching u.
  while (below < u && probability > 1e-30) {
    probability *= mean / ++k;
    below += probability;
  }
  return k;
}

/** Shares prepared for `aliasAt`: by outcome, the part of its column that is its own, and whose the rest is. */
export type Alias = Float64Array;

/**
 * Shares as columns of one height, each of one outcome or two: A. J. Walker's method, Electronics Letters 10 (1974), 127-128. For many outcomes; shares
 * are 0 or more and not all 0.
 */
export function aliasTable(shares: readonly number[]): Alias {
  const count = shares.length;
  const upTo = cumulative(shares);
  const height = Array.from(upTo, (sum, i) => (sum - (i === 0 ? 0 : upTo[i - 1]!)) * count);
  const alias = new Float64Array(2 * count);
  const low = height.flatMap((h, i) => (h < 1 ? [i] : []));
  const high = height.flatMap((h, i) => (h < 1 ? [] : [i]));
  while (low.length > 0 && high.length > 0) {
    const filled = low.pop()!;
    const from = high[high.length - 1]!;
    alias[2 * filled] = height[filled]!;
    alias[2 * filled + 1] = from;
    height[from]! -= 1 - height[filled]!;
    if (height[from]! < 1) low.push(high.pop()!);
  }
  // What rounding leaves is full.
  for (const full of [...low, ...high]) {
    alias[2 * full] = 1;
    alias[2 * full + 1] = full;
  }
  return alias;
}

/** The outcome, from 0, that a uniform stands for, in a time that does not depend on how many there are; it does not grow with the uniform. */
export function aliasAt(alias: Alias, u: number): number {
  const at = u * (alias.length / 2);
  const column = Math.floor(at);
  return at - column < alias[2 * column]! ? column : alias[2 * column + 1]!;
}
