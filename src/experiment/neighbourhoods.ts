/** Units of work that are neighbourhoods: one in one replication, both arms, simulated and folded; its journals end with it. */
import { simulateForks, type Course, type Forks, type Phase as CarePhase } from "../care/neighbourhood.js";
import type { Place } from "../demand/draw.js";
import type { Memory } from "../engine/memory.js";
import { selects } from "../estate/selector.js";
import type { Minutes } from "../facts/days.js";
import type { Disruption, History } from "../infrastructure/disruption.js";
import type { Pair } from "../outcomes/outcome.js";
import { handOverOf, type HandOver } from "../overflow/hand-over.js";
import type { Arms } from "../overflow/journal.js";
import type { Model } from "./model.js";
import { tallyUnit, type UnitTally } from "./tally.js";

/** All that a thread needs beside the model: what happens upstream is simulated where the units are made. */
export interface NeighbourhoodUnit {
  readonly kind: "neighbourhood";
  readonly replication: number;
  /** Index into `estate.neighbourhoods`. */
  readonly neighbourhood: number;
  /** By place in the neighbourhood: what the practice goes through in this replication. */
  readonly histories: readonly History[];
  /** First change for any practice of the estate in this replication; outcomes are counted from then on. */
  readonly onset: Minutes;
}

export interface NeighbourhoodResult {
  readonly tally: UnitTally;
  /** What goes on downstream, in the region. */
  readonly handOver: Arms<HandOver>;
  /** Events executed, by `eventKinds`, the arms' common past counted once. */
  readonly events: Uint32Array;
}

/** What a neighbourhood's time goes on: simulating it, and counting what outcomes are made of. */
export type Phase = CarePhase | "counting";

type Needed = Pick<Model, "seed" | "estate" | "period" | "parameters" | "policies" | "hubs" | "objectives">;

/** `memory` serves one unit after the other; `ended` hears of the end of each phase. */
export function simulateAndTally(model: Needed, unit: NeighbourhoodUnit, memory?: Memory, ended?: (phase: Phase) => void): NeighbourhoodResult {
  const courses = [{ histories: unit.histories, parameters: model.parameters }];
  return tallyEach(model, unit, courses, simulateForks(placeOf(model, unit), courses, model.policies, memory, ended), ended)[0]!;
}

/** Where a unit of this model takes place. */
export function placeOf({ seed, estate, period, parameters, hubs }: Omit<Needed, "policies">, { replication, neighbourhood }: Pick<NeighbourhoodUnit, "replication" | "neighbourhood">): Place {
  return { seed, replication, estate, neighbourhood, period, parameters, ...(hubs && { hubs }) };
}

/** Simulates and folds one outage arm after the other. */
export function tallyEach(
  { estate, period, objectives }: Needed, { neighbourhood, onset }: Pick<NeighbourhoodUnit, "neighbourhood" | "onset">, courses: readonly Course[], forks: Forks, ended: (phase: Phase) => void = () => {},
): NeighbourhoodResult[] {
  const { practices } = estate.neighbourhoods[neighbourhood]!;
  let handedOver: HandOver | undefined;
  return forks.each(({ demand, none, outage, events }, index) => {
    // Each by its name: what is spread into a new object has a new shape to the machine after every clearing of memory, and every fold would be compiled anew for it.
    const pair: Pair = { demand, none, outage, practices, histories: courses[index]!.histories, onset, period };
    const tally = tallyUnit(pair, objectives?.minimumService);
    const result = { tally, handOver: { none: (handedOver ??= handOverOf(demand, none)), outage: handOverOf(demand, outage) }, events };
    ended("counting");
    return result;
  });
}

/**
 * Those of one replication: neighbourhoods of which at least one practice loses a capability, in level or speed, before the horizon, or is told something that works
 * without that, to it or to its patients. The others are exactly their twins and are not simulated.
 */
export function neighbourhoodUnits({ estate, policies }: Pick<Model, "estate" | "policies">, replication: number, { histories, historyOf, onset: falls }: Disruption, horizon: Minutes): NeighbourhoodUnit[] {
  const isFelt = histories.map(({ capabilities }) => capabilities.some(({ times }) => times[0]! < horizon));
  const told = policies.directives.filter(({ at, advice, online, messaging, refer }) => at < horizon && (advice ?? online ?? messaging ?? refer) !== undefined);
  const isTold = (practice: number): boolean => told.some(({ where }) => where === undefined || selects(where, estate, practice));
  const onset = told.reduce((first, { at }) => Math.min(first, at), falls);
  return estate.neighbourhoods.flatMap(({ practices }, neighbourhood) =>
    practices.some((practice) => isFelt[historyOf[practice]!] || isTold(practice))
      ? [{ kind: "neighbourhood", replication, neighbourhood, histories: practices.map((practice) => histories[historyOf[practice]!]!), onset }] : [],
  );
}
