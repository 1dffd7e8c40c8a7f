import fc from "fast-check";
import { expect, test } from "vitest";
import {
  discrete, empirical, exponential, gamma, lognormal, mixture, normal, poisson, quantileOf, tabulated, triangular, truncated, uniformBetween, variate, weibull,
  type Distribution,
} from "../../src/engine/distribution.js";
import { antithetic, draw, stream, unit } from "../../src/engine/random.js";
import { chiSquare, chiSquareLimit, gammaCdf, kolmogorov, kolmogorovLimit, normalCdf, poissonProbabilities, type Cdf } from "./goodness.js";

/** A distribution and what is known of it from elsewhere. */
interface Case {
  readonly of: Distribution;
  readonly cdf: Cdf;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly variance: number;
  /** What the distribution is symmetric about. */
  readonly centre?: number;
  /** A mixture grows with the draw within each of so many parts only. */
  readonly parts?: number;
  /** A table keeps a distance from what it is a table of. */
  readonly original?: Distribution;
}

function uniformCdf(low: number, high: number): Cdf {
  return (x) => Math.min(1, Math.max(0, (x - low) / (high - low)));
}

function exponentialCdf(mean: number): Cdf {
  return (x) => -Math.expm1(-Math.max(0, x) / mean);
}

function triangularCdf(low: number, mode: number, high: number): Cdf {
  return (x) => (x <= low ? 0 : x < mode ? (x - low) ** 2 / (high - low) / (mode - low) : x < high ? 1 - (high - x) ** 2 / (high - low) / (high - mode) : 1);
}

function lognormalCdf(mean: number, sd: number): Cdf {
  const variance = Math.log1p((sd / mean) ** 2);
  return (x) => (x > 0 ? normalCdf((Math.log(x / mean) + variance / 2) / Math.sqrt(variance)) : 0);
}

function weibullCdf(shape: number, scale: number): Cdf {
  return (x) => (x > 0 ? -Math.expm1(-((x / scale) ** shape)) : 0);
}

/** A line for each bin, between the sums of shares at its edges. */
function empiricalCdf(edges: readonly number[], shares: readonly number[]): Cdf {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return (x) => shares.reduce((sum, share, i) => sum + (share / all) * uniformCdf(edges[i]!, edges[i + 1]!)(x), 0);
}

const edges = [0, 1, 4, 10, 30];
// In 512ths of all, so that the edges are knots of the table, which then is exact.
const shares = [64, 192, 224, 32];
const middles = shares.map((share, i) => [share / 512, (edges[i]! + edges[i + 1]!) / 2, (edges[i + 1]! - edges[i]!) ** 2 / 12] as const);
const empiricalMean = middles.reduce((sum, [share, middle]) => sum + share * middle, 0);

const plain: Record<string, Case> = {
  uniform: { of: uniformBetween(2, 5), cdf: uniformCdf(2, 5), low: 2, high: 5, mean: 3.5, variance: 9 / 12, centre: 3.5 },
  exponential: { of: exponential(3), cdf: exponentialCdf(3), low: 0, high: Infinity, mean: 3, variance: 9 },
  triangular: { of: triangular(1, 2, 6), cdf: triangularCdf(1, 2, 6), low: 1, high: 6, mean: 3, variance: 21 / 18 },
  "triangular and symmetric": { of: triangular(-2, 0, 2), cdf: triangularCdf(-2, 0, 2), low: -2, high: 2, mean: 0, variance: 12 / 18, centre: 0 },
  "triangular with its mode at the end": { of: triangular(0, 3, 3), cdf: triangularCdf(0, 3, 3), low: 0, high: 3, mean: 2, variance: 9 / 18 },
  normal: { of: normal(-3, 2), cdf: (x) => normalCdf((x + 3) / 2), low: -Infinity, high: Infinity, mean: -3, variance: 4, centre: -3 },
  lognormal: { of: lognormal(5, 6), cdf: lognormalCdf(5, 6), low: 0, high: Infinity, mean: 5, variance: 36 },
  "Weibull of shape 2": { of: weibull(2, 4), cdf: weibullCdf(2, 4), low: 0, high: Infinity, mean: 2 * Math.sqrt(Math.PI), variance: 16 - 4 * Math.PI },
  "Weibull of shape 0.5": { of: weibull(0.5, 2), cdf: weibullCdf(0.5, 2), low: 0, high: Infinity, mean: 4, variance: 80 },
  "gamma of shape 0.5": { of: gamma(3, 3 * Math.SQRT2), cdf: (x) => gammaCdf(0.5, x / 6), low: 0, high: Infinity, mean: 3, variance: 18 },
  "gamma of shape 2.5": { of: gamma(5, Math.sqrt(10)), cdf: (x) => gammaCdf(2.5, x / 2), low: 0, high: Infinity, mean: 5, variance: 10 },
  "gamma of shape 9": { of: gamma(12, 4), cdf: (x) => gammaCdf(9, (x * 3) / 4), low: 0, high: Infinity, mean: 12, variance: 16 },
  empirical: {
    of: empirical(edges, shares), cdf: empiricalCdf(edges, shares), low: 0, high: 30, mean: empiricalMean,
    variance: middles.reduce((sum, [share, middle, within]) => sum + share * ((middle - empiricalMean) ** 2 + within), 0),
  },
};

/** Mean and variance by the trapezoid rule from probabilities alone; `low` and `high` hold all but 1e-12. */
function moments(cdf: Cdf, low: number, high: number): { mean: number; variance: number } {
  const steps = 40_000;
  const width = (high - low) / steps;
  let first = 0;
  let second = 0;
  for (let i = 0; i <= steps; i++) {
    const above = (1 - cdf(low + i * width)) * (i === 0 || i === steps ? width / 2 : width);
    first += above;
    second += 2 * i * width * above;
  }
  return { mean: low + first, variance: second - first * first };
}

/** Truncated as the program does it, and as a textbook does. */
function within(whole: Case, low: number, high: number): Case {
  const [from, to] = [whole.cdf(low), whole.cdf(high)];
  const cdf: Cdf = (x) => (Math.min(to, Math.max(from, whole.cdf(x))) - from) / (to - from);
  const { centre: _, ...rest } = whole;
  return { ...rest, of: truncated(whole.of, low, high), cdf, low, high, ...moments(cdf, Math.max(low, whole.mean - 40), Math.min(high, whole.mean + 200)) };
}

const parts = [exponential(3), normal(10, 1), uniformBetween(20, 22)];
const partCdfs = [exponentialCdf(3), (x: number) => normalCdf(x - 10), uniformCdf(20, 22)];
const mixed: Case = {
  of: mixture([2, 5, 1], parts), cdf: (x) => (2 * partCdfs[0]!(x) + 5 * partCdfs[1]!(x) + partCdfs[2]!(x)) / 8, low: -Infinity, high: Infinity, parts: 3,
  mean: (6 + 50 + 21) / 8, variance: (2 * 18 + 5 * 101 + 441 + 4 / 12) / 8 - (77 / 8) ** 2,
};

function table(of: Case): Case {
  return { ...of, of: tabulated(of.of), original: of.of };
}

const truncatedCases: Record<string, Case> = {
  "truncated uniform": within(plain.uniform!, 2.5, 9),
  "truncated exponential": within(plain.exponential!, 1, 10),
  "truncated triangular": within(plain.triangular!, 0, 3),
  "truncated normal": { ...within(plain.normal!, -6, 0), centre: -3 },
  "normal without its lower half": within(plain.normal!, -3, Infinity),
  "normal without its upper tail": within(plain.normal!, -Infinity, -1),
  "truncated lognormal": within(plain.lognormal!, 3, 30),
  "truncated Weibull of shape 2": within(plain["Weibull of shape 2"]!, 2, 9),
  "truncated Weibull of shape 0.5": within(plain["Weibull of shape 0.5"]!, 0.1, 20),
  "truncated gamma of shape 0.5": within(plain["gamma of shape 0.5"]!, 0.5, 12),
  "truncated gamma of shape 9": within(plain["gamma of shape 9"]!, 10, Infinity),
  "truncated empirical": within(plain.empirical!, 0.5, 12),
  "truncated mixture": within(mixed, 2, 20.5),
  "mixture truncated to one of its parts": within(mixed, 18, 21),
  "twice truncated": within(within(plain.lognormal!, 1, 20), 2, 50),
};
const exact: Record<string, Case> = { ...plain, mixture: mixed, ...truncatedCases };
// A table that stands for a density with jumps between its knots promises less; that is tested at the end.
const tabular = Object.entries(exact).filter(([name, { parts }]) => parts === undefined && name !== "truncated empirical");
const tables: Record<string, Case> = Object.fromEntries(tabular.map(([name, of]) => [`table of ${name}`, table(of)]));
const every: Record<string, Case> = { ...exact, ...tables, "mixture of tables": { ...mixed, of: mixture([2, 5, 1], parts.map(tabulated)) } };
const names = Object.keys(every);

const EVEN = 2 ** 14;
const evenly = Int32Array.from({ length: EVEN }, (_, i) => ((i + 0.5) * 2 ** 32) / EVEN | 0);
const isTable = (name: string): boolean => name.includes("table");
// Straight lines between quantiles; the figure is promised and tested below.
const distance = (name: string): number => (isTable(name) ? 1 / 4000 : 0);

test.each(names)("%s: variates of draws spread evenly have the probabilities, the mean and the variance", (name) => {
  const { of, cdf, mean, variance, parts = 1, original } = every[name]!;
  const values = Float64Array.from(evenly, (bits) => variate(of, bits));
  // A step at each of n variates strays from a line by half a step; where a part of a mixture begins within a step, by a whole one.
  expect(kolmogorov(values, cdf)).toBeLessThan(parts / EVEN + 1e-9 + distance(name));
  // So strays the mean of what grows, by its range over n. The trapezoid rule adds some millionths.
  const [least, most] = [Math.min(...values), Math.max(...values)];
  let [tolerance, squared] = [(parts * (most - least)) / EVEN + 1e-4, (2 * parts * Math.max(mean - least, most - mean) ** 2) / EVEN + 1e-3];
  if (isTable(name)) {
    // A line across a cell of width h strays from the quantile by at most h²/8 times the change in its slope, which sums to the slopes at the ends.
    const slope = (p: number): number => (quantileOf(original ?? of, p * 1.001) - quantileOf(original ?? of, p / 1.001)) / (p * 0.002);
    const outer = (slope(1 / 512) + slope(511 / 512 / 1.001)) / 512 ** 2 / 8;
    tolerance += outer;
    squared += 2 * outer * Math.max(mean - quantileOf(of, 1 / 512), quantileOf(of, 511 / 512) - mean);
  }
  const average = values.reduce((sum, x) => sum + x, 0) / EVEN;
  expect(Math.abs(average - mean)).toBeLessThan(tolerance);
  expect(Math.abs(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / EVEN - variance)).toBeLessThan(squared);
});

test.each(names)("%s: variates drawn from a stream pass Kolmogorov and Smirnov's test", (name) => {
  const { of, cdf } = every[name]!;
  const one = stream("variates of", name, 1);
  const n = 20_000;
  expect(kolmogorov(Float64Array.from({ length: n }, () => variate(of, draw(one))), cdf)).toBeLessThan(kolmogorovLimit(n) + distance(name));
});

const inverses = names.filter((name) => every[name]!.parts === undefined);
const TAILS = [1e-10, 1e-6, 0.001, 0.02, 0.1, 0.25, 0.5, 0.7, 0.9, 0.999, 1 - 1e-6, 1 - 1e-10];

test.each(inverses)("%s: the probability below a quantile is the one asked for", (name) => {
  const { of, cdf } = every[name]!;
  // A part in 10^13 of a quantile is as much of its probability; tables differ by more.
  for (const p of TAILS) {
    const isOuter = p < 1 / 512 || p > 511 / 512;
    expect(Math.abs(cdf(quantileOf(of, p)) - p)).toBeLessThan(1e-12 + (isTable(name) && isOuter ? 1 / 250_000 : distance(name)));
  }
});

test.each(inverses)("%s: variates grow with the draw", (name) => {
  const { of } = every[name]!;
  const bits = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2 ** 23 - 1, 2 ** 23, 2 ** 31 - 1, -(2 ** 31), -(2 ** 23) - 1, -(2 ** 23), -2, -1));
  fc.assert(fc.property(bits, fc.oneof(bits, fc.constantFrom(1, -1)), (a, b) => {
    // Any two draws, or two that are next to each other.
    const other = Math.abs(b) === 1 ? a + b | 0 : b;
    const [less, more] = a >>> 0 < other >>> 0 ? [a, other] : [other, a];
    expect(variate(of, less)).toBeLessThanOrEqual(variate(of, more));
  }), { seed: 1, numRuns: 300 });
});

test.each(names)("%s: a variate is the quantile of its draw, and the antithetic draw gives that of the rest", (name) => {
  const { of, centre } = every[name]!;
  const one = stream("antithetic", name);
  const other = antithetic(one);
  for (let i = 0; i < 500; i++) {
    const bits = draw(one);
    const u = unit(bits);
    const [x, y] = [quantileOf(of, u), quantileOf(of, 1 - u)];
    // `lnUnit` states its precision; where a table is cut finely, a draw stands for some place within its own part of 2^-32, not its middle.
    const part = (p: number): number => Math.abs(quantileOf(of, p + 2 ** -33) - quantileOf(of, p - 2 ** -33));
    const slack = (p: number): number => 1e-12 * (1 + Math.abs(x) + Math.abs(y)) + (isTable(name) ? part(p) : 0);
    expect(Math.abs(variate(of, bits) - x)).toBeLessThanOrEqual(slack(u));
    expect(Math.abs(variate(of, draw(other)) - y)).toBeLessThanOrEqual(slack(1 - u));
    if (centre !== undefined) expect(Math.abs(x + y - 2 * centre)).toBeLessThan(1e-12 * (1 + Math.abs(x) + Math.abs(y)));
  }
});

const EXTREME = [0, 1, 2, 100, 2 ** 31 - 1, -(2 ** 31), -100, -3, -2, -1];

test.each(names)("%s: the most extreme draws give finite variates that can occur", (name) => {
  const { of, low, high } = every[name]!;
  for (const bits of EXTREME) {
    const x = variate(of, bits);
    expect(Number.isFinite(x)).toBe(true);
    expect(x).toBeGreaterThanOrEqual(low);
    expect(x).toBeLessThanOrEqual(high);
  }
});

test.each<[string, Distribution, number]>([
  ["uniform", uniformBetween(4, 4), 4],
  ["exponential", exponential(0), 0],
  ["triangular", triangular(4, 4, 4), 4],
  ["normal", normal(4, 0), 4],
  ["lognormal", lognormal(4, 0), 4],
  ["Weibull", weibull(2, 0), 0],
  ["Poisson", poisson(0), 0],
  ["empirical", empirical([4, 4], [1]), 4],
  ["discrete", discrete([0, 0, 0, 0, 7]), 4],
  ["mixture", mixture([1, 2], [normal(4, 0), uniformBetween(4, 4)]), 4],
  ["truncated", truncated(normal(4, 0), 0, 4), 4],
])("%s without spread: every variate is the one there is", (kind, of, value) => {
  const forms = /discrete|mixture|Poisson/.test(kind) ? [of] : [of, tabulated(of)];
  for (const form of forms) for (const bits of EXTREME) expect(variate(form, bits)).toBeCloseTo(value, 12);
});

test.each<[string, Distribution]>([
  ["Weibull", weibull(0.05, 1)],
  ["gamma", gamma(1, Math.sqrt(20))],
  ["gamma with nothing but its tail", gamma(1, 20)],
  ["lognormal", lognormal(1, 50)],
])("%s with most of its probability next to 0: every variate is finite, and none negative", (_, of) => {
  for (const each of [of, tabulated(of), truncated(of, 1e-3, Infinity)]) {
    for (const bits of EXTREME) {
      const x = variate(each, bits);
      expect(x >= 0 && x < Infinity).toBe(true);
    }
  }
});

test("what cannot be is refused with the names and the figures of its parameters", () => {
  const refused: [() => Distribution, string][] = [
    [() => uniformBetween(2, 1), "the uniform distribution cannot have low 2, high 1"],
    [() => uniformBetween(NaN, 1), "low NaN"],
    [() => uniformBetween(0, Infinity), "high Infinity"],
    [() => exponential(-1), "exponential distribution cannot have mean -1"],
    [() => exponential(NaN), "mean NaN"],
    [() => exponential(Infinity), "mean Infinity"],
    [() => triangular(0, 4, 3), "the triangular distribution cannot have low 0, mode 4, high 3"],
    [() => triangular(0, NaN, 3), "mode NaN"],
    [() => triangular(-Infinity, 0, 3), "low -Infinity"],
    [() => normal(0, -1), "the normal distribution cannot have mean 0, sd -1"],
    [() => normal(Infinity, 1), "mean Infinity"],
    [() => normal(0, NaN), "sd NaN"],
    [() => lognormal(0, 1), "the lognormal distribution cannot have mean 0, sd 1"],
    [() => lognormal(1, Infinity), "sd Infinity"],
    [() => weibull(0, 1), "the Weibull distribution cannot have shape 0, scale 1"],
    [() => weibull(1, -1), "scale -1"],
    [() => gamma(1, 0), "the gamma distribution cannot have mean 1, sd 0"],
    [() => gamma(-1, 1), "mean -1"],
    [() => poisson(-1), "the Poisson distribution cannot have mean -1"],
    [() => poisson(Infinity), "mean Infinity"],
    [() => discrete([1, -2]), "share 1 of a distribution is -2"],
    [() => discrete([0, 0]), "all shares of a distribution are 0"],
    [() => empirical([0, 1], [1, 2]), "2 bins have 3 edges, not 2"],
    [() => empirical([0, NaN], [1]), "edge 1 of a distribution is NaN"],
    [() => mixture([1, 2], [normal(0, 1)]), "the mixture distribution cannot have shares 2, parts 1"],
    [() => mixture([NaN], [normal(0, 1)]), "share 0 of a distribution is NaN"],
  ];
  for (const [make, message] of refused) {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  }
});

// Far out, where 1 - p has lost its digits; the probabilities are those of the tails themselves.
const far: readonly (readonly [string, Distribution, number, number, (x: number) => number])[] = [
  ["normal", normal(0, 1), 5, 6, (x) => normalCdf(-x)],
  ["normal", normal(0, 1), 8, Infinity, (x) => normalCdf(-x)],
  ["normal, below", normal(0, 1), -Infinity, -8, normalCdf],
  ["exponential", exponential(1), 15, Infinity, (x) => Math.exp(-x)],
  ["exponential", exponential(1), 50, 51, (x) => Math.exp(-x)],
  ["Weibull", weibull(0.5, 1), 900, Infinity, (x) => Math.exp(-Math.sqrt(x))],
  ["gamma", gamma(2, Math.SQRT2), 100, 200, (x) => (1 + x) * Math.exp(-x)],
  ["triangular", triangular(0, 1, 2), 1.9999, 2, (x) => (2 - x) ** 2 / 2],
];

test.each(far)("%s truncated so that next to nothing of it is left: within its bounds, and as it is there", (_, of, low, high, tail) => {
  const cut = truncated(of, low, high);
  const [inner, outer] = tail(low) > tail(high) ? [low, high] : [high, low];
  const [from, to] = [tail(inner), Number.isFinite(outer) ? tail(outer) : 0];
  for (const bits of [...EXTREME, ...evenly.filter((_, i) => i % 64 === 0)]) {
    const x = variate(cut, bits);
    expect(x >= low && x <= high && Number.isFinite(x)).toBe(true);
    const u = inner === low ? 1 - unit(bits) : unit(bits);
    // A quantile right to its last digits is right in its probability to some thousand times that, this far out.
    expect(Math.abs((tail(x) - to) / (from - to) - u)).toBeLessThan(1e-9);
  }
});

test("truncated variates lie within any bounds that leave something, and only such bounds are taken", () => {
  const wholes = Object.values(plain);
  const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  fc.assert(fc.property(fc.nat(wholes.length - 1), probability, probability, fc.integer(), (which, p, q, bits) => {
    const { of } = wholes[which]!;
    const [low, high] = [quantileOf(of, Math.min(p, q)), quantileOf(of, Math.max(p, q))];
    fc.pre(low < high);
    const cut = truncated(of, low, high);
    for (const each of [bits, 0, -1]) {
      const x = variate(cut, each);
      expect(x >= low && x <= high).toBe(true);
    }
  }), { seed: 1, numRuns: 200 });
  expect(() => truncated(uniformBetween(0, 1), 2, 3)).toThrow("the truncated distribution cannot have low 2, high 3");
  expect(() => truncated(normal(0, 1), 2, 1)).toThrow("the truncated distribution cannot have low 2, high 1");
  expect(() => truncated(normal(0, 1), 0, NaN)).toThrow("the truncated distribution cannot have low 0, high NaN");
  expect(() => truncated(normal(0, 1), NaN, 1)).toThrow("the truncated distribution cannot have low NaN, high 1");
  expect(() => truncated(mixture([1, 1], [uniformBetween(0, 1), exponential(1)]), -4, -3)).toThrow("the truncated distribution cannot have low -4, high -3");
  expect(() => truncated(normal(4, 0), 5, 6)).toThrow(RangeError);
  expect(() => truncated(poisson(4), -3, -1)).toThrow(RangeError);
  expect(() => truncated(poisson(4), 2.2, 2.8)).toThrow(RangeError);
  expect(() => truncated(discrete([1, 1]), 0, 1)).toThrow("a discrete distribution is truncated by leaving out the shares of outcomes");
});

const bounds = [[0, Infinity], [2, 7], [1.5, 7.5], [4, 4], [5, Infinity], [-Infinity, 3]] as const;

test.each(bounds)("a Poisson distribution truncated to %d and %d gives the counts there in their shares, both ends included", (low, high) => {
  const of = truncated(poisson(4), low, high);
  const n = 20_000;
  const one = stream("truncated Poisson", low, high);
  const counts = new Float64Array(40);
  for (let i = 0; i < n; i++) counts[variate(of, draw(one))]!++;
  const within = poissonProbabilities(4, 39).map((p, k) => (k >= low && k <= high ? p : 0));
  const all = within.reduce((sum, p) => sum + p, 0);
  expect(counts.every((count, k) => count === 0 || within[k]! > 0)).toBe(true);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
  // Counts of which fewer than 5 are expected are left to the others.
  const likely = within.flatMap((p, k) => ((n * p) / all > 5 ? [k] : []));
  expect(chiSquare(likely.map((k) => counts[k]!), likely.map((k) => (n * within[k]!) / all))).toBeLessThan(chiSquareLimit(Math.max(3, likely.length)));
});

test("far out, too, a truncated Poisson distribution gives counts within its bounds", () => {
  for (const [low, high] of [[20, 30], [19.5, 30.5], [24, Infinity]] as const) {
    for (const bits of EXTREME) {
      const x = variate(truncated(poisson(4), low, high), bits);
      expect(Number.isInteger(x) && x >= low && x <= high).toBe(true);
    }
  }
});

test("what does not grow with the draw and what counts cannot be tabulated", () => {
  for (const of of [discrete([1, 2]), mixed.of, poisson(4), truncated(poisson(4), 1, 9), truncated(mixed.of, 0, 15)]) expect(() => tabulated(of)).toThrow(TypeError);
});

test("counts of discrete and Poisson distributions, and of a mixture of them, come in their shares", () => {
  const n = 20_000;
  const counted = (of: Distribution, name: string, last: number): Float64Array => {
    const one = stream("counts", name);
    const counts = new Float64Array(last + 1);
    for (let i = 0; i < n; i++) counts[Math.min(last, variate(of, draw(one)))]!++;
    return counts;
  };
  const some = [1, 0, 5, 2, 2].map((share) => share / 10);
  const few = poissonProbabilities(1.5, 5);
  const many = counted(discrete([1, 0, 5, 2, 2]), "discrete", 4);
  expect(many[1]).toBe(0);
  expect(chiSquare([0, 2, 3, 4].map((k) => many[k]!), [0, 2, 3, 4].map((k) => n * some[k]!))).toBeLessThan(chiSquareLimit(3));
  expect(chiSquare(counted(poisson(1.5), "Poisson", 5), few.map((p) => n * p))).toBeLessThan(chiSquareLimit(5));
  const both = few.map((p, k) => n * (0.25 * p + 0.75 * (some[k] ?? 0)));
  expect(chiSquare(counted(mixture([1, 3], [poisson(1.5), discrete(some)]), "mixture", 5), both)).toBeLessThan(chiSquareLimit(5));
});

test("the first and the last draw of a mixture are finite, also where a part is as rare as a draw", () => {
  const rare = mixture([1, 2 ** 33 - 2, 1], [normal(0, 1), normal(0, 1), normal(0, 1)]);
  for (const bits of [0, -1]) expect(Math.abs(variate(rare, bits))).toBeLessThan(10);
});
