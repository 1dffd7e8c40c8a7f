/** What working on paper leaves to be done afterwards. */
import { NOTE, TYPING_IN } from "../care/journal.js";
import { roles } from "../estate/estate.js";
import { isBlind } from "./consultations.js";
import { consultationsOf, jobsOf } from "./counted.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";
import { eachExtra, inHours } from "./work.js";

export const notesToTypeIn: Outcome = {
  id: "notesToTypeIn", unit: "notes", kind: "difference", combination: "sum",
  label: "Paper notes to type in",
  definition:
    "Notes of consultations made on paper, each of which somebody must type into the record afterwards, by the day on which it was written. Consultations that lost the " +
    "record half way, and those with only part of it, leave one too: there may be more notes than consultations without records.",
  parts: ["all", byDay],
  fold(pair, tally) {
    const { onset, horizon } = windowOf(pair);
    const days = dayParts(pair.period);
    for (const [, journal, sign] of signedArms(pair)) {
      const rows = jobsOf(journal, NOTE);
      for (let row = 0; row < rows.length; row++) {
        const job = rows[row]!;
        const at = journal.jobs.arrivedAt[job]!;
        if (!(at >= onset && at < horizon)) continue;
        for (const part of ["all", days[dayAt(at)]!]) tally.add("notesToTypeIn", part, journal.jobs.practice[job]!, sign);
      }
    }
  },
};

export const backEntryHours: Outcome = {
  id: "backEntryHours", unit: "staff hours", kind: "difference", combination: "sum",
  label: "Hours spent typing notes in",
  definition: "Staff time spent by the end of the simulated time on typing paper notes into the record, in rostered hours and in overtime, by role.",
  parts: ["all", ...roles.map((role) => `role:${role}`)],
  fold(pair, tally) {
    inHours("backEntryHours", pair, tally, (add) => eachExtra(pair, (place, _, role, activity, minutes) => {
      if (activity !== TYPING_IN) return;
      add("all", place, minutes);
      add(`role:${roles[role]}`, place, minutes);
    }));
  },
};

export const workloadFactor: Outcome = {
  id: "workloadFactor", unit: "ratio", kind: "ratio", combination: "ratio",
  label: "Work for a consultation on paper",
  definition:
    "Minutes of consultation on paper and of typing the note in afterwards, over the minutes that the same consultations take with records. Consultations whose " +
    "note has been typed in by the end of the simulated time. 2 means that the work doubled.",
  parts: ["all"],
  fold(pair, tally) {
    const { needs } = pair.outage;
    const { minutes, practice } = pair.demand.needs;
    eachOnPaper(pair, (need) => tally.add("workloadFactor", "all", practice[need]!, needs.consultedMinutes[need]! + needs.entryMinutes[need]!, minutes[need]!));
  },
};

/** Visits every consultation on paper whose note has been typed in by the end of the simulated time. */
export function eachOnPaper(pair: Pair, visit: (need: number) => void): void {
  const { enteredAt } = pair.outage.needs;
  const rows = consultationsOf(pair).outage;
  for (let row = 0; row < rows.length; row++) if (isBlind(pair.outage, rows[row]!) && !Number.isNaN(enteredAt[rows[row]!]!)) visit(rows[row]!);
}
