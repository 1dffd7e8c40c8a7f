/** Consultations that took place, and those that did not. */
import { NO_RECORDS, type Journal } from "../care/journal.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

export const consultations: Outcome = {
  id: "consultations", unit: "consultations", kind: "level", combination: "sum",
  label: "Consultations",
  definition: "Consultations that took place in the neighbourhoods that the incident touches, with full records or with none.",
  parts: ["all", "records:full", "records:none", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    for (const [arm, journal] of signedArms(pair)) {
      eachConsultation(pair, journal, (need, place) => {
        tally.add("consultations", "all", place, 1, undefined, arm);
        tally.add("consultations", isBlind(journal, need) ? "records:none" : "records:full", place, 1, undefined, arm);
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
  definition: "Patients seen while nobody could look at their record: history, allergies, medicines, results.",
  parts: ["all", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    for (const [, journal, sign] of signedArms(pair)) {
      eachConsultation(pair, journal, (need, place) => {
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
