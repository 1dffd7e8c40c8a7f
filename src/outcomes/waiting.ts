/** How much longer things wait. */
import type { Journal } from "../care/journal.js";
import type { Pair } from "./outcome.js";
import { summable } from "../facts/summable.js";
import { signedArms, windowOf } from "./window.js";

/** Waits of one journal: the rows that wait and, by row, at which place, from when and until when; NaN for one that has not ended. */
export interface Waits {
  readonly rows: Int32Array;
  readonly practice: Uint16Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
}

/**
 * By place: hours waited in the outage arm beyond those in the twin; a wait that has not ended is cut at the horizon. Waits that are over before the onset are
 * the same in both arms and cancel.
 */
export function excessHours(pair: Pair, waitsOf: (journal: Journal) => Waits): Float64Array {
  const { horizon } = windowOf(pair);
  const minutes = new Float64Array(pair.practices.length);
  for (const [, journal, sign] of signedArms(pair)) {
    const { rows, practice, from, until } = waitsOf(journal);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (from[row]! < horizon) minutes[practice[row]!]! += sign * summable((until[row]! < horizon ? until[row]! : horizon) - from[row]!);
    }
  }
  return minutes.map((sum) => sum / 60);
}
