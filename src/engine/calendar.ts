import { longer } from "./column.js";

/**
 * The future-event list: a binary heap in parallel arrays, ordered by time and then by the order of scheduling, so that events at one time leave
 * in the order they came. An event is a kind and a subject, both integers; what they mean is the model's business.
 *
 * Three things make it fast. The heap holds times and slots only; the rest of an event lies still in its slot, so that a move touches two arrays
 * instead of five. The event that leaves leaves a gap at the top, which the next one scheduled falls into: most events schedule another, and one way
 * down the heap is then all that the two cost. A cancelled event stays where it is, marked, until it comes to the top or until half of all are marked.
 */
export interface Calendar {
  /** Time of the event that left last. */
  now: number;
  /** Kind and subject of the event that left last. */
  kind: number;
  subject: number;
  /** Events pending. */
  size: number;
  /** Number that the next scheduled event gets; later means behind at equal times. */
  sequence: number;
  /** 1 while the top of the heap is empty because its event has left, otherwise 0. */
  gap: number;
  /** Cancelled events that are still in the heap. */
  cancelled: number;
  /** 1 once the run is to end after the present event, otherwise 0. */
  stopped: number;
  /** By place in the heap, which holds the pending, the cancelled and the gap: time and slot. Behind the heap `slots` holds those that are free. */
  times: Float64Array;
  slots: Int32Array;
  /** By slot. */
  sequences: Float64Array;
  kinds: Int32Array;
  subjects: Int32Array;
}

/** An event that can be cancelled or moved, in copies of its calendar too: a whole number of 0 or more that stands for this event and no later one. */
export type Timer = number;

/** The kind in a slot whose event has left or was cancelled; a model numbers its kinds from 0. */
const NONE = -1;

/** A timer is a slot and, above it, the event's sequence, which tells it from later events in that slot: together the 53 bits of a whole number. */
const SLOTS = 0x800000;
const SEQUENCES = 0x40000000;

export function createCalendar(capacity = 256): Calendar {
  return {
    now: 0, kind: -1, subject: -1, size: 0, sequence: 0, gap: 0, cancelled: 0, stopped: 0,
    times: new Float64Array(capacity), slots: Int32Array.from({ length: capacity }, (_, slot) => slot),
    sequences: new Float64Array(capacity), kinds: new Int32Array(capacity).fill(NONE), subjects: new Int32Array(capacity),
  };
}

/** Schedules an event at `time`, which must not lie before `calendar.now`; its kind is 0 or more. */
export function schedule(calendar: Calendar, time: number, kind: number, subject: number): void {
  entering[0] = time;
  insert(calendar, kind, subject);
}

/** A fractional argument goes by way of this array: V8 allocates a box for it in every call that it does not inline. */
const entering = new Float64Array(1);

function insert(calendar: Calendar, kind: number, subject: number): void {
  const time = entering[0]!;
  if (!(time >= calendar.now && kind >= 0)) refuse(calendar, time, kind);
  const end = calendar.size++ + calendar.cancelled;
  if (calendar.gap === 1) {
    calendar.gap = 0;
    const slot = calendar.slots[0]!;
    calendar.sequences[slot] = calendar.sequence++;
    calendar.kinds[slot] = kind;
    calendar.subjects[slot] = subject;
    calendar.times[0] = time;
    return sink(calendar, 0, slot, end + 1);
  }
  if (end === calendar.times.length) grow(calendar);
  const { times, slots } = calendar;
  const slot = slots[end]!;
  calendar.sequences[slot] = calendar.sequence++;
  calendar.kinds[slot] = kind;
  calendar.subjects[slot] = subject;
  let hole = end;
  // A new event has the highest sequence, so equal times stop it.
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = times[parent]!;
    if (above <= time) break;
    times[hole] = above;
    slots[hole] = slots[parent]!;
    hole = parent;
  }
  times[hole] = time;
  slots[hole] = slot;
}

/** Schedules an event that can be cancelled or moved. Apart from `schedule` because so large a number as its answer may cost an allocation. */
export function scheduleTimer(calendar: Calendar, time: number, kind: number, subject: number): Timer {
  const { sequence } = calendar;
  if (calendar.gap === 0 && calendar.size + calendar.cancelled === calendar.times.length) grow(calendar);
  const slot = calendar.slots[calendar.gap === 1 ? 0 : calendar.size + calendar.cancelled]!;
  if (slot >= SLOTS) throw new RangeError(`a timer is one of at most ${SLOTS} events pending at a time`);
  schedule(calendar, time, kind, subject);
  return (sequence % SEQUENCES) * SLOTS + slot;
}

/** Whether the timer's event is still to happen. */
export function isPending(calendar: Calendar, timer: Timer): boolean {
  const slot = timer % SLOTS;
  return timer >= 0 && calendar.kinds[slot]! > NONE && calendar.sequences[slot]! % SEQUENCES === Math.floor(timer / SLOTS);
}

/** Cancels the timer's event and says true; where it has happened or was cancelled before, changes nothing and says false. */
export function cancel(calendar: Calendar, timer: Timer): boolean {
  if (!isPending(calendar, timer)) return false;
  const slot = timer % SLOTS;
  calendar.kinds[slot] = NONE;
  calendar.size--;
  calendar.cancelled++;
  if (calendar.gap === 0 && calendar.slots[0] === slot) uncover(calendar);
  else if (calendar.cancelled > calendar.size + 64) sweep(calendar);
  return true;
}

/**
 * Moves the timer's event to `time` and answers the timer that stands for it from now on; among events at that time it is the last.
 *
 * @throws RangeError where the event is no longer pending, or `time` lies before `calendar.now`.
 */
export function reschedule(calendar: Calendar, timer: Timer, time: number): Timer {
  const slot = timer % SLOTS;
  const kind = calendar.kinds[slot]!;
  const subject = calendar.subjects[slot]!;
  if (!isPending(calendar, timer)) throw new RangeError(`timer ${timer} cannot be moved: its event has happened or was cancelled`);
  if (!(time >= calendar.now)) refuse(calendar, time, kind);
  cancel(calendar, timer);
  return scheduleTimer(calendar, time, kind, subject);
}

/** Time of the next event; Infinity where none is pending. */
export function nextTime(calendar: Calendar): number {
  if (calendar.gap === 1) close(calendar);
  return calendar.size === 0 ? Infinity : calendar.times[0]!;
}

/**
 * Takes the next event out and sets `now`, `kind` and `subject` to it; false where none is pending before `until`. An event at Infinity never comes.
 */
export function advance(calendar: Calendar, until = Infinity): boolean {
  if (calendar.gap === 1) close(calendar);
  const time = calendar.times[0]!;
  if (!(time < until) || calendar.size === 0) return false;
  const slot = calendar.slots[0]!;
  calendar.now = time;
  calendar.kind = calendar.kinds[slot]!;
  calendar.subject = calendar.subjects[slot]!;
  calendar.kinds[slot] = NONE;
  calendar.gap = 1;
  calendar.size--;
  return true;
}

/** Closes the gap at the top with the last event of the heap. Nothing cancelled is left at the top. */
function close(calendar: Calendar): void {
  calendar.gap = 0;
  removeTop(calendar);
  if (calendar.cancelled > 0) uncover(calendar);
}

/** Takes cancelled events off the top until one is there that is to happen. */
function uncover(calendar: Calendar): void {
  while (calendar.cancelled > 0 && calendar.kinds[calendar.slots[0]!] === NONE) {
    calendar.cancelled--;
    removeTop(calendar);
  }
}

/** The heap without its top, which is already no longer counted. */
function removeTop(calendar: Calendar): void {
  const { slots, times } = calendar;
  const count = calendar.size + calendar.cancelled;
  const free = slots[0]!;
  const last = slots[count]!;
  slots[count] = free;
  if (count === 0) return;
  times[0] = times[count]!;
  sink(calendar, 0, last, count);
}

/** Takes all cancelled events out of the heap, and the gap. */
function sweep(calendar: Calendar): void {
  const { slots, times, kinds, size } = calendar;
  const count = size + calendar.cancelled + calendar.gap;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const slot = slots[at]!;
    if (kinds[slot] === NONE) continue;
    slots[at] = slots[kept]!;
    slots[kept] = slot;
    times[kept++] = times[at]!;
  }
  calendar.gap = 0;
  calendar.cancelled = 0;
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(calendar, at, slots[at]!, size);
}

/** Lets an event fall from a place, where its time stands, to where it belongs among the `count` in the heap. */
function sink(calendar: Calendar, from: number, slot: number, count: number): void {
  const { times, slots, sequences } = calendar;
  const time = times[from]!;
  const half = count >> 1;
  let hole = from;
  while (hole < half) {
    let child = 2 * hole + 1;
    let below = times[child]!;
    const right = child + 1;
    if (right < count) {
      const other = times[right]!;
      if (other < below || (other === below && sequences[slots[right]!]! < sequences[slots[child]!]!)) {
        child = right;
        below = other;
      }
    }
    if (below > time || (below === time && sequences[slots[child]!]! > sequences[slot]!)) break;
    times[hole] = below;
    slots[hole] = slots[child]!;
    hole = child;
  }
  times[hole] = time;
  slots[hole] = slot;
}

function refuse(calendar: Calendar, time: number, kind: number): never {
  if (!(kind >= 0)) throw new RangeError(`the kind of an event is a whole number of 0 or more, not ${kind}`);
  throw new RangeError(`an event of kind ${kind} is scheduled at ${time}, before the present time ${calendar.now}`);
}

function grow(calendar: Calendar): void {
  const before = calendar.times.length;
  const capacity = Math.max(16, before * 2);
  calendar.times = longer(calendar.times, capacity);
  calendar.slots = longer(calendar.slots, capacity);
  for (let slot = before; slot < capacity; slot++) calendar.slots[slot] = slot;
  calendar.sequences = longer(calendar.sequences, capacity);
  calendar.kinds = longer(calendar.kinds, capacity, NONE);
  calendar.subjects = longer(calendar.subjects, capacity);
}
