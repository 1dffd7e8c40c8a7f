/** What a neighbourhood's practices hand over to the services downstream in one arm, as plain data that can be sent between threads. */
import {
  BY_HAND, DEFERRED, DONE, ELECTRONIC, PRESCRIPTION_TASK, TO_111, TO_PHARMACY, TO_URGENT_CARE, type Journal,
} from "../care/journal.js";
import type { Demand } from "../demand/demand.js";

/** Kinds of prescriptions that reach a pharmacy. */
export const REPEAT = 0, OF_CONSULTATION = 1, WRITTEN = 2;
export const PRESCRIPTION_KINDS = 3;

/** Patients stand in no order. */
export interface HandOver {
  /** Final state of a need that was taken elsewhere, as in the journal of care: `TO_111`, `TO_URGENT_CARE` or `TO_PHARMACY`. */
  readonly to: Uint8Array;
  /** When it was, and the key of the need's draws. */
  readonly at: Float64Array;
  readonly key: Uint32Array;
  /** Prescriptions issued, index simulated hour * 3 + kind. */
  readonly prescriptions: Uint16Array;
}

export function handOverOf({ needs }: Demand, journal: Journal): HandOver {
  const gone: number[] = [];
  for (let need = 0; need < needs.count; need++) if (isElsewhere(journal.needs.state[need]!)) gone.push(need);
  return {
    to: Uint8Array.from(gone, (need) => journal.needs.state[need]!),
    at: Float64Array.from(gone, (need) => journal.needs.closedAt[need]!),
    key: Uint32Array.from(gone, (need) => needs.key[need]!),
    prescriptions: prescriptionsOf(journal, needs.count),
  };
}

function isElsewhere(state: number): boolean {
  return state === TO_111 || state === TO_URGENT_CARE || state === TO_PHARMACY;
}

function prescriptionsOf({ needs, jobs, days }: Journal, count: number): Uint16Array {
  const issued = new Uint16Array(days * 24 * PRESCRIPTION_KINDS);
  const add = (at: number, kind: number): void => {
    const hour = Math.floor(at / 60);
    if (hour < days * 24) issued[hour * PRESCRIPTION_KINDS + kind]!++;
  };
  for (let job = 0; job < jobs.count; job++) {
    if (jobs.kind[job] === PRESCRIPTION_TASK && jobs.state[job] === DONE) add(jobs.endedAt[job]!, REPEAT);
  }
  for (let need = 0; need < count; need++) {
    const how = needs.prescription[need];
    if (how === BY_HAND) add(needs.prescribedAt[need]!, WRITTEN);
    // One that was put off counts when it is sent, if it is.
    else if (how === ELECTRONIC || (how === DEFERRED && !Number.isNaN(needs.prescribedAt[need]!))) add(needs.prescribedAt[need]!, OF_CONSULTATION);
  }
  return issued;
}
