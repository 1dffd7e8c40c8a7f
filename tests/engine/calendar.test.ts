import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, cancel, createCalendar, isPending, nextTime, reach, reschedule, schedule, scheduleTimer, type Timer } from "../../src/engine/calendar.js";
import { copyState } from "../../src/engine/state.js";

interface Event {
  readonly time: number;
  readonly order: number;
  readonly kind: number;
  readonly subject: number;
  readonly timer: Timer | undefined;
}

// Few different delays, so that many events fall on one time; 0 is an event at the present time, and what is due at Infinity never comes.
const delay = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 2, arbitrary: fc.double({ min: 0, max: 5, noNaN: true }) }, fc.constant(Infinity),
);
const kind = fc.integer({ min: 0, max: 5 });
const which = fc.nat(10_000);

type Operation =
  | { readonly do: "schedule" | "timer"; readonly delay: number; readonly kind: number }
  | { readonly do: "cancel"; readonly which: number }
  | { readonly do: "reschedule"; readonly which: number; readonly delay: number }
  | { readonly do: "advance" | "look" }
  | { readonly do: "advance until" | "reach"; readonly delay: number }
  | { readonly do: "flood"; readonly count: number; readonly delay: number; readonly keep: number };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("schedule" as const), delay, kind }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("timer" as const), delay, kind }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("cancel" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reschedule" as const), which, delay }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("advance" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("advance until" as const), delay }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("look" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reach" as const), delay }) },
);

/** Many timers at once and then most of them cancelled, which makes the calendar sweep its heap. */
const flood: fc.Arbitrary<Operation> = fc.record({
  do: fc.constant("flood" as const), count: fc.integer({ min: 60, max: 250 }), delay, keep: fc.integer({ min: 2, max: 40 }),
});

/** Performs operations on a calendar and on a list of what is pending, which is searched as plainly as can be, and expects of both the same. */
function compare(operations: readonly Operation[], capacity: number): void {
  const calendar = createCalendar(capacity);
  const list: Event[] = [];
  /** All timers there ever were, those of the past among them. */
  const timers: Timer[] = [];
  let scheduled = 0;

  const add = (delay: number, kind: number, withTimer: boolean): void => {
    const time = calendar.now + delay;
    const event = { time, order: scheduled, kind, subject: scheduled++ };
    if (!withTimer) schedule(calendar, time, kind, event.subject);
    else timers.push(scheduleTimer(calendar, time, kind, event.subject));
    list.push({ ...event, timer: withTimer ? timers.at(-1) : undefined });
  };
  const remove = (timer: Timer): void => {
    const at = list.findIndex((event) => event.timer === timer);
    expect(cancel(calendar, timer)).toBe(at !== -1);
    if (at !== -1) list.splice(at, 1);
  };
  const move = (timer: Timer, time: number): void => {
    const at = list.findIndex((event) => event.timer === timer);
    if (at === -1) return void expect(() => reschedule(calendar, timer, time)).toThrow(RangeError);
    const moved = reschedule(calendar, timer, time);
    timers.push(moved);
    list.push({ ...list.splice(at, 1)[0]!, time, order: scheduled++, timer: moved });
  };
  const first = (): Event | undefined => list.toSorted((a, b) => (a.time === b.time ? a.order - b.order : a.time < b.time ? -1 : 1))[0];
  const step = (until: number): void => {
    const next = first();
    const comes = next !== undefined && next.time < until;
    const { now, kind, subject } = calendar;
    const expected = comes ? { now: next.time, kind: next.kind, subject: next.subject } : { now, kind, subject };
    expect(advance(calendar, until)).toBe(comes);
    expect({ now: calendar.now, kind: calendar.kind, subject: calendar.subject }).toEqual(expected);
    if (comes) list.splice(list.indexOf(next), 1);
  };
  const go = (time: number): void => {
    const next = first()?.time ?? Infinity;
    const { now } = calendar;
    expect(reach(calendar, time)).toBe(time < next);
    expect(calendar.now).toBe(time < next ? time : now);
  };
  const look = (): void => {
    expect(nextTime(calendar)).toBe(first()?.time ?? Infinity);
    const pending = new Set(list.flatMap(({ timer }) => timer ?? []));
    expect(timers.filter((timer) => isPending(calendar, timer))).toEqual(timers.filter((timer) => pending.has(timer)));
    expect(new Set(timers).size).toBe(timers.length);
  };
  const swell = (count: number, delay: number, keep: number): void => {
    const before = timers.length;
    for (let i = 0; i < count; i++) add(i % 3 === 0 ? delay : i % 7, i % 6, true);
    // Then they are cancelled while an event is happening.
    if (keep % 2 === 0) step(Infinity);
    timers.slice(before).forEach((timer, i) => {
      if (i % keep !== 0) remove(timer);
    });
  };

  for (const operation of operations) {
    if (operation.do === "schedule" || operation.do === "timer") add(operation.delay, operation.kind, operation.do === "timer");
    else if (operation.do === "cancel") remove(timers[operation.which % timers.length] ?? -1);
    else if (operation.do === "reschedule") move(timers[operation.which % timers.length] ?? -1, calendar.now + operation.delay);
    else if (operation.do === "advance") step(Infinity);
    else if (operation.do === "advance until") step(calendar.now + operation.delay);
    else if (operation.do === "reach") go(calendar.now + operation.delay);
    else if (operation.do === "flood") swell(operation.count, operation.delay, operation.keep);
    else look();
    expect(calendar.size).toBe(list.length);
  }
  while (list.some((event) => event.time < Infinity)) step(Infinity);
  step(Infinity);
  look();
  expect(calendar.size).toBe(list.length);
}

test("events leave as from a list in order of time and, at one time, of scheduling, whatever is cancelled and moved on the way", () => {
  const operations = fc.array(operation, { maxLength: 400, size: "max" });
  fc.assert(fc.property(operations, fc.integer({ min: 0, max: 20 }), compare), { seed: 1, numRuns: 250 });
});

test("the same where most of what is scheduled is cancelled, so that the cancelled are swept out", () => {
  const operations = fc.array(fc.oneof({ weight: 8, arbitrary: operation }, { weight: 1, arbitrary: flood }), { minLength: 10, maxLength: 60, size: "max" });
  fc.assert(fc.property(operations, fc.integer({ min: 0, max: 300 }), compare), { seed: 1, numRuns: 100 });
});

test("a thousand events at one time leave in the order they came", () => {
  const calendar = createCalendar();
  for (let subject = 0; subject < 1000; subject++) schedule(calendar, 7, 0, subject);
  for (let subject = 0; subject < 1000; subject++) {
    advance(calendar);
    expect(calendar.subject).toBe(subject);
  }
});

test("the past and no time at all are refused, with what and when", () => {
  const calendar = createCalendar();
  schedule(calendar, 10, 1, 1);
  advance(calendar);
  expect(() => schedule(calendar, 9, 4, 0)).toThrow("an event of kind 4 is scheduled at 9, before the present time 10");
  expect(() => schedule(calendar, NaN, 4, 0)).toThrow(RangeError);
  expect(() => schedule(calendar, 11, -2, 0)).toThrow("the kind of an event is a whole number from 0 to 2,147,483,647, not -2");
  schedule(calendar, 10, 2, 2);
  expect(nextTime(calendar)).toBe(10);
});

test.each(["while an event is happening", "between events"])("what is refused %s leaves the calendar as it was", (when) => {
  const calendar = createCalendar();
  for (const time of [10, 12, 12, 11, 30]) schedule(calendar, time, 1, time);
  const happened = scheduleTimer(calendar, 10, 2, 0);
  const cancelled = scheduleTimer(calendar, 13, 2, 0);
  const timer = scheduleTimer(calendar, 14, 3, 0);
  advance(calendar);
  cancel(calendar, cancelled);
  advance(calendar);
  if (when === "between events") nextTime(calendar);
  const before = copyState(calendar);
  const refused = [
    () => schedule(calendar, 9, 1, 0), () => schedule(calendar, NaN, 1, 0), () => schedule(calendar, -Infinity, 1, 0),
    () => schedule(calendar, 11, -1, 0), () => schedule(calendar, 11, NaN, 0),
    () => scheduleTimer(calendar, 9, 1, 0), () => scheduleTimer(calendar, NaN, 1, 0), () => scheduleTimer(calendar, 11, -1, 0),
    () => reschedule(calendar, timer, 9), () => reschedule(calendar, timer, NaN),
    () => reschedule(calendar, happened, 20), () => reschedule(calendar, cancelled, 20), () => reschedule(calendar, -1, 20), () => reschedule(calendar, NaN, 20),
  ];
  for (const each of refused) {
    expect(each).toThrow(RangeError);
    expect(calendar).toEqual(before);
  }
  for (const none of [happened, cancelled, 0, -1, NaN, 1e15]) expect(cancel(calendar, none)).toBe(false);
  expect(calendar).toEqual(before);
  expect(isPending(calendar, timer)).toBe(true);
});

test("an event that is refused where there is no room leaves those pending", () => {
  const calendar = createCalendar(1);
  schedule(calendar, 4, 1, 7);
  expect(() => scheduleTimer(calendar, -1, 1, 0)).toThrow(RangeError);
  expect(() => schedule(calendar, -1, 1, 0)).toThrow(RangeError);
  expect([calendar.size, advance(calendar), calendar.now, calendar.subject, advance(calendar)]).toEqual([1, true, 4, 7, false]);
});

test("an empty calendar stays at the time it has reached", () => {
  const calendar = createCalendar();
  schedule(calendar, 3, 1, 2);
  expect([advance(calendar), advance(calendar), calendar.now, nextTime(calendar)]).toEqual([true, false, 3, Infinity]);
});

test("events at Infinity are pending and never come, and can be moved to where they come", () => {
  const calendar = createCalendar(0);
  const never = scheduleTimer(calendar, Infinity, 1, 1);
  schedule(calendar, Infinity, 1, 2);
  schedule(calendar, 5, 1, 3);
  expect([advance(calendar), calendar.subject, advance(calendar), calendar.now, calendar.size, nextTime(calendar)]).toEqual([true, 3, false, 5, 2, Infinity]);
  reschedule(calendar, never, 6);
  expect([advance(calendar), calendar.subject, calendar.now, advance(calendar), calendar.size]).toEqual([true, 1, 6, false, 1]);
});

test("an event at the very end of a step is left for the next, and without an event time stands still", () => {
  const calendar = createCalendar();
  schedule(calendar, 2, 1, 0);
  expect([advance(calendar, 2), calendar.now, calendar.size, advance(calendar, 2.5), calendar.now]).toEqual([false, 0, 1, true, 2]);
});

test("a moved event goes behind those that were at its new time before it, also when that is its old time", () => {
  const calendar = createCalendar();
  const subjects = [];
  const moved = scheduleTimer(calendar, 3, 0, 0);
  const again = scheduleTimer(calendar, 5, 0, 1);
  schedule(calendar, 5, 0, 2);
  schedule(calendar, 5, 0, 3);
  reschedule(calendar, moved, 5);
  reschedule(calendar, again, 5);
  schedule(calendar, 5, 0, 4);
  while (advance(calendar)) subjects.push(calendar.subject);
  expect(subjects).toEqual([2, 3, 0, 1, 4]);
});

test("a timer that is over is not mistaken for any of the thousands of events that have its place after it", () => {
  const calendar = createCalendar(1);
  const over: Timer[] = [];
  for (let i = 0; i < 5000; i++) {
    const timer = scheduleTimer(calendar, i, 0, i);
    // Each ends in one of the three ways that there are.
    if (i % 3 === 0) advance(calendar);
    else if (i % 3 === 1) cancel(calendar, timer);
    else cancel(calendar, reschedule(calendar, timer, i + 1));
    over.push(timer);
  }
  const present = scheduleTimer(calendar, 9000, 0, 0);
  expect(new Set(over).add(present).size).toBe(5001);
  expect(over.filter((timer) => isPending(calendar, timer) || cancel(calendar, timer))).toEqual([]);
  expect([isPending(calendar, present), calendar.size]).toEqual([true, 1]);
});

test("a timer is a whole number above 0 and works as well after billions of events", () => {
  for (const sequence of [2 ** 29 - 3, 2 ** 30 - 3, 2 ** 31 - 3, 2 ** 32 - 3, 2 ** 40 - 3]) {
    const calendar = createCalendar(4);
    const old = scheduleTimer(calendar, 50, 9, 9);
    calendar.sequence = sequence;
    const timers = Array.from({ length: 6 }, (_, subject) => scheduleTimer(calendar, 1, 0, subject));
    expect([old, ...timers].every((timer) => Number.isSafeInteger(timer) && timer > 0 && isPending(calendar, timer))).toBe(true);
    expect(timers.filter((timer, i) => i % 2 === 1 && cancel(calendar, timer))).toHaveLength(3);
    const subjects = [];
    while (advance(calendar)) subjects.push(calendar.subject);
    expect(subjects).toEqual([0, 2, 4, 9]);
  }
});

test("0 is no timer, as in a column where none has been noted", () => {
  const calendar = createCalendar(1);
  for (let subject = 0; subject < 3; subject++) schedule(calendar, 1, 0, subject);
  expect([isPending(calendar, 0), cancel(calendar, 0), calendar.size]).toEqual([false, false, 3]);
});

test("the event that is happening is no longer pending and cannot be cancelled", () => {
  const calendar = createCalendar();
  const timer = scheduleTimer(calendar, 1, 0, 0);
  schedule(calendar, 2, 0, 1);
  advance(calendar);
  expect([isPending(calendar, timer), cancel(calendar, timer), calendar.size, advance(calendar), calendar.subject]).toEqual([false, false, 1, true, 1]);
});

test.each([0, 1, 2, 3, 10])("the next events, cancelled while one is happening, do not come when %d new ones have been scheduled after them", (count) => {
  const calendar = createCalendar();
  schedule(calendar, 1, 0, 0);
  const timers = [5, 5, 6, 5].map((time, i) => scheduleTimer(calendar, time, 1, i));
  schedule(calendar, 10, 2, 100);
  advance(calendar);
  for (const timer of timers) expect(cancel(calendar, timer)).toBe(true);
  for (let i = 0; i < count; i++) schedule(calendar, 7 + i / 8, 3, i);
  expect(calendar.size).toBe(count + 1);
  const came = [];
  while (advance(calendar)) came.push([calendar.now, calendar.kind, calendar.subject]);
  expect(came).toEqual([...Array.from({ length: count }, (_, i) => [7 + i / 8, 3, i]), [10, 2, 100]]);
});

test("the next event, cancelled between events, does not come, and neither do those cancelled behind it", () => {
  const calendar = createCalendar();
  const timers = [1, 2, 3, 4].map((time) => scheduleTimer(calendar, time, 0, time));
  for (const i of [1, 2, 0]) cancel(calendar, timers[i]!);
  expect([nextTime(calendar), advance(calendar), calendar.now, advance(calendar)]).toEqual([4, true, 4, false]);
});

test("thousands cancelled one behind the other, the next event last, do not come, and the others do", () => {
  const calendar = createCalendar();
  const timers = Array.from({ length: 20_000 }, (_, i) => scheduleTimer(calendar, i, 0, i));
  // More than are cancelled, so that these are not swept out before.
  for (let i = 0; i < 30_000; i++) schedule(calendar, 1e6 - i, 1, i);
  for (const timer of timers.toReversed()) cancel(calendar, timer);
  expect([calendar.size, nextTime(calendar), advance(calendar), calendar.subject]).toEqual([30_000, 1e6 - 29_999, true, 29_999]);
});

test("so many cancelled while an event is happening that they are swept out: the others come in order", () => {
  const calendar = createCalendar(0);
  schedule(calendar, 0, 0, 0);
  const timers = Array.from({ length: 500 }, (_, i) => scheduleTimer(calendar, 1 + ((i * 7) % 11), 0, i));
  advance(calendar);
  timers.forEach((timer, i) => i % 50 !== 49 && cancel(calendar, timer));
  const came: number[] = [];
  while (advance(calendar)) came.push(calendar.subject);
  const kept = [49, 99, 149, 199, 249, 299, 349, 399, 449, 499];
  expect(came).toEqual(kept.toSorted((a, b) => ((a * 7) % 11) - ((b * 7) % 11) || a - b));
});

test.each(["cancelled", "moved"])("memory holds what is pending, not the million that were %s", (how) => {
  const calendar = createCalendar(1);
  for (let i = 0; i < 9; i++) schedule(calendar, 1e6 + i, 0, i);
  let timer = scheduleTimer(calendar, 1e7, 0, 0);
  for (let i = 0; i < 1e6; i++) {
    if (how === "moved") timer = reschedule(calendar, timer, 1e7 - i);
    else cancel(calendar, scheduleTimer(calendar, 2e6 + i, 0, i));
  }
  expect(calendar.size).toBe(10);
  // Marked events are swept out once they are 64 more than those pending: 10 and 75 fit into 128 places.
  for (const column of [calendar.times, calendar.slots, calendar.sequences, calendar.kinds, calendar.subjects]) expect(column.length).toBeLessThanOrEqual(128);
});

test("kinds and subjects that are no whole numbers of 32 bits are refused rather than rounded", () => {
  const calendar = createCalendar();
  for (const kind of [1.5, NaN, 2 ** 31, 2 ** 32 - 1]) expect(() => schedule(calendar, 1, kind, 0)).toThrow("the kind of an event is a whole number");
  for (const subject of [1.5, NaN, 2 ** 31, -(2 ** 31) - 1]) expect(() => schedule(calendar, 1, 3, subject)).toThrow("the subject of an event of kind 3 is a whole number");
  schedule(calendar, 1, 2 ** 31 - 1, -(2 ** 31));
  expect([advance(calendar), calendar.kind, calendar.subject, calendar.sequence]).toEqual([true, 2 ** 31 - 1, -(2 ** 31), 1]);
});

test("a calendar larger than timers can tell apart is refused", () => {
  expect(() => createCalendar(2 ** 24 + 1)).toThrow("a calendar holds at most 16777216 events");
});
