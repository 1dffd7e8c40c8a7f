import { expect, test } from "vitest";
import { MET, NO_RECORDS, PARTIAL_RECORDS } from "../../src/care/journal.js";
import { sumsOf } from "../../src/experiment/tally.js";
import { documentationLag } from "../../src/outcomes/documentation-lag.js";
import { at, pairOf, type NeedEnd } from "./journal-builder.js";
import { sums } from "./sums.js";

const begun = at(3, 9);
const note = (hours: number, records = NO_RECORDS): NeedEnd => ({ state: MET, consultedAt: begun, closedAt: begun + 10, records, entryMinutes: 10, enteredAt: begun + 60 * hours });

test("median and 95th percentile over the notes of a practice; what was entered at once has no note, a note never typed in counts to the horizon", () => {
  const withRecords: NeedEnd = { state: MET, consultedAt: begun, closedAt: begun + 10 };
  // The horizon lies 24 days and 15 hours, 591 hours, after the consultation.
  const pair = pairOf({ needs: Array.from({ length: 6 }, () => ({})), outage: { ends: { 0: note(2), 1: note(4, PARTIAL_RECORDS), 2: note(6, 0), 3: note(8), 4: note(NaN), 5: withRecords } } });
  // Of 2, 4, 6, 8 and 591 hours: the third; and a fifth of the way from the fifth back to the fourth.
  expect(sums(pair, documentationLag)["all"]).toEqual([6]);
  expect(sums(pair, documentationLag)["95th percentile"]![0]).toBeCloseTo(591 - 0.2 * 583, 9);
});

test("over practices it is the mean of those that have notes", () => {
  const pair = pairOf({ practices: 3, needs: [{ practice: 0 }, { practice: 2 }], outage: { ends: { 0: note(2), 1: note(10) } } });
  const [median] = sumsOf([documentationLag], pair);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  expect(total(median!.values) / total(median!.over!)).toBe(6);
  expect([...median!.over!]).toEqual([1, 0, 1]);
});

test("where nothing runs on paper there is no lag to speak of", () => {
  expect(sums(pairOf({ needs: [{}], none: { ends: { 0: { state: MET, consultedAt: begun, closedAt: begun + 10 } } } }), documentationLag)).toEqual({});
});
