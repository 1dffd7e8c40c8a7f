/** Work with a date that is not done by it. */
import { expect, test } from "vitest";
import { DONE, PAYROLL_TASK, REFERRAL, RETURN_TASK, URGENT_REFERRAL } from "../../src/care/journal.js";
import { deadlinesMissed } from "../../src/outcomes/deadlines.js";
import { at, HORIZON, pairOf, type JobOf } from "./journal-builder.js";
import { sums } from "./sums.js";

const task = (kind: number, dueAt: number, endedAt?: number, practice = 0): JobOf => ({ kind, practice, arrivedAt: at(3, 9), dueAt, ...(endedAt === undefined ? {} : { state: DONE, endedAt }) });
const [friday, year, after] = [at(5, 0), at(19, 0), HORIZON + 1];

test("what is done a minute late or never is missed, by kind of work and practice; what is done in time, or due beyond the horizon, is not", () => {
  const none = { jobs: [task(RETURN_TASK, year, at(4, 10)), task(PAYROLL_TASK, friday, friday), task(URGENT_REFERRAL, friday, at(4, 9), 1), task(URGENT_REFERRAL, friday, at(4, 9), 1), task(RETURN_TASK, after)] };
  const outage = { jobs: [task(RETURN_TASK, year, year), task(PAYROLL_TASK, friday, friday + 1), task(URGENT_REFERRAL, friday, undefined, 1), task(URGENT_REFERRAL, friday, at(6, 9), 1), task(RETURN_TASK, after)] };
  expect(sums(pairOf({ practices: 2, none, outage }), deadlinesMissed)).toEqual({ all: [1, 2], "work:payroll": [1, 0], "work:urgent referrals": [0, 2] });
});

test("what is missed in either case is nobody's doing, and what the outage lets be done in time counts against it", () => {
  const late = task(URGENT_REFERRAL, friday, at(6, 9));
  expect(sums(pairOf({ none: { jobs: [late] } }), deadlinesMissed)["all"] ?? [0]).toEqual([0]);
  expect(sums(pairOf({ none: { jobs: [late] }, outage: { jobs: [task(URGENT_REFERRAL, friday, at(4, 9))] } }), deadlinesMissed)["all"]).toEqual([-1]);
});

test("a referral without a date is never late", () => {
  expect(sums(pairOf({ outage: { jobs: [{ kind: REFERRAL, arrivedAt: at(3, 9) }] }, none: { jobs: [] } }), deadlinesMissed)).toEqual({});
});
