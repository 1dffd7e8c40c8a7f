/** Consultations that took place, and those that did not. */
import { NO_RECORDS, PARTIAL_RECORDS, recordKinds, type Journal } from "../care/journal.js";
import { consultationsOf } from "./counted.js";
import { byDay, type Outcome } from "./outcome.js";
import { PartSums } from "./part-sums.js";
import { dayAt, dayParts, signedArms } from "./window.js";

const recordParts = recordKinds.map((kind) => `records:${kind}`);

export const consultations: Outcome = {
  id: "consultations", unit: "consultations", kind: "level", combination: "sum",
  label: "Consultations",
  definition: "Consultations that took place in the neighbourhoods that the incident touches, with full records, with part of them or with none.",
  parts: ["all", ...recordParts, byDay],
  fold(pair, tally) {
    const parts = ["all", ...recordParts, ...dayParts(pair.period)];
    for (const [arm, { needs }] of signedArms(pair)) {
      const counts = new PartSums(parts, pair.practices.length);
      const rows = consultationsOf(pair)[arm];
      for (let row = 0; row < rows.length; row++) {
        const need = rows[row]!;
        const place = pair.demand.needs.practice[need]!;
        counts.add(0, place, 1);
        counts.add(1 + needs.records[need]!, place, 1);
        counts.add(1 + recordParts.length + dayAt(needs.consultedAt[need]!), place, 1);
      }
      counts.into(tally, "consultations", arm);
    }
  },
};

export const netUndelivered: Outcome = {
  id: "netUndelivered", unit: "appointments", kind: "difference", combination: "sum",
  label: "Appointments not made up for",
  definition: "Consultations that would have taken place by the end of the simulated time and did not, less those that took place in addition.",
  parts: ["all"],
  fold(pair, tally) {
    const counts = new Float64Array(pair.practices.length);
    for (const [arm, , sign] of signedArms(pair)) {
      const rows = consultationsOf(pair)[arm];
      for (let row = 0; row < rows.length; row++) counts[pair.demand.needs.practice[rows[row]!]!]! -= sign;
    }
    counts.forEach((value, place) => tally.add("netUndelivered", "all", place, value));
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
    for (const [arm, journal, sign] of signedArms(pair)) {
      const rows = consultationsOf(pair)[arm];
      for (let row = 0; row < rows.length; row++) {
        const need = rows[row]!;
        const place = pair.demand.needs.practice[need]!;
        if (journal.needs.records[need] === PARTIAL_RECORDS) tally.add("consultationsWithoutRecords", "records:partial", place, sign);
        if (!isBlind(journal, need)) continue;
        tally.add("consultationsWithoutRecords", "all", place, sign);
        tally.add("consultationsWithoutRecords", days[dayAt(journal.needs.consultedAt[need]!)]!, place, sign);
      }
    }
  },
};

export function isBlind({ needs }: Journal, need: number): boolean {
  return needs.records[need] === NO_RECORDS;
}
