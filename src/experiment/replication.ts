/** One replication, laid out in units: region by region its neighbourhoods and then, when these are in, what goes on downstream of them; and teams, which wait for nobody. */
import { eventKinds } from "../care/care.js";
import { DAY, daysOf } from "../facts/days.js";
import type { HandOver } from "../overflow/hand-over.js";
import type { Arms } from "../overflow/journal.js";
import type { RegionUnit } from "./elsewhere.js";
import type { Layout } from "./flow.js";
import type { Model } from "./model.js";
import { neighbourhoodUnits, type NeighbourhoodUnit } from "./neighbourhoods.js";
import { Page } from "./page.js";
import { pharmacySystemsOf } from "./pharmacy-systems.js";
import type { Places } from "./places.js";
import { teamsUnits } from "./teams.js";
import type { Lived } from "./upstream.js";

export interface Simulated {
  readonly page: Page;
  /** Executed, by `eventKinds`. */
  readonly events: Float64Array;
}

type Needed = Pick<Model, "estate" | "policies" | "period" | "teams">;

/** `onAdded` hears of every neighbourhood that is added to the page, with the share of the patients of all those to come that are in by then. */
export function replicationOf(model: Needed, places: Places, replication: number, disruption: Lived, onAdded: (page: Page, share: number) => void = () => {}): Layout<Simulated> {
  const { estate, period } = model;
  const all = neighbourhoodUnits(model, replication, disruption, daysOf(period) * DAY);
  const teams = teamsUnits(model, replication, disruption);
  const [first] = all;
  const regions = first === undefined ? [] : estate.regions.flatMap((_, region) => {
    const members = all.flatMap(({ neighbourhood }, index) => (estate.neighbourhoods[neighbourhood]!.region === region ? [index] : []));
    const systems = pharmacySystemsOf(model, places, region, disruption);
    if (members.length === 0 && systems === undefined) return [];
    const pharmacySystems = systems ?? new Float64Array(daysOf(period) * 24).fill(1);
    const downstream = (handOvers: readonly Arms<HandOver>[]): RegionUnit => ({
      kind: "region", replication, region, patients: places.patients[1 + region]!, pharmacySystems, onset: first.onset,
      members: handOvers.map((handOver, at) => ({ handOver, ...standingOf(all[members[at]!]!) })),
    });
    return [{ members, downstream }];
  });
  const standingOf = ({ neighbourhood }: NeighbourhoodUnit): { weight: number; patients: number } => {
    const { practices } = estate.neighbourhoods[neighbourhood]!;
    return { weight: places.weights[practices[0]!]!, patients: practices.reduce((sum, practice) => sum + estate.practices[practice]!.patients, 0) };
  };
  return {
    units: all.length + regions.length + teams.length,
    simulate: async (simulate) => {
      const page = new Page(places);
      const patients = all.map((unit) => standingOf(unit)).map((of) => of.weight * of.patients);
      const whole = patients.reduce((sum, count) => sum + count, 0);
      let simulated = 0;
      const events = sumOf([]);
      // A tally is added when it and those before it are in, and not kept: few wait, however large the estate.
      let added = Promise.resolve();
      const handOvers = all.map((unit, index) => {
        const result = simulate(unit);
        added = added.then(async () => {
          const { tally, events: executed } = await result;
          page.addNeighbourhood(tally);
          executed.forEach((count, kind) => (events[kind]! += count));
          simulated += patients[index]!;
          onAdded(page, simulated / whole);
        });
        return result.then(({ handOver }) => handOver);
      });
      const elsewhere = regions.map(async ({ members, downstream }) => simulate(downstream(await Promise.all(members.map((index) => handOvers[index]!)))));
      // What neighbourhoods hand over is held by their region alone, until it has been simulated.
      handOvers.length = 0;
      const [tallies, sums] = await Promise.all([Promise.all(elsewhere), Promise.all(teams.map((unit) => simulate(unit))), added]);
      tallies.forEach((tally) => page.addRegion(tally));
      page.addTeams(sums.flat());
      return { page, events };
    },
  };
}

/** Of counts by kind. */
export function sumOf(counts: readonly ArrayLike<number>[]): Float64Array {
  const sum = new Float64Array(eventKinds.length);
  for (const of of counts) for (let kind = 0; kind < sum.length; kind++) sum[kind]! += of[kind]!;
  return sum;
}
