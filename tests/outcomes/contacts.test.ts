import { expect, test } from "vitest";
import { ABANDONED, AT_DESK, CALL, DECLINED, NOT_CONNECTED, ONLINE_REQUEST, SERVED } from "../../src/care/journal.js";
import { contactsNotConnected, excessAbandonment, requestsDeclined } from "../../src/outcomes/contacts.js";
import { at, pairOf } from "./journal-builder.js";
import { sums } from "./sums.js";

const job = (kind: number, state: number, arrivedAt = at(3, 9)) => ({ kind, state, arrivedAt, endedAt: arrivedAt });

test("calls to a dead line and requests to a tool that is off, less those that fail on an ordinary day", () => {
  const none = { jobs: [job(CALL, NOT_CONNECTED)] };
  const outage = { jobs: [job(CALL, NOT_CONNECTED), job(CALL, NOT_CONNECTED), job(CALL, NOT_CONNECTED), job(ONLINE_REQUEST, NOT_CONNECTED), job(CALL, SERVED)] };
  expect(sums(pairOf({ none, outage }), contactsNotConnected)).toEqual({ all: [3], "channel:telephone": [2], "channel:online": [1], "day:2023-03-16": [3] });
});

test("requests declined, by channel and day", () => {
  const outage = { jobs: [job(CALL, DECLINED), job(AT_DESK, DECLINED), job(ONLINE_REQUEST, DECLINED, at(4, 9))] };
  expect(sums(pairOf({ outage }), requestsDeclined)).toEqual({
    all: [3], "channel:telephone": [1], "channel:desk": [1], "channel:online": [1], "day:2023-03-16": [2], "day:2023-03-17": [1],
  });
});

test("callers who hang up count in the first two hours from 08:00 until before 10:00, and never before the onset", () => {
  const outage = { jobs: [job(CALL, ABANDONED, at(4, 8)), job(CALL, ABANDONED, at(4, 10) - 1), job(CALL, ABANDONED, at(4, 10)), job(CALL, ABANDONED, at(2, 9))] };
  expect(sums(pairOf({ outage }), excessAbandonment)).toEqual({ all: [3], "from 08:00 to 10:00": [2], "day:2023-03-17": [3] });
});

test("fewer callers hanging up than on an ordinary day is a negative excess", () => {
  expect(sums(pairOf({ none: { jobs: [job(CALL, ABANDONED)] }, outage: {} }), excessAbandonment)).toMatchObject({ all: [-1] });
});

test("a call that the practice returns is answered, whatever the caller was told at first", () => {
  const outage = { jobs: [{ ...job(CALL, SERVED), calledBack: 1 }, { ...job(CALL, NOT_CONNECTED), calledBack: 1 }] };
  // Only the one whom the practice does not reach again.
  expect(sums(pairOf({ outage }), contactsNotConnected)).toMatchObject({ all: [1] });
  expect(sums(pairOf({ outage }), excessAbandonment)).toEqual({});
});
