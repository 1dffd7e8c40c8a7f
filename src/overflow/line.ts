/** Those who call or come, and who serves them: a number of servers that changes by the hour, first come, first served, and limited patience. */
import { advance, createCalendar, schedule } from "../engine/calendar.js";
import { hash } from "../engine/random.js";
import { fromTable, type Table } from "../engine/table.js";
import { ELSEWHERE_MINUTES, ELSEWHERE_PATIENCE } from "../demand/purposes.js";
import type { Minutes } from "../facts/days.js";
import type { LineJournal } from "./journal.js";

/** In order of time. */
export interface Arrivals {
  readonly at: Float64Array;
  /** Key of the draws of who arrives: the same person needs as many minutes, and is as patient, in every arm. */
  readonly key: Uint32Array;
  readonly isHandedOver: Uint8Array;
}

export interface Line {
  /** By simulated hour. */
  readonly servers: Int32Array;
  /** Minutes that one takes, and for which one waits. */
  readonly minutes: Table;
  readonly patience: Table;
}

/** The only kind of event in the calendar: somebody has been served. */
const ENDS = 0;

/**
 * From empty at `from`, a full hour before which nobody arrives, until `until`. Who gives up changes nothing for others, and so is looked for only when it would be
 * their turn; arrivals and hours are in order already. The calendar is left with as many events as there are people being served.
 */
export function serve({ at, key, isHandedOver }: Arrivals, { servers, minutes, patience }: Line, from: Minutes, until: Minutes): LineJournal {
  const count = at.length;
  const startedAt = new Float64Array(count).fill(NaN);
  const gaveUpAt = new Float64Array(count).fill(NaN);
  const calendar = createCalendar();
  /** Those who have come; those of them whose turn has been; and servers on duty. */
  let [come, seen, onDuty] = [0, 0, 0];

  const patientUntil = (who: number): Minutes => at[who]! + fromTable(patience, hash(key[who]!, ELSEWHERE_PATIENCE, 0));
  const admit = (now: Minutes): void => {
    for (; seen < come && calendar.size < onDuty; seen++) {
      const limit = at[seen] === now ? Infinity : patientUntil(seen);
      if (limit < now) {
        gaveUpAt[seen] = limit;
        continue;
      }
      startedAt[seen] = now;
      schedule(calendar, now + fromTable(minutes, hash(key[seen]!, ELSEWHERE_MINUTES, 0)), ENDS, seen);
    }
  };
  for (let hour = from / 60; hour * 60 < until; hour++) {
    onDuty = servers[hour]!;
    admit(hour * 60);
    const end = Math.min(until, (hour + 1) * 60);
    for (;;) {
      const arrival = come < count ? at[come]! : Infinity;
      if (advance(calendar, Math.min(arrival, end))) admit(calendar.now);
      else if (arrival < end) {
        come++;
        admit(arrival);
      } else break;
    }
  }
  for (; seen < come; seen++) {
    const limit = patientUntil(seen);
    if (limit < until) gaveUpAt[seen] = limit;
  }
  return { at, isHandedOver, startedAt, gaveUpAt };
}
