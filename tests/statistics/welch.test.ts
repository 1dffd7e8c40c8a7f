import { expect, test } from "vitest";
import { slope } from "../../src/statistics/slope.js";
import { welchAverage } from "../../src/statistics/welch.js";

test("each value with its neighbours on either side, near the ends with as many as there are on both", () => {
  expect(welchAverage([1, 4, 7, 1, 1], 1)).toEqual([1, 4, 4, 3, 1]);
  expect(welchAverage([5, 0, 0, 0, 5, 10], 2)).toEqual([5, 5 / 3, 2, 3, 5, 10]);
  expect(welchAverage([3, 8], 0)).toEqual([3, 8]);
  expect(welchAverage([], 1)).toEqual([]);
});

test("a line has its slope, whatever lies evenly around it", () => {
  expect(slope([1, 3, 5, 7])).toBe(2);
  // Least squares by hand: (-1.5 x 0 - 0.5 x 2 + 0.5 x 1 + 1.5 x 3) / 5.
  expect(slope([0, 2, 1, 3])).toBeCloseTo(4 / 5, 12);
  expect(slope([4, 4, 4])).toBe(0);
});
