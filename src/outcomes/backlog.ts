/**
 * Open work: minutes of tasks and notes that have arrived and are not done, and of needs that have arisen and are not yet met, gone elsewhere or given up.
 * A contact that waits counts as the need that it brings, so a patient who is to ask again tomorrow is not forgotten meanwhile. Both arms by the same rule,
 * so that ordinary waiting for a booked slot cancels in the paired difference.
 */
import { activities, AT_DESK, NOTE, OPEN, workedIndex, type Journal } from "../care/journal.js";
import type { Demand } from "../demand/demand.js";
import { roles } from "../estate/estate.js";
import type { Minutes } from "../facts/days.js";
import type { Outcome, Pair } from "./outcome.js";
import { summable } from "../facts/summable.js";
import { dayAt, windowOf } from "./window.js";
import { workingTimeOf } from "./working-time.js";

export const queues = ["notes", "tasks", "patients"] as const;
const NOTES = 0, TASKS = 1, PATIENTS = 2;

/** By queue and place: open minutes at every full hour from the first midnight (index 0) to the horizon, both included. */
export type OpenWork = readonly (readonly Float64Array[])[];

/** Found once a journal: a level outcome, a series and recovery ask for it. */
export function openWork(pair: Pair, journal: Journal): OpenWork {
  let open = found.get(journal);
  if (open === undefined) {
    open = openWorkOf(pair, journal);
    found.set(journal, open);
  }
  return open;
}

const found = new WeakMap<Journal, OpenWork>();

function openWorkOf({ practices, demand }: Pair, { needs, jobs, days }: Journal): OpenWork {
  const hours = days * 24 + 1;
  const changes = new Float64Array(queues.length * practices.length * hours);
  addTasks(changes, hours, practices.length, jobs);
  addPatients(changes.subarray(PATIENTS * practices.length * hours), hours, demand.needs, needs);
  return queues.map((_, queue) => practices.map((_, place) => {
    const first = (queue * practices.length + place) * hours;
    return summedUp(changes.subarray(first, first + hours));
  }));
}

/** `changes` of open minutes from one full hour to the next: index (queue * places + place) * hours + hour. */
function addTasks(changes: Float64Array, hours: number, places: number, { count, practice, kind, minutes, arrivedAt, endedAt }: Journal["jobs"]): void {
  for (let job = 0; job < count; job++) {
    const queue = kind[job] === NOTE ? NOTES : TASKS;
    if (kind[job]! > AT_DESK) addPiece(changes, (queue * places + practice[job]!) * hours, hours, minutes[job]!, arrivedAt[job]!, endedAt[job]!);
  }
}

function addPatients(changes: Float64Array, hours: number, { count, practice, minutes, arrivesAt }: Demand["needs"], { state, closedAt }: Journal["needs"]): void {
  for (let need = 0; need < count; need++) {
    addPiece(changes, practice[need]! * hours, hours, minutes[need]!, arrivesAt[need]!, state[need] === OPEN ? NaN : closedAt[need]!);
  }
}

/** A piece of work that is open at hour h where from <= h < until (NaN: to the horizon) comes at the first such hour and goes at the first after; `start` is where hour 0 stands. */
function addPiece(changes: Float64Array, start: number, hours: number, minutes: number, from: Minutes, until: Minutes): void {
  const first = Math.max(0, Math.ceil(from / 60));
  const after = Math.ceil(until / 60);
  if (first >= after || first >= hours) return;
  changes[start + first]! += summable(minutes);
  if (after < hours) changes[start + after]! -= summable(minutes);
}

function summedUp(changes: Float64Array): Float64Array {
  for (let hour = 1; hour < changes.length; hour++) changes[hour]! += changes[hour - 1]!;
  return changes;
}

/** By place: open minutes at the time that `times` gives for it; 0 where that is NaN. */
export function openAt({ demand }: Pair, { needs, jobs }: Journal, times: readonly Minutes[]): Float64Array {
  const open = new Float64Array(times.length);
  const at = Float64Array.from(times);
  addOpenTasks(open, at, jobs);
  addOpenPatients(open, at, demand.needs, needs);
  return open;
}

function addOpenTasks(open: Float64Array, at: Float64Array, { count, practice, kind, minutes, arrivedAt, endedAt }: Journal["jobs"]): void {
  for (let job = 0; job < count; job++) {
    const time = at[practice[job]!]!;
    if (kind[job]! > AT_DESK && arrivedAt[job]! <= time && !(endedAt[job]! <= time)) open[practice[job]!]! += summable(minutes[job]!);
  }
}

function addOpenPatients(open: Float64Array, at: Float64Array, { count, practice, minutes, arrivesAt }: Demand["needs"], { state, closedAt }: Journal["needs"]): void {
  for (let need = 0; need < count; need++) {
    const time = at[practice[need]!]!;
    if (arrivesAt[need]! <= time && (state[need] === OPEN || time < closedAt[need]!)) open[practice[need]!]! += summable(minutes[need]!);
  }
}

/** By place: minutes worked in the twin on a mean working day of the window; 0 where the window has none. */
export function meanDay(pair: Pair): Float64Array {
  const { none, practices } = pair;
  const { isWorking } = workingTimeOf(pair.period);
  let days = 0;
  const minutes = new Float64Array(practices.length);
  for (let day = dayAt(windowOf(pair).onset); day < none.days; day++) {
    if (!isWorking[day]!) continue;
    days++;
    for (let place = 0; place < practices.length; place++) {
      const first = workedIndex(none, place, day, 0, 0);
      for (let index = first; index < first + roles.length * activities.length; index++) minutes[place]! += none.worked[index]!;
    }
  }
  return minutes.map((sum) => (days === 0 ? 0 : sum / days));
}

/** Minutes as days of a practice whose mean day has `day` minutes of work; 0 for a practice that never works. */
export function practiceDays(minutes: number, day: number): number {
  return day > 0 ? minutes / day : 0;
}

export const peakBacklog: Outcome = {
  id: "peakBacklog", unit: "practice-days", kind: "difference", combination: "practices",
  label: "Largest backlog",
  definition:
    "Largest excess of open work over an ordinary period, looked at every hour, in practice-days (one is what the practice's staff do in an ordinary day): in all, and " +
    "of paper notes, of other tasks, and of patients not yet seen or answered. For more than one practice, the mean of those affected.",
  parts: ["all", ...queues.map((queue) => `queue:${queue}`)],
  fold(pair, tally) {
    const { onset } = windowOf(pair);
    if (onset === Infinity) return;
    const none = openWork(pair, pair.none);
    const outage = openWork(pair, pair.outage);
    const day = meanDay(pair);
    for (let place = 0; place < pair.practices.length; place++) {
      const peaks = new Float64Array(queues.length);
      let peak = 0;
      for (let hour = Math.ceil(onset / 60); hour <= pair.none.days * 24; hour++) {
        let all = 0;
        for (let queue = 0; queue < queues.length; queue++) {
          const excess = outage[queue]![place]![hour]! - none[queue]![place]![hour]!;
          all += excess;
          if (excess > peaks[queue]!) peaks[queue] = excess;
        }
        if (all > peak) peak = all;
      }
      tally.add("peakBacklog", "all", place, practiceDays(peak, day[place]!));
      queues.forEach((queue, index) => tally.add("peakBacklog", `queue:${queue}`, place, practiceDays(peaks[index]!, day[place]!)));
    }
  },
};
