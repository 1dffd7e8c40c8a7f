import { expect, test } from "vitest";
import { meanInterval } from "../../src/statistics/interval.js";
import { rootOf } from "../../src/statistics/root.js";
import { skewedInterval } from "../../src/statistics/skewed-interval.js";

test("without skewness it is Student's, or a trace wider", () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(skewedInterval(values)).toEqual(meanInterval(values));
});

test("values that lean to the right have an interval that reaches farther there, and as far to the left as Student's", () => {
  const values = [1, 1, 1, 2, 2, 3, 4, 10];
  const [student, skewed] = [meanInterval(values), skewedInterval(values)];
  // By hand: mean 3, s^2 64 / 7, third moment without bias 60.571, skewness 2.1910, lean 0.12911; with t = 2.364624, 1 + 6 lean (-t - lean) = -0.93180, whose cube root is -0.97673:
  // G = -1.97673 / 0.25822 = -7.65527, times the standard error 1.069045 is 8.18383.
  expect(skewed.high).toBeCloseTo(3 + 8.18383, 3);
  expect(skewed.low).toBe(student.low);
  const turned = skewedInterval(values.map((value) => -value));
  expect([turned.low, turned.high]).toEqual([-skewed.high!, -skewed.low!]);
});

test("too few values leave open what they do not say; two have no skewness; equal ones no width", () => {
  expect(skewedInterval([])).toEqual({ mean: null, low: null, high: null });
  expect(skewedInterval([7])).toEqual({ mean: 7, low: null, high: null });
  expect(skewedInterval([1, 2])).toEqual(meanInterval([1, 2]));
  expect(skewedInterval([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, low: 0.1, high: 0.1 });
});

test("roots are exact to their last digits", () => {
  for (const [x, degree] of [[8, 3], [27, 3], [1e9, 3], [2, 7], [5000, 40], [800, 1000], [1e-9, 3]] as const) expect(rootOf(x, degree) / x ** (1 / degree)).toBeCloseTo(1, 13);
  expect([rootOf(0, 3), rootOf(1, 3)]).toEqual([0, 1]);
});
