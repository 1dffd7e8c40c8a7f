/**
 * Open work: minutes of tasks and notes that have arrived and are not done, and of needs that have arisen and are not yet met, gone elsewhere or given up.
 * A contact that waits counts as the need that it brings, so a patient who is to ask again tomorrow is not forgotten meanwhile. Both arms by the same rule,
 * so that ordinary waiting for a booked slot cancels in the paired difference.
 */
import { activities, AT_DESK, NOTE, OPEN, workedIndex, type Journal } from "../care/journal.js";
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

function openWorkOf(pair: Pair, journal: Journal): OpenWork {
  const hours = journal.days * 24;
  const open = queues.map(() => pair.practices.map(() => new Float64Array(hours + 1)));
  eachPiece(pair, journal, (queue, place, minutes, from, until) => {
    // Open at hour h where from <= h < until: add at the first such hour, take off at the first hour after.
    const first = Math.max(0, Math.ceil(from / 60));
    const after = Math.ceil(until / 60);
    if (first >= after || first > hours) return;
    open[queue]![place]![first]! += minutes;
    if (after <= hours) open[queue]![place]![after]! -= minutes;
  });
  for (const places of open) {
    for (const levels of places) for (let hour = 1; hour <= hours; hour++) levels[hour]! += levels[hour - 1]!;
  }
  return open;
}

/** By place: open minutes at the time that `times` gives for it; 0 where that is NaN. */
export function openAt(pair: Pair, journal: Journal, times: readonly Minutes[]): Float64Array {
  const open = new Float64Array(times.length);
  eachPiece(pair, journal, (_, place, minutes, from, until) => {
    if (from <= times[place]! && times[place]! < until) open[place]! += minutes;
  });
  return open;
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

/** Visits every piece of work: its queue, place, minutes, and from when until when it is open (Infinity: at the horizon still). */
function eachPiece(pair: Pair, { needs, jobs }: Journal, visit: (queue: number, place: number, minutes: number, from: Minutes, until: Minutes) => void): void {
  for (let job = 0; job < jobs.count; job++) {
    if (jobs.kind[job]! <= AT_DESK) continue;
    const ended = jobs.endedAt[job]!;
    visit(jobs.kind[job] === NOTE ? NOTES : TASKS, jobs.practice[job]!, summable(jobs.minutes[job]!), jobs.arrivedAt[job]!, Number.isNaN(ended) ? Infinity : ended);
  }
  const { count, practice, minutes, arrivesAt } = pair.demand.needs;
  for (let need = 0; need < count; need++) {
    visit(PATIENTS, practice[need]!, summable(minutes[need]!), arrivesAt[need]!, needs.state[need] === OPEN ? Infinity : needs.closedAt[need]!);
  }
}
