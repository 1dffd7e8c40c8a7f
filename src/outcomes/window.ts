/** Over which time and days both arms are measured, and what the arms are called. */
import type { Journal } from "../care/journal.js";
import { DAY, dateOf, daysOf, firstDay, type Minutes, type Period } from "../facts/days.js";
import { once } from "./once.js";
import type { Pair } from "./outcome.js";
import { byDay } from "./outcome.js";

export interface Window {
  /** First change for any practice of the estate; Infinity where nothing happens, and then nothing is measured. */
  readonly onset: Minutes;
  readonly horizon: Minutes;
}

export function windowOf({ onset, period }: Pair): Window {
  return { onset, horizon: daysOf(period) * DAY };
}

/** By simulated day: the part that stands for it, `day:2023-03-16`. */
export const dayParts = once((period: Period): readonly string[] => Array.from({ length: daysOf(period) }, (_, day) => byDay + dateOf(firstDay(period) + day)));

export function dayAt(time: Minutes): number {
  return Math.floor(time / DAY);
}

/** Both arms with the sign that each has in a paired difference, outage minus none. */
export function signedArms(pair: Pair): readonly (readonly [arm: "none" | "outage", journal: Journal, sign: 1 | -1])[] {
  return [["none", pair.none, -1], ["outage", pair.outage, 1]];
}
