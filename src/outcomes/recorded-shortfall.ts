import { ATTENDED } from "../care/journal.js";
import { DAY } from "../facts/days.js";
import { byDay, type Outcome } from "./outcome.js";
import { isRecorded } from "./recorded.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

const id = "recordedShortfall";

export const recordedShortfall: Outcome = {
  id, unit: "appointments", kind: "difference", combination: "sum",
  label: "Appointments missing from statistics",
  definition:
    "The shortfall of appointments that a national statistic shows, which sees only what stands in the record by the end of the simulated time: those held in an ordinary " +
    "period, less those held and recorded, by the date of the appointment. One that ran on paper counts once its note has been typed in.",
  parts: ["all", byDay],
  fold(pair, tally) {
    const { onset, horizon } = windowOf(pair);
    const { practice } = pair.demand.needs;
    const days = dayParts(pair.period);
    const missing = new Int32Array(pair.practices.length * days.length);
    // A consultation under way at the onset may lose its entry; what came earlier on that day cancels in the pair.
    const from = dayAt(onset) * DAY;
    for (const [, journal, sign] of signedArms(pair)) {
      const { count, need, startsAt, state } = journal.bookings;
      for (let row = 0; row < count; row++) {
        const at = startsAt[row]!;
        if (state[row] === ATTENDED && at >= from && at < horizon && isRecorded(journal, need[row]!)) missing[practice[need[row]!]! * days.length + dayAt(at)]! -= sign;
      }
    }
    missing.forEach((value, index) => {
      if (value === 0) return;
      for (const part of ["all", days[index % days.length]!]) tally.add(id, part, Math.floor(index / days.length), value);
    });
  },
};
