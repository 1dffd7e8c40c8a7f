/** The unit of work: one neighbourhood in one replication, both arms, simulated and folded; its journals end with it. */
import { simulateNeighbourhood } from "../care/neighbourhood.js";
import { disrupt } from "../infrastructure/disrupt.js";
import type { Disruption } from "../infrastructure/disruption.js";
import type { Model } from "./model.js";
import { tallyUnit, type UnitTally } from "./tally.js";

export interface Unit {
  readonly replication: number;
  /** Index into `estate.neighbourhoods`. */
  readonly neighbourhood: number;
}

export interface UnitResult {
  readonly tally: UnitTally;
  /** Events executed, the arms' common past counted once. */
  readonly events: number;
}

export function simulateUnit(model: Model, { replication, neighbourhood }: Unit): UnitResult {
  const { seed, estate, period, parameters } = model;
  const disruption = disruptionOf(model);
  const { events, ...arms } = simulateNeighbourhood({ seed, replication, estate, neighbourhood, period, parameters }, disruption);
  return { tally: tallyUnit({ ...arms, practices: estate.neighbourhoods[neighbourhood]!.practices, disruption, period }), events };
}

const disruptions = new WeakMap<Model, Disruption>();

/** What the model's incidents take from its practices, found once a model. */
export function disruptionOf(model: Model): Disruption {
  let disruption = disruptions.get(model);
  if (disruption === undefined) {
    disruption = disrupt(model.infrastructure, model.incidents, model.estate);
    disruptions.set(model, disruption);
  }
  return disruption;
}

/** Neighbourhoods of which at least one practice goes through something; the others are exactly their twins and are not simulated. */
export function touched({ estate }: Model, { historyOf }: Disruption): number[] {
  return estate.neighbourhoods.flatMap(({ practices }, index) => (practices.some((practice) => historyOf[practice] !== 0) ? [index] : []));
}
