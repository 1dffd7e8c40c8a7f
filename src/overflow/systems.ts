/** What a team reaches its work through: the systems of many practices, as steps in time. */
import type { Team } from "../estate/team.js";
import type { Minutes } from "../facts/days.js";
import { capabilities, levelAt, slownessAt, type History, type Steps } from "../infrastructure/disruption.js";

/** By place among the practices served: what an item of its patients needs in any case, and what it needs besides where it lies in the practice's record. */
export interface Systems {
  readonly own: readonly (readonly Steps[])[];
  readonly records: readonly (readonly Steps[])[];
}

/** Index 2 * place, and one more for an item that lies in the practice's record: share of users who have all that it needs, and by how much it takes longer. */
export interface Access {
  readonly level: Float64Array;
  readonly slowness: Float64Array;
}

const RECORDS = [capabilities.indexOf("seeRecords"), capabilities.indexOf("writeRecords")] as const;

/** `historyOf`: what a practice, by its index in the whole estate, goes through. */
export function systemsOf({ practices, host, component, records }: Team, historyOf: (practice: number) => History): Systems {
  const recordsOf = (history: History): Steps[] => RECORDS.map((capability) => history.capabilities[capability]!);
  return {
    own: practices.map((practice) => [
      ...(host === undefined ? [] : recordsOf(historyOf(host))),
      ...(component === undefined ? [] : historyOf(host ?? practice).services.filter((service) => service.component === component).map(({ steps }) => steps)),
    ]),
    records: practices.map((practice) => (records > 0 ? recordsOf(historyOf(practice)) : [])),
  };
}

/** Of several things that are needed the one that fewest have counts, and the slowest: they are taken to fail the same people. */
export function accessAt({ own, records }: Systems, time: Minutes): Access {
  const [level, slowness] = [new Float64Array(2 * own.length).fill(1), new Float64Array(2 * own.length).fill(1)];
  own.forEach((needed, place) => {
    [needed, [...needed, ...records[place]!]].forEach((all, which) => {
      for (const steps of all) {
        level[2 * place + which] = Math.min(level[2 * place + which]!, levelAt(steps, time));
        slowness[2 * place + which] = Math.max(slowness[2 * place + which]!, slownessAt(steps, time));
      }
    });
  });
  return { level, slowness };
}

/** When any of it changes, ascending. */
export function changesOf({ own, records }: Systems): Minutes[] {
  return [...new Set([...own, ...records].flat().flatMap(({ times }) => times))].sort((a, b) => a - b);
}

const WORKS = 0.95;

/** End of the last interval in which any of it is below 95%; -Infinity where it never is, Infinity where it never ends. */
export function restoredOf({ own, records }: Systems): Minutes {
  let restored = -Infinity;
  for (const { times, level } of [...own, ...records].flat()) {
    level.forEach((value, step) => {
      if (value < WORKS) restored = Math.max(restored, times[step + 1] ?? Infinity);
    });
  }
  return restored;
}
