/** Those who call or come, and who serves them: a number of servers that changes by the hour, first come, first served, and limited patience. */
import { cancel, createCalendar, schedule, scheduleTimer } from "../engine/calendar.js";
import { NOBODY } from "../engine/queue.js";
import { hash } from "../engine/random.js";
import { admit, createResources, handOver, renege, seize, setServers } from "../engine/resource.js";
import { run } from "../engine/simulation.js";
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

const ARRIVES = 0, ENDS = 1, GIVES_UP = 2, HOUR_BEGINS = 3;

/** From empty at `from`, a full hour before which nobody arrives, until `until`. */
export function serve({ at, key, isHandedOver }: Arrivals, { servers, minutes, patience }: Line, from: Minutes, until: Minutes): LineJournal {
  const count = at.length;
  const startedAt = new Float64Array(count).fill(NaN);
  const gaveUpAt = new Float64Array(count).fill(NaN);
  const timers = new Float64Array(count);
  const calendar = createCalendar();
  const line = createResources([0], 1, Math.max(1, count));

  const begin = (who: number): void => {
    startedAt[who] = calendar.now;
    schedule(calendar, calendar.now + fromTable(minutes, hash(key[who]!, ELSEWHERE_MINUTES, 0)), ENDS, who);
  };
  const begun = (who: number): void => {
    cancel(calendar, timers[who]!);
    begin(who);
  };
  const handlers = [
    (who: number): void => {
      if (who + 1 < count) schedule(calendar, at[who + 1]!, ARRIVES, who + 1);
      if (seize(line, calendar, 0, who)) return begin(who);
      timers[who] = scheduleTimer(calendar, calendar.now + fromTable(patience, hash(key[who]!, ELSEWHERE_PATIENCE, 0)), GIVES_UP, who);
    },
    (): void => {
      const next = handOver(line, calendar, 0);
      if (next !== NOBODY) begun(next);
    },
    (who: number): void => {
      renege(line, calendar, who);
      gaveUpAt[who] = calendar.now;
    },
    (hour: number): void => {
      if (hour + 1 < servers.length) schedule(calendar, (hour + 1) * 60, HOUR_BEGINS, hour + 1);
      setServers(line, calendar, 0, servers[hour]!);
      for (let next = admit(line, calendar, 0); next !== NOBODY; next = admit(line, calendar, 0)) begun(next);
    },
  ];
  schedule(calendar, from, HOUR_BEGINS, from / 60);
  if (count > 0) schedule(calendar, at[0]!, ARRIVES, 0);
  run(calendar, until, handlers);
  return { at, isHandedOver, startedAt, gaveUpAt };
}
