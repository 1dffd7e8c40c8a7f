/** Simulates what a study asks for and compares it with what is published, whatever the order in which units are finished. */
import { clustersOf, compare, type Clusters, type Compared } from "./comparison.js";
import { expectedRates } from "./expected.js";
import { callsByHalfHour } from "./half-hours.js";
import { calibrationUnits, countedOf, type Study } from "./study.js";
import type { Tally } from "./tally.js";
import type { CalibrationUnit } from "./unit.js";

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
  let done = 0;
  const tallies = await Promise.all(units.map(async (unit) => {
    const tally = await simulate(unit);
    onProgress(++done, units.length);
    return tally;
  }));
  const counted = countedOf(study, units, tallies);
  const { whole, weeks: { parameters, seed } } = study;
  return { rows: compare(study, counted), clusters: clustersOf(study), callsByHalfHour: callsByHalfHour(counted, expectedRates(whole, parameters, seed)) };
}
