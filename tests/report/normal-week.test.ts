/** A normal week, and how disrupted appointments lie in time. */
import { expect, test } from "vitest";
import { beforeAndAfterReturn, inNormalWeeks, normalWeek, whoseWeek } from "../../src/report/normal-week.js";
import { fixture, unaffected } from "./fixture.js";

test("a normal week is the mean of whole weeks after the day of onset, without those that have a bank holiday", () => {
  // 2,600, 2,450, 2,300, 2,270 and 2,130 from Monday to Friday; weeks with Good Friday, Easter Monday and two Mondays in May would make it less.
  expect(normalWeek(fixture())).toBeCloseTo(11_750, 6);
  expect(inNormalWeeks(fixture())).toBe(", which equals 63% of a normal week's consultations of these practices");
  expect(normalWeek(unaffected())).toBeCloseTo(11_750, 6);
});

test("of more than a week so many weeks are told as the interval allows", () => {
  const base = fixture();
  const outcomes = base.outcomes.map((row) => (row.id === "appointmentsDisrupted" && row.part === "all" ? { ...row, mean: 14_700, low: 14_400, high: 15_000 } : row));
  expect(inNormalWeeks({ ...base, outcomes })).toBe(", which equals the consultations of 1.25 normal weeks of these practices");
});

test("a calendar without a whole week has none", () => {
  const base = fixture();
  const short = { ...base, outcomes: base.outcomes.filter(({ part }) => !part.startsWith("day:") || part < "day:2023-03-22") };
  expect(normalWeek(short)).toBeNull();
  expect(inNormalWeeks(short)).toBe("");
});

test("where neighbourhoods are untouched the week is that of those that are reached", () => {
  const base = fixture();
  expect(whoseWeek(base)).toBe("of these practices");
  const outcomes = base.outcomes.map((row) => (row.id === "consultations" && row.where === "U10003" ? { ...row, mean: null } : row));
  expect(whoseWeek({ ...base, outcomes })).toBe("in the neighbourhoods that it reaches");
});

test("what is disrupted before systems return and later is told apart where both are worth it", () => {
  // Systems return on Monday afternoon; 190 of 7,340 come later, too few for a sentence.
  const base = fixture();
  expect(beforeAndAfterReturn(base)).toBe("");
  const early = { ...base, window: { ...base.window, restored: "2023-03-20T08:00" } };
  expect(beforeAndAfterReturn(early)).toMatch(/^About 4,600 of them were due before systems return, nearly all there were, and about 2,820 later, while practices dig out\.$/);
  const atNoon = { ...base, window: { ...base.window, restored: "2023-03-17T13:00" } };
  expect(beforeAndAfterReturn(atNoon)).toContain("by the end of Friday 17 March 2023, when systems return");
  // Of several outages none is before and none after.
  expect(beforeAndAfterReturn({ ...early, incidents: [{ ...base.incidents[0]!, times: { mean: 3, least: 2, most: 4 } }] })).toBe("");
});
