/** How much of a series' beginning is not like the rest. Seeds are fixed. */
import { expect, test } from "vitest";
import { inverseNormal } from "../../src/engine/maths.js";
import { stream, uniform } from "../../src/engine/random.js";
import { mserTruncation } from "../../src/statistics/mser.js";

const random = stream("mser");
const noise = (length: number, sd: number): number[] => Array.from({ length }, () => sd * inverseNormal(uniform(random)));

test("by hand: one value far off before nine that scatter", () => {
  // Squares over n squared: of all ten 73.04 / 100; without the first 0.14 / 81 = 0.0017; without two 0.129 / 64 = 0.0020, and more after that.
  expect(mserTruncation([10, 1.1, 0.9, 1.1, 0.9, 1.2, 0.8, 1, 1.1, 0.9])).toBe(1);
});

test("of a constant nothing is dropped", () => {
  expect(mserTruncation(Array.from({ length: 16 }, () => 0.1))).toBe(0);
});

test("where the first weeks die away they are dropped until they are lost in the noise", () => {
  // 100 exp(-k / 3) falls below a tenth of its start at the 7th batch, below the noise of 1 at the 14th. In noise alone one series in thirty goes on to drop more, or gives
  // no verdict; of 200 that makes 7, with a standard deviation of 2.5, so that 20 are more than five of these.
  const truncations = Array.from({ length: 200 }, () => mserTruncation(noise(100, 1).map((value, k) => value + 100 * Math.exp(-k / 3))));
  expect(truncations.filter((dropped) => dropped === null || dropped < 7 || dropped > 30).length).toBeLessThan(20);
});

test("no verdict on a beginning that does not end", () => {
  expect(mserTruncation(Array.from({ length: 40 }, (_, k) => k))).toBeNull();
  // A transient that levels off after two thirds.
  expect(mserTruncation(Array.from({ length: 40 }, (_, k) => (k < 28 ? 28 - k : (k % 2) / 10)))).toBeNull();
});

test("no verdict on fewer than four batches", () => {
  expect(mserTruncation([1, 2, 3])).toBeNull();
  expect(mserTruncation([])).toBeNull();
});

test("of noise alone seldom more than a quarter is dropped, or no verdict given: 23% of sixteen batches", () => {
  const truncations = Array.from({ length: 4000 }, () => mserTruncation(noise(16, 1)));
  const share = truncations.filter((dropped) => dropped === null || dropped > 4).length / 4000;
  // Four standard errors of 4,000 series: 1 in 16,000.
  expect(Math.abs(share - 0.229)).toBeLessThan(4 * Math.sqrt((0.229 * 0.771) / 4000));
});
