import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, dateOf, dayNumber, isWorkingDay } from "../../src/facts/days.js";
import { durationOf, endOf, momentOf } from "../../src/scenario/duration.js";

/** Minutes begin on Monday 13 March 2023. */
const monday = dayNumber("2023-03-13");
const at = (day: string, clock = 0): number => (dayNumber(day) - monday) * DAY + clock * 60;

describe("durations", () => {
  test.each([
    ["30m", 30], ["4h", 240], ["2d", 2880], ["1w", 10080], ["1h30m", 90], ["1h 30m", 90], ["1d 2h", 1560], ["4 hours", 240], ["1 day", 1440], ["90 minutes", 90], ["20 min", 20], ["0m", 0],
  ])("%s are %i minutes", (text, minutes) => {
    expect(durationOf(text)).toEqual({ minutes });
  });

  test("working days are counted apart", () => {
    expect(durationOf("5 working days")).toEqual({ workingDays: 5 });
    expect(durationOf("1 working day")).toEqual({ workingDays: 1 });
  });

  test.each(["", "4", "4x", "h", "-4h", "1.5h", "30m1h", "4h4h", "5 workingdays", "working days", "4 h ours", `${"1d".padEnd(100_000)}x`])("%j is none", (text) => {
    expect(durationOf(text)).toBeUndefined();
  });
});

describe("the end of working days", () => {
  const end = (from: number, workingDays: number): number => endOf(from, { workingDays }, monday);

  test("five from Thursday 16 March 2023 at 08:00 last until Thursday 23 March at 08:00", () => {
    expect(end(at("2023-03-16", 8), 5)).toBe(at("2023-03-23", 8));
  });

  test("Easter's bank holidays do not count", () => {
    expect(end(at("2023-04-06", 8), 1)).toBe(at("2023-04-11", 8));
  });

  test("begun on a Saturday, one lasts until midnight after Monday", () => {
    expect(end(at("2023-03-18", 12), 1)).toBe(at("2023-03-21"));
  });

  test("none end where they begin", () => {
    expect(end(at("2023-03-18", 12), 0)).toBe(at("2023-03-18", 12));
  });

  test("a day of working days is 24 hours of them, whenever they begin", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 * DAY }), fc.integer({ min: 0, max: 30 }), (from, days) => {
      let counted = 0;
      const until = end(from, days);
      for (let minute = from; minute < until; minute++) if (isWorkingDay(monday + Math.floor(minute / DAY))) counted++;
      expect(counted).toBe(days * DAY);
    }), { seed: 1, numRuns: 50 });
  });

  test("from a working day they end at the same time of day", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: DAY - 1 }), fc.integer({ min: 1, max: 30 }), (day, clock, days) => {
      fc.pre(isWorkingDay(monday + day));
      expect(end(day * DAY + clock, days) % DAY).toBe(clock);
    }), { seed: 1 });
  });
});

describe("moments", () => {
  test("a space or a T between date and time", () => {
    expect(momentOf("2023-03-16 08:00")).toEqual({ date: "2023-03-16", clock: "08:00" });
    expect(momentOf("2023-03-16T08:00")).toEqual({ date: "2023-03-16", clock: "08:00" });
  });

  test("what has the form but does not exist says which part", () => {
    expect(momentOf("2023-02-29 08:00")).toBe("date");
    expect(momentOf("2023-03-16 24:00")).toBe("clock");
    expect(momentOf("2023-03-16 08:60")).toBe("clock");
  });

  test.each(["", "2023-03-16", "08:00", "16/03/2023 08:00", "2023-03-16 8:00", "2023-03-16 08:00:00"])("%j is none", (text) => {
    expect(momentOf(text)).toBeUndefined();
  });

  test("every day of four centuries exists", () => {
    fc.assert(fc.property(fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2299-12-31") }), (day) => {
      expect(momentOf(`${dateOf(day)} 00:00`)).toEqual({ date: dateOf(day), clock: "00:00" });
    }), { seed: 1 });
  });
});
