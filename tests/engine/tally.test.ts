import fc from "fast-check";
import { expect, test } from "vitest";
import { createLevel, meanLevel, restartLevel, setLevel } from "../../src/engine/level.js";
import { createTally, record, restartTally, varianceOf, type Tally } from "../../src/engine/tally.js";

function tallyOf(values: readonly number[]): Tally {
  const tally = createTally();
  for (const value of values) record(tally, value);
  return tally;
}

/** In two passes, each value's deviation from the mean of all. */
function direct(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) };
}

test("a tally by hand", () => {
  const tally = tallyOf([4, 1, 7]);
  expect(tally).toEqual({ count: 3, mean: 4, squares: 18, min: 1, max: 7 });
  expect(varianceOf(tally)).toBe(9);
});

test("of no values and of one there is no variance", () => {
  const tally = createTally();
  expect([tally.count, tally.min, tally.max, varianceOf(tally)]).toEqual([0, Infinity, -Infinity, NaN]);
  record(tally, 5);
  expect([tally.count, tally.mean, tally.min, tally.max, varianceOf(tally)]).toEqual([1, 5, 5, 5, NaN]);
});

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2, maxLength: 200, size: "max" });

test("a tally is what comes out directly", () => {
  fc.assert(fc.property(values, (each) => {
    const tally = tallyOf(each);
    const { mean, variance } = direct(each);
    // 200 values up to 1000: the mean is rounded by a few 1e-13 in each step, and so is each deviation, of at most 2000.
    expect(Math.abs(tally.mean - mean)).toBeLessThan(1e-10);
    expect(Math.abs(varianceOf(tally) - variance)).toBeLessThan(1e-6);
    expect([tally.count, tally.min, tally.max]).toEqual([each.length, Math.min(...each), Math.max(...each)]);
  }), { seed: 1, numRuns: 200 });
});

test.each([1e9, -1e9])("far from 0, at %d and a little, a tally keeps its digits", (far) => {
  // Parts of 2^20, which a number near 1e9 holds exactly. The mean is kept to 1e-7 of the deviations, where the mean of the squares would be off by 100.
  fc.assert(fc.property(fc.array(fc.nat(2 ** 20), { minLength: 10, maxLength: 500, size: "max" }), (each) => {
    const small = each.map((parts) => parts / 2 ** 20);
    const tally = tallyOf(small.map((value) => far + value));
    const { mean, variance } = direct(small);
    expect(Math.abs(tally.mean - far - mean)).toBeLessThan(1e-5);
    expect(Math.abs(varianceOf(tally) - variance)).toBeLessThan(1e-5);
    expect([tally.min, tally.max]).toEqual([far + Math.min(...small), far + Math.max(...small)]);
  }), { seed: 1, numRuns: 100 });
});

test("equal values, however many and far from 0, have a variance of 0", () => {
  expect(varianceOf(tallyOf(Array.from({ length: 1000 }, () => 1e9 + 0.1)))).toBe(0);
});

test("a tally begun anew knows nothing of what was before", () => {
  const tally = tallyOf([1e12, -5, 3]);
  restartTally(tally);
  expect(tally).toEqual(createTally());
  for (const value of [4, 1, 7]) record(tally, value);
  expect(tally).toEqual(tallyOf([4, 1, 7]));
});

test("a level by hand: each value counts by how long it lasted", () => {
  const level = createLevel(2, 10);
  setLevel(level, 5, 14);
  setLevel(level, 1, 15);
  expect(meanLevel(level, 20)).toBe((2 * 4 + 5 * 1 + 1 * 5) / 10);
  expect([level.value, level.min, level.max]).toEqual([1, 1, 5]);
});

test("a level that never changes is its mean, and where no time has passed there is none", () => {
  expect([meanLevel(createLevel(3, 5), 9), meanLevel(createLevel(3, 5), 5)]).toEqual([3, NaN]);
});

const steps = fc.array(fc.record({ value: fc.nat(800), lasts: fc.nat(80) }), { minLength: 1, maxLength: 100, size: "max" });

test.each([[0, 0], [1e9, 0], [0, 1e9], [-1e9, 1e9]])("a level around %d at times from %d on is what comes out directly, whenever it is asked", (far, from) => {
  // Eighths, of which all sums are exact: 1e9 over 1000 units of time is below 2^53 sixty-fourths.
  fc.assert(fc.property(steps, (each) => {
    const level = createLevel(far, from);
    let area = 0;
    let now = from;
    let value = far;
    for (const step of each) {
      now += step.lasts / 8;
      area += (value * step.lasts) / 8;
      const mean = now === from ? NaN : area / (now - from);
      expect(meanLevel(level, now)).toBe(mean);
      value = far + step.value / 8;
      setLevel(level, value, now);
      expect(meanLevel(level, now)).toBe(mean);
    }
    const all = [far, ...each.map((step) => far + step.value / 8)];
    expect([level.min, level.max, level.value]).toEqual([Math.min(...all), Math.max(...all), value]);
  }), { seed: 1, numRuns: 100 });
});

test("a level begun anew goes on from its present value and forgets the rest", () => {
  const level = createLevel(100, 0);
  setLevel(level, -50, 3);
  setLevel(level, 4, 1e9);
  restartLevel(level, 1e9 + 2);
  expect([level.value, level.min, level.max]).toEqual([4, 4, 4]);
  setLevel(level, 6, 1e9 + 3);
  expect([meanLevel(level, 1e9 + 4), level.min, level.max]).toEqual([5, 4, 6]);
});
