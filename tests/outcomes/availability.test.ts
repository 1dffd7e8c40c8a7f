import { expect, test } from "vitest";
import { capabilities, type Steps } from "../../src/infrastructure/disruption.js";
import { availability } from "../../src/outcomes/availability.js";
import { at, HORIZON, pairOf } from "./journal-builder.js";
import { sums } from "./sums.js";

/** Service minutes from 08:00 on day 3 to the horizon: 24 days of 840, and 750 on the first. */
const ALL = 24 * 840 + 750;

test("what is lost between 06:30 and 20:30 is lost of 14 hours a day, weekends included; the night does not count", () => {
  // Thursday 08:00 to Sunday 07:30: 750 minutes, two days, one hour.
  expect(sums(pairOf({ lost: [[at(3, 8), at(6, 7.5)]] }), availability)["all"]![0]).toBeCloseTo((100 * (750 + 2 * 840 + 60)) / ALL, 12);
  // A neighbour's outage began before; this one's happens at night.
  expect(sums(pairOf({ practices: 2, lost: [[at(3, 8), at(3, 9)], [at(3, 21), at(4, 6)]] }), availability)["all"]![1]).toBe(0);
});

test("a capability of thirteen, half of whose users lose it, costs a twenty-sixth; slowness costs nothing", () => {
  const pair = pairOf({ lost: [[at(3, 8), at(3, 18)]] });
  const half: Steps = { times: [at(3, 8), at(3, 18)], level: [0.5, 1], slowness: [1, 3] };
  const whole: Steps = { times: [], level: [], slowness: [] };
  const histories = [{ ...pair.histories[0]!, capabilities: capabilities.map((name) => (name === "seeRecords" ? half : whole)) }];
  expect(sums({ ...pair, histories }, availability)["all"]![0]).toBeCloseTo((100 * 600) / (26 * ALL), 12);
});

test("what does not come back is lost to the horizon, and nothing at all where nothing happens", () => {
  expect(sums(pairOf({ lost: [[at(3, 8), HORIZON + at(5, 0)]] }), availability)["all"]).toEqual([100]);
  expect(sums(pairOf({ lost: [null] }), availability)).toEqual({});
});

test("99.9% of a month of thirty-one days allows the loss of everything for 26 minutes, not for 27", () => {
  const lostIn = (minutes: number): number =>
    sums({ ...pairOf({ lost: [[at(0, 6.5), at(0, 6.5) + minutes]] }), period: { start: "2023-03-01", warmUpDays: 0, days: 31 } }, availability)["all"]![0]!;
  expect(lostIn(26)).toBeLessThan(0.1);
  expect(lostIn(27)).toBeGreaterThan(0.1);
});
