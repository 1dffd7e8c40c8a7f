import { expect, test } from "vitest";
import { choice, cumulative, poissonCount, poissonQuantile } from "../../src/engine/discrete.js";
import { empiricalTable, exponentialTable, fromTable, lognormalTable, normalTable, type Table } from "../../src/engine/table.js";
import { inverseNormal } from "../../src/engine/maths.js";
import { draw, stream, unit } from "../../src/engine/random.js";

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

function normalProbability(z: number): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (inverseNormal(middle) < z) low = middle;
    else high = middle;
  }
  return low;
}

/** Kolmogorov's distance between the table and the distribution it stands for, again without chance. */
function distance(table: Table, probability: (x: number) => number): number {
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
  const lognormal = (x: number): number => normalProbability((Math.log(x / 5) + variance / 2) / Math.sqrt(variance));
  expect(distance(lognormalTable(5, 6), lognormal)).toBeLessThan(1 / 4000);
  expect(distance(exponentialTable(7), (x) => 1 - Math.exp(-x / 7))).toBeLessThan(1 / 4000);
  expect(distance(normalTable(-3, 2), (x) => normalProbability((x + 3) / 2))).toBeLessThan(1 / 4000);
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
  const drawn = Float64Array.from({ length: n }, () => fromTable(table, draw(one))).sort();
  const d = drawn.reduce((greatest, x, i) => Math.max(greatest, Math.abs(1 - Math.exp(-x) - (i + 0.5) / n) + 0.5 / n), 0);
  // 2.225 / sqrt(n) is the 99.99% point; the seed is fixed.
  expect(d).toBeLessThan(2.225 / Math.sqrt(n));
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

test("choices come in their shares, and a share of 0 never", () => {
  const sums = cumulative([0, 3, 0, 1, 4, 0]);
  expect([...sums]).toEqual([0, 0.375, 0.375, 0.5, 1, 1]);
  const counts = [0, 0, 0, 0, 0, 0];
  const draws = 2 ** 16;
  for (let i = 0; i < draws; i++) counts[choice(sums, i * 2 ** 16)]!++;
  expect(counts).toEqual([0, 0.375 * draws, 0, 0.125 * draws, 0.5 * draws, 0]);
  expect([choice(sums, 0), choice(sums, 2 ** 32 - 1)]).toEqual([1, 4]);
  // Ten shares of a tenth do not add up to exactly 1; the last draw has an outcome all the same.
  expect(choice(cumulative(new Array(10).fill(0.1)), 2 ** 32 - 1)).toBe(9);
});

test.each([0.001, 0.3, 1, 4.5, 20, 49, 50, 300, 2000, 10_000])("Poisson variates of mean %d have that mean and variance", (mean) => {
  const draws = 20_000;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < draws; i++) {
    const k = poissonQuantile(mean, (i + 0.5) / draws);
    sum += k - mean;
    squares += (k - mean) ** 2;
  }
  // Even uniforms leave an error of the order of a step in a step function: range / draws.
  expect(Math.abs(sum / draws)).toBeLessThan(1e-3 + (10 * Math.sqrt(mean)) / draws);
  expect(Math.abs(squares / draws / mean - 1)).toBeLessThan(0.05 / Math.max(1, 1000 * mean) + 2e-3);
});

test.each([0.2, 3, 60, 700, 2000])("Poisson probabilities of mean %d are those of the formula, to the resolution of a uniform", (mean) => {
  // Probability of k from a product of k small factors, no logarithms and no place to start.
  const probabilities: number[] = [];
  for (let k = 0, below = 0; k < mean + 12 * Math.sqrt(mean) + 12 && below < 1; k++) {
    let p = 1;
    let halvings = mean;
    for (let i = 1; i <= k; i++) {
      p *= mean / i;
      while (p > 1 && halvings > 0) {
        const part = Math.min(1, halvings);
        p *= Math.exp(-part);
        halvings -= part;
      }
    }
    probabilities.push(p * Math.exp(-halvings));
    below += probabilities[k]!;
  }
  let below = 0;
  probabilities.forEach((p, k) => {
    const at = (u: number): number => poissonQuantile(mean, u);
    if (p > 1e-8) {
      expect(at(below + 1e-9)).toBe(k);
      expect(at(below + p - 1e-9)).toBe(k);
    }
    below += p;
  });
  expect(poissonCount(mean, -1)).toBeLessThan(mean + 7 * Math.sqrt(mean) + 10);
});

test("Poisson variates from a stream pass a chi-square test", () => {
  const one = stream("poisson");
  const draws = 50_000;
  const counts = new Float64Array(12);
  for (let i = 0; i < draws; i++) counts[Math.min(11, poissonCount(4, draw(one)))]!++;
  let p = Math.exp(-4);
  let rest = 1;
  let chiSquare = 0;
  for (let k = 0; k < 12; k++) {
    const expected = draws * (k === 11 ? rest : p);
    chiSquare += (counts[k]! - expected) ** 2 / expected;
    rest -= p;
    p *= 4 / (k + 1);
  }
  // The 0.9999 quantile of chi-square with 11 degrees of freedom; the seed is fixed.
  expect(chiSquare).toBeLessThan(37.4);
});

test("a Poisson variate of mean 0 is 0", () => {
  expect([0, 1, -1].map((bits) => poissonCount(0, bits))).toEqual([0, 0, 0]);
});

test("a distribution that cannot be is refused with its figures", () => {
  expect(() => lognormalTable(0, 1)).toThrow("a lognormal distribution cannot have mean 0 and sd 1");
  expect(() => lognormalTable(Infinity, 1)).toThrow(RangeError);
  expect(() => normalTable(1, -1)).toThrow("a normal distribution cannot have mean 1 and sd -1");
  expect(() => exponentialTable(-1)).toThrow("a mean of 0 or more, not -1");
  expect(() => poissonCount(NaN, 1)).toThrow("a mean of 0 or more, not NaN");
  expect(() => empiricalTable([0, 1], [1, 2])).toThrow("2 bins have 3 edges, not 2");
  expect(() => empiricalTable([0, 2, 1], [1, 2])).toThrow("edge 2 of a distribution is 1");
  expect(() => cumulative([1, -1])).toThrow("share 1 of a distribution is -1");
  expect(() => cumulative([])).toThrow("all shares of a distribution are 0");
});
