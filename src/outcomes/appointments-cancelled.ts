import { CANCELLED_BY_PRACTICE } from "../care/journal.js";
import type { Minutes } from "../facts/days.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
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
    const days = dayParts(pair.period);
    eachCancelled(pair, (place, at, fate, sign) => {
      for (const part of ["all", fate, days[dayAt(at)]!]) tally.add(id, part, place, sign);
    });
  },
};

/** Visits every one of both arms, with the time at which it was cancelled. */
export function eachCancelled(pair: Pair, visit: (place: number, at: Minutes, fate: "rebooked" | "lost", sign: 1 | -1) => void): void {
  const { onset } = windowOf(pair);
  const { needs } = pair.demand;
  for (const [, { bookings }, sign] of signedArms(pair)) {
    // The last booking first: whether a need has a later one is then known.
    const isBooked = new Uint8Array(needs.count);
    for (let row = bookings.count - 1; row >= 0; row--) {
      const need = bookings.need[row]!;
      const again = isBooked[need] === 1 ? "rebooked" : "lost";
      isBooked[need] = 1;
      if (bookings.state[row] !== CANCELLED_BY_PRACTICE || !(bookings.endedAt[row]! >= onset)) continue;
      visit(needs.practice[need]!, bookings.endedAt[row]!, again, sign);
    }
  }
}
