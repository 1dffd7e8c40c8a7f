import { expect, test } from "vitest";
import { empirical, gamma, lognormal, normal, tabulated, triangular, truncated, uniformBetween, weibull, type Distribution } from "../../src/engine/distribution.js";
import { incompleteGamma } from "../../src/engine/gamma.js";
import { inverseNormal } from "../../src/engine/maths.js";
import { draw, stream, unit } from "../../src/engine/random.js";
import { empiricalTable, exponentialTable, fromTable, lognormalTable, normalTable, type Table } from "../../src/engine/table.js";
import { kolmogorov, kolmogorovLimit, normalCdf, type Cdf } from "./goodness.js";

/** 4,194,304 draws spread evenly over all 2^32: what the table draws on average, without chance. */
const STRIDE = 1024;

function moments(table: Table): { mean: number; sd: number } {
  let sum = 0;
  let squares = 0;
  const draws = 2 ** 32 / STRIDE;
  for (let u32 = STRIDE / 2; u32 < 2 ** 32; u32 += STRIDE) {
    const x = fromTable(table, u32);
    sum += x;
    squares += x * x;
  }
  return { mean: sum / draws, sd: Math.sqrt(squares / draws - (sum / draws) ** 2) };
}

/** Kolmogorov's distance between the table and the distribution it stands for, again without chance. */
function distance(table: Table, probability: Cdf): number {
  let greatest = 0;
  for (let u32 = 2 ** 17; u32 < 2 ** 32; u32 += 2 ** 18 + 12_345) greatest = Math.max(greatest, Math.abs(probability(fromTable(table, u32)) - unit(u32)));
  return greatest;
}

test.each([0.05, 0.3, 0.6, 0.9, 1.2, 2])("lognormals with cv %d have the mean and sd asked for", (cv) => {
  const { mean, sd } = moments(lognormalTable(12, 12 * cv));
  expect(Math.abs(mean / 12 - 1)).toBeLessThan(1e-5);
  expect(Math.abs(sd / (12 * cv) - 1)).toBeLessThan(0.005);
});

test("each table lies within 1 in 4,000 of its distribution", () => {
  const variance = Math.log(1 + 1.2 ** 2);
  const lognormal = (x: number): number => normalCdf((Math.log(x / 5) + variance / 2) / Math.sqrt(variance));
  expect(distance(lognormalTable(5, 6), lognormal)).toBeLessThan(1 / 4000);
  expect(distance(exponentialTable(7), (x) => 1 - Math.exp(-x / 7))).toBeLessThan(1 / 4000);
  expect(distance(normalTable(-3, 2), (x) => normalCdf((x + 3) / 2))).toBeLessThan(1 / 4000);
});

test("tails reach beyond one draw in a hundred thousand", () => {
  for (const p of [1e-5, 1e-4, 1e-3]) {
    const low = Math.floor(p * 2 ** 32);
    const high = 2 ** 32 - 1 - low;
    expect(fromTable(normalTable(0, 1), low)).toBeCloseTo(inverseNormal(p), 2);
    expect(fromTable(normalTable(0, 1), high)).toBeCloseTo(-inverseNormal(p), 2);
    expect(fromTable(exponentialTable(1), high) / -Math.log(p)).toBeCloseTo(1, 2);
    expect(fromTable(exponentialTable(1), low) / p).toBeCloseTo(1, 3);
  }
});

test("exponentials and normals have the mean and sd asked for", () => {
  const exponential = moments(exponentialTable(7));
  expect(Math.abs(exponential.mean / 7 - 1)).toBeLessThan(1e-5);
  expect(Math.abs(exponential.sd / 7 - 1)).toBeLessThan(0.001);
  const normal = moments(normalTable(-3, 2));
  expect(Math.abs(normal.mean + 3)).toBeLessThan(1e-5);
  expect(Math.abs(normal.sd / 2 - 1)).toBeLessThan(0.001);
});

test("a variate grows with its draw, and durations are above 0 to the last draw", () => {
  const draws = [0, 1, 511, 512, 2 ** 14 - 1, 2 ** 14, 2 ** 23 - 1, 2 ** 23, 2 ** 24, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2 ** 23 - 1, 2 ** 32 - 2 ** 23, 2 ** 32 - 512, 2 ** 32 - 1];
  for (const table of [lognormalTable(10, 12), exponentialTable(3), normalTable(0, 1), empiricalTable([0, 1, 5, 30], [2, 0, 1])]) {
    const variates = draws.map((u32) => fromTable(table, u32));
    expect(variates).toEqual(variates.toSorted((a, b) => a - b));
    expect(variates.every(Number.isFinite)).toBe(true);
  }
  expect(fromTable(lognormalTable(10, 12), 0)).toBeGreaterThan(0);
  expect(fromTable(exponentialTable(3), 0)).toBeGreaterThan(0);
});

test("without spread every variate is the mean", () => {
  for (const table of [lognormalTable(4, 0), normalTable(4, 0), empiricalTable([4, 4], [1])]) {
    for (const u32 of [0, 12345, 2 ** 31, 2 ** 32 - 1]) expect(fromTable(table, u32)).toBe(4);
  }
  expect(fromTable(exponentialTable(0), 99)).toBe(0);
});

test("drawn from a stream, a table passes Kolmogorov and Smirnov's test", () => {
  const one = stream("kolmogorov");
  const n = 20_000;
  const table = exponentialTable(1);
  const drawn = Float64Array.from({ length: n }, () => fromTable(table, draw(one)));
  expect(kolmogorov(drawn, (x) => 1 - Math.exp(-x))).toBeLessThan(kolmogorovLimit(n));
});

test("an empirical table has the shares asked for in its bins", () => {
  const edges = [0, 2, 3, 10, 40];
  const shares = [10, 25, 60, 5];
  const table = empiricalTable(edges, shares);
  const counts = [0, 0, 0, 0];
  for (let u32 = 2048; u32 < 2 ** 32; u32 += 4096) {
    const x = fromTable(table, u32);
    counts[x < 2 ? 0 : x < 3 ? 1 : x < 10 ? 2 : 3]! += 4096 / 2 ** 32;
  }
  // A straight line across a bin's edge moves less than one cell, 1/512, and mostly far less.
  counts.forEach((share, i) => expect(Math.abs(share - shares[i]! / 100)).toBeLessThan(0.001));
  const expected = shares.reduce((sum, share, i) => sum + (share / 100) * ((edges[i]! + edges[i + 1]!) / 2), 0);
  expect(Math.abs(moments(table).mean / expected - 1)).toBeLessThan(0.002);
});

test("a distribution that cannot be is refused with its figures", () => {
  expect(() => lognormalTable(0, 1)).toThrow("a lognormal distribution cannot have mean 0 and sd 1");
  expect(() => lognormalTable(Infinity, 1)).toThrow(RangeError);
  expect(() => normalTable(1, -1)).toThrow("a normal distribution cannot have mean 1 and sd -1");
  expect(() => exponentialTable(-1)).toThrow("a mean of 0 or more, not -1");
  expect(() => empiricalTable([0, 1], [1, 2])).toThrow("2 bins have 3 edges, not 2");
  expect(() => empiricalTable([0, 2, 1], [1, 2])).toThrow("edge 2 of a distribution is 1");
  expect(() => empiricalTable([0, 1, 2], [1, -1])).toThrow("share 1 of a distribution is -1");
});

type Original = [name: string, of: Distribution, cdf: Cdf];

function lognormalOf(cv: number): Original {
  const variance = Math.log1p(cv * cv);
  return [`lognormal with cv ${cv}`, lognormal(1, cv), (x) => (x > 0 ? normalCdf((Math.log(x) + variance / 2) / Math.sqrt(variance)) : 0)];
}

function weibullOf(shape: number): Original {
  return [`Weibull of shape ${shape}`, weibull(shape, 1), (x) => -Math.expm1(-(x ** shape))];
}

/** The gamma distribution's own probabilities are tested to many more digits elsewhere. */
function gammaOf(shape: number): Original {
  return [`gamma of shape ${shape}`, gamma(shape, Math.sqrt(shape)), (x) => incompleteGamma(shape, x)];
}

/** By the ways that a quantile can run: steep at an end, bent, with corners, next to constant. */
const originals: Original[] = [
  ["uniform", uniformBetween(0, 1), (x) => x],
  ["triangular", triangular(0, 0.3, 1), (x) => (x < 0.3 ? (x * x) / 0.3 : 1 - (1 - x) ** 2 / 0.7)],
  ["right triangular", triangular(0, 0, 1), (x) => 1 - (1 - x) ** 2],
  ["nearly right triangular", triangular(0, 0.001, 1), (x) => (x < 0.001 ? (x * x) / 0.001 : 1 - (1 - x) ** 2 / 0.999)],
  ["normal", normal(0, 1), normalCdf],
  ["truncated normal", truncated(normal(0, 1), -1, 4), (x) => (normalCdf(x) - normalCdf(-1)) / (normalCdf(4) - normalCdf(-1))],
  ...[0.01, 0.5, 1.2, 3, 4].map(lognormalOf),
  ...[0.4, 0.7, 1, 2, 5, 50].map(weibullOf),
  ...[0.4, 0.7, 1, 2.5, 10, 1000].map(gammaOf),
];
const steep: Original[] = [
  ...[5, 20, 50].map(lognormalOf),
  ...[0.1, 0.2, 0.35].map(weibullOf),
  ...[0.05, 0.2, 0.35].map(gammaOf),
  ["truncated empirical", truncated(empirical([0, 1, 30], [1, 1]), 0.3, 12), (x) => (x < 1 ? x - 0.3 : 0.7 + (x - 1) / 29) / (0.7 + 11 / 29)],
];

/** The greatest distance between the outermost 512ths, and in them: at eight places in each of the table's cells, and in the draws at either end. */
function distances(of: Distribution, cdf: Cdf): { between: number; outer: number } {
  const { table } = tabulated(of);
  const apart = (bits: number): number => Math.abs(cdf(fromTable(table, bits)) - unit(bits));
  let [between, outer] = [0, Math.max(...[0, 1, 2, 50, 1000].flatMap((bits) => [apart(bits), apart(~bits)]))];
  for (let i = 0; i < 512 * 8; i++) {
    if (i >= 8 && i < 511 * 8) between = Math.max(between, apart((i + 0.5) * 2 ** 20));
    outer = Math.max(outer, apart((i + 0.5) * 2 ** 11), apart(-(i + 0.5) * 2 ** 11));
  }
  return { between, outer };
}

test.each(originals)("the table of a %s distribution is within 1 in 4,000 of it, and in its tails within 1 in 250,000", (_, of, cdf) => {
  const { between, outer } = distances(of, cdf);
  expect(between).toBeLessThan(1 / 4000);
  expect(outer).toBeLessThan(1 / 250_000);
});

test.each(steep)("the table of a %s distribution is within 1 in 500 of it, and in its tails within 1 in 250,000", (_, of, cdf) => {
  const { between, outer } = distances(of, cdf);
  expect(between).toBeLessThan(1 / 500);
  expect(outer).toBeLessThan(1 / 250_000);
});
