import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayNumber, daysOf, firstDay, isDate, isWorkingDay, minutesAt, timestamp, weekdayOf } from "../../src/facts/days.js";

test("1 January 1970 is day 0, a Thursday", () => {
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(weekdayOf(0)).toBe(3);
});

test("days before 1970 have a weekday too", () => {
  expect(weekdayOf(dayNumber("1969-12-31"))).toBe(2);
  expect(weekdayOf(-7000)).toBe(3);
});

test("the days of the reported incidents fall on the weekdays that were reported", () => {
  const weekday = (date: string): number => weekdayOf(dayNumber(date));
  expect(weekday("2023-03-16")).toBe(3);
  expect(weekday("2023-05-26")).toBe(4);
  expect(weekday("2024-07-19")).toBe(4);
});

test("every day number has a date and every date its day number", () => {
  // Years 1 to 9999, beyond which a date has no four digits.
  fc.assert(fc.property(fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") }), (number) => dayNumber(dateOf(number)) === number && isDate(dateOf(number))));
});

test("dates agree with the calendar of the platform", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber("1600-01-01"), max: dayNumber("2400-12-31") }), (number) => {
      const date = new Date(number * 86_400_000);
      expect(dateOf(number)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7);
    }),
  );
});

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2000-02-29", true],
  ["1900-02-29", false],
  ["2023-02-30", false],
  ["2023-13-01", false],
  ["2023-00-10", false],
  ["2023-04-31", false],
  ["16 March 2023", false],
  ["2023-3-16", false],
])("%s is a date: %s", (text, answer) => expect(isDate(text)).toBe(answer));

test("weekends and bank holidays are no working days", () => {
  const isWorking = (date: string): boolean => isWorkingDay(dayNumber(date));
  expect(isWorking("2023-05-26")).toBe(true);
  expect(isWorking("2023-05-27")).toBe(false);
  expect(isWorking("2023-05-28")).toBe(false);
  expect(isWorking("2023-05-29")).toBe(false);
  expect(isWorking("2023-05-30")).toBe(true);
});

test("2025 has 253 working days in England", () => {
  let days = 0;
  for (let day = dayNumber("2025-01-01"); day <= dayNumber("2025-12-31"); day++) if (isWorkingDay(day)) days++;
  expect(days).toBe(253);
});

test("minutes begin at the first midnight of the warm-up, and a time stamp tells them back", () => {
  const period = { start: "2023-03-16", warmUpDays: 28, days: 63 };
  expect(dateOf(firstDay(period))).toBe("2023-02-16");
  expect(daysOf(period)).toBe(91);
  expect(minutesAt(period, "2023-02-16")).toBe(0);
  expect(minutesAt(period, "2023-03-16", "08:30")).toBe(28 * 1440 + 510);
  expect(timestamp(period, 28 * 1440 + 510.9)).toBe("2023-03-16T08:30");
  // The clocks of England went forward on 26 March 2023: a day still has 1,440 minutes.
  expect(minutesAt(period, "2023-03-27") - minutesAt(period, "2023-03-26")).toBe(1440);
});
