import { quantile } from "../statistics/quantile.js";
import { consultationsOf } from "./counted.js";
import type { Outcome } from "./outcome.js";
import { hasNote } from "./recorded.js";
import { windowOf } from "./window.js";

const id = "documentationLag";

/** Medians are averaged as a ratio of their sum to their number, so that a practice without notes does not count as one that types at once. */
export const documentationLag: Outcome = {
  id, unit: "hours", kind: "level", outageOnly: true, combination: "ratio",
  label: "Time until a paper note is in the record",
  definition:
    "Hours from a consultation that could not be written into the record to the moment its note has been typed in: the median over a practice's notes, and the 95th " +
    "percentile. A note that is never typed in counts until the end of the simulated time. For more than one practice, the mean of those that have such notes.",
  parts: ["all", "95th percentile"],
  fold(pair, tally) {
    const { horizon } = windowOf(pair);
    const { consultedAt, enteredAt } = pair.outage.needs;
    const lags = pair.practices.map((): number[] => []);
    const rows = consultationsOf(pair).outage;
    for (let row = 0; row < rows.length; row++) {
      const need = rows[row]!;
      if (!hasNote(pair.outage, need)) continue;
      const entered = enteredAt[need]!;
      lags[pair.demand.needs.practice[need]!]!.push(((entered < horizon ? entered : horizon) - consultedAt[need]!) / 60);
    }
    lags.forEach((hours, place) => {
      if (hours.length === 0) return;
      const sorted = Float64Array.from(hours).sort();
      tally.add(id, "all", place, quantile(sorted, 0.5)!, 1);
      tally.add(id, "95th percentile", place, quantile(sorted, 0.95)!, 1);
    });
  },
};
