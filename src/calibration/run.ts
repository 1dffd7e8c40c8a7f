/** Simulates what a study asks for and compares it with what is published, whatever the order in which units are finished. */
import { clustersOf, compare, type Clusters, type Compared } from "./comparison.js";
import { calibrationUnits, countedOf, type Study } from "./study.js";
import type { Tally } from "./tally.js";
import type { CalibrationUnit } from "./unit.js";

export interface CalibrationFindings {
  readonly rows: readonly Compared[];
  /** What the intervals take as independent. */
  readonly clusters: Clusters;
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
  return { rows: compare(study, countedOf(study, units, tallies)), clusters: clustersOf(study) };
}
