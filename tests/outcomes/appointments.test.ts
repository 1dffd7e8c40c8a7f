import { expect, test } from "vitest";
import { ATTENDED, BOOKED, CANCELLED_BY_PRACTICE, DID_NOT_ATTEND, MET, NO_RECORDS, NOT_ATTENDED } from "../../src/care/journal.js";
import { appointmentsCancelled } from "../../src/outcomes/appointments-cancelled.js";
import { appointmentsDisrupted } from "../../src/outcomes/appointments-disrupted.js";
import { at, ONSET, pairOf, RESTORED } from "./journal-builder.js";
import { sums } from "./sums.js";

const thursday = at(3, 10);
const seen = { state: MET, closedAt: thursday + 10, consultedAt: thursday };
const attended = (need: number, startsAt = thursday, madeAt = at(0, 9)) => ({ need, madeAt, startsAt, state: ATTENDED });

test("an appointment is disrupted when it is moved to another day, or held without records; one held later the same day is not", () => {
  const pair = pairOf({
    needs: [{}, {}, {}],
    none: { ends: { 0: seen, 1: seen, 2: seen }, bookings: [attended(0), attended(1), attended(2)] },
    outage: { ends: { 0: { ...seen, consultedAt: at(4, 10) }, 1: { ...seen, records: NO_RECORDS }, 2: { ...seen, consultedAt: at(3, 17) } } },
  });
  expect(sums(pair, appointmentsDisrupted)).toEqual({ all: [2], "reason:not delivered on its day": [1], "reason:without records": [1], "day:2023-03-16": [2] });
});

test("an appointment that is never held is disrupted", () => {
  const pair = pairOf({ needs: [{}], none: { ends: { 0: seen }, bookings: [attended(0)] }, outage: {} });
  expect(sums(pair, appointmentsDisrupted)).toMatchObject({ all: [1], "reason:not delivered on its day": [1] });
});

test("what would have been booked during the outage counts, what is booked after the return of systems or held before the onset does not", () => {
  const monday = at(7, 10);
  const later = { state: MET, closedAt: monday + 10, consultedAt: monday };
  const early = { state: MET, closedAt: at(2, 11), consultedAt: at(2, 10) };
  const pair = pairOf({
    needs: [{}, {}, {}],
    none: { ends: { 0: later, 1: later, 2: early }, bookings: [attended(0, monday, RESTORED - 1), attended(1, monday, RESTORED), attended(2, at(2, 10))] },
    outage: {},
  });
  expect(sums(pair, appointmentsDisrupted)).toMatchObject({ all: [1], "day:2023-03-20": [1] });
});

test("a practice whose neighbour alone is hit answers only for bookings that exist at onset", () => {
  const monday = at(7, 10);
  const later = { state: MET, closedAt: monday + 10, consultedAt: monday };
  const pair = pairOf({
    practices: 2, lost: [[ONSET, RESTORED], null], needs: [{ practice: 1 }, { practice: 1 }],
    none: { ends: { 0: later, 1: later }, bookings: [attended(0, monday, ONSET - 1), attended(1, monday, ONSET + 1)] },
    outage: {},
  });
  expect(sums(pair, appointmentsDisrupted)).toMatchObject({ all: [0, 1] });
});

test("patients who do not attend, in either arm, are not disrupted", () => {
  const pair = pairOf({
    needs: [{}, {}],
    none: { ends: { 0: { state: NOT_ATTENDED, closedAt: thursday }, 1: seen }, bookings: [{ need: 0, startsAt: thursday, state: DID_NOT_ATTEND }, attended(1)] },
    outage: { ends: { 1: { state: NOT_ATTENDED, closedAt: thursday } }, bookings: [{ need: 1, startsAt: thursday + 60, state: DID_NOT_ATTEND }] },
  });
  expect(sums(pair, appointmentsDisrupted)).toEqual({});
});

test("cancellations beyond the twin's own, each rebooked or lost; of two for one patient the last alone can be lost", () => {
  const cancelled = (need: number, endedAt: number) => ({ need, startsAt: at(4, 10), state: CANCELLED_BY_PRACTICE, endedAt });
  const pair = pairOf({
    needs: [{}, {}, {}, {}],
    // Once in the twin as well, and once before anything happened.
    none: { bookings: [cancelled(3, at(1, 9)), cancelled(2, at(3, 9))] },
    outage: {
      bookings: [
        cancelled(3, at(1, 9)), cancelled(0, at(3, 9)), { need: 0, startsAt: at(9, 10), state: BOOKED }, cancelled(1, at(3, 9)), cancelled(1, at(4, 9)), cancelled(2, at(3, 9)),
      ],
    },
  });
  // Outage: need 0 rebooked, need 1 rebooked then lost, need 2 lost; twin: need 2 lost.
  expect(sums(pair, appointmentsCancelled)).toEqual({ all: [3], rebooked: [2], lost: [1], "day:2023-03-16": [2], "day:2023-03-17": [1] });
});
