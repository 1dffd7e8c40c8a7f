import { EXPONENTIAL, TABLE, variate, type Distribution } from "./distribution.js";
import { lnUnit } from "./maths.js";
import { draw, type Stream } from "./random.js";
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

function refill(variates: Variates): void {
  const { block, stream, distribution } = variates;
  const { a, table } = distribution;
  variates.left = BLOCK;
  if (distribution.kind === EXPONENTIAL) for (let i = BLOCK - 1; i >= 0; i--) block[i] = -a * lnUnit(~draw(stream));
  else if (distribution.kind === TABLE) for (let i = BLOCK - 1; i >= 0; i--) block[i] = fromTable(table, draw(stream));
  else for (let i = BLOCK - 1; i >= 0; i--) block[i] = variate(distribution, draw(stream));
}
