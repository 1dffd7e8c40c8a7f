import type { Outcome } from "./outcome.js";
import { dayAt, windowOf } from "./window.js";

const id = "accessDelay";

export const accessDelay: Outcome = {
  id, unit: "days", kind: "difference", combination: "practices",
  label: "Longer wait for a routine GP appointment",
  definition:
    "Working days until the third next free routine appointment with a GP, beyond those of an ordinary period: the mean over working days from the onset to the end of " +
    "the simulated time, and the most on any of them. For more than one practice, the mean of those affected.",
  parts: ["all", "most"],
  fold(pair, tally) {
    const { none, outage } = pair;
    const first = dayAt(windowOf(pair).onset);
    for (let place = 0; place < pair.practices.length; place++) {
      let sum = 0, days = 0, most = 0;
      for (let day = first; day < none.days; day++) {
        const excess = outage.access[place * none.days + day]! - none.access[place * none.days + day]!;
        if (Number.isNaN(excess)) continue;
        sum += excess;
        days++;
        most = Math.max(most, excess);
      }
      if (days === 0) continue;
      tally.add(id, "all", place, sum / days);
      tally.add(id, "most", place, most);
    }
  },
};
