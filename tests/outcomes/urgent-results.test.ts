import { expect, test } from "vitest";
import { RESULT_TASK, URGENT_RESULT } from "../../src/care/journal.js";
import { urgentResultHours } from "../../src/outcomes/urgent-results.js";
import { at, HORIZON, pairOf } from "./journal-builder.js";
import { sums } from "./sums.js";

const result = (arrivedAt: number, endedAt: number, practice = 0, kind = URGENT_RESULT) => ({ kind, practice, arrivedAt, endedAt });

test("hours from when an urgent result exists until it has been dealt with, or the horizon, beyond the twin's; by practice", () => {
  const pair = pairOf({
    practices: 2,
    none: { jobs: [result(at(3, 9), at(3, 10)), result(at(3, 9), at(3, 9.5), 1), result(HORIZON - 600, HORIZON - 540)] },
    outage: { jobs: [result(at(3, 9), at(4, 10)), result(at(3, 9), at(3, 11), 1), result(HORIZON - 600, NaN), result(at(3, 9), at(5, 9), 0, RESULT_TASK)] },
  });
  // 24 hours and 9 to the horizon; an hour and a half.
  expect(sums(pair, urgentResultHours)).toEqual({ all: [33, 1.5] });
});
