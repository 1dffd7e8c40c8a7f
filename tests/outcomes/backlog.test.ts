import { expect, test } from "vitest";
import { CALL, LAPSED, LETTER_TASK, MET, NOTE } from "../../src/care/journal.js";
import { BOOKABLE, PRESCRIPTION, QUERY } from "../../src/demand/demand.js";
import { meanDay, openAt, openWork, peakBacklog } from "../../src/outcomes/backlog.js";
import { at, pairOf, usualWork } from "./journal-builder.js";
import { sums } from "./sums.js";

const NOTES = 0, TASKS = 1, PATIENTS = 2;

test("work is open from the moment it arrives until the moment it ends, by queue", () => {
  const pair = pairOf({
    needs: [{ arrivesAt: at(1, 9), minutes: 12 }, { arrivesAt: -500, minutes: 8 }, { kind: QUERY, arrivesAt: at(1, 9), minutes: 4 }, { kind: PRESCRIPTION, arrivesAt: at(1, 9), minutes: 2 }],
    none: {
      ends: { 0: { state: MET, closedAt: at(2, 9) }, 1: { state: LAPSED, closedAt: at(1, 10) } },
      jobs: [
        { kind: NOTE, arrivedAt: at(1, 9.5), endedAt: at(1, 11.5), minutes: 5 }, { kind: LETTER_TASK, arrivedAt: at(1, 9), endedAt: at(1, 9.9), minutes: 3 },
        { kind: CALL, arrivedAt: at(1, 11), minutes: 2 },
      ],
    },
  });
  const open = openWork(pair, pair.none);
  const hourly = (queue: number, day: number, from: number, to: number) => [...open[queue]![0]!.slice(day * 24 + from, day * 24 + to + 1)];
  expect(hourly(NOTES, 1, 9, 12)).toEqual([0, 5, 5, 0]);
  // The letter is done before the hour strikes again; the call that waits for ever counts as the need that it brings.
  expect(hourly(TASKS, 1, 8, 12)).toEqual([0, 3, 0, 0, 0]);
  // A need from before the start is open from the start; a query of 4 and a request of 2 minutes are never answered.
  expect(open[PATIENTS]![0]![0]).toBe(8);
  expect(hourly(PATIENTS, 1, 8, 11)).toEqual([8, 26, 18, 18]);
  expect(hourly(PATIENTS, 2, 8, 9)).toEqual([18, 6]);
  expect([...openAt(pair, pair.none, [at(1, 9.6)])]).toEqual([12 + 8 + 4 + 2 + 5 + 3]);
});

test("the order in which work is added up leaves no trace", () => {
  const minutes = [0.1, 0.2, 0.3, 1e6 / 3, 7.7];
  const jobs = minutes.map((each) => ({ kind: LETTER_TASK, arrivedAt: at(3, 9), endedAt: at(5, 9), minutes: each }));
  const pair = pairOf({ none: { jobs, worked: usualWork() }, outage: { jobs: [...jobs].reverse(), worked: usualWork() } });
  expect(sums(pair, peakBacklog)).toMatchObject({ all: [0] });
});

test("a practice-day is what the twin works on a mean working day from the day of onset", () => {
  // Thursday 16 March to Friday 7 April: 600 minutes on each working day, and 340 more on one of the 16 of them; Monday before counts for nothing.
  const pair = pairOf({ none: { worked: [...usualWork(), { day: 8, minutes: 320 }, { day: 0, minutes: 999 }, { day: 5, minutes: 80 }] } });
  // Days 3, 4, 7-11, 14-18, 21-24 are working days; day 5 is a Saturday, and its work is not that of a working day.
  expect(meanDay(pair)[0]).toBe(600 + 320 / 16);
});

test("the largest backlog is the highest excess at a full hour, in days of the practice's ordinary work; queues peak on their own", () => {
  const pair = pairOf({
    needs: [{ kind: BOOKABLE, arrivesAt: at(3, 9), minutes: 300 }],
    none: { ends: { 0: { state: MET, closedAt: at(3, 10) } }, worked: usualWork() },
    outage: {
      ends: { 0: { state: MET, closedAt: at(4, 10) } }, worked: usualWork(),
      jobs: [{ kind: NOTE, arrivedAt: at(3, 11), endedAt: at(7, 9), minutes: 150 }, { kind: LETTER_TASK, arrivedAt: at(7, 10), endedAt: at(8, 9), minutes: 60 }],
    },
  });
  // Patient 300 from 10:00 on Thursday (the twin has seen him by then), note 150 from 11:00: together 450 of 600.
  expect(sums(pair, peakBacklog)).toEqual({ all: [0.75], "queue:notes": [0.25], "queue:tasks": [0.1], "queue:patients": [0.5] });
});

test("less open work than usual is no backlog", () => {
  const pair = pairOf({ none: { jobs: [{ kind: LETTER_TASK, arrivedAt: at(4, 9), minutes: 60 }], worked: usualWork() }, outage: { worked: usualWork() } });
  expect(sums(pair, peakBacklog)).toMatchObject({ all: [0], "queue:tasks": [0] });
});
