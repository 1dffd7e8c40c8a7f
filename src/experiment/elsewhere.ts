/** What a replication does downstream of practices: region by region, once all its units are in. */
import { daysOf } from "../facts/days.js";
import type { Disruption } from "../infrastructure/disruption.js";
import { regionOutcomes } from "../outcomes/index.js";
import { simulateRegion, type Member } from "../overflow/region.js";
import type { RegionTally } from "./ledger.js";
import type { Model } from "./model.js";
import { pharmacySystemsOf } from "./pharmacy-systems.js";
import type { Places } from "./places.js";
import { sumsAt } from "./tally.js";
import type { UnitResult } from "./unit.js";

export class Elsewhere {
  readonly #model: Pick<Model, "seed" | "estate" | "period" | "parameters">;
  readonly #places: Places;
  /** By replication that has begun and is not tallied: share of pharmacies whose systems work, by region and hour; undefined for a region whose all do. */
  readonly #expected = new Map<number, readonly (Float64Array | undefined)[]>();

  constructor(model: Pick<Model, "seed" | "estate" | "period" | "parameters">, places: Places) {
    this.#model = model;
    this.#places = places;
  }

  /** To be told of every replication before its tallies are asked for. */
  expect(replication: number, disruption: Disruption): void {
    this.#expected.set(replication, this.#model.estate.regions.map((_, region) => pharmacySystemsOf(this.#model, this.#places, region, disruption)));
  }

  /** Of the regions that something reaches, in the estate's order; `units` are all those of the replication. */
  tallies(replication: number, units: readonly UnitResult[]): RegionTally[] {
    const { seed, estate, period, parameters } = this.#model;
    const pharmacies = this.#expected.get(replication)!;
    this.#expected.delete(replication);
    const [first] = units;
    if (first === undefined) return [];
    const members = estate.regions.map((): Member[] => []);
    for (const { tally: { practices }, handOver } of units) {
      const { region, neighbourhood } = estate.practices[practices[0]!.practice]!;
      members[region]!.push({
        handOver, weight: this.#places.weights[practices[0]!.practice]!,
        patients: estate.neighbourhoods[neighbourhood]!.practices.reduce((sum, practice) => sum + estate.practices[practice]!.patients, 0),
      });
    }
    return estate.regions.flatMap(({ code }, region) => {
      if (members[region]!.length === 0 && pharmacies[region] === undefined) return [];
      const patients = this.#places.patients[1 + region]!;
      const journals = simulateRegion({
        seed, replication, region, code, patients, members: members[region]!, onset: first.tally.onset, period, parameters,
        pharmacySystems: pharmacies[region] ?? new Float64Array(daysOf(period) * 24).fill(1),
      });
      return [{ region, sums: sumsAt(regionOutcomes, { ...journals, patients, period }, 1) }];
    });
  }
}
