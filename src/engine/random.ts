import seedrandom from "seedrandom";

/** Chance in a fixed order: the n-th draw of a stream is the same whatever any other stream does. */
export interface Stream {
  /** A whole number from 0 to 2^32 - 1. */
  int32(): number;
  /** A number between 0 and 1, never either of them: one `int32`, as `unit` has it. */
  uniform(): number;
}

/**
 * The stream that these names stand for, such as seed, replication, place and purpose. Every list of names has a stream of its own: ("a", "b") is not
 * ("ab") nor ("b", "a"). A number is named by its digits, so that 7 and "7" are one name. Generator: Alea by J. Baagøe, period about 2^116.
 */
export function stream(...names: (string | number)[]): Stream {
  // With its length before it, no name can pass for two.
  const draw = seedrandom.alea(names.map((name) => `${String(name).length}:${name}`).join());
  return {
    int32: () => draw.int32() >>> 0,
    uniform: () => unit(draw.int32() >>> 0),
  };
}

/** The middle of the u32-th of 2^32 equal parts of the interval from 0 to 1. */
export function unit(u32: number): number {
  return (u32 + 0.5) * 2.3283064365386963e-10;
}

/**
 * A draw without a stream, from 0 to 2^32 - 1: the same three whole numbers always give the same one. For draws that not every arm makes, so that none
 * shifts another's. `key` says whose draw it is; drawn from a stream, it carries seed, replication and place. For one key and purpose, different counts
 * give different draws.
 */
export function hash(key: number, purpose: number, count: number): number {
  return mixed((mixed((mixed((key + STEP) | 0) ^ purpose) + STEP) | 0) ^ count) >>> 0;
}

/** 2^32 over the golden ratio; without it all zeros would hash to zero. */
const STEP = 0x9e3779b9;

/** A one-to-one map of 32-bit numbers in which every bit changes every other with a probability close to a half (C. Wellons, "lowbias32", 2018). */
function mixed(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
