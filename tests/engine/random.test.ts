import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { antithetic, draw, hash, skip, stream, uniform, unit, type Stream } from "../../src/engine/random.js";
import { copyState } from "../../src/engine/state.js";

// Seeds are fixed, so every test here is deterministic. Bounds are set where a perfect generator would fail once in 10,000 seeds.
const CHI_SQUARE_255 = 347; // 0.9999 quantile with 255 degrees of freedom
const Z = 3.9; // two-sided 99.99%

/** Chi-square of 256 equal cells, which has 255 degrees of freedom where the draws are uniform. */
function chiSquare(draws: number, draw: (i: number) => number): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < draws; i++) counts[draw(i)]!++;
  const expected = draws / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Correlation times the root of the number of pairs: standard normal where they are independent. */
function correlationZ(pairs: number, first: (i: number) => number, second: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < pairs; i++) sum += (first(i) - 0.5) * (second(i) - 0.5);
  return (12 * sum) / Math.sqrt(pairs);
}

test("a stream repeats itself, whatever other streams do", () => {
  const alone = stream("seed", 3, "U12345", "arrivals");
  const first = [draw(alone), uniform(alone), draw(alone)];
  const again = stream("seed", 3, "U12345", "arrivals");
  const other = stream("seed", 3, "U12345", "lengths");
  expect([draw(again), (draw(other), uniform(again)), (uniform(other), draw(again))]).toEqual(first);
});

test("the first draws of a stream stay what they are from version to version", () => {
  const named = stream("1", 0, "E38000237", "demand");
  expect([draw(named), draw(named), draw(named)]).toEqual([245648577, 1002096277, 1889194218]);
  expect([hash(0, 0, 0), hash(1, 2, 3), hash(0xffffffff, 0, 7)].map((bits) => bits >>> 0)).toEqual([3605303512, 3428781824, 2888255621]);
});

function drawn(one: Stream, count: number): number[] {
  return Array.from({ length: count }, () => draw(one));
}

// Each name with its length before it, put together by commas.
test.each<[(string | number)[], string]>([
  [["seed", 3, "U12345", "arrivals"], "4:seed,1:3,6:U12345,8:arrivals"],
  [["a,b"], "3:a,b"],
  [[""], "0:"],
  [[], ""],
  [[-1.5, 1e21], "4:-1.5,5:1e+21"],
  [["Zoë", "東"], "3:Zoë,1:東"],
])("the draws of stream(...%j) are those of seedrandom's alea of \"%s\"", (names, seed) => {
  const one = stream(...names);
  const reference = seedrandom.alea(seed);
  for (let i = 0; i < 10_000; i++) if (draw(one) !== reference.int32()) expect.fail(`draw ${i} differs`);
});

test("to skip draws is to draw and discard them", () => {
  for (const count of [0, 1, 2, 3, 1000]) {
    const [skipped, other] = [stream("skip"), stream("skip")];
    skip(skipped, count);
    drawn(other, count);
    expect(drawn(skipped, 100)).toEqual(drawn(other, 100));
  }
});

test("an antithetic stream draws 1 - u wherever the other draws u, from where that is, and leaves it alone", () => {
  const [one, untouched] = [stream("antithetic"), stream("antithetic")];
  skip(one, 10);
  skip(untouched, 10);
  const other = antithetic(one);
  const bits = drawn(one, 1000);
  expect(bits).toEqual(drawn(untouched, 1000));
  expect(drawn(antithetic(other), 1000)).toEqual(bits);
  expect(drawn(other, 1000)).toEqual(bits.map((each) => ~each));
  for (let i = 0; i < 1000; i++) expect(uniform(other)).toBe(1 - uniform(one));
});

test("a copy of a stream goes on as the stream does, whatever happens to either", () => {
  for (const one of [stream("copy"), antithetic(stream("copy"))]) {
    skip(one, 7);
    const copies = [one.slice(), copyState({ one }).one, Float64Array.from([...one])];
    const bits = drawn(one, 1000);
    for (const copy of copies) expect(drawn(copy, 1000)).toEqual(bits);
  }
});

test("streams are named unambiguously", () => {
  const names: (string | number)[][] = [["a", "b"], ["b", "a"], ["ab"], ["a,b"], ["1:a,1:b"], ["a", "", "b"], ["a", "b", ""], ["", "a", "b"], [1, 23], [12, 3], [123], [-1, 23], []];
  expect(new Set(names.map((name) => draw(stream(...name)))).size).toBe(names.length);
  expect(draw(stream("7", 1))).toBe(draw(stream(7, "1")));
});

test("a uniform is one int32, and never 0 or 1", () => {
  const bare = stream("uniform");
  const other = stream("uniform");
  for (let i = 0; i < 1000; i++) expect(uniform(other)).toBe(((draw(bare) >>> 0) + 0.5) / 2 ** 32);
  expect(unit(0)).toBeGreaterThan(0);
  expect(unit(2 ** 32 - 1)).toBeLessThan(1);
});

test("draws of one stream are uniform in their upper and lower bits, and do not follow from the one before", () => {
  for (const shift of [24, 12, 0]) {
    const one = stream("bits", shift);
    expect(chiSquare(100_000, () => (draw(one) >>> shift) & 255)).toBeLessThan(CHI_SQUARE_255);
  }
  const one = stream("serial");
  const draws = Array.from({ length: 100_000 }, () => uniform(one));
  for (const lag of [1, 2, 7]) expect(Math.abs(correlationZ(draws.length - lag, (i) => draws[i]!, (i) => draws[i + lag]!))).toBeLessThan(Z);
});

test("streams whose names differ by a digit are independent, from the first draw on", () => {
  const firsts = Array.from({ length: 50_000 }, (_, replication) => {
    const one = stream("seed", replication, "U12345", "arrivals");
    return [uniform(one), uniform(one)] as const;
  });
  for (const draw of [0, 1]) {
    expect(chiSquare(firsts.length, (i) => Math.floor(firsts[i]![draw]! * 256))).toBeLessThan(CHI_SQUARE_255);
    for (const lag of [1, 10, 100]) expect(Math.abs(correlationZ(firsts.length - lag, (i) => firsts[i]![draw]!, (i) => firsts[i + lag]![draw]!))).toBeLessThan(Z);
  }
  // Two dimensions at once: 16 by 16 cells of (this replication, the next).
  expect(chiSquare(firsts.length / 2, (i) => Math.floor(firsts[2 * i]![0] * 16) * 16 + Math.floor(firsts[2 * i + 1]![0] * 16))).toBeLessThan(CHI_SQUARE_255);
});

// Keys as callers have them: drawn at random, and one after the other.
const random = stream("keys");
const keys: Record<string, number[]> = {
  drawn: Array.from({ length: 4000 }, () => draw(random)),
  counted: Array.from({ length: 4000 }, (_, i) => i),
};

test.each(["drawn", "counted"])("hashes of %s keys are uniform in their upper, middle and lower bits, over keys, purposes and counts", (kind) => {
  const each = keys[kind]!;
  for (const shift of [24, 12, 0]) {
    const byte = (u32: number): number => (u32 >>> shift) & 255;
    expect(chiSquare(4000 * 25, (i) => byte(hash(each[i % 4000]!, 0, Math.floor(i / 4000))))).toBeLessThan(CHI_SQUARE_255);
    expect(chiSquare(4000 * 25, (i) => byte(hash(each[i % 4000]!, Math.floor(i / 4000), 0)))).toBeLessThan(CHI_SQUARE_255);
    expect(chiSquare(100_000, (i) => byte(hash(each[5]!, 3, i)))).toBeLessThan(CHI_SQUARE_255);
  }
});

test.each(["drawn", "counted"])("hashes of %s keys do not follow from those of the next key, purpose or count", (kind) => {
  const at = (i: number, purpose: number, count: number): number => unit(hash(keys[kind]![i % 4000]!, purpose, count));
  const grid = 4000 * 25;
  const part = (i: number): number => Math.floor(i / 4000);
  expect(Math.abs(correlationZ(grid, (i) => at(i, 0, part(i)), (i) => at(i, 0, part(i) + 1)))).toBeLessThan(Z);
  expect(Math.abs(correlationZ(grid, (i) => at(i, part(i), 0), (i) => at(i, part(i) + 1, 0)))).toBeLessThan(Z);
  expect(Math.abs(correlationZ(grid, (i) => at(i, part(i), 2), (i) => at(i + 1, part(i), 2)))).toBeLessThan(Z);
  // Purpose and count are not exchangeable.
  expect(Math.abs(correlationZ(grid, (i) => at(i, part(i), part(i) + 1), (i) => at(i, part(i) + 1, part(i))))).toBeLessThan(Z);
  expect(chiSquare(grid, (i) => Math.floor(at(i, 1, part(i)) * 16) * 16 + Math.floor(at(i, 2, part(i)) * 16))).toBeLessThan(CHI_SQUARE_255);
});

test("a bit of key, purpose or count changes each bit of the hash with a probability near a half", () => {
  const trials = 4000;
  for (const argument of [0, 1, 2]) {
    for (let bit = 0; bit < 32; bit++) {
      const changed = new Float64Array(32);
      for (let i = 0; i < trials; i++) {
        const from: [number, number, number] = [keys.drawn![i]!, i & 15, i >> 4];
        const to: [number, number, number] = [...from];
        to[argument]! ^= 1 << bit;
        const difference = hash(...from) ^ hash(...to);
        for (let b = 0; b < 32; b++) changed[b]! += (difference >>> b) & 1;
      }
      // Within 6%: seven standard errors of a fair coin, since the mixer promises close to a half, not exactly.
      for (const count of changed) expect(Math.abs(count / trials - 0.5)).toBeLessThan(0.06);
    }
  }
});

test("one key and purpose never draws the same twice", () => {
  expect(new Set(Array.from({ length: 100_000 }, (_, count) => hash(12345, 6, count))).size).toBe(100_000);
});
