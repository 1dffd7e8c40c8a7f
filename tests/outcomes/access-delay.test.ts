import { expect, test } from "vitest";
import { accessDelay } from "../../src/outcomes/access-delay.js";
import { pairOf, type AccessOf } from "./journal-builder.js";
import { sums } from "./sums.js";

/** Days 2 to 4 and 7: Wednesday to Friday and Monday. The onset is on day 3. */
const access = (...workingDays: number[]): AccessOf[] => workingDays.map((value, index) => ({ day: [2, 3, 4, 7][index]!, workingDays: value }));

test("mean excess over the days on which the practice opens, from the day of onset on, and the most on any of them", () => {
  const pair = pairOf({ none: { access: access(9, 5, 5, 5) }, outage: { access: access(1, 5, 7, 9) } });
  // 0, 2 and 4; what differs before the onset would be no effect.
  expect(sums(pair, accessDelay)).toEqual({ all: [2], most: [4] });
});

test("where appointments come sooner the mean says so, and the most is nothing", () => {
  expect(sums(pairOf({ none: { access: access(5, 5, 5, 5) }, outage: { access: access(5, 5, 4, 3) } }), accessDelay)).toEqual({ all: [-1], most: [0] });
});

test("a practice without routine appointments has no such wait", () => {
  const pair = pairOf({ practices: 2, none: { access: access(5, 5) }, outage: { access: access(5, 8) } });
  expect(sums(pair, accessDelay)).toEqual({ all: [3, 0], most: [3, 0] });
});
