/** How much longer things wait. */
import type { Journal } from "../care/journal.js";
import type { Minutes } from "../facts/days.js";
import type { Pair } from "./outcome.js";
import { summable } from "../facts/summable.js";
import { signedArms, windowOf } from "./window.js";

/**
 * By place: hours waited in the outage arm beyond those in the twin. `eachWait` visits every wait of a journal, from when until when; one that has not ended
 * (NaN) is cut at the horizon. Waits that are over before the onset are the same in both arms and cancel.
 */
export function excessHours(pair: Pair, eachWait: (journal: Journal, visit: (place: number, from: Minutes, until: Minutes) => void) => void): Float64Array {
  const { horizon } = windowOf(pair);
  const minutes = new Float64Array(pair.practices.length);
  for (const [, journal, sign] of signedArms(pair)) {
    eachWait(journal, (place, from, until) => {
      if (from < horizon) minutes[place]! += sign * summable((until < horizon ? until : horizon) - from);
    });
  }
  return minutes.map((sum) => sum / 60);
}
