import fc from "fast-check";
import { expect, test } from "vitest";
import { about, aboutParts, exact, isSome, partOf, percent, plain, rangeOf, rounded, stated } from "../../src/report/numbers.js";

const between = (mean: number, low: number, high: number) => ({ mean, low, high });

test.each([
  [between(21_043, 20_391, 21_688), "about 21,000 (20,400 to 21,700)"],
  [between(20_123, 20_003, 20_243), "about 20,100 (20,000 to 20,200)"],
  [between(820, 170, 1470), "about 800 (200 to 1,500)"],
  [between(1.712, 1.643, 1.781), "about 1.71 (1.64 to 1.78)"],
  [between(11.4, 10.6, 12.2), "about 11.4 (10.6 to 12.2)"],
  [between(7.31, 6.2, 8.4), "about 7.3 (6.2 to 8.4)"],
  [between(-63.8, -65.7, -61.9), "about −64 (−66 to −62)"],
  [between(0.2, -3.4, 3.8), "about 0.2 (−3.4 to 3.8)"],
  [between(0.0431, 0.0412, 0.045), "about 0.043 (0.041 to 0.045)"],
  [between(0, 0, 0), "0"],
  [between(3, 3, 3), "3"],
  [between(12_345, 12_345, 12_345), "12,345"],
  [between(2.6666, 2.6666, 2.6666), "about 2.67"],
  [{ mean: 1234.5, low: null, high: null }, "about 1,200"],
  [{ mean: 7, low: null, high: null }, "about 7"],
  [{ mean: null, low: null, high: null }, "–"],
])("%j is stated as %j", (estimate, text) => {
  expect(stated(estimate)).toBe(text);
});

test.each([
  [99.87, 99.85, 99.89, "99.87 (99.85 to 99.89)"],
  [99.9871, 99.9871, 99.9871, "99.9871"],
  [97.2, 93.1, 101.3, "97.2 (93.1 to 100.0)"],
  [100, 100, 100, "100"],
])("of a percentage what it lacks of 100 is written as fine as its interval: %d (%d to %d)", (mean, low, high, text) => {
  const estimate = { ...between(mean, low, high), unit: "%" };
  const range = rangeOf(estimate);
  expect(range === "" ? rounded(estimate) : `${rounded(estimate)} (${range})`).toBe(text);
});

test("a unit stands between the number and its interval, and one is one", () => {
  expect(stated(between(21_043, 20_391, 21_688), ["appointment", "appointments"])).toBe("about 21,000 appointments (20,400 to 21,700)");
  expect(stated(between(1, 1, 1), ["appointment", "appointments"])).toBe("1 appointment");
});

test("the mean never moves by more than its interval allows, and is never written finer than it", () => {
  const number = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true }), (mean, relative) => {
      const half = mean * relative;
      const estimate = between(mean, mean - half, mean + half);
      // Rounding moves by half a step at most; the step is twice the half-width or less, or it is the third figure of the upper bound.
      expect(Math.abs(number(rounded(estimate)) - mean)).toBeLessThanOrEqual(Math.max(half, (mean + half) * 0.005) * 1.0001);
      const [low, high] = rangeOf(estimate).split(" to ");
      expect(number(low!)).toBeLessThanOrEqual(number(high!));
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("an exact number is not called about", () => {
  expect(about(between(12, 12, 12))).toBe("12");
});

test.each([[0.08, "0.08"], [27.3, "27.3"], [4271, "4,270"], [9.6, "9.6"], [100, "100"], [-2.5, "−2.5"], [0, "0"]])("%d to three figures is %s", (value, text) => {
  expect(plain(value)).toBe(text);
});

test.each([[0.32, "0.32"], [31_000_000, "31,000,000"], [-5, "−5"], [1234.5678, "1,234.5678"]])("%d with every digit is %s", (value, text) => {
  expect(exact(value)).toBe(text);
});

test.each([[0, "0%"], [0.004, "less than 1%"], [0.093, "9.3%"], [0.02, "2%"], [0.351, "35%"], [1, "100%"]])("a share of %d is %s", (share, text) => {
  expect(percent(share)).toBe(text);
});

test("parts of a whole are rounded alike, so that they add up to it", () => {
  expect(aboutParts([between(82_600, 60_000, 105_000), between(52_300, 50_000, 54_600)], between(134_900, 120_000, 150_000))).toEqual(["about 83,000", "about 52,000"]);
  // Three figures of the whole are the most.
  expect(aboutParts([between(159_730, 159_000, 160_500), between(82_311, 82_310, 82_312)], between(242_041, 241_000, 243_000))).toEqual(["about 160,000", "about 82,000"]);
  // A part that would be rounded away speaks for itself.
  expect(aboutParts([between(7400, 7200, 7600), between(3, 1, 5)], between(7403, 7200, 7600))).toEqual(["about 7,400", "about 3.0"]);
  expect(aboutParts([between(7420, 7200, 7640)], between(7420, 7200, 7640))).toEqual(["about 7,400"]);
});

test("two parts of things add up to what is stated of the whole, in whole things where there are ten or more", () => {
  expect([18, 2].map((value) => partOf(between(20, 7, 33), value))).toEqual(["18", "2"]);
  expect([86, 7].map((value) => partOf({ mean: 93, low: null, high: null }, value))).toEqual(["86", "7"]);
  expect([6120, 1290].map((value) => partOf(between(7410, 7200, 7620), value))).toEqual(["6,120", "1,290"]);
  expect([2.1, 0.4].map((value) => partOf(between(2.5, 1.1, 3.9), value))).toEqual(["2.10", "0.40"]);
});

test("what is above 0 and rounds to nothing is not some", () => {
  expect([between(0.3, -40, 41), between(0, 0, 0), between(-5, -6, -4), between(12, 11, 13)].map(isSome)).toEqual([false, false, false, true]);
});

test.each(["notesToTypeIn", "backlogElsewhere", "recoveryElsewhere", "appointmentsDisrupted"])("%s is never below 0, though its interval would reach there", (id) => {
  expect(rangeOf({ ...between(100, -220, 420), id, unit: "days" })).toBe("0 to 420");
  expect(rangeOf({ ...between(100, -220, 420), id: "accessDelay", unit: "days" })).toBe("−220 to 420");
});
