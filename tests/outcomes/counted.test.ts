import { expect, test } from "vitest";
import { ABANDONED, CALL, DEFERRED, MET, NOTE, SERVED } from "../../src/care/journal.js";
import { consultationsOf, differingNeeds, jobsOf, rowsWhere } from "../../src/outcomes/counted.js";
import { at, HORIZON, ONSET, pairOf, type NeedEnd } from "./journal-builder.js";

test("jobs are found by kind and by how they ended", () => {
  const { none } = pairOf({ none: { jobs: [
    { kind: CALL, state: SERVED, arrivedAt: at(0, 9) }, { kind: NOTE, arrivedAt: at(0, 9) }, { kind: CALL, state: ABANDONED, arrivedAt: at(0, 10) }, { kind: CALL, state: SERVED, arrivedAt: at(1, 9) },
  ] } });
  expect([...jobsOf(none, CALL, SERVED)]).toEqual([0, 3]);
  expect([...jobsOf(none, CALL, ABANDONED)]).toEqual([2]);
  expect([...jobsOf(none, CALL)].sort()).toEqual([0, 2, 3]);
  expect([...jobsOf(none, NOTE)]).toEqual([1]);
  expect([...rowsWhere(jobsOf(none, CALL, SERVED), (job) => job > 0)]).toEqual([3]);
});

test("a need differs where anything about it does, and not for what has happened in neither arm", () => {
  const end: NeedEnd = { state: MET, closedAt: at(4, 9), consultedAt: at(4, 9) };
  const ends = { 0: end, 1: end, 2: end, 3: end };
  const changes: NeedEnd[] = [{}, { enteredAt: at(5, 9) }, { prescription: DEFERRED }, { consultedMinutes: 1 }];
  const pair = pairOf({ needs: [{}, {}, {}, {}, {}], none: { ends }, outage: { ends: Object.fromEntries(changes.map((change, need) => [need, { ...end, ...change }])) } });
  expect([...differingNeeds(pair)]).toEqual([1, 2, 3]);
});

test("consultations are those that begin from the onset on and before the horizon", () => {
  const ends = Object.fromEntries([ONSET - 1, ONSET, HORIZON - 1, HORIZON, NaN].map((consultedAt, need): [number, NeedEnd] => [need, { state: MET, consultedAt, closedAt: consultedAt }]));
  expect([...consultationsOf(pairOf({ needs: [{}, {}, {}, {}, {}], none: { ends } })).outage]).toEqual([1, 2]);
});
