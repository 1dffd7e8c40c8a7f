/** What a calibration simulates: which neighbourhoods, which weeks, how often. */
import type { Estate } from "../estate/estate.js";
import { generateEstate } from "../estate/generate.js";
import { sampleEstate } from "../estate/sample.js";
import type { Period } from "../facts/days.js";
import { parametersWith, type Parameters } from "../facts/defaults.js";
import type { Counted } from "./figures.js";
import type { Tally } from "./tally.js";
import type { CalibrationUnit, OrdinaryWeeks } from "./unit.js";

/**
 * Eight weeks from Monday 2 February 2026, with four before them to warm up. February 2026 is the month of the published calls and online requests, and no
 * simulated day is a bank holiday or near one: the new year has begun when the warm-up does, and Easter comes after the end. Contacts of these weeks
 * are 1% above the year's and planned work 1.5% below, so that yearly figures of appointments may be set beside them.
 */
export const ordinaryPeriod: Period = { start: "2026-02-02", warmUpDays: 28, days: 56 };

export interface StudySpec {
  /** An ICB's code, or `England`. */
  readonly region: string;
  /** Neighbourhoods to simulate, at most; null for all. */
  readonly neighbourhoods: number | null;
  readonly replications: number;
  readonly seed: string;
}

export interface Study {
  readonly region: string;
  /** All from which `weeks.estate` was drawn. */
  readonly whole: Estate;
  readonly weeks: OrdinaryWeeks;
  readonly replications: number;
}

/** Throws `EstateError` for a region that is none. */
export function studyOf({ region, neighbourhoods, replications, seed }: StudySpec, parameters: Parameters = parametersWith()): Study {
  const whole = generateEstate({ region }, parameters, seed);
  const estate = neighbourhoods === null ? whole : sampleEstate(whole, neighbourhoods, seed);
  return { region, whole, weeks: { seed, estate, period: ordinaryPeriod, parameters }, replications };
}

export function calibrationUnits({ weeks: { estate }, replications }: Study): CalibrationUnit[] {
  return Array.from({ length: replications }, (_, replication) => estate.neighbourhoods.map((_network, neighbourhood) => ({ replication, neighbourhood }))).flat();
}

/** Each unit's tally with what it stands for, in the order of the units. */
export function countedOf({ weeks: { estate } }: Study, units: readonly CalibrationUnit[], tallies: readonly Tally[]): Counted[] {
  return units.map(({ replication, neighbourhood }, at) => ({
    tally: tallies[at]!, weight: estate.sample?.weights[neighbourhood] ?? 1, region: estate.neighbourhoods[neighbourhood]!.region, neighbourhood, replication,
  }));
}
