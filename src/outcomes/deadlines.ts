import { PAYROLL_TASK, RETURN_TASK, URGENT_REFERRAL } from "../care/journal.js";
import { jobsOf } from "./counted.js";
import type { Outcome } from "./outcome.js";
import { signedArms, windowOf } from "./window.js";

const id = "deadlinesMissed";

const parts = new Map([[RETURN_TASK, "work:year-end returns"], [PAYROLL_TASK, "work:payroll"], [URGENT_REFERRAL, "work:urgent referrals"]]);

export const deadlinesMissed: Outcome = {
  id, unit: "items", kind: "difference", combination: "sum",
  label: "Work with a date not done by it",
  definition:
    "Claims and returns due by the end of the financial year, payrolls due in their month, and time-critical referrals due by the end of the next working day, not done by then, beyond those of an " +
    "ordinary period. What is done later, and what is never done, counts alike; what is due after the end of the simulated time does not.",
  parts: ["all", ...parts.values()],
  fold(pair, tally) {
    const { horizon } = windowOf(pair);
    for (const [, journal, sign] of signedArms(pair)) {
      const { dueAt, endedAt, practice } = journal.jobs;
      for (const [kind, part] of parts) {
        const rows = jobsOf(journal, kind);
        for (let row = 0; row < rows.length; row++) {
          const job = rows[row]!;
          // An end that is not known, NaN, is none.
          if (dueAt[job]! > horizon || endedAt[job]! <= dueAt[job]!) continue;
          for (const each of ["all", part]) tally.add(id, each, practice[job]!, sign);
        }
      }
    }
  },
};
