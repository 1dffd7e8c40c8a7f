import { expect, test } from "vitest";
import { createCalendar, schedule } from "../../src/engine/calendar.js";
import { run, traced } from "../../src/engine/simulation.js";

const TICK = 0;

/** A clock that ticks every two units from 0 on and remembers its ticks. */
function clock(): { calendar: ReturnType<typeof createCalendar>; ticks: number[]; handle: (kind: number, subject: number) => void } {
  const calendar = createCalendar();
  const ticks: number[] = [];
  schedule(calendar, 0, TICK, 9);
  return { calendar, ticks, handle: (kind, subject) => (ticks.push(calendar.now), schedule(calendar, calendar.now + 2, kind, subject)) };
}

test("events before the end happen, events at the end do not, and the present is the end", () => {
  const { calendar, ticks, handle } = clock();
  run(calendar, 6, handle);
  expect(ticks).toEqual([0, 2, 4]);
  expect(calendar.now).toBe(6);
  run(calendar, 7, handle);
  expect(ticks).toEqual([0, 2, 4, 6]);
  expect(calendar.now).toBe(7);
});

test("events scheduled for the present time still happen in it", () => {
  const calendar = createCalendar();
  const kinds: number[] = [];
  schedule(calendar, 1, 3, 0);
  run(calendar, 2, (kind) => {
    kinds.push(kind);
    if (kind > 0) schedule(calendar, calendar.now, kind - 1, 0);
  });
  expect(kinds).toEqual([3, 2, 1, 0]);
});

test("without an end it runs until nothing is left, and stays at the last event", () => {
  const calendar = createCalendar();
  let happened = 0;
  for (const time of [5, 1, 3]) schedule(calendar, time, 0, 0);
  run(calendar, Infinity, () => happened++);
  expect([happened, calendar.size, calendar.now]).toEqual([3, 0, 5]);
});

test("an end in the past changes nothing", () => {
  const { calendar, ticks, handle } = clock();
  run(calendar, 5, handle);
  run(calendar, 1, handle);
  expect([calendar.now, ticks]).toEqual([5, [0, 2, 4]]);
});

test("a trace notes each event just before it happens and changes none", () => {
  const plain = clock();
  run(plain.calendar, 10, plain.handle);
  const { calendar, ticks, handle } = clock();
  const notes: string[] = [];
  run(calendar, 10, traced(calendar, handle, (time, kind, subject) => notes.push(`${time} ${kind} ${subject} after ${ticks.length}`)));
  expect(ticks).toEqual(plain.ticks);
  expect(notes).toEqual(["0 0 9 after 0", "2 0 9 after 1", "4 0 9 after 2", "6 0 9 after 3", "8 0 9 after 4"]);
});
