/** The prescription that a consultation ends with: sent electronically, or else written by hand, or put off until it can be sent. */
import { fromTable } from "../engine/table.js";
import { hash, unit } from "../engine/random.js";
import { SAME_DAY } from "../demand/demand.js";
import { HAND, PRESCRIBED, SENDS, TASK_MINUTES } from "../demand/purposes.js";
import { PRESCRIBE, WRITE_RECORDS, levelNow, type Care } from "./care.js";
import { BY_HAND, DEFERRED, DEFERRED_PRESCRIPTION, ELECTRONIC, FULL_RECORDS } from "./journal.js";
import { openJob } from "./work.js";

export function prescribe(care: Care, need: number, place: number, role: number): void {
  const { state, demand, parameters, tables } = care;
  const key = demand.needs.key[need]!;
  if (unit(hash(key, PRESCRIBED, 0)) >= parameters.care.prescribedShare[role]!) return;
  if (canSend(care, need, place)) return issue(care, need, ELECTRONIC);
  const [sameDay, ahead] = parameters.response.handwrittenShare as readonly [number, number];
  if (unit(hash(key, HAND, 0)) < (demand.needs.kind[need] === SAME_DAY ? sameDay : ahead)) return issue(care, need, BY_HAND);
  state.prescription[need] = DEFERRED;
  openJob(care, place, DEFERRED_PRESCRIPTION, role, need, parameters.care.prescriptionMinutes * fromTable(tables.handling, hash(key, TASK_MINUTES, 0)));
}

/** Prescriptions are written in the record: only who has a log-in to it can send one, and of these as many as the service lets. */
function canSend(care: Care, need: number, place: number): boolean {
  if (care.state.records[need] !== FULL_RECORDS) return false;
  const among = levelNow(care, PRESCRIBE, place) / Math.max(levelNow(care, WRITE_RECORDS, place), Number.EPSILON);
  return unit(hash(care.demand.needs.key[need]!, SENDS, 0)) < among;
}

/** One that was put off has been sent. */
export function prescribeLate({ state }: Care, need: number): void {
  state.prescribedAt[need] = state.calendar.now;
}

function issue({ state }: Care, need: number, how: number): void {
  state.prescription[need] = how;
  state.prescribedAt[need] = state.calendar.now;
}
