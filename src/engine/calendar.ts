/**
 * The future-event list: a binary heap in parallel arrays, ordered by time and then by the order of scheduling, so that events at one time leave
 * in the order they came. An event is a kind and a subject, both integers; what they mean is the model's business.
 *
 * The heap holds times and slots only; the rest of an event lies still in its slot, so that a move touches two arrays instead of four.
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
  /** By place in the heap: time and slot. Behind the heap `slots` holds those that are free. */
  times: Float64Array;
  slots: Int32Array;
  /** By slot. */
  sequences: Float64Array;
  kinds: Int32Array;
  subjects: Int32Array;
}

export function createCalendar(capacity = 256): Calendar {
  return {
    now: 0, kind: -1, subject: -1, size: 0, sequence: 0,
    times: new Float64Array(capacity), slots: Int32Array.from({ length: capacity }, (_, slot) => slot),
    sequences: new Float64Array(capacity), kinds: new Int32Array(capacity), subjects: new Int32Array(capacity),
  };
}

/** Schedules an event at `time`, which must not lie before `calendar.now`. */
export function schedule(calendar: Calendar, time: number, kind: number, subject: number): void {
  if (!(time >= calendar.now)) throw new RangeError(`an event of kind ${kind} is scheduled at ${time}, before the present time ${calendar.now}`);
  if (calendar.size === calendar.times.length) grow(calendar);
  const { times, slots } = calendar;
  let hole = calendar.size++;
  const slot = slots[hole]!;
  calendar.sequences[slot] = calendar.sequence++;
  calendar.kinds[slot] = kind;
  calendar.subjects[slot] = subject;
  // A hole is moved up instead of swapping; a new event has the highest sequence, so equal times stop it.
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

/** Time of the next event; Infinity where none is pending. */
export function nextTime(calendar: Calendar): number {
  return calendar.size === 0 ? Infinity : calendar.times[0]!;
}

/** Takes the next event out and sets `now`, `kind` and `subject` to it; false where none is pending. */
export function advance(calendar: Calendar): boolean {
  if (calendar.size === 0) return false;
  const { times, slots, sequences } = calendar;
  const left = slots[0]!;
  calendar.now = times[0]!;
  calendar.kind = calendar.kinds[left]!;
  calendar.subject = calendar.subjects[left]!;
  const last = --calendar.size;
  const time = times[last]!;
  const slot = slots[last]!;
  slots[last] = left;
  if (last === 0) return true;
  const half = last >> 1;
  let hole = 0;
  while (hole < half) {
    let child = 2 * hole + 1;
    let below = times[child]!;
    const right = child + 1;
    if (right < last) {
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
  return true;
}

function grow(calendar: Calendar): void {
  const before = calendar.times.length;
  const capacity = Math.max(16, before * 2);
  calendar.times = copied(calendar.times, new Float64Array(capacity));
  calendar.slots = copied(calendar.slots, new Int32Array(capacity));
  for (let slot = before; slot < capacity; slot++) calendar.slots[slot] = slot;
  calendar.sequences = copied(calendar.sequences, new Float64Array(capacity));
  calendar.kinds = copied(calendar.kinds, new Int32Array(capacity));
  calendar.subjects = copied(calendar.subjects, new Int32Array(capacity));
}

function copied<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  return to;
}
