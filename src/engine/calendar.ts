import { longer, numbered } from "./column.js";

/**
 * The future-event list: a binary heap in parallel arrays, ordered by time and then by the order of scheduling, so that events at one time leave
 * in the order they came. An event is a kind and a subject, both integers; what they mean is the model's business.
 *
 * Three things make it fast. The heap holds times and slots only; the rest of an event lies still in its slot, so that a move touches two arrays
 * instead of five. The event that leaves leaves a gap at the top, which the next one scheduled falls into: most events schedule another, and one way
 * down the heap is then all that the two cost. A cancelled event stays where it is, marked, until it comes to the top or until more are marked than pending.
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

/**
 * An event that can be cancelled or moved, in copies of its calendar too: a whole number above 0 that stands for this event and none of the next half
 * billion. It has more than 32 bits: keep it in a `Float64Array`.
 */
export type Timer = number;

/** The kind in a slot whose event has left or was cancelled; a model numbers its kinds from 0. */
const NONE = -1;

/** A timer is a slot and, above it, a mark made of the event's sequence, which tells it from later events in that slot: 24 and 29 of the 53 bits of a whole number. */
const SLOTS = 0x1000000;
const MARKS = 0x1fffffff;

/** `capacity` is room for so many events to begin with; it grows as needed, up to 16,777,216. */
export function createCalendar(capacity = 256): Calendar {
  if (!(capacity <= SLOTS)) refuseSize();
  return {
    now: 0, kind: -1, subject: -1, size: 0, sequence: 0, gap: 0, cancelled: 0, stopped: 0,
    times: new Float64Array(capacity), slots: numbered(new Int32Array(capacity)),
    sequences: new Float64Array(capacity), kinds: new Int32Array(capacity).fill(NONE), subjects: new Int32Array(capacity),
  };
}

/** Schedules an event at `time`, which must not lie before `calendar.now`; its kind is 0 or more. */
export function schedule(calendar: Calendar, time: number, kind: number, subject: number): void {
  entering[0] = time;
  put(calendar, true, kind, subject);
}

/** The time of the event that enters, and the slot it got. A fraction goes by way of an array, as V8 allocates a box for it in a call that it does not inline. */
const entering = new Float64Array(1);
const entered = new Int32Array(1);

/**
 * Puts an event into the heap: a new one, whose time stands in `entering`, or the last of the heap into the gap. One function for all, since V8 inlines none of
 * this size: so a model's handlers keep their room for what is small, and which would allocate if it were called.
 */
function put(calendar: Calendar, isNew: boolean, kind: number, subject: number): void {
  let count = calendar.size + calendar.cancelled;
  let hole = calendar.gap === 1 ? 0 : count;
  if (isNew) {
    if (!(entering[0]! >= calendar.now && kind >= 0 && isInteger(kind) && isInteger(subject))) refuse(entering[0]!, calendar.now, kind, subject);
    if (hole === calendar.times.length) grow(calendar);
    calendar.size++;
    count++;
  }
  const { times, slots, sequences } = calendar;
  let slot = slots[hole]!;
  let time = entering[0]!;
  if (isNew) {
    sequences[slot] = calendar.sequence++;
    calendar.kinds[slot] = kind;
    calendar.subjects[slot] = subject;
    entered[0] = slot;
  } else {
    const free = slot;
    slot = slots[count]!;
    time = times[count]!;
    slots[count] = free;
  }
  calendar.gap = 0;
  // From the top downwards: the hole is moved, instead of swapping events.
  const half = hole === 0 ? count >> 1 : 0;
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
  // From the end upwards. A new event has the highest sequence, so equal times stop it.
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
  if (isNew && calendar.cancelled > 0) uncover(calendar);
}

/** Closes the gap at the top. */
function close(calendar: Calendar): void {
  put(calendar, false, NONE, 0);
  uncover(calendar);
}

/** Takes cancelled events off the top until one is there that is to happen. */
function uncover(calendar: Calendar): void {
  while (calendar.cancelled > 0 && calendar.kinds[calendar.slots[0]!] === NONE) {
    calendar.cancelled--;
    calendar.gap = 1;
    put(calendar, false, NONE, 0);
  }
}

/** Schedules an event that can be cancelled or moved. Apart from `schedule`, since so large a number as its answer is allocated unless the call is inlined. */
export function scheduleTimer(calendar: Calendar, time: number, kind: number, subject: number): Timer {
  entering[0] = time;
  put(calendar, true, kind, subject);
  return markOf(calendar.sequence - 1) * SLOTS + entered[0]!;
}

function markOf(sequence: number): number {
  return (sequence % MARKS) + 1;
}

/** Whether the timer's event is still to happen. */
export function isPending(calendar: Calendar, timer: Timer): boolean {
  return holds(calendar, timer % SLOTS, Math.floor(timer / SLOTS));
}

/** Cancels the timer's event and says true; where it has happened or was cancelled before, changes nothing and says false. */
export function cancel(calendar: Calendar, timer: Timer): boolean {
  return strike(calendar, timer % SLOTS, Math.floor(timer / SLOTS));
}

/**
 * Moves the timer's event to `time` and answers the timer that stands for it from now on; among events at that time it is the last.
 *
 * @throws RangeError where the event is no longer pending, or `time` lies before `calendar.now`.
 */
export function reschedule(calendar: Calendar, timer: Timer, time: number): Timer {
  if (!isPending(calendar, timer)) throw new RangeError(`timer ${timer} cannot be moved: its event has happened or was cancelled`);
  const kind = calendar.kinds[timer % SLOTS]!;
  const subject = calendar.subjects[timer % SLOTS]!;
  if (!(time >= calendar.now)) refuse(time, calendar.now, kind, subject);
  cancel(calendar, timer);
  return scheduleTimer(calendar, time, kind, subject);
}

/** Whether the slot holds an event with this mark that is to happen. */
function holds(calendar: Calendar, slot: number, mark: number): boolean {
  return calendar.kinds[slot]! > NONE && markOf(calendar.sequences[slot]!) === mark;
}

function strike(calendar: Calendar, slot: number, mark: number): boolean {
  if (!holds(calendar, slot, mark)) return false;
  calendar.kinds[slot] = NONE;
  calendar.size--;
  calendar.cancelled++;
  if (calendar.gap === 0) uncover(calendar);
  if (calendar.cancelled > calendar.size + 64) sweep(calendar);
  return true;
}

/** Time of the next event; Infinity where none is pending. */
export function nextTime(calendar: Calendar): number {
  const { times, size } = calendar;
  if (size === 0) return Infinity;
  if (calendar.gap === 0) return times[0]!;
  if (calendar.cancelled > 0) {
    close(calendar);
    return times[0]!;
  }
  // Below the gap there is a next one on either side.
  return size > 1 && times[2]! < times[1]! ? times[2]! : times[1]!;
}

/**
 * Makes `time` the present and says true if it lies before everything that is pending; else changes nothing and says false. So what is known from the beginning to
 * come at set times, as in a list of arrivals in order of time, need not go through the calendar; among events at one time it comes last.
 */
export function reach(calendar: Calendar, time: number): boolean {
  if (!(time < nextTime(calendar))) return false;
  calendar.now = time;
  return true;
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

/** Takes all cancelled events out of the heap, and the gap, and puts what is left in order again. */
function sweep(calendar: Calendar): void {
  const { slots, times, sequences, kinds, size } = calendar;
  const count = size + calendar.cancelled + calendar.gap;
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const slot = slots[at]!;
    if (kinds[slot] === NONE) continue;
    const time = times[at]!;
    slots[at] = slots[kept]!;
    let hole = kept++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = times[parent]!;
      if (above < time || (above === time && sequences[slots[parent]!]! < sequences[slot]!)) break;
      times[hole] = above;
      slots[hole] = slots[parent]!;
      hole = parent;
    }
    times[hole] = time;
    slots[hole] = slot;
  }
  calendar.gap = 0;
  calendar.cancelled = 0;
}

function refuse(time: number, now: number, kind: number, subject: number): never {
  if (!isInteger(kind) || kind < 0) throw new RangeError(`the kind of an event is a whole number from 0 to 2,147,483,647, not ${kind}`);
  if (!isInteger(subject)) throw new RangeError(`the subject of an event of kind ${kind} is a whole number of 32 bits, not ${subject}`);
  if (time !== time) throw new RangeError(`an event of kind ${kind} is scheduled at NaN, which is no time`);
  throw new RangeError(`an event of kind ${kind} is scheduled at ${time}, before the present time ${now}`);
}

function isInteger(value: number): boolean {
  return (value | 0) === value;
}

function refuseSize(): never {
  throw new RangeError(`a calendar holds at most ${SLOTS} events`);
}

function grow(calendar: Calendar): void {
  const before = calendar.times.length;
  const capacity = Math.max(16, Math.min(SLOTS, before * 2));
  if (before >= SLOTS) refuseSize();
  calendar.times = longer(calendar.times, capacity);
  calendar.slots = numbered(longer(calendar.slots, capacity), before);
  calendar.sequences = longer(calendar.sequences, capacity);
  calendar.kinds = longer(calendar.kinds, capacity, NONE);
  calendar.subjects = longer(calendar.subjects, capacity);
}
