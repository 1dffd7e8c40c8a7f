/** One replication, laid out in units: region by region its neighbourhoods and then, when these are in, what goes on downstream of them; and teams, which wait for nobody. */
import { eventKinds } from "../care/care.js";
import { DAY, daysOf } from "../facts/days.js";
import type { RegionUnit } from "./elsewhere.js";
import type { Layout } from "./flow.js";
import type { RegionTally } from "./ledger.js";
import type { Model } from "./model.js";
import { neighbourhoodUnits, type NeighbourhoodResult, type NeighbourhoodUnit } from "./neighbourhoods.js";
import { pharmacySystemsOf } from "./pharmacy-systems.js";
import type { Places } from "./places.js";
import type { Sum, UnitTally } from "./tally.js";
import { teamsUnits } from "./teams.js";
import type { Simulate } from "./unit.js";
import type { Lived } from "./upstream.js";

/** By neighbourhood and by region, of those that something reaches; and sums over teams. */
export interface Simulated {
  readonly tallies: readonly UnitTally[];
  readonly regions: readonly RegionTally[];
  readonly teams: readonly Sum[];
  /** Executed, by `eventKinds`. */
  readonly events: Float64Array;
}

type Needed = Pick<Model, "estate" | "policies" | "period" | "teams">;

export function replicationOf(model: Needed, places: Places, replication: number, disruption: Lived): Layout<Simulated> {
  const { estate, period } = model;
  const all = neighbourhoodUnits(model, replication, disruption, daysOf(period) * DAY);
  const teams = teamsUnits(model, replication, disruption);
  const [first] = all;
  const regions = first === undefined ? [] : estate.regions.flatMap((_, region) => {
    const units = all.filter(({ neighbourhood }) => estate.neighbourhoods[neighbourhood]!.region === region);
    const systems = pharmacySystemsOf(model, places, region, disruption);
    if (units.length === 0 && systems === undefined) return [];
    const pharmacySystems = systems ?? new Float64Array(daysOf(period) * 24).fill(1);
    const downstream = (results: readonly NeighbourhoodResult[]): RegionUnit => ({
      kind: "region", replication, region, patients: places.patients[1 + region]!, pharmacySystems, onset: first.onset,
      members: results.map(({ handOver }, index) => ({ handOver, ...standingOf(units[index]!) })),
    });
    return [{ units, downstream }];
  });
  const standingOf = ({ neighbourhood }: NeighbourhoodUnit): { weight: number; patients: number } => {
    const { practices } = estate.neighbourhoods[neighbourhood]!;
    return { weight: places.weights[practices[0]!]!, patients: practices.reduce((sum, practice) => sum + estate.practices[practice]!.patients, 0) };
  };
  return {
    units: all.length + regions.length + teams.length,
    simulate: async (simulate) => {
      const [parts, sums] = await Promise.all([Promise.all(regions.map(({ units, downstream }) => regionBy(simulate, units, downstream))), Promise.all(teams.map((unit) => simulate(unit)))]);
      return {
        tallies: parts.flatMap(({ tallies }) => tallies), regions: parts.map(({ region }) => region), teams: sums.flat(),
        events: sumOf(parts.map(({ events }) => events)),
      };
    },
  };
}

/** What neighbourhoods hand over is not kept beyond what is made of it. */
async function regionBy(simulate: Simulate, units: readonly NeighbourhoodUnit[], downstream: (results: readonly NeighbourhoodResult[]) => RegionUnit) {
  const results = await Promise.all(units.map((unit) => simulate(unit)));
  return { tallies: results.map(({ tally }) => tally), events: sumOf(results.map(({ events }) => events)), region: await simulate(downstream(results)) };
}

/** Of counts by kind. */
export function sumOf(counts: readonly ArrayLike<number>[]): Float64Array {
  const sum = new Float64Array(eventKinds.length);
  for (const of of counts) for (let kind = 0; kind < sum.length; kind++) sum[kind]! += of[kind]!;
  return sum;
}
