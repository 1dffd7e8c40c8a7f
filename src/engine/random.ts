import seedrandom from "seedrandom";

/**
 * Chance in a fixed order: the n-th draw of a stream is the same whatever any other stream does. Five numbers are all there is to it, so a copy of a
 * stream goes on exactly as the stream does: the three words of the generator as parts of 1, its carry, and what to turn over in each draw.
 *
 * Generator: Alea by J. Baagøe, a multiply-with-carry generator with a period of about 2^116; the draws are those of seedrandom's `alea`.
 */
export type Stream = Float64Array;

const CARRY = 3;
const TURN = 4;

/**
 * The stream that these names stand for, such as seed, replication, place and purpose. Every list of names has a stream of its own: ("a", "b") is not
 * ("ab") nor ("b", "a"). A number is named by its digits, so that 7 and "7" are one name.
 */
export function stream(...names: (string | number)[]): Stream {
  // With its length before it, no name can pass for two.
  const { s0, s1, s2, c } = seedrandom.alea(names.map((name) => `${String(name).length}:${name}`).join(), { state: true }).state() as Record<"s0" | "s1" | "s2" | "c", number>;
  return Float64Array.of(s0, s1, s2, c, 0);
}

/**
 * The next draw: 32 random bits, as the signed whole number that they are to the machine, which V8 hands on without allocating a box. `unit` and the
 * samplers read them as unsigned, from 0 to 2^32 - 1.
 */
export function draw(stream: Stream): number {
  const sum = 2091639 * stream[0]! + stream[CARRY]! * 2.3283064365386963e-10;
  const carry = sum | 0;
  const word = sum - carry;
  stream[0] = stream[1]!;
  stream[1] = stream[2]!;
  stream[2] = word;
  stream[CARRY] = carry;
  return (word * 4294967296) ^ stream[TURN]!;
}

/** The next draw as a number between 0 and 1, never either of them. */
export function uniform(stream: Stream): number {
  return unit(draw(stream));
}

/** Draws `count` times and discards. */
export function skip(stream: Stream, count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`a stream skips a whole number of draws, not ${count}`);
  for (let i = 0; i < count; i++) draw(stream);
}

/** A stream that goes on from where this one is and draws 1 - u wherever this one draws u. */
export function antithetic(stream: Stream): Stream {
  const other = stream.slice();
  other[TURN] = ~other[TURN]!;
  return other;
}

/** The middle of that of 2^32 equal parts of the interval from 0 to 1 which the 32 bits of a draw stand for. */
export function unit(bits: number): number {
  return ((bits >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/**
 * A draw without a stream, 32 bits as `draw` gives them: the same three whole numbers always give the same one. For draws that not every arm makes, so that none
 * shifts another's. `key` says whose draw it is; drawn from a stream, it carries seed, replication and place. For one key and purpose, different counts
 * give different draws.
 */
export function hash(key: number, purpose: number, count: number): number {
  return mixed((mixed((mixed((key + STEP) | 0) ^ purpose) + STEP) | 0) ^ count);
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
