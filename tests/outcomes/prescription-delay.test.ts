import { expect, test } from "vitest";
import { BY_HAND, DEFERRED, ELECTRONIC, MET, NO_SUBJECT, PRESCRIPTION_TASK, RESULT_TASK } from "../../src/care/journal.js";
import { prescriptionDelay } from "../../src/outcomes/prescription-delay.js";
import { at, pairOf, type NeedEnd } from "./journal-builder.js";
import { sums } from "./sums.js";

const task = (subject: number, endedAt: number, practice = 0, kind = PRESCRIPTION_TASK) => ({ subject, practice, kind, arrivedAt: at(3, 9), endedAt });
const seen = (prescription: number, prescribedAt: number): NeedEnd => ({ state: MET, consultedAt: at(3, 10), closedAt: at(3, 10) + 10, prescription, prescribedAt });

test("repeat prescriptions: hours from request to issue beyond the twin's, to the horizon for one that is not issued", () => {
  const pair = pairOf({
    practices: 2,
    none: { jobs: [task(0, at(3, 10)), task(1, at(3, 11)), task(2, at(3, 12), 1)] },
    outage: { jobs: [task(0, at(4, 10)), task(1, NaN), task(2, at(3, 14), 1)] },
  });
  // 24 hours; from 11:00 on day 3 to the end of day 27, 24 days and 13 hours; 2 hours.
  expect(sums(pair, prescriptionDelay)).toEqual({ all: [24 + 589, 2], "prescription:repeat": [613, 2], "prescription:put off": [0, 0] });
});

test("one that a consultation puts off is due at the consultation; one sent or written there is not late", () => {
  const pair = pairOf({
    needs: [{}, {}, {}, {}], none: { ends: Object.fromEntries([0, 1, 2, 3].map((need) => [need, seen(ELECTRONIC, at(3, 10) + 10)])) },
    outage: { ends: { 0: seen(DEFERRED, at(4, 10)), 1: seen(DEFERRED, NaN), 2: seen(BY_HAND, at(3, 10) + 10), 3: seen(ELECTRONIC, at(3, 11)) } },
  });
  // 24 hours, and 24 days and 14 hours.
  expect(sums(pair, prescriptionDelay)).toEqual({ all: [614], "prescription:repeat": [0], "prescription:put off": [614] });
});

test("what is asked for in a contact is no common measure of the arms, and other tasks are no prescriptions", () => {
  const pair = pairOf({ outage: { jobs: [task(NO_SUBJECT, at(5, 9)), task(0, at(5, 9), 0, RESULT_TASK)] } });
  expect(sums(pair, prescriptionDelay)["all"]).toEqual([0]);
});
