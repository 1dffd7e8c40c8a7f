import { URGENT_RESULT } from "../care/journal.js";
import { jobsOf } from "./counted.js";
import type { Outcome } from "./outcome.js";
import { excessHours } from "./waiting.js";

const id = "urgentResultHours";

export const urgentResultHours: Outcome = {
  id, unit: "hours", kind: "difference", combination: "sum",
  label: "Hours that urgent results wait unseen",
  definition:
    "Hours from the moment an urgent test result exists until somebody has dealt with it, or until the end of the simulated time, added up over results, beyond those " +
    "of an ordinary period. This is exposure to a risk, not harm.",
  parts: ["all"],
  fold(pair, tally) {
    const hours = excessHours(pair, (journal) => ({ rows: jobsOf(journal, URGENT_RESULT), practice: journal.jobs.practice, from: journal.jobs.arrivedAt, until: journal.jobs.endedAt }));
    hours.forEach((value, place) => tally.add(id, "all", place, value));
  },
};
