import fc from "fast-check";
import { expect, test } from "vitest";
import { stream, uniform } from "../../src/engine/random.js";
import { inverseNormal } from "../../src/engine/maths.js";
import { meanInterval } from "../../src/statistics/interval.js";

test("the interval of a textbook sample", () => {
  // Ten values with mean 5.5 and standard error sqrt(82.5 / 9 / 10); t with 9 degrees of freedom is 2.262157.
  const { mean, low, high } = meanInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(mean).toBe(5.5);
  expect(high).toBeCloseTo(5.5 + 2.262157 * Math.sqrt(82.5 / 90), 6);
  expect(low).toBeCloseTo(5.5 - 2.262157 * Math.sqrt(82.5 / 90), 6);
});

test("too few values leave open what they do not say", () => {
  expect(meanInterval([])).toEqual({ mean: null, low: null, high: null });
  expect(meanInterval([7])).toEqual({ mean: 7, low: null, high: null });
});

test("equal values give exactly their value and no width", () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 /* no -0 */), fc.integer({ min: 2, max: 60 }), (value, n) => {
    expect(meanInterval(new Float64Array(n).fill(value))).toEqual({ mean: value, low: value, high: value });
  }), { seed: 1 });
});

test("more confidence is wider, and shifting the values shifts the interval", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const usual = meanInterval(values);
  const sure = meanInterval(values, 0.9999);
  expect(sure.high!).toBeGreaterThan(usual.high!);
  expect(sure.mean).toBe(usual.mean);
  expect(meanInterval(values.map((value) => value + 1000)).low!).toBeCloseTo(usual.low! + 1000, 9);
});

test("a 95% interval covers the true mean in 95% of samples of five", () => {
  const one = stream("coverage");
  const samples = 10_000;
  let covered = 0;
  for (let i = 0; i < samples; i++) {
    const { low, high } = meanInterval(Array.from({ length: 5 }, () => inverseNormal(uniform(one))));
    if (low! <= 0 && 0 <= high!) covered++;
  }
  // 3.9 standard errors of a share of 0.95: one false alarm in 10,000 seeds, and the seed is fixed.
  expect(Math.abs(covered / samples - 0.95)).toBeLessThan(3.9 * Math.sqrt((0.95 * 0.05) / samples));
});
