import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, createCalendar, nextTime, schedule } from "../../src/engine/calendar.js";

interface Event {
  readonly time: number;
  readonly kind: number;
  readonly subject: number;
}

// Few different delays, so that many events fall on one time; 0 is an event at the present time.
const push = fc.record({ delay: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 5, noNaN: true })), kind: fc.integer({ min: 0, max: 5 }) });
const operations = fc.array(fc.oneof({ weight: 3, arbitrary: push }, { weight: 2, arbitrary: fc.constant("pop" as const) }), { maxLength: 300, size: "max" });

test("events leave as from a list kept in order of time and, at one time, of scheduling", () => {
  fc.assert(fc.property(operations, fc.integer({ min: 0, max: 20 }), (each, capacity) => {
    const calendar = createCalendar(capacity);
    const list: Event[] = [];
    let subject = 0;
    const popped = (): void => {
      const expected = list.shift();
      expect(nextTime(calendar)).toBe(expected?.time ?? Infinity);
      expect(advance(calendar)).toBe(expected !== undefined);
      if (expected) expect({ time: calendar.now, kind: calendar.kind, subject: calendar.subject }).toEqual(expected);
    };
    for (const operation of each) {
      if (operation === "pop") {
        popped();
      } else {
        const event: Event = { time: calendar.now + operation.delay, kind: operation.kind, subject: subject++ };
        schedule(calendar, event.time, event.kind, event.subject);
        const behind = list.findIndex((other) => other.time > event.time);
        list.splice(behind === -1 ? list.length : behind, 0, event);
      }
      expect(calendar.size).toBe(list.length);
    }
    while (list.length > 0) popped();
    popped();
  }), { seed: 1, numRuns: 100 });
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
  schedule(calendar, 10, 2, 2);
  expect(nextTime(calendar)).toBe(10);
});

test("an empty calendar stays at the time it has reached", () => {
  const calendar = createCalendar();
  schedule(calendar, 3, 1, 2);
  expect([advance(calendar), advance(calendar), calendar.now, nextTime(calendar)]).toEqual([true, false, 3, Infinity]);
});
