/** Whether intervals keep their word where a rule that looks again and again has chosen how many values there are. */
import { expect, test } from "vitest";
import { stream } from "../../src/engine/random.js";
import { meanInterval, type MeanInterval } from "../../src/statistics/interval.js";
import { LookAhead } from "../../src/statistics/look-ahead.js";
import { skewedInterval } from "../../src/statistics/skewed-interval.js";
import { lognormal, mixture, normal, pathMean, type Source } from "./sources.js";

const EXPERIMENTS = 2000, ROUND = 5, MOST = 40, TOLERANCE = 0.05;

type Interval = (values: readonly number[]) => MeanInterval;
/** What a look says: half the interval's width over what it may be. */
type Rule = () => (width: number) => boolean;

/** Share of experiments whose last interval covers the mean, and the mean number of values. */
function tried(source: Source, interval: Interval, rule: Rule, most = MOST): { covered: number; values: number } {
  const from = stream("look ahead", source.name);
  let [covered, count] = [0, 0];
  for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
    const values: number[] = [];
    const isEnough = rule();
    let found: MeanInterval;
    do {
      for (let value = 0; value < ROUND; value++) values.push(source.draw(from));
      found = interval(values);
    } while (!isEnough((found.high! - found.low!) / 2 / (TOLERANCE * Math.abs(found.mean!))) && values.length < most);
    if (found.low! <= source.mean && source.mean <= found.high!) covered++;
    count += values.length;
  }
  return { covered: covered / EXPERIMENTS, values: count / EXPERIMENTS };
}

const ahead: Rule = () => {
  const rule = new LookAhead();
  return (width) => rule.isEnough(width <= 1);
};

/** The same where one look is enough that is twice as precise. */
const orTwice: Rule = () => {
  const rule = new LookAhead();
  return (width) => rule.isEnough(width <= 1, width <= 0.5);
};

/** Few values have the interval of a number that was fixed, as a result has it. */
const asReported: Interval = (values) => (values.length > ROUND ? skewedInterval(values) : meanInterval(values));

/*
 * From 93% to 97%: what is promised. Of 20,000 experiments each, coverage is 94.5% to 96.7%; with 2,000 it has a standard error of 0.5 points, so that in other seeds a source at either end falls outside in
 * one case of a thousand and, of all, about one run in a hundred. The seeds are fixed.
 */
test.each([
  ...[0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1].map(lognormal), ...[0.05, 0.08, 0.15].map(normal), pathMean(0.5, 0.1, 10), pathMean(0.9, 0.05, 20), pathMean(0.9, 0.1, 20),
  mixture(0.5, normal(0.05), 1.5, normal(0.03)), mixture(0.3, lognormal(0.1), 1.5, lognormal(0.2)), mixture(0.3, lognormal(0.2), 2, lognormal(0.4)),
])("the interval at which the rule stops covers the mean in 93% to 97% of experiments: $name", (source) => {
  const { covered } = tried(source, skewedInterval, ahead);
  expect(covered).toBeGreaterThan(0.93);
  expect(covered).toBeLessThan(0.97);
});

/* Of 20,000 experiments each 94.2% to 94.8%; a standard error of 0.5 points: in other seeds one of them falls below 93% in about one run in twenty. The seeds are fixed. */
test.each([...[0.005, 0.01, 0.015, 0.02, 0.03].map(normal), ...[0.01, 0.02, 0.05].map(lognormal), pathMean(0.9, 0.02, 20)])("so does the one at which the first look is enough that is twice as precise: $name", (source) => {
  const { covered } = tried(source, asReported, orTwice);
  expect(covered).toBeGreaterThan(0.93);
  expect(covered).toBeLessThan(0.97);
});

test("one look that is twice as precise spares the second, and misses a part of the values that it has not seen", () => {
  expect(tried(normal(0.005), asReported, orTwice).values).toBeLessThan(6);
  // All of the first five are of the greater part in a third of cases.
  expect(tried(mixture(0.2, normal(0.005), 1.5, normal(0.005)), asReported, orTwice).covered).toBeLessThan(0.8);
});

test("it stops where precision is reached, not only at the maximum, and a round later than the first look would", () => {
  // An interval of 95% over n values of variation 0.05 has a half width of 5% of the mean from seven on: the second look in a row is the third at most, as a rule.
  expect(tried(lognormal(0.05), skewedInterval, ahead).values).toBeLessThan(17);
  expect(tried(lognormal(0.1), skewedInterval, ahead).values).toBeLessThan(30);
  expect(tried(lognormal(0.2), skewedInterval, ahead, 200).values).toBeLessThan(90);
});

test("neither half of it would do alone: the first look stops too early, and Student's t misses the mean of skewed values", () => {
  const first: Rule = () => (width) => width <= 1;
  // 92.6% and 87.2% of 20,000; the standard errors are 0.6 and 0.7 points.
  expect(tried(normal(0.08), meanInterval, first).covered).toBeLessThan(0.94);
  expect(tried(mixture(0.3, normal(0.05), 1.5, normal(0.03)), meanInterval, first).covered).toBeLessThan(0.9);
  // 91.1%.
  expect(tried(lognormal(1), meanInterval, ahead).covered).toBeLessThan(0.925);
});

test("precise once is not enough, nor are two looks that do not follow each other", () => {
  const rule = new LookAhead();
  expect([true, false, true, true].map((isPrecise) => rule.isEnough(isPrecise))).toEqual([false, false, false, true]);
});
