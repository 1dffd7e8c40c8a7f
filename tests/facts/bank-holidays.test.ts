import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bankHolidays } from "../../src/facts/bank-holidays.js";
import { dayNumber, isDate, weekdayOf } from "../../src/facts/days.js";

const published = "../shared/data/nhs/bank_holidays_england_2018_2028.csv";

test("eight bank holidays a year, two more in 2022 and one more in 2023", () => {
  const years = Array.from({ length: 11 }, (_, index) => 2018 + index);
  const counts = years.map((year) => [...bankHolidays].filter((date) => date.startsWith(`${year}-`)).length);
  expect(counts).toEqual([8, 8, 8, 8, 10, 9, 8, 8, 8, 8, 8]);
});

test("each is a date, and none falls on a weekend: there is a substitute day", () => {
  for (const date of bankHolidays) {
    expect(isDate(date), date).toBe(true);
    expect(weekdayOf(dayNumber(date)), date).toBeLessThan(5);
  }
});

test("the extra days of 2020, 2022 and 2023", () => {
  for (const date of ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"]) expect(bankHolidays.has(date), date).toBe(true);
  expect(bankHolidays.has("2020-05-04")).toBe(false);
});

test.skipIf(!existsSync(published))("they are those of GOV.UK (skipped where the published file is not at hand)", () => {
  const dates = readFileSync(published, "utf8").trim().split(/\r?\n/).slice(1).map((line) => line.split(",")[0]);
  expect([...bankHolidays]).toEqual(dates);
});
