/** Numbers with their ranges in plain words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { asSubject, inWords, type Ranged } from "../../src/report/ranges.js";

const appointments = { one: "appointment", many: "appointments" };
const hours = { one: "hour", many: "hours", isMeasured: true } as const;
const of = (mean: number | null, low: number | null, high: number | null, more: Partial<Ranged> = {}): Ranged => ({ mean, low, high, ...more });

test.each<[string, Ranged, string]>([
  ["rounded as its range allows", of(21_043, 17_206, 25_911), "about 21,000 appointments, between 17,000 and 26,000"],
  ["a narrow range of a large number", of(241_310, 238_902, 243_718), "about 241,000 appointments, between 239,000 and 244,000"],
  ["nothing", of(0, 0, 0), "no appointments"],
  ["nothing in a single run", of(0, null, null), "no appointments"],
  ["exactly one", of(1, 1, 1), "1 appointment"],
  ["exact, and large", of(12_345, 12_345, 12_345), "12,345 appointments"],
  ["tiny", of(0.2, 0.1, 0.3), "fewer than 1 appointment"],
  ["tiny, though it may be some", of(0.4, 0.1, 1.7), "fewer than 1 appointment, between 0 and 2"],
  ["a range narrower than a unit", of(12.3, 12.1, 12.4), "about 12 appointments"],
  ["few", of(7.31, 6.2, 8.4), "about 7 appointments, between 6 and 8"],
  ["below nothing", of(-64.2, -66.1, -61.9), "about 64 fewer appointments, between 62 and 66"],
  ["across nothing", of(803, -211, 1817), "about 800 appointments, between 200 fewer and 1,800 more"],
  ["across nothing, and about nothing", of(0.2, -3.4, 3.8), "about as many appointments as ever, between 3 fewer and 4 more"],
  ["across nothing by less than a unit", of(0.01, -0.02, 0.04), "fewer than 1 appointment"],
  ["below nothing, across nothing", of(-12, -40, 16), "about 12 fewer appointments, between 40 fewer and 16 more"],
  ["a single run", of(1234.5, null, null), "about 1,200 appointments (one simulated run gives no range)"],
  ["cut at the horizon", of(38.2, 36.1, 40.3, { censored: 4 }), "at least 38 appointments"],
  ["an interval that reaches below what can be", of(300, -40, 640, { id: "appointmentsDisrupted" }), "about 300 appointments, between 0 and 640"],
  ["without a mean", of(null, null, null), "not known"],
])("%s", (_, estimate, text) => expect(inWords(estimate, appointments)).toBe(text));

test("before a verb a comma closes a range, and nothing else", () => {
  expect(asSubject(of(21_043, 17_206, 25_911), appointments)).toBe("about 21,000 appointments, between 17,000 and 26,000,");
  expect(asSubject(of(12_345, 12_345, 12_345), appointments)).toBe("12,345 appointments");
  expect(asSubject(of(1234.5, null, null), appointments)).toBe("about 1,200 appointments (one simulated run gives no range)");
});

test.each<[string, Ranged, string]>([
  ["with a part of an hour", of(4.21, 3.92, 4.51), "about 4.2 hours, between 3.9 and 4.5"],
  ["less than an hour", of(0.431, 0.412, 0.45), "about 0.43 hours, between 0.41 and 0.45"],
  ["across nothing", of(0.2, -3.4, 3.8), "about 0.2 hours, between 3.4 fewer and 3.8 more"],
  ["many", of(15_812, 15_588, 16_036), "about 15,800 hours, between 15,600 and 16,000"],
])("of hours: %s", (_, estimate, text) => expect(inWords(estimate, hours)).toBe(text));

test("whatever the range, its ends stand in order, and things are whole", () => {
  fc.assert(fc.property(fc.double({ min: 0.6, max: 1e7, noNaN: true }), fc.double({ min: 1e-4, max: 1, noNaN: true }), (mean, relative) => {
    const text = inWords(of(mean, mean * (1 - relative), mean * (1 + relative)), appointments);
    const numbers = [...text.matchAll(/[\d,.]*\d/g)].map(([number]) => Number(number.replaceAll(",", "")));
    for (const number of numbers) expect(Number.isInteger(number)).toBe(true);
    if (numbers.length === 3) expect([numbers[1]! <= numbers[0]!, numbers[0]! <= numbers[2]!, numbers[1]! < numbers[2]!]).toEqual([true, true, true]);
  }), { seed: 5, numRuns: 500 });
});
