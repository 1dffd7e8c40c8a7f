/** The prescription that a consultation ends with: sent electronically, or else written by hand, or put off until it can be sent. */
import { fromTable } from "../engine/table.js";
import { hash, unit } from "../engine/random.js";
import { SAME_DAY } from "../demand/demand.js";
import { HAND, PRESCRIBED, RECORD_ACCESS, TASK_MINUTES } from "../demand/purposes.js";
import { PRESCRIBE, levelNow, type Care } from "./care.js";
import { BY_HAND, DEFERRED, DEFERRED_PRESCRIPTION, ELECTRONIC } from "./journal.js";
import { openJob } from "./work.js";

export function prescribe(care: Care, need: number, place: number, role: number): void {
  const { state, demand, parameters, tables } = care;
  const key = demand.needs.key[need]!;
  if (unit(hash(key, PRESCRIBED, 0)) >= parameters.care.prescribedShare[role]!) return;
  if (unit(hash(key, RECORD_ACCESS, 0)) < levelNow(care, PRESCRIBE, place)) return issue(care, need, ELECTRONIC);
  const [sameDay, ahead] = parameters.response.handwrittenShare as readonly [number, number];
  if (unit(hash(key, HAND, 0)) < (demand.needs.kind[need] === SAME_DAY ? sameDay : ahead)) return issue(care, need, BY_HAND);
  state.prescription[need] = DEFERRED;
  openJob(care, place, DEFERRED_PRESCRIPTION, role, need, parameters.care.prescriptionMinutes * fromTable(tables.handling, hash(key, TASK_MINUTES, 0)));
}

/** One that was put off has been sent. */
export function prescribeLate({ state }: Care, need: number): void {
  state.prescribedAt[need] = state.calendar.now;
}

function issue({ state }: Care, need: number, how: number): void {
  state.prescription[need] = how;
  state.prescribedAt[need] = state.calendar.now;
}
