/** What a replication does downstream of practices: region by region, once all its units are in. */
import { daysOf } from "../facts/days.js";
import type { Disruption, History } from "../infrastructure/disruption.js";
import { regionOutcomes } from "../outcomes/index.js";
import { simulateRegion, type Member } from "../overflow/region.js";
import type { RegionTally } from "./ledger.js";
import type { Model } from "./model.js";
import type { Places } from "./places.js";
import { sumsAt } from "./tally.js";
import type { UnitResult } from "./unit.js";

/** The component by which pharmacies pull prescriptions and order medicines. */
const PHARMACIES = "pharmacy-systems";

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
    this.#expected.set(replication, this.#model.estate.regions.map((_, region) => this.#pharmaciesOf(region, disruption)));
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

  /** Means over each hour, of pharmacies that share out the region's patients as its practices do. */
  #pharmaciesOf(region: number, { histories, historyOf }: Disruption): Float64Array | undefined {
    const { estate, period } = this.#model;
    const patients = new Map<History, number>();
    let all = 0;
    for (const practice of this.#places.practices[1 + region]!) {
      const history = histories[historyOf[practice]!]!;
      const weight = estate.practices[practice]!.patients * this.#places.weights[practice]!;
      all += weight;
      if (history.services.some(({ component }) => component === PHARMACIES)) patients.set(history, (patients.get(history) ?? 0) + weight);
    }
    if (patients.size === 0) return undefined;
    const lost = new Float64Array(daysOf(period) * 24);
    for (const [{ services }, weight] of patients) {
      const { times, level } = services.find(({ component }) => component === PHARMACIES)!.steps;
      times.forEach((from, step) => {
        const until = Math.min(times[step + 1] ?? Infinity, lost.length * 60);
        for (let hour = Math.floor(from / 60); hour * 60 < until; hour++) {
          lost[hour]! += (weight / all) * (1 - level[step]!) * ((Math.min(until, (hour + 1) * 60) - Math.max(from, hour * 60)) / 60);
        }
      });
    }
    return lost.map((share) => Math.max(0, 1 - share));
  }
}
