/** Units of work that are a neighbourhood's ordinary days without and with an option: nothing fails in either. */
import { simulateNeighbourhood } from "../care/neighbourhood.js";
import { createMemory, type Memory } from "../engine/memory.js";
import type { Minutes } from "../facts/days.js";
import { undisturbed } from "../infrastructure/disruption.js";
import type { Pair } from "../outcomes/outcome.js";
import { handOverOf } from "../overflow/hand-over.js";
import type { Model } from "./model.js";
import type { NeighbourhoodResult } from "./neighbourhoods.js";
import { tallyUnit } from "./tally.js";

export interface OrdinaryUnit {
  readonly kind: "ordinary";
  readonly replication: number;
  readonly neighbourhood: number;
  /** Of the replication: outcomes are counted from then on, as where something fails. */
  readonly onset: Minutes;
}

/** The model without the option stands as "none", and the one with it as "outage". Both have the same patients. `memories`: one for each, for one unit after the other. */
export function simulateOrdinary(
  without: Model, { objectives, ...model }: Model, { replication, neighbourhood, onset }: OrdinaryUnit, memories: readonly [Memory, Memory] = [createMemory(), createMemory()],
): NeighbourhoodResult {
  const { estate, period } = model;
  const { practices } = estate.neighbourhoods[neighbourhood]!;
  const histories = practices.map(() => undisturbed);
  const [one, other] = [without, model].map((each, index) => {
    const { seed, estate, period, parameters, hubs } = each;
    return simulateNeighbourhood({ seed, replication, estate, neighbourhood, period, parameters, ...(hubs && { hubs }) }, histories, undefined, memories[index]);
  });
  const { demand, none } = one!;
  const outage = other!.none;
  const pair: Pair = { demand, none, outage, practices, histories, onset, period };
  return { tally: tallyUnit(pair, objectives?.minimumService), handOver: { none: handOverOf(demand, none), outage: handOverOf(demand, outage) }, events: one!.events.map((count, kind) => count + other!.events[kind]!) };
}
