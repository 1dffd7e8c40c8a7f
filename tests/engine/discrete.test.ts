import fc from "fast-check";
import { expect, test } from "vitest";
import { aliasAt, aliasTable, choice, cumulative, poissonCount, poissonQuantile } from "../../src/engine/discrete.js";
import { draw, stream, unit } from "../../src/engine/random.js";
import { chiSquare, chiSquareLimit, poissonProbabilities } from "./goodness.js";

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
  expect(chiSquare(counts, poissonProbabilities(4, 11).map((p) => draws * p))).toBeLessThan(chiSquareLimit(11));
});

test("a Poisson variate of mean 0 is 0", () => {
  expect([0, 1, -1].map((bits) => poissonCount(0, bits))).toEqual([0, 0, 0]);
});

test("choices, their shares at random, come from a stream in these shares", () => {
  const shares = [5, 0, 1, 30, 14, 0.5];
  const sums = cumulative(shares);
  const one = stream("choice");
  const draws = 50_000;
  const counts = new Float64Array(6);
  for (let i = 0; i < draws; i++) counts[choice(sums, draw(one))]!++;
  const some = [0, 2, 3, 4, 5];
  expect(counts[1]).toBe(0);
  expect(chiSquare(some.map((i) => counts[i]!), some.map((i) => (draws * shares[i]!) / 50.5))).toBeLessThan(chiSquareLimit(4));
});

/** What each outcome has in all columns together, as a share of them. */
function columns(shares: readonly number[]): Float64Array {
  const alias = aliasTable(shares);
  const count = shares.length;
  const sums = new Float64Array(count);
  for (let column = 0; column < count; column++) {
    const own = alias[2 * column]!;
    expect(own >= 0 && own <= 1).toBe(true);
    sums[column]! += own / count;
    sums[alias[2 * column + 1]!]! += (1 - own) / count;
  }
  return sums;
}

/** Each figure of a table is made of at most as many rounded ones as there are outcomes, and mostly of few. */
function expectShares(shares: readonly number[]): void {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const sums = columns(shares);
  shares.forEach((share, i) => expect(Math.abs(sums[i]! - share / all)).toBeLessThanOrEqual(2 ** -52 * Math.max(4, Math.sqrt(shares.length))));
  shares.forEach((share, i) => share === 0 && expect(sums[i]).toBe(0));
}

test("the columns of an alias table add up to the shares, and a share of 0 has none", () => {
  expectShares([3]);
  expectShares([0, 0, 3, 0]);
  expectShares([1, 1, 1, 1]);
  expectShares([1, 2, 3, 4]);
  expectShares([1e-12, 1, 1e-6, 1e6, 0]);
  expectShares([1e300, 1e300, 1e-300]);
  expectShares(Array.from({ length: 1000 }, (_, i) => i % 7));
  expectShares(Array.from({ length: 1000 }, (_, i) => 1.05 ** i));
  expectShares(Array.from({ length: 1000 }, (_, i) => (i === 617 ? 1 : 1e-5)));
  const share = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10), fc.double({ min: 1e-9, max: 1, noNaN: true }));
  const lists = fc.array(share, { minLength: 1, maxLength: 200 }).filter((shares) => shares.some((each) => each > 0));
  fc.assert(fc.property(lists, expectShares), { seed: 1, numRuns: 500 });
});

test("an alias table gives to uniforms spread evenly what its columns hold", () => {
  const shares = [0, 5, 1, 0, 2, 8, 0];
  const alias = aliasTable(shares);
  const draws = 70_000;
  const counts = new Float64Array(7);
  for (let i = 0; i < draws; i++) counts[aliasAt(alias, (i + 0.5) / draws)]!++;
  // Each column has up to two ends, at each of which a draw may fall to the one side or the other.
  shares.forEach((share, i) => expect(Math.abs(counts[i]! - (draws * share) / 16)).toBeLessThanOrEqual(share === 0 ? 0 : 14));
  expect([0, -1].map((bits) => shares[aliasAt(alias, unit(bits))]! > 0)).toEqual([true, true]);
  for (const bits of [0, 1, 2 ** 31, -1]) expect(aliasAt(aliasTable([3]), unit(bits))).toBe(0);
});

test("a thousand outcomes come from a stream in their shares", () => {
  const shares = Array.from({ length: 1000 }, (_, i) => 1 + (i % 10));
  const alias = aliasTable(shares);
  const one = stream("alias");
  const draws = 50_000;
  const counts = new Float64Array(1000);
  for (let i = 0; i < draws; i++) counts[aliasAt(alias, unit(draw(one)))]!++;
  expect(chiSquare(counts, shares.map((share) => (draws * share) / 5500))).toBeLessThan(chiSquareLimit(999));
});

test("shares and means that cannot be are refused with their figures", () => {
  for (const make of [cumulative, aliasTable]) {
    expect(() => make([1, -1])).toThrow("share 1 of a distribution is -1");
    expect(() => make([NaN])).toThrow("share 0 of a distribution is NaN");
    expect(() => make([1, 2, Infinity])).toThrow("share 2 of a distribution is Infinity");
    expect(() => make([])).toThrow("all shares of a distribution are 0");
    expect(() => make([0, 0])).toThrow(RangeError);
  }
  expect(() => poissonCount(NaN, 1)).toThrow("a mean of 0 or more, not NaN");
  expect(() => poissonCount(-1, 1)).toThrow("a mean of 0 or more, not -1");
  expect(() => poissonCount(Infinity, 1)).toThrow(RangeError);
});
