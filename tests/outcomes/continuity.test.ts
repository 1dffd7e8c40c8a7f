import { expect, test } from "vitest";
import { MET } from "../../src/care/journal.js";
import { lateDays, serviceOf } from "../../src/outcomes/continuity.js";
import { workingTimeOf } from "../../src/outcomes/working-time.js";
import { at, pairOf, period, type NeedEnd } from "./journal-builder.js";

const clock = workingTimeOf(period);
const heldOn = (day: number): NeedEnd => ({ state: MET, consultedAt: at(day, 10), closedAt: at(day, 10.2) });

test("service is what is held of the twin's consultations of the day, from the day of the onset on and on working days", () => {
  // The onset is Thursday, day 3, at 08:00. By day without the outage: 1 on day 2, 2 on day 3, 1 each on day 4, Saturday and day 7.
  const days = [2, 3, 3, 4, 5, 7];
  const none = Object.fromEntries(days.map((day, need) => [need, heldOn(day)]));
  // One of Thursday's is seen at 07:30, before the onset, one never; Friday's and Saturday's come on Monday.
  const outage = { ...none, 1: { ...heldOn(3), consultedAt: at(3, 7.5) }, 2: {}, 3: heldOn(7), 4: heldOn(7) };
  const pair = pairOf({ needs: days.map(() => ({})), none: { ends: { ...none, 1: { ...heldOn(3), consultedAt: at(3, 7.5) } } }, outage: { ends: outage } });
  expect(serviceOf(pair, 0.5, clock)).toEqual([{ least: 0, short: [4] }]);
  expect(serviceOf(pair, 0.6, clock)).toEqual([{ least: 0, short: [3, 4] }]);
  expect(serviceOf(pair, 0, clock)).toEqual([{ least: 0, short: [] }]);
});

test("an arm like its twin's is never short, nor is a practice that holds nothing", () => {
  expect(serviceOf(pairOf({ needs: [{}], none: { ends: { 0: heldOn(4) } } }), 1, clock)).toEqual([{ least: 1, short: [] }]);
  expect(serviceOf(pairOf({ needs: [{}] }), 1, clock)).toEqual([{ least: 1, short: [] }]);
});

test("late are the working days that begin before recovery and end after the objective has passed", () => {
  // From Thursday noon (3.4 working days) to the middle of Wednesday (7.5), day 9: 4.1 working days.
  const recovery = { from: 3.4, until: 7.5, censored: false };
  expect(lateDays(recovery, 2, clock)).toEqual([7, 8, 9]);
  expect(lateDays(recovery, 0, clock)).toEqual([3, 4, 7, 8, 9]);
  expect(lateDays(recovery, 4.1, clock)).toEqual([9]);
  expect(lateDays(recovery, 5, clock)).toEqual([]);
  expect(lateDays({ from: 3, until: 3, censored: false }, 0, clock)).toEqual([]);
});
