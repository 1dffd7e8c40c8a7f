/** Consultations, same-day need, paperwork and staff time. */
import { expect, test } from "vitest";
import { LAPSED, MET, NO_RECORDS, NOT_ATTENDED, NOTE, PARTIAL_RECORDS, TO_111, TO_PHARMACY, TO_URGENT_CARE } from "../../src/care/journal.js";
import { SAME_DAY } from "../../src/demand/demand.js";
import { sumsOf } from "../../src/experiment/tally.js";
import { consultations, consultationsWithoutRecords, netUndelivered } from "../../src/outcomes/consultations.js";
import { backEntryHours, notesToTypeIn, workloadFactor } from "../../src/outcomes/paperwork.js";
import { needUnmetSameDay, needUnmetSameDayRate } from "../../src/outcomes/unmet-need.js";
import { extraWorkHours, workMultiple } from "../../src/outcomes/work.js";
import { at, HORIZON, ONSET, pairOf } from "./journal-builder.js";
import { sums } from "./sums.js";

const metAt = (time: number, records = 0) => ({ state: MET, closedAt: time + 10, consultedAt: time, records });

test("consultations are counted in both arms from the onset on, by records and day", () => {
  const pair = pairOf({
    needs: [{}, {}, {}],
    none: { ends: { 0: metAt(at(2, 9)), 1: metAt(at(3, 9)), 2: metAt(at(4, 9)) } },
    outage: { ends: { 0: metAt(at(2, 9)), 1: metAt(at(3, 9), NO_RECORDS) } },
  });
  expect(sums(pair, consultations)).toEqual({
    "all (none)": [2], "records:full (none)": [2], "day:2023-03-16 (none)": [1], "day:2023-03-17 (none)": [1],
    all: [1], "records:none": [1], "day:2023-03-16": [1],
  });
  expect(sums(pair, netUndelivered)).toEqual({ all: [1] });
  expect(sums(pair, consultationsWithoutRecords)).toEqual({ all: [1], "day:2023-03-16": [1] });
});

test("a consultation with part of the records is counted apart from those without and those with all", () => {
  const pair = pairOf({ needs: [{}, {}], none: { ends: { 0: metAt(at(3, 9)), 1: metAt(at(3, 9)) } }, outage: { ends: { 0: metAt(at(3, 9), PARTIAL_RECORDS), 1: metAt(at(3, 9), NO_RECORDS) } } });
  expect(sums(pair, consultations)).toMatchObject({ "records:full (none)": [2], "records:partial": [1], "records:none": [1] });
  expect(sums(pair, consultationsWithoutRecords)).toMatchObject({ all: [1], "records:partial": [1] });
});

test("same-day need counts as unmet by where it went, beyond what is unmet on an ordinary day", () => {
  const ends = [
    { state: TO_111 }, { state: TO_URGENT_CARE }, { state: TO_PHARMACY }, metAt(at(4, 9)), {}, { state: LAPSED },
    // Met the same day; offered and not attended; unmet in the twin too.
    metAt(at(3, 18)), { state: NOT_ATTENDED }, { state: TO_111 },
  ];
  const needs = ends.map(() => ({ kind: SAME_DAY, arrivesAt: at(3, 9) }));
  const twin = ends.map((end, need) => (need === 8 ? end : metAt(at(3, 10))));
  // A need that can wait is not a same-day need, whatever becomes of it.
  const pair = pairOf({ needs: [...needs, { arrivesAt: at(3, 9) }], none: { ends: { ...twin, 9: metAt(at(3, 10)) } }, outage: { ends: { ...ends, 9: { state: TO_111 } } } });
  expect(sums(pair, needUnmetSameDay)).toEqual({
    all: [6], "destination:111": [1], "destination:urgent care": [1], "destination:pharmacy": [1], "destination:next day": [2], "destination:nowhere": [1], "day:2023-03-16": [6],
  });
  expect(sums(pair, needUnmetSameDayRate)).toEqual({ "per 1,000 patients": [6] });
});

test("every paper note is to be typed in, by the day on which it was written, done or not", () => {
  const outage = { jobs: [{ kind: NOTE, arrivedAt: at(3, 9) }, { kind: NOTE, arrivedAt: at(3, 10), endedAt: at(5, 9) }, { kind: NOTE, arrivedAt: at(4, 9) }] };
  expect(sums(pairOf({ outage }), notesToTypeIn)).toEqual({ all: [3], "day:2023-03-16": [2], "day:2023-03-17": [1] });
});

test("typing hours are the minutes of the arms' difference over sixty, by role", () => {
  const outage = { worked: [{ day: 4, activity: "note" as const, minutes: 90 }, { day: 5, role: "admin" as const, activity: "note" as const, minutes: 30 }, { day: 4, minutes: 60 }] };
  expect(sums(pairOf({ outage }), backEntryHours)).toEqual({ all: [2], "role:gp": [1.5], "role:admin": [0.5] });
});

test("a paper consultation at normal pace whose note takes the drawn minutes doubles the work: the factor is exactly 2", () => {
  // 10 and 7.3 minutes drawn; each consulted in as many and typed in as many. The third note is not typed in, the fourth had records.
  const paper = (minutes: number) => ({ ...metAt(at(3, 9), NO_RECORDS), consultedMinutes: minutes, entryMinutes: minutes, enteredAt: at(5, 9) });
  const pair = pairOf({
    needs: [{ minutes: 10 }, { minutes: 7.3 }, { minutes: 99 }, { minutes: 99 }],
    outage: { ends: { 0: paper(10), 1: paper(7.3), 2: { ...paper(50), enteredAt: NaN }, 3: metAt(at(3, 9)) } },
  });
  const [sum] = sumsOf([workloadFactor], pair);
  expect(sum!.values[0]! / sum!.over![0]!).toBe(2);
});

test("extra hours by role, kind of work and day; overtime apart; nothing before the day of onset", () => {
  const pair = pairOf({
    none: { worked: [{ day: 2, minutes: 600 }, { day: 3, minutes: 600 }, { day: 4, minutes: 600 }] },
    outage: { worked: [{ day: 2, minutes: 540 }, { day: 3, minutes: 480 }, { day: 4, minutes: 600, overtime: 60 }, { day: 4, role: "admin", activity: "note", minutes: 240 }] },
  });
  // Thursday 2 hours fewer of consulting, Friday 4 more of typing.
  expect(sums(pair, extraWorkHours)).toEqual({
    all: [2], "role:gp": [-2], "role:admin": [4], "activity:consultation": [-2], "activity:note": [4], "day:2023-03-16": [-2], "day:2023-03-17": [4], overtime: [1],
  });
  // From the day of onset 22 hours instead of 20.
  const [sum] = sumsOf([workMultiple], pair);
  expect(sum!.values[0]! / sum!.over![0]!).toBeCloseTo(1.1, 12);
});

test("what happens at or beyond the horizon is not measured", () => {
  const pair = pairOf({ needs: [{ arrivesAt: ONSET }], none: {}, outage: { ends: { 0: metAt(HORIZON) } } });
  expect(sums(pair, consultations)).toEqual({});
});

test("work done on other days than in the twin is no work in addition, to the last digit", () => {
  // 1/60 and 5/60 are not 6/60 as computers add.
  const pair = pairOf({ none: { worked: [{ day: 3, minutes: 1 }, { day: 4, minutes: 5 }] }, outage: { worked: [{ day: 5, minutes: 6 }] } });
  expect(sums(pair, extraWorkHours)).toMatchObject({ all: [0], "role:gp": [0], "activity:consultation": [0], "day:2023-03-18": [0.1] });
});
