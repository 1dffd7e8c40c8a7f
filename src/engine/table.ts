import { cumulative } from "./discrete.js";
import { exp, inverseNormal, ln, ln1p } from "./maths.js";

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
export function fromTable(table: Table, bits: number): number {
  // The upper 9 bits are the cell, the lower 23 the place within it; in an outermost cell these 23 are looked up in turn.
  const cell = bits >>> 23;
  const isInside = cell !== 0 && cell !== CELLS - 1;
  const place = isInside ? bits : bits << 9;
  const at = (isInside ? 0 : cell === 0 ? LOWER : UPPER) + (place >>> 23);
  const low = table[at]!;
  return low + (table[at + 1]! - low) * ((place & 0x7fffff) + 0.5) * 1.1920928955078125e-7;
}

/**
 * Lognormal variates, all above 0; `mean` and `sd` are the variate's own, not its logarithm's. The mean is met exactly and the sd within 0.5% up to
 * sd = 2 mean; above, the outermost tail, 1 in 524,288, is increasingly too thin. `sd` 0 gives `mean` always.
 */
export function lognormalTable(mean: number, sd: number): Table {
  requireSpread("lognormal", mean > 0 && mean < Infinity, mean, sd);
  if (sd === 0) return constantTable(mean);
  const variance = ln1p((sd / mean) * (sd / mean));
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

/** The quantile at a probability between 0 and 1: as `fromTable`, from more than 32 bits. */
export function quantileOfTable(table: Table, p: number): number {
  const cell = Math.floor(p * CELLS);
  const from = cell === 0 ? LOWER : cell === CELLS - 1 ? UPPER : 0;
  const at = from === 0 ? p * CELLS : (p * CELLS - cell) * CELLS;
  const within = Math.min(Math.floor(at), CELLS - 1);
  const low = table[from + within]!;
  return low + (table[from + within + 1]! - low) * (at - within);
}

/** The table of a quantile function: `quantile(p)`, and `quantileAbove(q)` = quantile(1 - q), which keeps the digits of a small q. */
export function tabulate(quantile: (p: number) => number, quantileAbove: (q: number) => number): Table {
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
