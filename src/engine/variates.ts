import { EXPONENTIAL, TABLE, UNIFORM, variate, type Distribution } from "./distribution.js";
import { lnUnit } from "./maths.js";
import { draw, unit, type Stream } from "./random.js";
import { fromTable } from "./table.js";

/**
 * Variates of one distribution, one after the other, from a stream of their own. They are made a block at a time, which is faster than one by one; which
 * ones they are does not depend on it.
 */
export interface Variates {
  /** How many of the block are still to come; they lie at its beginning, the next one last. */
  left: number;
  readonly block: Float64Array;
  readonly stream: Stream;
  readonly distribution: Distribution;
}

const BLOCK = 128;

/** The stream is taken over: nothing else draws from it. */
export function createVariates(distribution: Distribution, stream: Stream): Variates {
  return { left: 0, block: new Float64Array(BLOCK), stream, distribution };
}

/** The next variate. */
export function next(variates: Variates): number {
  if (variates.left === 0) refill(variates);
  return variates.block[--variates.left]!;
}

/** The draws of a block, before they are made variates. */
const draws = new Int32Array(BLOCK);

function refill(variates: Variates): void {
  const { block, stream, distribution } = variates;
  const { kind, a, b, table } = distribution;
  variates.left = BLOCK;
  for (let i = BLOCK - 1; i >= 0; i--) draws[i] = draw(stream);
  // What most models draw is written out, so that it is inlined: otherwise V8 allocates a box for each variate.
  if (kind === EXPONENTIAL) for (let i = 0; i < BLOCK; i++) block[i] = -a * lnUnit(~draws[i]!);
  else if (kind === TABLE) for (let i = 0; i < BLOCK; i++) block[i] = fromTable(table, draws[i]!);
  else if (kind === UNIFORM) for (let i = 0; i < BLOCK; i++) block[i] = a + (b - a) * unit(draws[i]!);
  else for (let i = 0; i < BLOCK; i++) block[i] = variate(distribution, draws[i]!);
}
