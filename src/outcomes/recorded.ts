/** Which consultations stand in the record. */
import { FULL_RECORDS, type Journal } from "../care/journal.js";

/** By the end of the simulated time, of the need of a booking that was attended. */
export function isRecorded(journal: Journal, need: number): boolean {
  return !hasNote(journal, need) || !Number.isNaN(journal.needs.enteredAt[need]!);
}

/** Held without full records, or with an entry that was lost on the way. */
export function hasNote({ needs }: Journal, need: number): boolean {
  return needs.records[need] !== FULL_RECORDS || needs.entryMinutes[need]! > 0;
}
