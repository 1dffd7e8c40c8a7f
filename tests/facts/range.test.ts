/** Plausible ranges of the defaults. */
import { describe, expect, test } from "vitest";
import { defaults, type Default } from "../../src/facts/defaults.js";
import { rangeOf } from "../../src/facts/range.js";

const all = Object.entries(defaults).flatMap(([group, entries]) => Object.entries(entries as Record<string, Default>).map(([name, figure]) => [`${group}.${name}`, figure] as const));
const listed = (figures: number | readonly number[]): readonly number[] => (typeof figures === "number" ? [figures] : figures);
const figure = (rest: Partial<Default>): Default => ({ value: 10, unit: "minutes", meaning: "A length", source: "none", grade: "assumption", ...rest });

describe("by grade", () => {
  test.each([["A", 9, 11], ["B", 8, 12], ["C", 5, 15], ["D", 5, 20], ["assumption", 5, 20]] as const)("%s: 10 is %d to %d", (grade, low, high) =>
    expect(rangeOf(figure({ grade }))).toEqual({ low, high }));

  test("what a default states itself goes before its grade", () => {
    expect(rangeOf(figure({ range: { low: 8, high: 11 } }))).toEqual({ low: 8, high: 11 });
    expect(rangeOf(figure({ range: { fixed: "a policy" } }))).toEqual({ fixed: "a policy" });
  });

  test("shares end at 1", () => expect(rangeOf(figure({ value: 0.7, unit: "share of practices" }))).toEqual({ low: 0.35, high: 1 }));
  test("what is below 0 has its lowest value first", () => expect(rangeOf(figure({ value: [-4, 6], unit: "minutes: mean, standard deviation" }))).toEqual({ low: [-8, 3], high: [-2, 12] }));
  test("there is no half a patient", () => expect(rangeOf(figure({ value: 5, unit: "patients" }))).toEqual({ low: 3, high: 10 }));
  test("half a line per 1,000 patients there is", () => expect(rangeOf(figure({ value: 3, unit: "lines per 1,000 patients" }))).toEqual({ low: 1.5, high: 6 }));
  test("a factor is varied by what it adds to 1", () => expect(rangeOf(figure({ value: 1.2, unit: "factor" }))).toEqual({ low: 1.1, high: 1.4 }));
  test("shares of a whole stay a whole", () => expect(rangeOf(figure({ value: [0.6, 0, 0.4], unit: "telephone, online, desk" }))).toEqual({ low: [0.3, 0, 0.2], high: [1, 0, 0.8], sum: 1 }));
  test("percentages of a day keep to 100", () => expect(rangeOf(figure({ value: [59.6, 40], unit: "%", grade: "A" }))).toEqual({ low: [53.64, 36], high: [65.56, 44], sum: 100 }));
  test("an index keeps its mean of 1", () => expect(rangeOf(figure({ value: [1.5, 0.5], unit: "index, both halves", grade: "B" }))).toEqual({ low: [1.2, 0.4], high: [1.8, 0.6], sum: 2 }));
});

test.each(all)("%s has a source or is an assumption, and its range holds it within what can be", (_, stated) => {
  expect(stated.source.length).toBeGreaterThan(2);
  if (stated.grade !== "assumption") expect(stated.source).not.toMatch(/^no (source|figure)/i);
  const range = rangeOf(stated);
  if ("fixed" in range) return expect(range.fixed).toMatch(/\w+ \w+/);
  const [values, low, high] = [stated.value, range.low, range.high].map(listed) as [readonly number[], readonly number[], readonly number[]];
  expect([low.length, high.length]).toEqual([values.length, values.length]);
  const most = stated.unit.startsWith("share") || range.sum === 1 ? 1 : stated.unit.startsWith("%") ? 100 : Infinity;
  values.forEach((value, index) => {
    expect(low[index]).toBeLessThanOrEqual(value);
    expect(high[index]).toBeGreaterThanOrEqual(value);
    expect(high[index]).toBeLessThanOrEqual(most);
    if (value >= 0) expect(low[index]).toBeGreaterThanOrEqual(0);
    // What is not fixed can be varied; an entry of nothing stays nothing.
    if (value !== 0) expect(high[index]).toBeGreaterThan(low[index]!);
  });
  if (range.sum === undefined) return;
  // Lists that keep a sum have it, but for rounding, and it can be reached within their ranges.
  expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / range.sum - 1)).toBeLessThan(0.01);
  expect(low.reduce((sum, value) => sum + value, 0)).toBeLessThan(range.sum);
  expect(high.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(range.sum);
});

test("lists that add up to 1, 100 or the number of their entries keep to it, others do not", () => {
  const kept = all.filter(([, { value }]) => typeof value !== "number").flatMap(([id, stated]) => ("sum" in rangeOf(stated) ? [] : [id]));
  expect(kept.sort()).toEqual([
    "care.notAttendedByLead", "care.prescribedShare", "care.punctuality", "demand.minutesAtHome", "demand.minutesByTelephone", "demand.minutesGp", "demand.minutesNurse", "demand.minutesOnline",
    "demand.minutesOther", "demand.onlineByPractice", "overflow.attendanceMinutes", "overflow.itemsPerPrescription", "overflow.minutes111", "overflow.pharmacyDays", "overflow.pharmacyHours", "overflow.teamHours", "overflow.teamItemMinutes", "response.handwrittenShare",
  ]);
});

test("the three ways in which practices go on are one in all, with nothing left over at the highest", () => {
  const { carryOnWithPaper, cancelRoutine } = defaults.response;
  const [paper, cancel] = [carryOnWithPaper, cancelRoutine].map((stated) => rangeOf(stated));
  expect("high" in paper! && "high" in cancel! ? Number(paper.high) + Number(cancel.high) : Infinity).toBeLessThan(1);
});
