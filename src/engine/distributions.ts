import { exp, inverseNormal, ln, logGamma } from "./maths.js";
import { unit, type Stream } from "./random.js";

/**
 * A distribution of one number, as quantiles with straight lines between them: 512 equal cells of probability, and each of the two outermost cells
 * once more in 512, so that the tails are known to 1 in 262,144. Draw from it with `fromTable`.
 */
export type Table = Float64Array;

const CELLS = 512;
const KNOTS = CELLS + 1;
const LOWER = KNOTS;
const UPPER = 2 * KNOTS;

/** The variate that the 32-bit draw stands for; it grows with the draw. */
export function fromTable(table: Table, u32: number): number {
  const cell = u32 >>> 23;
  if (cell === 0) return between(table, LOWER, u32 << 9);
  if (cell === CELLS - 1) return between(table, UPPER, u32 << 9);
  return between(table, 0, u32);
}

/** The upper 9 bits of the draw are the cell, the lower 23 the place within it. */
function between(table: Table, from: number, u32: number): number {
  const at = from + (u32 >>> 23);
  const low = table[at]!;
  return low + (table[at + 1]! - low) * ((u32 & 0x7fffff) + 0.5) * 1.1920928955078125e-7;
}

/**
 * Lognormal variates, all above 0; `mean` and `sd` are the variate's own, not its logarithm's. The mean is met exactly and the sd within 0.5% up to
 * sd = 2 mean; above, the outermost tail, 1 in 524,288, is increasingly too thin. `sd` 0 gives `mean` always.
 */
export function lognormalTable(mean: number, sd: number): Table {
  requireSpread("lognormal", mean > 0 && mean < Infinity, mean, sd);
  if (sd === 0) return constantTable(mean);
  const variance = ln(1 + (sd / mean) * (sd / mean));
  const middle = ln(mean) - variance / 2;
  const spread = Math.sqrt(variance);
  return withMean(mean, tabulate((p) => exp(middle + spread * inverseNormal(p)), (q) => exp(middle - spread * inverseNormal(q))));
}

/** Exponential variates, all above 0 (`mean` 0 gives 0 always); the mean is met exactly, the sd within 0.1%. */
export function exponentialTable(mean: number): Table {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`an exponential distribution has a mean of 0 or more, not ${mean}`);
  if (mean === 0) return constantTable(0);
  return withMean(mean, tabulate((p) => -ln(1 - p), (q) => -ln(q)));
}

/** Normal variates; the mean is met exactly, the sd within 0.1%. The furthest lies 4.8 sd from the mean. */
export function normalTable(mean: number, sd: number): Table {
  requireSpread("normal", Number.isFinite(mean), mean, sd);
  return tabulate((p) => mean + sd * inverseNormal(p), (q) => mean - sd * inverseNormal(q));
}

/**
 * Variates that lie with probability `shares[i]` (of their sum) between `edges[i]` and `edges[i + 1]`, evenly within each bin. There is one edge more
 * than shares. Where a share is 0, up to one draw in 512 falls between the bin's edges all the same.
 */
export function empiricalTable(edges: readonly number[], shares: readonly number[]): Table {
  if (edges.length !== shares.length + 1) throw new RangeError(`${shares.length} bins have ${shares.length + 1} edges, not ${edges.length}`);
  edges.forEach((edge, i) => {
    if (!(Number.isFinite(edge) && (i === 0 || edge >= edges[i - 1]!))) throw new RangeError(`edge ${i} of a distribution is ${edge}; edges are finite and never go down`);
  });
  const below = cumulative(shares);
  const quantile = (p: number): number => {
    const bin = below.findIndex((upTo) => p <= upTo);
    const from = bin === 0 ? 0 : below[bin - 1]!;
    const inside = below[bin]! > from ? (p - from) / (below[bin]! - from) : 0;
    return edges[bin]! + (edges[bin + 1]! - edges[bin]!) * inside;
  };
  return tabulate(quantile, (q) => quantile(1 - q));
}

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
export function choice(cumulative: Float64Array, u32: number): number {
  const u = unit(u32);
  let outcome = 0;
  while (u >= cumulative[outcome]!) outcome++;
  return outcome;
}

/**
 * A Poisson variate from one uniform of the stream, which it grows with: the least k whose cumulative probability reaches the uniform. For means up to
 * 10,000 these probabilities are right to 1e-11, a tenth of what one uniform resolves. Takes about 7 sqrt(mean) steps.
 */
export function poisson(mean: number, stream: Stream): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`a Poisson distribution has a mean of 0 or more, not ${mean}`);
  const u = stream.uniform();
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

/** The table of a quantile function: `quantile(p)`, and `quantileAbove(q)` = quantile(1 - q), which keeps the digits of a small q. */
function tabulate(quantile: (p: number) => number, quantileAbove: (q: number) => number): Table {
  const table = new Float64Array(3 * KNOTS);
  const fine = 1 / (CELLS * CELLS);
  for (let i = 0; i <= CELLS; i++) {
    table[i] = i < CELLS / 2 ? quantile(i / CELLS) : quantileAbove(1 - i / CELLS);
    table[LOWER + i] = quantile(i * fine);
    table[UPPER + i] = quantileAbove((CELLS - i) * fine);
  }
  // Where the distribution has no end, its outermost line goes through the median of its cell.
  if (!Number.isFinite(table[LOWER]!)) table[LOWER] = 2 * quantile(fine / 2) - table[LOWER + 1]!;
  if (!Number.isFinite(table[UPPER + CELLS]!)) table[UPPER + CELLS] = 2 * quantileAbove(fine / 2) - table[UPPER + CELLS - 1]!;
  table[0] = table[LOWER]!;
  table[CELLS] = table[UPPER + CELLS]!;
  return table;
}

/** Takes up the few parts in ten thousand by which straight lines miss the mean: the table times a factor, so that what was above 0 stays there. */
function withMean(mean: number, table: Table): Table {
  const factor = mean / meanOf(table);
  return table.map((quantile) => quantile * factor);
}

/** Exact mean of what `fromTable` draws: the middles of the cells. */
function meanOf(table: Table): number {
  let tails = 0;
  let centre = 0;
  for (let i = 0; i < CELLS; i++) {
    tails += table[LOWER + i]! + table[LOWER + i + 1]! + table[UPPER + i]! + table[UPPER + i + 1]!;
    if (i > 0 && i < CELLS - 1) centre += table[i]! + table[i + 1]!;
  }
  return (centre + tails / CELLS) / (2 * CELLS);
}

function constantTable(value: number): Table {
  return new Float64Array(3 * KNOTS).fill(value);
}

function requireSpread(name: string, hasMean: boolean, mean: number, sd: number): void {
  if (!hasMean || !(sd >= 0 && sd < Infinity)) throw new RangeError(`a ${name} distribution cannot have mean ${mean} and sd ${sd}`);
}
