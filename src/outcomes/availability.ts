import { DAY, type Minutes } from "../facts/days.js";
import type { Outcome } from "./outcome.js";
import { dayAt, windowOf } from "./window.js";

/** Service hours of every day: 06:30 to 20:30. */
const BEGIN: Minutes = 390;
const END: Minutes = 1230;

export const availability: Outcome = {
  id: "availability", unit: "%", kind: "level", outageOnly: true, combination: "remainder",
  label: "Availability in service hours",
  definition:
    "Share of the time between 06:30 and 20:30, every day from the onset to the end of the simulated time, for which practices can do what they need systems for, from " +
    "seeing records to running the payroll: the mean over these capabilities, the share of users who have each, and all practices, unaffected ones included. To be held against 99.9%.",
  parts: ["all"],
  fold(pair, tally) {
    const { onset, horizon } = windowOf(pair);
    const all = serviceMinutes(horizon) - serviceMinutes(onset);
    if (!(all > 0)) return;
    pair.histories.forEach(({ capabilities }, place) => {
      let lost = 0;
      for (const { times, level } of capabilities) {
        for (let step = 0; step < times.length && times[step]! < horizon; step++) {
          if (level[step] !== 1) lost += (1 - level[step]!) * (serviceMinutes(Math.min(times[step + 1] ?? horizon, horizon)) - serviceMinutes(times[step]!));
        }
      }
      if (lost > 0) tally.add("availability", "all", place, (100 * lost) / (capabilities.length * all));
    });
  },
};

/** Service minutes from the first simulated midnight to `time`. */
function serviceMinutes(time: Minutes): Minutes {
  const day = dayAt(time);
  return day * (END - BEGIN) + Math.min(END - BEGIN, Math.max(0, time - day * DAY - BEGIN));
}
