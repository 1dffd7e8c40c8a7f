/** Consultations that took place, and those that did not. */
import { NO_RECORDS, PARTIAL_RECORDS, recordKinds, type Journal } from "../care/journal.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

const recordParts = recordKinds.map((kind) => `records:${kind}`);

export const consultations: Outcome = {
  id: "consultations", unit: "consultations", kind: "level", combination: "sum",
  label: "Consultations",
  definition: "Consultations that took place in the neighbourhoods that the incident touches, with full records, with part of them or with none.",
  parts: ["all", ...recordParts, byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    for (const [arm, journal] of signedArms(pair)) {
      eachConsultation(pair, journal, (need, place) => {
        tally.add("consultations", "all", place, 1, undefined, arm);
        tally.add("consultations", recordParts[journal.needs.records[need]!]!, place, 1, undefined, arm);
        tally.add("consultations", days[dayAt(journal.needs.consultedAt[need]!)]!, place, 1, undefined, arm);
      });
    }
  },
};

export const netUndelivered: Outcome = {
  id: "netUndelivered", unit: "appointments", kind: "difference", combination: "sum",
  label: "Appointments not made up for",
  definition: "Consultations that would have taken place by the end of the simulated time and did not, less those that took place in addition.",
  parts: ["all"],
  fold(pair, tally) {
    for (const [, journal, sign] of signedArms(pair)) {
      eachConsultation(pair, journal, (_, place) => tally.add("netUndelivered", "all", place, -sign));
    }
  },
};

export const consultationsWithoutRecords: Outcome = {
  id: "consultationsWithoutRecords", unit: "consultations", kind: "difference", combination: "sum",
  label: "Consultations without records",
  definition:
    "Patients seen while nobody could look at their record: history, allergies, medicines, results. Those seen with part of it, such as a copy that nobody can write " +
    "to, are counted apart and are not in the whole.",
  parts: ["all", "records:partial", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    for (const [, journal, sign] of signedArms(pair)) {
      eachConsultation(pair, journal, (need, place) => {
        if (journal.needs.records[need] === PARTIAL_RECORDS) tally.add("consultationsWithoutRecords", "records:partial", place, sign);
        if (!isBlind(journal, need)) return;
        tally.add("consultationsWithoutRecords", "all", place, sign);
        tally.add("consultationsWithoutRecords", days[dayAt(journal.needs.consultedAt[need]!)]!, place, sign);
      });
    }
  },
};

/** Visits every need whose consultation began within the window. */
export function eachConsultation(pair: Pair, { needs }: Journal, visit: (need: number, place: number) => void): void {
  const { onset, horizon } = windowOf(pair);
  const { count, practice } = pair.demand.needs;
  for (let need = 0; need < count; need++) {
    const at = needs.consultedAt[need]!;
    if (at >= onset && at < horizon) visit(need, practice[need]!);
  }
}

export function isBlind({ needs }: Journal, need: number): boolean {
  return needs.records[need] === NO_RECORDS;
}
