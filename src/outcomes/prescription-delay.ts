import { DEFERRED, NO_SUBJECT, PRESCRIPTION_TASK, type Journal } from "../care/journal.js";
import { differingNeeds, jobsOf, rowsWhere } from "./counted.js";
import type { Outcome, Pair } from "./outcome.js";
import { excessHours, type Waits } from "./waiting.js";

const id = "prescriptionDelay";

export const prescriptionDelay: Outcome = {
  id, unit: "item-hours", kind: "difference", combination: "sum",
  label: "Delay of prescriptions",
  definition:
    "Hours from when a prescription was due until it was issued, or until the end of the simulated time, added up over prescriptions, beyond those of an ordinary " +
    "period. A repeat prescription is due when it is asked for; one that a consultation ends with, and that was put off until it could be sent, at the consultation.",
  parts: ["all", "prescription:repeat", "prescription:put off"],
  fold(pair, tally) {
    const repeats = excessHours(pair, repeatsOf);
    const deferred = excessHours(pair, (journal) => deferredOf(pair, journal));
    repeats.forEach((hours, place) => {
      tally.add(id, "prescription:repeat", place, hours);
      tally.add(id, "prescription:put off", place, deferred[place]!);
      tally.add(id, "all", place, hours + deferred[place]!);
    });
  },
};

/** Those that come in without a contact: what is asked for in a contact comes to exist only when somebody answers, and is no common measure of the arms. */
function repeatsOf(journal: Journal): Waits {
  const { subject, practice, arrivedAt, endedAt } = journal.jobs;
  return { rows: rowsWhere(jobsOf(journal, PRESCRIPTION_TASK), (job) => subject[job] !== NO_SUBJECT), practice, from: arrivedAt, until: endedAt };
}

function deferredOf(pair: Pair, { needs }: Journal): Waits {
  const rows = rowsWhere(differingNeeds(pair), (need) => needs.prescription[need] === DEFERRED);
  return { rows, practice: pair.demand.needs.practice, from: needs.consultedAt, until: needs.prescribedAt };
}
