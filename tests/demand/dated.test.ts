/** Work with a date: when it comes up and by when it is due. */
import { expect, test } from "vitest";
import { datedWork, type Dated } from "../../src/demand/dated.js";
import { PAYROLL, YEAR_END } from "../../src/demand/demand.js";
import { drawDemand } from "../../src/demand/draw.js";
import { stream } from "../../src/engine/random.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { DAY, dateOf, firstDay, isWorkingDay, type Period } from "../../src/facts/days.js";
import { placeOf } from "../care/neighbourhoods.js";

const parameters = parametersWith();
const workIn = (period: Period, patients = 10_000, code = "P1"): Dated[] => datedWork(period, patients, parameters, (purpose) => stream("dated", 0, code, purpose));
/** As dates: up, and the last day on which it is in time. */
const dates = (period: Period, { arrivesAt, dueAt }: Dated): [string, string] => [arrivesAt, dueAt - DAY].map((time) => dateOf(firstDay(period) + Math.floor(time / DAY))) as [string, string];
const year: Period = { start: "2023-01-02", warmUpDays: 0, days: 364 };

test("the payroll is due by the 25th of every month or the last working day before, and comes up three working days earlier", () => {
  const found = workIn(year).filter(({ kind }) => kind === PAYROLL).map((work) => dates(year, work));
  expect(found).toHaveLength(12);
  // 25 March 2023 is a Saturday, 25 December a holiday on a Monday.
  expect(found[2]).toEqual(["2023-03-21", "2023-03-24"]);
  expect(found[11]).toEqual(["2023-12-19", "2023-12-22"]);
  expect(found.every(([, due]) => isWorkingDay(firstDay(year) + (Date.parse(due) - Date.parse(year.start)) / 86_400_000))).toBe(true);
});

test("returns are due by 31 March, come up over the twenty working days before, and are as many as the list is long", () => {
  const found = workIn(year, 100_000).filter(({ kind }) => kind === YEAR_END);
  // 600 with a standard deviation of 24.5: four of them.
  expect(Math.abs(found.length - 600)).toBeLessThan(98);
  expect(new Set(found.map((work) => dates(year, work)[1]))).toEqual(new Set(["2023-03-31"]));
  // Of twenty days each has thirty: none is empty.
  const days = [...new Set(found.map((work) => dates(year, work)[0]))];
  expect(days).toHaveLength(20);
  expect([days[0], days.at(-1)]).toEqual(["2023-03-03", "2023-03-30"]);
  // In 2024 Easter comes before: the last working day is Thursday 28 March.
  const next: Period = { start: "2024-03-01", warmUpDays: 0, days: 40 };
  expect(workIn(next, 100_000).filter(({ kind }) => kind === YEAR_END).map((work) => dates(next, work)[0]).at(-1)).toBe("2024-03-27");
});

test("what belongs to a date is the same however much is simulated", () => {
  const short: Period = { start: "2023-03-13", warmUpDays: 7, days: 14 };
  const [from, until] = [firstDay(short) - firstDay(year), firstDay(short) - firstDay(year) + 21];
  const shifted = workIn(year).filter(({ arrivesAt }) => arrivesAt >= from * DAY && arrivesAt < until * DAY).map(({ arrivesAt, key }) => [(arrivesAt - from * DAY).toFixed(6), key]);
  expect(workIn(short).map(({ arrivesAt, key }) => [arrivesAt.toFixed(6), key])).toEqual(shifted);
});

test("it takes its place among the other items in order of time, and changes none of them", () => {
  const place = placeOf();
  const { items } = drawDemand(place);
  const without = drawDemand(placeOf({ overrides: { demand: { yearEndRate: 0, payrollDay: 32 } } })).items;
  for (let practice = 0; practice < 2; practice++) {
    const own = [...items.arrivesAt.subarray(items.firstOf[practice], items.firstOf[practice + 1])];
    expect(own).toEqual([...own].sort((a, b) => a - b));
  }
  const undated = [...items.key.keys()].filter((item) => items.dueAt[item] === Infinity);
  expect(undated.length).toBeLessThan(items.count);
  expect(undated.map((item) => items.key[item])).toEqual([...without.key]);
  expect(undated.map((item) => items.arrivesAt[item])).toEqual([...without.arrivesAt]);
});
