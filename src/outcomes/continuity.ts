/** Days on which practices miss what a scenario wants of them: a level of service, and a time to recover. */
import { DAY } from "../facts/days.js";
import type { Description, Pair } from "./outcome.js";
import type { Recovery } from "./recovery.js";
import { consultationsOf } from "./counted.js";
import { dayAt } from "./window.js";
import type { WorkingTime } from "./working-time.js";

export const continuityBreaches: Description = {
  id: "continuityBreaches", unit: "% of practice-days", kind: "difference", combination: "practices", ofObjectives: true,
  label: "Days on which an objective is missed",
  definition:
    "Share of working days, from the day of the onset to the end of the simulated time, on which a practice is not yet back to normal though the recovery time that the scenario states " +
    "has passed since its systems are back, or on which it holds fewer consultations than the minimum service that the scenario states, of those that it holds without the outage. Days " +
    "that miss both count once. For more than one practice, the mean of those affected. Only where a scenario states objectives.",
  parts: ["all", "recovery time", "minimum service"],
};

/** Consultations of a practice on working days, as shares of the twin's; days on which the twin holds none are left out. */
export interface Service {
  /** On the worst day; 1 where there is no day. */
  readonly least: number;
  /** Simulated days on which it is below the minimum, ascending. */
  readonly short: readonly number[];
}

/** By place, from the day of the onset on; `minimum` is a share, 0 to 1. */
export function serviceOf(pair: Pair, minimum: number, { isWorking }: WorkingTime): Service[] {
  // Before the onset the arms are one; on its day what came earlier belongs to the day's service.
  const consultations = consultationsOf({ ...pair, onset: dayAt(pair.onset) * DAY });
  const held = (["none", "outage"] as const).map((arm) => {
    const counts = pair.practices.map(() => new Int32Array(isWorking.length));
    for (const need of consultations[arm]) counts[pair.demand.needs.practice[need]!]![dayAt(pair[arm].needs.consultedAt[need]!)]!++;
    return counts;
  });
  return pair.practices.map((_, place) => {
    const days = [...isWorking.keys()].filter((day) => isWorking[day]! && held[0]![place]![day]! > 0);
    const shares = days.map((day) => held[1]![place]![day]! / held[0]![place]![day]!);
    return { least: shares.reduce((least, share) => Math.min(least, share), 1), short: days.filter((_day, at) => shares[at]! < minimum) };
  });
}

/** Working days on which the recovery takes longer than `objective` working days. */
export function lateDays({ from, until }: Recovery, objective: number, { isWorking, before }: WorkingTime): number[] {
  return [...isWorking.keys()].filter((day) => isWorking[day]! && before[day + 1]! > from + objective && before[day]! < until);
}
