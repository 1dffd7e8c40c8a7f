/** When a practice has dug itself out. Computed after all replications, since what counts as normal is learnt from them. */
import { DAY, type Minutes } from "../facts/days.js";
import type { Description } from "./outcome.js";
import { workingDaysAt, type WorkingTime } from "./working-time.js";

export const backlogRecovery: Description = {
  id: "backlogRecovery", unit: "working days", kind: "difference", combination: "practices",
  label: "Time until the backlog is back to normal",
  definition:
    "For a practice, from the moment its systems are back until its open work, patients not yet seen included, exceeds normal by no more than 5% of an ordinary day's " +
    "work (or than two ordinary periods differ by) and stays so for five working days. For more than one practice, the mean of those affected; for a region as a " +
    "whole, from the moment the last of them has its systems back until nine in ten of them are back to normal.",
  parts: ["all", "region"],
};

export const recoveryRatio: Description = {
  id: "recoveryRatio", unit: "ratio", kind: "ratio", combination: "practices",
  label: "Recovery time over outage time",
  definition: "Working days until the backlog is back to normal for every working day without systems. For more than one practice, the mean of those affected.",
  parts: ["all"],
};

/** Working days in a row for which the excess must stay within the tolerance. */
const STAYS = 5;
/** Excess that counts as normal, as a share of the twin's mean day. */
const NORMAL = 0.05;

/** One practice's way back, in one replication. */
export interface Aftermath {
  readonly restored: Minutes;
  /** Minutes of open work in excess of the twin's at `restored`. */
  readonly excessAtRestored: number;
  /** The same at the end of each simulated day. */
  readonly excess: Float64Array;
  /** Minutes of the twin's mean day. */
  readonly day: number;
}

/** On the axis of working days since the first simulated midnight. */
export interface Recovery {
  readonly from: number;
  /** The horizon where `censored`: the practice is not seen to recover before it. */
  readonly until: number;
  readonly censored: boolean;
}

/**
 * From restoration to recovery. The excess is known at restoration and at the end of every working day; between one and the next it is taken to change in a
 * straight line over working time. Recovery is the first moment at which that line is at or below the tolerance, 5% of the twin's mean day or `noise` (minutes)
 * where that is more, such that it is so at the ends of that working day and the four after it as well. Five such days must lie before the horizon; for a
 * practice whose excess is not above the tolerance at restoration or at any time after, fewer will do. A practice that is not restored before the horizon is
 * not seen to recover.
 */
export function recoveryOf({ restored, excessAtRestored, excess, day }: Aftermath, noise: number, clock: WorkingTime): Recovery {
  const horizon = clock.before.at(-1)!;
  const from = workingDaysAt(clock, restored);
  if (restored >= clock.isWorking.length * DAY) return { from: horizon, until: horizon, censored: true };
  const tolerance = Math.max(NORMAL * day, noise);
  // Nodes of the line: restoration, then the end of every working day after it.
  let at = from;
  let value = excessAtRestored;
  if (value <= tolerance && workingDaysAfter().every((today) => excess[today]! <= tolerance)) return { from, until: from, censored: false };
  for (let today = 0; today < clock.isWorking.length; today++) {
    if (!clock.isWorking[today]! || clock.before[today + 1]! <= from) continue;
    const closes = clock.before[today + 1]!;
    if (staysNormal(today)) {
      const share = value <= tolerance ? 0 : (value - tolerance) / (value - excess[today]!);
      return { from, until: at + share * (closes - at), censored: false };
    }
    at = closes;
    value = excess[today]!;
  }
  return { from, until: horizon, censored: true };

  function workingDaysAfter(): number[] {
    return [...clock.isWorking.keys()].filter((today) => clock.isWorking[today]! && clock.before[today + 1]! > from);
  }

  function staysNormal(first: number): boolean {
    let normal = 0;
    for (let next = first; next < clock.isWorking.length && normal < STAYS; next++) {
      if (!clock.isWorking[next]!) continue;
      if (excess[next]! > tolerance) return false;
      normal++;
    }
    return normal === STAYS;
  }
}

/** The practices together: from when the last is restored until 90% have recovered (0 working days where the rest are restored later). None gives null. */
export function recoveryOfMost(recoveries: readonly Recovery[]): Recovery | null {
  if (recoveries.length === 0) return null;
  const from = recoveries.reduce((latest, recovery) => Math.max(latest, recovery.from), 0);
  const inOrder = [...recoveries].sort((a, b) => Number(a.censored) - Number(b.censored) || a.until - b.until);
  const last = inOrder[Math.ceil((recoveries.length * 9) / 10) - 1]!;
  return { from, until: Math.max(from, last.until), censored: last.censored };
}
