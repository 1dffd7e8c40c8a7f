/** What a region's practices share of days and weeks, told apart from weekdays and from chance. */
import { expect, test } from "vitest";
import { dispersionOf, dispersionOfOne } from "../../src/calibration/dispersion.js";
import { inverseNormal } from "../../src/engine/maths.js";
import { stream, uniform } from "../../src/engine/random.js";

const weekdays = [1.1, 1.05, 1, 0.95, 0.9];
const random = stream("dispersion");
const normal = (): number => inverseNormal(uniform(random));

/** Practices' counts over `weeks`: the weekday's pattern, what they share, and noise of their own. */
function region(practices: number, weeks: number, sd: { day: number; week: number; own: number }): Float64Array[] {
  const byWeek = Array.from({ length: weeks }, () => 1 + sd.week * normal());
  const byDay = Array.from({ length: 5 * weeks }, (_, day) => weekdays[day % 5]! * byWeek[Math.floor(day / 5)]! * (1 + sd.day * normal()));
  return Array.from({ length: practices }, (_, practice) => Float64Array.from(byDay, (shared) => (100 + practice) * shared * (1 + sd.own * normal())));
}

test("a pattern of weekdays alone is no variation", () => {
  const { days, weeks } = dispersionOf([region(3, 8, { day: 0, week: 0, own: 0 })]);
  expect(days).toBeLessThan(1e-7);
  expect(weeks).toBeLessThan(1e-7);
});

test("what practices share is found under noise that is several times as great", () => {
  // 200 regions of 8 weeks know 2% to a tenth (six standard errors): pairs of ten practices with noise of 8% have an error of 0.08^2 / sqrt(45 * 28 * 200) in the variance of days,
  // 3% of it, and weeks have 1,400 degrees of freedom.
  const { days, weeks } = dispersionOf(Array.from({ length: 200 }, () => region(10, 8, { day: 0.02, week: 0.02, own: 0.08 })));
  expect(Math.abs(days / 0.02 - 1)).toBeLessThan(0.1);
  // Weeks hold a fifth of the variance of their days.
  expect(Math.abs(weeks / Math.sqrt(0.02 * 0.02 * 1.2) - 1)).toBeLessThan(0.12);
});

test("noise of practices' own is not taken for it", () => {
  // The variance has a standard error of 3% of 0.02^2 as above, so its root stays under half of 0.02 except once in more than a million.
  expect(dispersionOf(Array.from({ length: 200 }, () => region(10, 8, { day: 0, week: 0, own: 0.08 }))).days).toBeLessThan(0.01);
});

test("of one series it is its own variation", () => {
  const { days, weeks } = dispersionOfOne(region(1, 2000, { day: 0.012, week: 0.02, own: 0 })[0]!);
  // 8,000 and 2,000 degrees of freedom: standard errors of 0.8% and 1.6%.
  expect(Math.abs(days / 0.012 - 1)).toBeLessThan(0.05);
  expect(Math.abs(weeks / Math.sqrt(0.02 * 0.02 + (0.012 * 0.012) / 5) - 1)).toBeLessThan(0.1);
});

test("one practice says nothing of what a region shares", () => {
  expect(dispersionOf([region(1, 8, { day: 0.02, week: 0.02, own: 0 })])).toEqual({ days: NaN, weeks: NaN });
});
