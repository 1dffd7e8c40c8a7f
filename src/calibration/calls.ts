/** Calls as Cloud Based Telephony counts them: every call that comes in, redials included. */
import { ABANDONED, CALL, CLOSED, IN_MENU, NOT_CONNECTED, WAITING } from "../care/journal.js";
import { DAY } from "../facts/days.js";
import { classOf, type Baseline, type Sums } from "./tally.js";

/** Minutes after midnight at which a class begins; the last ends at 18:30. */
const TIMES = [360, 480, 600, 720, 840, 960, 1080] as const, LAST = 1110;
/** Half hours of a day from `HALF_HOURS_FROM`, in minutes after midnight, to 20:00. */
const HALF_HOURS = 28, HALF_HOURS_FROM = 360;
/** Minutes waited or spoken. */
const LENGTHS = [0, 1, 2, 5] as const;
/** Places in `callsByOutcome`. */
export const ANSWERED = 0, MENU = 1, CALL_BACK = 2, MISSED = 3;

/** `byPlace`: calls of each practice. */
export function countCalls({ journal: { jobs }, period, parameters }: Baseline, sums: Sums, byPlace: Float64Array): void {
  const from = period.warmUpDays * DAY;
  for (let job = 0; job < jobs.count; job++) {
    const arrivedAt = jobs.arrivedAt[job]!;
    if (jobs.kind[job] !== CALL || arrivedAt < from) continue;
    const day = Math.floor((arrivedAt - from) / DAY) % 7;
    const clock = arrivedAt % DAY;
    byPlace[jobs.practice[job]!]!++;
    sums.callsByDay[day]!++;
    const time = clock < LAST ? classOf(TIMES, clock) : -1;
    if (time >= 0) {
      sums.callsByTime[time]!++;
      if (day === 0) sums.mondayCallsByTime[time]!++;
    }
    const halfHour = Math.floor((clock - HALF_HOURS_FROM) / 30);
    if (day < 5 && halfHour >= 0 && halfHour < HALF_HOURS) sums.callsByHalfHour[day * HALF_HOURS + halfHour]!++;
    const outcome = outcomeOf(jobs.state[job]!, jobs.calledBack[job] === 1);
    if (outcome === null) continue;
    sums.callsByOutcome[outcome]!++;
    if (outcome !== ANSWERED) continue;
    // A job's minutes are the call and the work after it.
    sums.answeredByWait[classOf(LENGTHS, Math.max(0, jobs.endedAt[job]! - jobs.minutes[job]! - arrivedAt))]!++;
    sums.answeredByLength[classOf(LENGTHS, Math.max(0, jobs.minutes[job]! - parameters.care.afterCallMinutes))]!++;
  }
}

/** null for a caller who still waits. A call before opening ends in the menu, which says when to call. */
function outcomeOf(state: number, calledBack: boolean): number | null {
  if (calledBack) return CALL_BACK;
  if (state === WAITING) return null;
  if (state === IN_MENU || state === CLOSED) return MENU;
  return state === ABANDONED || state === NOT_CONNECTED ? MISSED : ANSWERED;
}
