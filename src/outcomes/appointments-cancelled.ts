import { CANCELLED_BY_PRACTICE } from "../care/journal.js";
import { byDay, type Outcome } from "./outcome.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

const id = "appointmentsCancelled";

export const appointmentsCancelled: Outcome = {
  id, unit: "appointments", kind: "difference", combination: "sum",
  label: "Appointments cancelled by the practice",
  definition:
    "Bookings that the practice cancelled, beyond those of an ordinary period, by the day on which it cancelled. Rebooked means that the patient has a new booking by the " +
    "end of the simulated time; lost, that there is none.",
  parts: ["all", "rebooked", "lost", byDay],
  fold(pair, tally) {
    const { onset } = windowOf(pair);
    const { needs } = pair.demand;
    const days = dayParts(pair.period);
    for (const [, { bookings }, sign] of signedArms(pair)) {
      // The last booking first: whether a need has a later one is then known.
      const isBooked = new Uint8Array(needs.count);
      for (let row = bookings.count - 1; row >= 0; row--) {
        const need = bookings.need[row]!;
        const again = isBooked[need] === 1 ? "rebooked" : "lost";
        isBooked[need] = 1;
        if (bookings.state[row] !== CANCELLED_BY_PRACTICE || !(bookings.endedAt[row]! >= onset)) continue;
        for (const part of ["all", again, days[dayAt(bookings.endedAt[row]!)]!]) tally.add(id, part, needs.practice[need]!, sign);
      }
    }
  },
};
