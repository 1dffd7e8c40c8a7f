/** Probabilities of being the best agree with what theory says of them. */
import { describe, expect, test } from "vitest";
import { chancesOfBest, highest } from "../../src/decision/best.js";
import { latinHypercube } from "../../src/decision/latin-hypercube.js";
import { DRAWS, drawnMeans, meanDraws } from "../../src/decision/mean-draws.js";
import { inverseNormal } from "../../src/engine/maths.js";
import { stream, uniform } from "../../src/engine/random.js";
import { meanInterval } from "../../src/statistics/interval.js";
import { quantile } from "../../src/statistics/quantile.js";

const sorted = (values: ArrayLike<number>): number[] => Array.from(values).sort((a, b) => a - b);

describe("draws of means", () => {
  const values = [3.1, 4.7, 2.2, 5.9, 4.4, 3.8];
  const draws = meanDraws(values.length, stream("means"));

  // The 2.5th and 97.5th percentile of 4,000 draws from a t of 5 degrees have a standard error of about 0.09 of their distance of 2.6 standard errors from the mean, here 0.05; five of these. The seed is fixed.
  test("spread as far as the t interval that pages print", () => {
    const { low, high } = meanInterval(values);
    const means = sorted(drawnMeans(values, draws));
    expect(Math.abs(quantile(means, 0.025)! - low!)).toBeLessThan(0.25);
    expect(Math.abs(quantile(means, 0.975)! - high!)).toBeLessThan(0.25);
  });

  test("keep pairs together: a difference that never varies does not", () => {
    const [one, other] = [drawnMeans(values, draws), drawnMeans(values.map((value) => value + 0.25), draws)];
    expect(one.every((mean, draw) => Math.abs(other[draw]! - mean - 0.25) < 1e-12)).toBe(true);
  });

  test("of equal values are that value", () => expect(new Set(drawnMeans([0.1, 0.1, 0.1], meanDraws(3, stream("equal"))))).toEqual(new Set([0.1])));
  test("are none of one replication", () => expect(meanDraws(1, stream("one"))).toEqual([]));
  test("are the same for the same seed", () => expect(meanDraws(4, stream("seed"), 3)).toEqual(meanDraws(4, stream("seed"), 3)));
});

describe("probability of being the best", () => {
  // With two replications, the mean difference over its standard error is a Cauchy variate (t of 1 degree): differences 1 and 3 have mean 2 and standard error 1, so P = 1/2 + arctan(2)/π = 0.8524. Five standard errors of 4,000 draws are 0.028.
  test("is that of Student's t for a pair", () => {
    const draws = meanDraws(2, stream("cauchy"));
    const [a, b] = [drawnMeans([11, 13], draws), drawnMeans([10, 10], draws)];
    const [first] = chancesOfBest(2, DRAWS, (draw) => highest(2, (candidate) => [a, b][candidate]![draw]!, () => 0))!;
    expect(Math.abs(first!.probability - (0.5 + Math.atan(2) / Math.PI))).toBeLessThan(0.028);
    expect(first!.low).toBeLessThan(first!.probability);
    expect(first!.high).toBeGreaterThan(first!.probability);
  });

  test("is shared by those who are equal in value and cost, and goes to the cheaper of those equal in value", () => {
    expect(chancesOfBest(3, 10, () => highest(3, (candidate) => [5, 5, 4][candidate]!, () => 1))!.map(({ probability }) => probability)).toEqual([0.5, 0.5, 0]);
    expect(highest(3, () => 5, (candidate) => [3, 1, 2][candidate]!)).toEqual([1]);
  });

  test("is not known without draws", () => expect(chancesOfBest(2, 0, () => [0])).toBeNull());
  test("leaves out what is out of the question", () => expect(highest(2, (candidate) => [-Infinity, -7][candidate]!, () => 0)).toEqual([1]));

  // Two arms with the same truth, over 300 studies of 10 replications: each is best with a probability that is even on the mean. Standard deviation of a uniform 0.29, of the mean 0.017; five of these.
  test("favours none of two that are alike, over many studies", () => {
    const from = stream("alike");
    const normals = (): number[] => Array.from({ length: 10 }, () => inverseNormal(uniform(from)));
    let sum = 0;
    for (let study = 0; study < 300; study++) {
      const draws = meanDraws(10, from, 100);
      const [a, b] = [drawnMeans(normals(), draws), drawnMeans(normals(), draws)];
      sum += chancesOfBest(2, 100, (draw) => (a[draw]! > b[draw]! ? [0] : [1]))![0]!.probability;
    }
    expect(Math.abs(sum / 300 - 0.5)).toBeLessThan(0.085);
  });
});

test("a Latin hypercube has one point in every slice of every range", () => {
  const points = latinHypercube(50, 3, stream("hypercube"));
  for (let dimension = 0; dimension < 3; dimension++) expect(sorted(points.map((point) => Math.floor(point[dimension]! * 50)))).toEqual(Array.from({ length: 50 }, (_, slice) => slice));
});
