/** A region downstream of practices written by hand, or of a simulated neighbourhood. */
import { parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { daysOf, type Period } from "../../src/facts/days.js";
import { PRESCRIPTION_KINDS, type HandOver } from "../../src/overflow/hand-over.js";
import type { Downstream } from "../../src/overflow/region.js";
import { regionOutcomes } from "../../src/outcomes/index.js";
import type { RegionJournals } from "../../src/overflow/journal.js";
import { sumsAt } from "../../src/experiment/tally.js";

/** Three weeks from a Monday, without bank holidays. */
export const threeWeeks: Period = { start: "2023-03-13", warmUpDays: 0, days: 21 };

/** Needs as [final state, minute], and prescriptions as [kind, hour, number]. */
export function handOverBy(needs: readonly (readonly [to: number, at: number])[], prescriptions: readonly (readonly [kind: number, hour: number, number: number])[] = [], period = threeWeeks): HandOver {
  const counts = new Uint16Array(daysOf(period) * 24 * PRESCRIPTION_KINDS);
  for (const [kind, hour, number] of prescriptions) counts[hour * PRESCRIPTION_KINDS + kind]! += number;
  return {
    to: Uint8Array.from(needs, ([to]) => to), at: Float64Array.from(needs, ([, at]) => at), key: Uint32Array.from(needs, (_, index) => 7919 * (index + 1)), prescriptions: counts,
  };
}

export function regionOf({ overrides = {}, ...place }: Partial<Downstream> & { overrides?: Overrides }): Downstream {
  const period = place.period ?? threeWeeks;
  return {
    seed: "elsewhere", replication: 0, region: 0, code: "QKS", patients: 200_000, members: [], pharmacySystems: new Float64Array(daysOf(period) * 24).fill(1), onset: 0, period,
    parameters: parametersWith(overrides), ...place,
  };
}

/** An outcome of the region; of a level the twin's by arm "none", and of a ratio the quotient. */
export function figureOf(journals: RegionJournals, { patients, period }: Downstream, id: string, part = "all", arm: "none" | "outage" = "outage"): number {
  const sum = sumsAt(regionOutcomes, { ...journals, patients, period }, 1).find((each) => each.id === id && each.part === part && each.arm === arm);
  if (sum === undefined) return 0;
  return sum.over === null ? sum.values[0]! : sum.values[0]! / sum.over[0]!;
}
