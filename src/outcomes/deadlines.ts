import { PAYROLL_TASK, RETURN_TASK, URGENT_REFERRAL } from "../care/journal.js";
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
    for (const [, { jobs }, sign] of signedArms(pair)) {
      for (let job = 0; job < jobs.count; job++) {
        const due = jobs.dueAt[job]!;
        // An end that is not known, NaN, is none.
        if (due > horizon || jobs.endedAt[job]! <= due) continue;
        for (const part of ["all", parts.get(jobs.kind[job]!)!]) tally.add(id, part, jobs.practice[job]!, sign);
      }
    }
  },
};
