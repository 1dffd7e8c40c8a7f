/** Simulates what a study asks for and compares it with what is published, whatever the order in which units are finished. */
import { clustersOf, compare, type Clusters, type Compared } from "./comparison.js";
import { expectedOfAll } from "./expected.js";
import { callsByHalfHour } from "./half-hours.js";
import { calibrationUnits, countedOf, type Study } from "./study.js";
import type { Tally } from "./tally.js";
import type { CalibrationUnit } from "./unit.js";
import { startUnits, warmUpOf, type StartUnit, type WarmUpStudy } from "./warm-up.js";
import type { WarmUp } from "./warm-up-types.js";
import type { Weekly } from "./weekly.js";

export interface CalibrationFindings {
  readonly rows: readonly Compared[];
  /** What the intervals take as independent. */
  readonly clusters: Clusters;
  /** Monday to Friday, each by half hours from 06:00 to 20:00: calls per 1,000 patients and day. */
  readonly callsByHalfHour: readonly (readonly number[])[];
}

/** `simulate` runs one unit, here or in a thread; it is called for all at once. Rejects with what it threw. */
export async function calibrate(study: Study, simulate: (unit: CalibrationUnit) => Promise<Tally>, onProgress: (done: number, total: number) => void = () => {}): Promise<CalibrationFindings> {
  const units = calibrationUnits(study);
  const tallies = await everyOf(units, simulate, onProgress);
  const counted = countedOf(study, units, tallies);
  const { whole, weeks: { parameters, seed } } = study;
  return { rows: compare(study, counted), clusters: clustersOf(study), callsByHalfHour: callsByHalfHour(counted, expectedOfAll(whole, parameters, seed).rates) };
}

/** Simulates the study's weeks from each start; otherwise as `calibrate`. */
export async function checkWarmUp(study: WarmUpStudy, simulate: (unit: StartUnit) => Promise<Weekly>, onProgress: (done: number, total: number) => void = () => {}): Promise<WarmUp> {
  return warmUpOf(study, await everyOf(startUnits(study), simulate, onProgress));
}

async function everyOf<U, R>(units: readonly U[], simulate: (unit: U) => Promise<R>, onProgress: (done: number, total: number) => void): Promise<R[]> {
  let done = 0;
  return Promise.all(units.map(async (unit) => {
    const result = await simulate(unit);
    onProgress(++done, units.length);
    return result;
  }));
}
