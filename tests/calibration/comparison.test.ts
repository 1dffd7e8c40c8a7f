/** Intervals and verdicts. */
import { beforeAll, describe, expect, test } from "vitest";
import { compare, verdictOn, type Compared } from "../../src/calibration/comparison.js";
import { jackknifeInterval } from "../../src/calibration/jackknife.js";
import { observed } from "../../src/calibration/observed.js";
import { calibrationUnits, countedOf, ordinaryPeriod, studyOf } from "../../src/calibration/study.js";
import { simulateOrdinaryWeeks } from "../../src/calibration/unit.js";
import { weightedQuantile } from "../../src/calibration/weighted-quantile.js";
import { daysOf, firstDay, isWorkingDay, weekdayOf } from "../../src/facts/days.js";
import { meanInterval } from "../../src/statistics/interval.js";

test("of a mean the interval is Student's", () => {
  const values = [3, 5, 4, 9, 1];
  const mean = values.reduce((sum, value) => sum + value, 0) / 5;
  const { low, high } = jackknifeInterval(mean, values.map((value) => (5 * mean - value) / 4))!;
  expect(low).toBeCloseTo(meanInterval(values).low!, 10);
  expect(high).toBeCloseTo(meanInterval(values).high!, 10);
});

test("one cluster has no interval", () => {
  expect(jackknifeInterval(1, [NaN])).toBeNull();
  expect(jackknifeInterval(1, [1, NaN])).toBeNull();
});

test("a weighted quantile lies where the weight does", () => {
  expect(weightedQuantile([[1, 1], [2, 1], [3, 1]], 0.5)).toBe(2);
  expect(weightedQuantile([[3, 1], [1, 3]], 0.5)).toBeCloseTo(1 + 2 * (0.5 / 2), 12);
  expect(weightedQuantile([[3, 1], [1, 3]], 0.9)).toBe(3);
  expect(weightedQuantile([[1, 1], [2, 1]], 0)).toBe(1);
  expect(weightedQuantile([], 0.5)).toBeNaN();
});

test("a figure is out beyond its tolerance, relative or in points, and unjudged without one", () => {
  const row = observed[0]!;
  expect(verdictOn({ ...row, observed: 20, tolerance: { relative: 0.05 } }, -1)).toBe("ok");
  expect(verdictOn({ ...row, observed: 20, tolerance: { relative: 0.05 } }, 1.01)).toBe("out");
  expect(verdictOn({ ...row, observed: 0.2, tolerance: { points: 0.02 } }, 0.019)).toBe("ok");
  expect(verdictOn({ ...row, observed: 0.2, tolerance: { points: 0.02 } }, -0.021)).toBe("out");
  expect(verdictOn({ ...row, tolerance: null }, 100)).toBeNull();
  expect(verdictOn(row, null)).toBeNull();
});

test("the period is whole weeks from a Monday, without a bank holiday in what is simulated", () => {
  expect(weekdayOf(firstDay(ordinaryPeriod))).toBe(0);
  expect([ordinaryPeriod.warmUpDays % 7, ordinaryPeriod.days % 7]).toEqual([0, 0]);
  const days = Array.from({ length: daysOf(ordinaryPeriod) }, (_, day) => firstDay(ordinaryPeriod) + day);
  expect(days.filter((day) => weekdayOf(day) < 5 && !isWorkingDay(day))).toEqual([]);
});

describe("three neighbourhoods of Kent", () => {
  const study = studyOf({ region: "QKS", neighbourhoods: 3, replications: 1, seed: "comparison" });
  let rows: Compared[];
  beforeAll(() => {
    const units = calibrationUnits(study);
    rows = compare(study, countedOf(study, units, units.map((unit) => simulateOrdinaryWeeks(study.weeks, unit))));
  }, 60_000);
  const row = (id: string, part: string): Compared => rows.find((one) => one.id === id && one.part === part)!;

  test("every figure is there, in order, with a value", () => {
    expect(rows.map(({ id, part }) => [id, part])).toEqual(observed.map(({ id, part }) => [id, part]));
    expect(rows.filter(({ simulated }) => simulated === null)).toEqual([]);
  });

  test("intervals are of what is simulated; what the practices are is known exactly", () => {
    const { low, high, simulated } = row("leadTime", "same day");
    expect(low).toBeLessThan(simulated!);
    expect(high).toBeGreaterThan(simulated!);
    expect(row("listSize", "median")).toMatchObject({ low: null, high: null });
  });

  test("what goes in comes through: list sizes, staff and suppliers of Kent, lengths of calls", () => {
    const inputs = rows.filter(({ id, tolerance }) => ["listSize", "staff", "supplier", "network", "callLength"].includes(id) && tolerance !== null);
    expect(inputs.length).toBeGreaterThan(12);
    expect(inputs.filter(({ verdict }) => verdict !== "ok").map(({ id, part }) => `${id} ${part}`)).toEqual([]);
  });
});
