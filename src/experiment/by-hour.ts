/** What the outage adds hour by hour in one neighbourhood: counted for curves. */
import { CALL, type Journal } from "../care/journal.js";
import { DAY, type Minutes } from "../facts/days.js";
import { eachCancelled } from "../outcomes/appointments-cancelled.js";
import { isBlind } from "../outcomes/consultations.js";
import { eachUnconnected } from "../outcomes/contacts.js";
import { consultationsOf, jobsOf } from "../outcomes/counted.js";
import type { Pair } from "../outcomes/outcome.js";

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
  eachUnconnected(pair, (arrivedAt, sign) => count(counts, arrivedAt - pair.period.warmUpDays * DAY, sign));
  return counts;
}

/** Bookings that practices cancel, by when they do, beyond the twin's: `appointmentsCancelled` by the hour. */
export function cancelledByHour(pair: Pair): Float64Array {
  const counts = new Float64Array(pair.period.days * 24);
  eachCancelled(pair, (_, at, __, sign) => count(counts, at - pair.period.warmUpDays * DAY, sign));
  return counts;
}

function count(counts: Float64Array, time: Minutes, sign = 1): void {
  const hour = Math.floor(time / 60);
  if (hour >= 0 && hour < counts.length) counts[hour]! += sign;
}
