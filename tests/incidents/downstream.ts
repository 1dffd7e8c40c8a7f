/** What a shipped story does to the services of a region whose neighbourhoods were lived through. */
import type { Model } from "../../src/experiment/model.js";
import { pharmacySystemsOf } from "../../src/experiment/pharmacy-systems.js";
import { placesOf } from "../../src/experiment/places.js";
import { disruptionsOf } from "../../src/experiment/upstream.js";
import { DAY, daysOf } from "../../src/facts/days.js";
import { handOverOf } from "../../src/overflow/hand-over.js";
import type { LineJournal, RegionJournals } from "../../src/overflow/journal.js";
import { simulateRegion } from "../../src/overflow/region.js";
import type { Lived } from "./lived.js";

/** `pairs` are all of one replication that the story touches in the region, of which there may be none. */
export function downstream(model: Model, code: string, replication: number, pairs: readonly Lived[], onset = pairs[0]!.onset): RegionJournals {
  const { seed, estate, period, parameters } = model;
  const places = placesOf(estate);
  const region = estate.regions.findIndex((each) => each.code === code);
  const systems = pharmacySystemsOf(model, places, region, disruptionsOf(model).of(replication));
  return simulateRegion({
    seed, replication, region, code, onset, period, parameters,
    patients: places.patients[1 + region]!,
    members: pairs.map(({ demand, none, outage, practices, who }) => ({
      handOver: { none: handOverOf(demand, none), outage: handOverOf(demand, outage) }, weight: places.weights[practices[0]!]!, patients: who.reduce((sum, { patients }) => sum + patients, 0),
    })),
    pharmacySystems: systems ?? new Float64Array(daysOf(period) * 24).fill(1),
  });
}

/** Calls or attendances handed over that day, and the mean wait in minutes of all who come. */
export function dayOf({ at, isHandedOver, startedAt, gaveUpAt }: LineJournal, day: number): { readonly handedOver: number; readonly wait: number } {
  let [handedOver, waited, all] = [0, 0, 0];
  for (let row = 0; row < at.length; row++) {
    if (Math.floor(at[row]! / DAY) !== day) continue;
    handedOver += isHandedOver[row]!;
    waited += (Number.isNaN(startedAt[row]!) ? gaveUpAt[row]! : startedAt[row]!) - at[row]!;
    all++;
  }
  return { handedOver, wait: waited / all };
}

/** Of a column by simulated hour: the sum from one hour up to another. */
export function sumOf(values: Float64Array, from: number, until: number): number {
  return values.subarray(from, until).reduce((sum, value) => sum + value, 0);
}
