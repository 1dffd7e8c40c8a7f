/** Time that threads spend on the phases of their units, in memory that they share. */
import { phases, type Phase } from "./unit.js";

/** Microseconds by phase, of all threads together. */
export type Spent = BigInt64Array;

export function nothingSpent(): Spent {
  return new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT * phases.length));
}

/** To be called when a unit begins, with a clock of milliseconds; answers whom to tell of the end of each of its phases. */
export function stopwatch(spent: Spent, clock: () => number): (phase: Phase) => void {
  let began = clock();
  return (phase) => {
    const now = clock();
    Atomics.add(spent, phases.indexOf(phase), BigInt(Math.round(1000 * (now - began))));
    began = now;
  };
}
