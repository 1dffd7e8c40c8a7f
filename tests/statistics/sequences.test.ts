/** Intervals that hold at all times: how often they ever miss, and how soon they decide. */
import { expect, test } from "vitest";
import { exp, inverseNormal } from "../../src/engine/maths.js";
import { stream, uniform } from "../../src/engine/random.js";
import { meanSequence } from "../../src/statistics/mean-sequence.js";
import { quantileSequence } from "../../src/statistics/quantile-sequence.js";
import { lognormal, mixture, normal, pathMean, type Source } from "./sources.js";

const RUNS = 2000, ROUND = 5;
/** 5%, and twice the standard error of a share of 2,000 runs. */
const MOST_WRONG = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / RUNS);

/** Values after which the interval first lies on one side of `bound`; Infinity where it never does in so many looks. */
function decidedAfter(source: Source, bound: number, looks: number, run: number): number {
  const from = stream("sequence", source.name, run);
  const values = new Float64Array(ROUND * looks);
  for (let count = 0; count < values.length; ) {
    for (const end = count + ROUND; count < end; count++) values[count] = source.draw(from);
    const { low, high } = meanSequence(values.subarray(0, count), 0.05);
    if (low !== null && (low > bound || high! < bound)) return count;
  }
  return Infinity;
}

/*
 * The truth lies at the bound, so that any decision is one too many. Of 20,000 runs 2.5% err for normal values and 4% for the most skewed ones: more than 6% of 2,000 would be four standard errors away.
 * Two hundred looks are a thousand values; the others are looked at 60 or 100 times to save time, since nine in ten errors come before that.
 */
test.each([
  { source: normal(0.1), looks: 200 }, { source: lognormal(0.3), looks: 60 }, { source: lognormal(1), looks: 200 }, { source: pathMean(0.9, 0.1, 5), looks: 100 },
  { source: mixture(0.3, lognormal(0.2), 2, lognormal(0.4)), looks: 60 },
])("a mean at the bound is decided in at most 5% of runs, over $looks looks: $source.name", ({ source, looks }) => {
  let wrong = 0;
  for (let run = 0; run < RUNS; run++) if (decidedAfter(source, source.mean, looks, run) < Infinity) wrong++;
  expect(wrong / RUNS).toBeLessThan(MOST_WRONG);
});

test("a clear truth is decided early, one that is hardly there late", () => {
  const medianAfter = (source: Source, bound: number): number => Array.from({ length: 200 }, (_, run) => decidedAfter(source, bound, 100, run)).sort((a, b) => a - b)[100]!;
  // Bounds three, one and half a standard deviation off.
  expect(medianAfter(normal(0.1), 1.3)).toBe(15);
  expect(medianAfter(normal(0.1), 1.1)).toBeLessThanOrEqual(25);
  expect(medianAfter(normal(0.1), 0.95)).toBeLessThanOrEqual(60);
  expect(medianAfter(lognormal(0.5), 1.5)).toBeLessThanOrEqual(40);
});

test("nothing is said of few values, and equal ones are believed no sooner", () => {
  expect(meanSequence([], 0.05)).toEqual({ mean: null, low: null, high: null });
  expect(meanSequence([3], 0.05)).toEqual({ mean: 3, low: null, high: null });
  expect(meanSequence(new Float64Array(5).fill(3), 0.05)).toEqual({ mean: 3, low: null, high: null });
  expect(meanSequence(new Float64Array(15).fill(3), 0.05)).toEqual({ mean: 3, low: 3, high: 3 });
});

test("values that do not lean have the t at which the mixture's likelihood ratio is 20", () => {
  const values = Array.from({ length: 20 }, (_, index) => index - 9.5);
  const t = meanSequence(values, 0.05).high! / Math.sqrt(35 / 20);
  // (1 + n/10)^(-1/2) ((1 + t²/19) / (1 + t²/(19 (1 + n/10))))^(n/2) with n = 20.
  expect(3 ** -0.5 * ((1 + (t * t) / 19) / (1 + (t * t) / 57)) ** 10).toBeCloseTo(20, 9);
});

// Exponentials of normal values, of which the quantile is known; 2.3% and 3.6% of 6,000 runs err in 100 looks.
test.each([[0.5], [0.9]])("the quantile %f at the bound is decided in at most one run of twenty, over 40 looks", (p) => {
  const truth = exp(inverseNormal(p));
  let wrong = 0;
  for (let run = 0; run < RUNS; run++) {
    const from = stream("quantile sequence", p, run);
    const values = new Float64Array(200);
    for (let count = 0; count < values.length; ) {
      for (const end = count + ROUND; count < end; count++) values[count] = exp(inverseNormal(uniform(from)));
      const { low, high } = quantileSequence(values.slice(0, count).sort(), p, 0.05);
      if ((low === null || low <= truth) && (high === null || high >= truth)) continue;
      wrong++;
      break;
    }
  }
  expect(wrong / RUNS).toBeLessThan(MOST_WRONG);
});

test("bounds of a quantile are the values at which the binomial mixture reaches 20, and none where there are too few", () => {
  const sorted = (n: number): Float64Array => Float64Array.from({ length: n }, (_, index) => index + 1);
  // All n values on one side of the median: 2^n / (n + 1) reaches 20 at n = 8 (28.4; with 7 it is 16). With nine, one on the other side has 51.2 / 9: too little.
  expect(quantileSequence(sorted(7), 0.5, 0.05)).toEqual({ low: null, high: null });
  expect(quantileSequence(sorted(8), 0.5, 0.05)).toEqual({ low: 1, high: 8 });
  // All below the 90th percentile is no wonder for long; a tenth of nothing above it is soon known to be.
  expect(quantileSequence(sorted(5), 0.9, 0.05)).toEqual({ low: expect.any(Number), high: null });
  expect(quantileSequence(new Float64Array(20).fill(Infinity), 0.5, 0.05)).toEqual({ low: null, high: null });
});
