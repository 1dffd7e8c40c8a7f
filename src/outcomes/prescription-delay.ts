import { DEFERRED, PRESCRIPTION_TASK, type Journal } from "../care/journal.js";
import type { Minutes } from "../facts/days.js";
import type { Outcome, Pair } from "./outcome.js";
import { excessHours } from "./waiting.js";

const id = "prescriptionDelay";

export const prescriptionDelay: Outcome = {
  id, unit: "item-hours", kind: "difference", combination: "sum",
  label: "Delay of prescriptions",
  definition:
    "Hours from when a prescription was due until it was issued, or until the end of the simulated time, added up over prescriptions, beyond those of an ordinary " +
    "period. A repeat prescription is due when it is asked for; one that a consultation ends with, and that was put off until it could be sent, at the consultation.",
  parts: ["all", "prescription:repeat", "prescription:put off"],
  fold(pair, tally) {
    const repeats = excessHours(pair, eachRepeat);
    const deferred = excessHours(pair, (journal, visit) => eachDeferred(pair, journal, visit));
    repeats.forEach((hours, place) => {
      tally.add(id, "prescription:repeat", place, hours);
      tally.add(id, "prescription:put off", place, deferred[place]!);
      tally.add(id, "all", place, hours + deferred[place]!);
    });
  },
};

/** Those that come in without a contact: what is asked for in a contact comes to exist only when somebody answers, and is no common measure of the arms. */
function eachRepeat({ jobs }: Journal, visit: (place: number, from: Minutes, until: Minutes) => void): void {
  for (let job = 0; job < jobs.count; job++) {
    if (jobs.kind[job] === PRESCRIPTION_TASK && jobs.subject[job]! >= 0) visit(jobs.practice[job]!, jobs.arrivedAt[job]!, jobs.endedAt[job]!);
  }
}

function eachDeferred({ demand }: Pair, { needs }: Journal, visit: (place: number, from: Minutes, until: Minutes) => void): void {
  const { count, practice } = demand.needs;
  for (let need = 0; need < count; need++) if (needs.prescription[need] === DEFERRED) visit(practice[need]!, needs.consultedAt[need]!, needs.prescribedAt[need]!);
}
