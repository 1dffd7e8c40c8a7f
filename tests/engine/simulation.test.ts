import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, schedule, type Calendar } from "../../src/engine/calendar.js";
import { hash } from "../../src/engine/random.js";
import { run, stop, traced, type Handle } from "../../src/engine/simulation.js";

const TICK = 0;

/** A clock that ticks every two units from 0 on and remembers its ticks. */
function clock(): { calendar: ReturnType<typeof createCalendar>; ticks: number[]; handle: (kind: number, subject: number) => void } {
  const calendar = createCalendar();
  const ticks: number[] = [];
  schedule(calendar, 0, TICK, 9);
  return { calendar, ticks, handle: (kind, subject) => (ticks.push(calendar.now), schedule(calendar, calendar.now + 2, kind, subject)) };
}

/** Particles that split, wait and vanish by a hash of their number; times on a grid, so that many fall on one. */
function particles(seed: number): { calendar: Calendar; log: string[]; handle: Handle } {
  const calendar = createCalendar(2);
  const log: string[] = [];
  let born = 0;
  for (let i = 0; i < 4; i++) schedule(calendar, i % 2, 0, born++);
  return {
    calendar, log,
    handle: (kind, subject) => {
      log.push(`${calendar.now} ${kind} ${subject}`);
      const children = [0, 1, 1, 2][hash(seed, 0, subject) & 3]!;
      for (let i = 0; i < children; i++) schedule(calendar, calendar.now + (hash(seed, 1, born) & 7) / 4, (kind + i) % 3, born++);
      if (calendar.size < 3) schedule(calendar, calendar.now + 1, 2, born++);
    },
  };
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

test("a list of handlers by kind does what one function does", () => {
  const [one, list] = [particles(3), particles(3)];
  run(one.calendar, 12, one.handle);
  run(list.calendar, 12, [0, 1, 2].map((kind) => (subject: number) => list.handle(kind, subject)));
  expect(list.log.length).toBeGreaterThan(30);
  expect(list).toEqual({ ...one, handle: list.handle });
});

test("an event for which there is no handler is refused with its kind, at its time", () => {
  const calendar = createCalendar();
  const subjects: number[] = [];
  schedule(calendar, 1, 1, 7);
  schedule(calendar, 2, 4, 8);
  const handlers = [() => subjects.push(-1), (subject: number) => subjects.push(subject)];
  expect(() => run(calendar, 5, handlers)).toThrow(new RangeError("there is no handler for events of kind 4"));
  expect([subjects, calendar.now]).toEqual([[7], 2]);
});

test("a run that is stopped ends with the event that is happening, and the next run goes on from there", () => {
  const calendar = createCalendar();
  const happened: [number, number][] = [];
  for (const [time, subject] of [[1, 0], [2, 1], [2, 2], [3, 3]] as const) schedule(calendar, time, 0, subject);
  const handlers = [(subject: number): void => {
    happened.push([calendar.now, subject]);
    if (subject === 1) {
      stop(calendar);
      // What the event still does after it said stop is done.
      schedule(calendar, 2, 0, 9);
    }
  }];
  run(calendar, 10, handlers);
  expect([happened, calendar.now, calendar.size]).toEqual([[[1, 0], [2, 1]], 2, 3]);
  run(calendar, 10, handlers);
  expect([happened.slice(2), calendar.now, calendar.size]).toEqual([[[2, 2], [2, 9], [3, 3]], 10, 0]);
});

test("a run in pieces, by time or by stopping, is the run in one", () => {
  const until = fc.integer({ min: 0, max: 160 }).map((eighths) => eighths / 8);
  const pieces = fc.array(fc.oneof(fc.record({ until }), fc.record({ events: fc.integer({ min: 1, max: 20 }) })), { maxLength: 12 });
  fc.assert(fc.property(fc.integer(), pieces, (seed, each) => {
    const [whole, inPieces] = [particles(seed), particles(seed)];
    run(whole.calendar, 20, whole.handle);
    for (const piece of each) {
      if ("until" in piece) {
        run(inPieces.calendar, piece.until, inPieces.handle);
        continue;
      }
      let left = piece.events;
      run(inPieces.calendar, 20, (kind, subject) => {
        inPieces.handle(kind, subject);
        if (--left === 0) stop(inPieces.calendar);
      });
    }
    run(inPieces.calendar, 20, inPieces.handle);
    expect(whole.log.length).toBeGreaterThan(10);
    expect(inPieces.log).toEqual(whole.log);
    expect(inPieces.calendar.now).toBe(20);
  }), { seed: 1, numRuns: 100 });
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

test("a trace of a busy run is that run, event by event, and leaves the same calendar", () => {
  const [plain, noted] = [particles(5), particles(5)];
  run(plain.calendar, 15, plain.handle);
  const notes: string[] = [];
  run(noted.calendar, 15, traced(noted.calendar, noted.handle, (time, kind, subject) => notes.push(`${time} ${kind} ${subject}`)));
  expect(notes).toEqual(plain.log);
  expect(noted.calendar).toEqual(plain.calendar);
});
