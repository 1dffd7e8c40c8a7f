import { quantileSorted } from "d3-array";
import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile } from "../../src/statistics/quantile.js";

test("quantiles are R's type 7", () => {
  // quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1), type = 7)
  expect([0, 0.1, 0.5, 0.9, 1].map((p) => quantile([1, 2, 4, 8, 16], p))).toEqual([1, 1.4, 4, expect.closeTo(12.8, 12), 16]);
  expect(quantile([3], 0.9)).toBe(3);
  const sorted = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40, size: "max" }).map((values) => Float64Array.from(values).sort());
  fc.assert(fc.property(sorted, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
    expect(quantile(values, p)).toBeCloseTo(quantileSorted([...values], p)!, 6);
  }), { seed: 1 });
});

test("no values have no quantile", () => {
  expect(quantile([], 0.5)).toBe(null);
});

test("a quantile among values cut at the horizon is unknown, below them it is known", () => {
  const recovery = [1, 2, 3, Infinity, Infinity];
  expect(quantile(recovery, 0.25)).toBe(2);
  expect(quantile(recovery, 0.5)).toBe(3);
  expect(quantile(recovery, 0.51)).toBe(null);
  expect(quantile(recovery, 1)).toBe(null);
});
