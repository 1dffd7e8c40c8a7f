/**
 * The future-event list: a binary heap in parallel arrays, ordered by time and then by the order of scheduling, so that events at one time leave
 * in the order they came. An event is a kind and a subject, both integers; what they mean is the model's business.
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
  times: Float64Array;
  sequences: Float64Array;
  kinds: Int32Array;
  subjects: Int32Array;
}

export function createCalendar(capacity = 256): Calendar {
  return {
    now: 0, kind: -1, subject: -1, size: 0, sequence: 0,
    times: new Float64Array(capacity), sequences: new Float64Array(capacity), kinds: new Int32Array(capacity), subjects: new Int32Array(capacity),
  };
}

/** Schedules an event at `time`, which must not lie before `calendar.now`. */
export function schedule(calendar: Calendar, time: number, kind: number, subject: number): void {
  if (!(time >= calendar.now)) throw new RangeError(`an event of kind ${kind} is scheduled at ${time}, before the present time ${calendar.now}`);
  if (calendar.size === calendar.times.length) grow(calendar);
  const { times, sequences, kinds, subjects } = calendar;
  // A hole is moved up instead of swapping; a new event has the highest sequence, so equal times stop it.
  let hole = calendar.size++;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (times[parent]! <= time) break;
    times[hole] = times[parent]!;
    sequences[hole] = sequences[parent]!;
    kinds[hole] = kinds[parent]!;
    subjects[hole] = subjects[parent]!;
    hole = parent;
  }
  times[hole] = time;
  sequences[hole] = calendar.sequence++;
  kinds[hole] = kind;
  subjects[hole] = subject;
}

/** Time of the next event; Infinity where none is pending. */
export function nextTime(calendar: Calendar): number {
  return calendar.size === 0 ? Infinity : calendar.times[0]!;
}

/** Takes the next event out and sets `now`, `kind` and `subject` to it; false where none is pending. */
export function advance(calendar: Calendar): boolean {
  if (calendar.size === 0) return false;
  const { times, sequences, kinds, subjects } = calendar;
  calendar.now = times[0]!;
  calendar.kind = kinds[0]!;
  calendar.subject = subjects[0]!;
  const last = --calendar.size;
  if (last === 0) return true;
  const time = times[last]!;
  const sequence = sequences[last]!;
  const half = last >> 1;
  let hole = 0;
  while (hole < half) {
    let child = 2 * hole + 1;
    const right = child + 1;
    if (right < last && (times[right]! < times[child]! || (times[right]! === times[child]! && sequences[right]! < sequences[child]!))) child = right;
    if (times[child]! > time || (times[child]! === time && sequences[child]! > sequence)) break;
    times[hole] = times[child]!;
    sequences[hole] = sequences[child]!;
    kinds[hole] = kinds[child]!;
    subjects[hole] = subjects[child]!;
    hole = child;
  }
  times[hole] = time;
  sequences[hole] = sequence;
  kinds[hole] = kinds[last]!;
  subjects[hole] = subjects[last]!;
  return true;
}

function grow(calendar: Calendar): void {
  const capacity = Math.max(16, calendar.times.length * 2);
  const times = new Float64Array(capacity);
  times.set(calendar.times);
  calendar.times = times;
  const sequences = new Float64Array(capacity);
  sequences.set(calendar.sequences);
  calendar.sequences = sequences;
  const kinds = new Int32Array(capacity);
  kinds.set(calendar.kinds);
  calendar.kinds = kinds;
  const subjects = new Int32Array(capacity);
  subjects.set(calendar.subjects);
  calendar.subjects = subjects;
}
