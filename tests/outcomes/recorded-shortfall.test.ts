import { expect, test } from "vitest";
import { ATTENDED, CANCELLED_BY_PRACTICE, MET, NO_RECORDS } from "../../src/care/journal.js";
import { netUndelivered } from "../../src/outcomes/consultations.js";
import { recordedShortfall } from "../../src/outcomes/recorded-shortfall.js";
import { at, ONSET, pairOf, type NeedEnd } from "./journal-builder.js";
import { sums } from "./sums.js";

const seen = (time: number, end: NeedEnd = {}): NeedEnd => ({ state: MET, consultedAt: time, closedAt: time + 10, ...end });
const attended = (need: number, startsAt: number) => ({ need, startsAt, state: ATTENDED });
const [thursday, friday, monday] = [at(3, 10), at(4, 10), at(7, 10)];

test("an appointment held on paper is missing until its note is typed in, one that was cancelled is missing on its day and stands on that of the new one", () => {
  const needs = [{}, {}, {}, {}];
  const pair = pairOf({
    needs,
    none: { ends: { 0: seen(thursday), 1: seen(thursday), 2: seen(friday), 3: seen(friday) }, bookings: [attended(0, thursday), attended(1, thursday), attended(2, friday), attended(3, friday)] },
    outage: {
      ends: {
        0: seen(thursday, { records: NO_RECORDS, entryMinutes: 10, enteredAt: at(8, 9) }), 1: seen(thursday, { records: NO_RECORDS, entryMinutes: 10 }), 2: seen(monday), 3: seen(friday),
      },
      bookings: [attended(0, thursday), attended(1, thursday), { need: 2, startsAt: friday, state: CANCELLED_BY_PRACTICE }, attended(2, monday), attended(3, friday)],
    },
  });
  expect(sums(pair, recordedShortfall)).toEqual({ all: [1], "day:2023-03-16": [1], "day:2023-03-17": [1], "day:2023-03-20": [-1] });
  // All four were held, whatever the statistic says.
  expect(sums(pair, netUndelivered)["all"]).toEqual([0]);
});

test("an entry that was lost at the onset is missing on that day, though the consultation began with full records", () => {
  const early = ONSET - 5;
  const ends = { 0: seen(early) };
  const pair = pairOf({ needs: [{}], none: { ends, bookings: [attended(0, early)] }, outage: { ends: { 0: seen(early, { entryMinutes: 10 }) }, bookings: [attended(0, early)] } });
  expect(sums(pair, recordedShortfall)).toEqual({ all: [1], "day:2023-03-16": [1] });
});

test("practices add up, each from its own appointments", () => {
  const bookings = [attended(0, friday), attended(1, friday), attended(2, friday)];
  const pair = pairOf({
    practices: 2, needs: [{ practice: 0 }, { practice: 1 }, { practice: 1 }], none: { ends: { 0: seen(friday), 1: seen(friday), 2: seen(friday) }, bookings }, outage: { bookings: bookings.slice(0, 1) },
  });
  expect(sums(pair, recordedShortfall)).toEqual({ all: [0, 2], "day:2023-03-17": [0, 2] });
});
