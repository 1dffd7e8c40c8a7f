/** People work when they are rostered, or it is overtime. */
import { describe, expect, test } from "vitest";
import { outageOf, placeOf, simulate } from "./neighbourhoods.js";

const cases = [
  { name: "a neighbourhood of two", place: placeOf(), days: 5, options: {} },
  { name: "a tiny practice", place: placeOf({ patients: [900], seed: "tiny" }), days: 2, options: {} },
  { name: "a practice that gives overtime freely", place: placeOf({ patients: [6000], overrides: { response: { overtimeMinutes: 150, overtimeTrigger: 5 } } }), days: 3, options: {} },
  { name: "a practice that holds evening sessions", place: placeOf({ patients: [8000], overrides: { response: { extraSessions: 6 } } }), days: 2, options: {} },
  { name: "lines busy all day", place: placeOf({ patients: [12_000], seed: "busy", overrides: { care: { phoneOccupancy: 0.95, afterCallMinutes: 2 } } }), days: 2, options: { lost: ["takeOnlineRequests"] as const } },
].map(({ name, place, days, options }) => ({ name, place, arms: simulate(place, outageOf(place, days, options)) }));

describe.each(cases)("$name", ({ place, arms }) => {
  const practices = place.estate.practices.length;

  test.each(["none", "outage"] as const)("arm %s: nobody works longer on a day than rostered time and overtime", (arm) => {
    const { days, worked, overtime, rostered } = arms[arm];
    for (let day = 0; day < days; day++) {
      for (let role = 0; role < 5; role++) {
        const sumOver = (places: number, minutesAt: (index: number) => number): number => {
          let sum = 0;
          for (let at = 0; at < places; at++) sum += minutesAt((at * days + day) * 5 + role);
          return sum;
        };
        const workedMinutes = sumOver(practices, (index) => worked[4 * index]! + worked[4 * index + 1]! + worked[4 * index + 2]! + worked[4 * index + 3]!);
        // Some hundred sums of doubles around 100,000: their rounding stays far below a thousandth of a minute.
        expect(workedMinutes).toBeLessThanOrEqual(sumOver(practices + 1, (index) => rostered[index]!) + sumOver(practices, (index) => overtime[index]!) + 1e-3);
      }
    }
  });

  test("overtime is never less than none, and most of what is rostered is not overtime", () => {
    for (const { overtime, rostered } of [arms.none, arms.outage]) {
      expect(Math.min(...overtime)).toBeGreaterThanOrEqual(0);
      const sum = (minutes: Float64Array): number => minutes.reduce((all, some) => all + some, 0);
      expect(sum(overtime)).toBeLessThan(0.1 * sum(rostered));
    }
  });

  test("on days without opening hours no practice has anybody rostered, and both arms are rostered alike", () => {
    const { days, rostered } = arms.none;
    const byDay = Array.from({ length: days }, (_, day) => Array.from({ length: practices }, (_, at) => rostered.subarray((at * days + day) * 5, (at * days + day + 1) * 5)));
    // The first simulated day is a Monday.
    byDay.forEach((places, day) => expect(places.some((minutes) => minutes.some((some) => some > 0))).toBe(day % 7 < 5));
    expect(arms.outage.rostered).toEqual(rostered);
  });
});

test("whoever is on the telephone when desks close at the half hour finishes in overtime: on most days somebody is", () => {
  const { none } = simulate(placeOf({ patients: [12_000] }), outageOf(placeOf(), 1));
  const overtime = Array.from({ length: none.days }, (_, day) => none.overtime[day * 5 + 3]!);
  expect(overtime.filter((minutes) => minutes > 0).length).toBeGreaterThan(15);
});
