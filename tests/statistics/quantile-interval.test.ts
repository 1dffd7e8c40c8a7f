import { expect, test } from "vitest";
import { stream, uniform } from "../../src/engine/random.js";
import { quantileInterval, replicationsNeeded } from "../../src/statistics/quantile-interval.js";

/** 1, 2, …, n: a bound is then the rank of the value that gives it. */
function ranks(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

// Ranks were computed with an independent binomial distribution function; 14 and 27 of 40 for a median stand in textbooks.
test.each([
  [5, 0.5, 0.95, null, null],
  [6, 0.5, 0.95, 1, 6],
  [40, 0.5, 0.95, 14, 27],
  [35, 0.9, 0.95, 28, null],
  [36, 0.9, 0.95, 29, 36],
  [100, 0.9, 0.95, 84, 96],
  [100, 0.25, 0.99, 14, 38],
  [2000, 0.5, 0.95, 956, 1045],
  [20_000, 0.95, 0.95, 18_939, 19_061],
])("of %d values the quantile %d lies with confidence %d between the ranks %o and %o", (n, p, confidence, low, high) => {
  expect(quantileInterval(ranks(n), p, confidence)).toEqual({ low, high });
});

test("no values have no interval", () => {
  expect(quantileInterval([], 0.5)).toEqual({ low: null, high: null });
});

test("a bound among values cut at the horizon is unknown", () => {
  const values = [...ranks(30), ...new Array(10).fill(Infinity)];
  expect(quantileInterval(values, 0.5)).toEqual({ low: 14, high: 27 });
  expect(quantileInterval(values, 0.9)).toEqual({ low: null, high: null });
  expect(quantileInterval(values, 0.75)).toEqual({ low: 24, high: null });
});

test("replications needed are those from which both bounds exist", () => {
  expect(replicationsNeeded(0.9)).toBe(36);
  expect(replicationsNeeded(0.5)).toBe(6);
  expect(replicationsNeeded(0.95)).toBe(72);
  for (const p of [0.05, 0.1, 0.3, 0.5, 0.9, 0.95]) {
    for (const confidence of [0.8, 0.95, 0.99]) {
      const needed = replicationsNeeded(p, confidence);
      const enough = quantileInterval(ranks(needed), p, confidence);
      const short = quantileInterval(ranks(needed - 1), p, confidence);
      expect([enough.low, enough.high]).not.toContain(null);
      expect([short.low, short.high]).toContain(null);
    }
  }
});

test("an interval of a 90th percentile covers it at least as often as it says", () => {
  const one = stream("quantile coverage");
  const samples = 4000;
  let covered = 0;
  for (let i = 0; i < samples; i++) {
    const { low, high } = quantileInterval(Float64Array.from({ length: 60 }, () => uniform(one)).sort(), 0.9);
    if (low! <= 0.9 && 0.9 <= high!) covered++;
  }
  // 3.7 standard errors of a share of 0.95: one-sided, one false alarm in 10,000 seeds, and the seed is fixed.
  expect(covered / samples).toBeGreaterThan(0.95 - 3.7 * Math.sqrt((0.95 * 0.05) / samples));
});
