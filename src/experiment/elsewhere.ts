/** Units of work that are regions: what one replication does downstream of a region's practices, simulated and folded once all its neighbourhoods are in. */
import { regionOutcomes } from "../outcomes/index.js";
import { simulateRegion, type Downstream } from "../overflow/region.js";
import type { RegionTally } from "./page.js";
import type { Model } from "./model.js";
import { sumsAt } from "./tally.js";

export interface RegionUnit extends Pick<Downstream, "replication" | "region" | "patients" | "members" | "pharmacySystems" | "onset"> {
  readonly kind: "region";
}

export function simulateElsewhere({ seed, estate, period, parameters }: Pick<Model, "seed" | "estate" | "period" | "parameters">, unit: RegionUnit): RegionTally {
  const { region, patients } = unit;
  const journals = simulateRegion({ ...unit, seed, code: estate.regions[region]!.code, period, parameters });
  return { region, sums: sumsAt(regionOutcomes, { ...journals, patients, period }, 1) };
}
