/** What the outage adds hour by hour, and day by day, in one neighbourhood: counted for curves. */
import { AT_DESK, CALL, CANCELLED_BY_PRACTICE, NOT_CONNECTED, ONLINE_REQUEST, type Journal } from "../care/journal.js";
import { roles } from "../estate/estate.js";
import { DAY, type Minutes } from "../facts/days.js";
import { isBlind } from "../outcomes/consultations.js";
import { consultationsOf, jobsOf } from "../outcomes/counted.js";
import type { Pair } from "../outcomes/outcome.js";
import { signedArms, windowOf } from "../outcomes/window.js";
import { eachExtra } from "../outcomes/work.js";

/** Calls that come in, from the first reported midnight on. */
export function callsByHour({ period }: Pair, journal: Journal): Float64Array {
  const counts = new Float64Array(period.days * 24);
  const rows = jobsOf(journal, CALL);
  for (let row = 0; row < rows.length; row++) count(counts, journal.jobs.arrivedAt[rows[row]!]! - period.warmUpDays * DAY);
  return counts;
}

/** Consultations without records that begin. */
export function blindByHour(pair: Pair): Float64Array {
  const counts = new Float64Array(pair.period.days * 24);
  const rows = consultationsOf(pair).outage;
  for (let row = 0; row < rows.length; row++) {
    const need = rows[row]!;
    if (isBlind(pair.outage, need)) count(counts, pair.outage.needs.consultedAt[need]! - pair.period.warmUpDays * DAY);
  }
  return counts;
}

/** Calls and online requests that do not connect, by when they were made, beyond the twin's: `contactsNotConnected` by the hour. */
export function unconnectedByHour(pair: Pair): Float64Array {
  const counts = new Float64Array(pair.period.days * 24);
  const { onset, horizon } = windowOf(pair);
  for (const [, journal, sign] of signedArms(pair)) {
    const { arrivedAt, endedAt } = journal.jobs;
    for (const kind of [CALL, ONLINE_REQUEST, AT_DESK]) {
      for (const job of jobsOf(journal, kind, NOT_CONNECTED)) if (endedAt[job]! >= onset && arrivedAt[job]! < horizon) count(counts, arrivedAt[job]! - pair.period.warmUpDays * DAY, sign);
    }
  }
  return counts;
}

/** Bookings that practices cancel, by when they do, beyond the twin's: `appointmentsCancelled` by the hour. */
export function cancelledByHour(pair: Pair): Float64Array {
  const counts = new Float64Array(pair.period.days * 24);
  const { onset } = windowOf(pair);
  for (const [, { bookings }, sign] of signedArms(pair)) {
    for (let row = 0; row < bookings.count; row++) {
      if (bookings.state[row] === CANCELLED_BY_PRACTICE && bookings.endedAt[row]! >= onset) count(counts, bookings.endedAt[row]! - pair.period.warmUpDays * DAY, sign);
    }
  }
  return counts;
}

/** By role, then by day from the first reported on: hours worked beyond the twin's, `extraWorkHours` by both. */
export function extraHoursByDay(pair: Pair): Float64Array[] {
  const { period } = pair;
  const hours = roles.map(() => new Float64Array(period.days));
  eachExtra(pair, (_, day, role, __, minutes) => {
    if (day >= period.warmUpDays) hours[role]![day - period.warmUpDays]! += minutes / 60;
  });
  return hours;
}

function count(counts: Float64Array, time: Minutes, sign = 1): void {
  const hour = Math.floor(time / 60);
  if (hour >= 0 && hour < counts.length) counts[hour]! += sign;
}
