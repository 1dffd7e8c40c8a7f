/**
 * Units of work that are a neighbourhood in several arms of one replication, which are the same for care on ordinary days: demand, the common past and the twin are
 * simulated once for all. And its ordinary days, where these are compared with those of the scenario as it stands: nothing fails in either.
 */
import { simulateForks, simulateNeighbourhood, type Forks } from "../care/neighbourhood.js";
import { createMemory, type Memory } from "../engine/memory.js";
import type { Minutes } from "../facts/days.js";
import { undisturbed, type History } from "../infrastructure/disruption.js";
import type { Pair } from "../outcomes/outcome.js";
import { handOverOf } from "../overflow/hand-over.js";
import type { Model } from "./model.js";
import { placeOf, tallyEach, type NeighbourhoodResult, type Phase } from "./neighbourhoods.js";
import { tallyUnit } from "./tally.js";

export interface ForkedUnit {
  readonly kind: "forked";
  readonly replication: number;
  readonly neighbourhood: number;
  /** By arm: which model's it is, and by place in the neighbourhood what the practice goes through. */
  readonly arms: readonly { readonly model: number; readonly histories: readonly History[] }[];
  /** Outcomes are counted from then on. */
  readonly onset: Minutes;
  /** Whether ordinary days without this model's option are simulated as well. */
  readonly hasOrdinary: boolean;
}

export interface ForkedResult {
  readonly arms: readonly NeighbourhoodResult[];
  /** The model without the option stands as "none", and the one with it as "outage". */
  readonly ordinary: NeighbourhoodResult | null;
  /** Executed in all of it, by `eventKinds`, what is shared counted once. */
  readonly events: Uint32Array;
}

/**
 * `models`: the scenario as it stands, then others; `number`: one that is the same on ordinary days as those of all the unit's arms. `memories`: one for it and one for the scenario as it stands, for one unit after the
 * other.
 */
export function simulateForked(
  models: readonly Model[], number: number, unit: ForkedUnit, memories: readonly [Memory, Memory] = [createMemory(), createMemory()], ended: (phase: Phase) => void = () => {},
): ForkedResult {
  const model = models[number]!;
  const courses = unit.arms.map(({ model, histories }) => ({ histories, parameters: models[model]!.parameters }));
  const forks = simulateForks(placeOf(model, unit), courses, model.policies, memories[0], ended);
  const ordinary = unit.hasOrdinary ? ordinaryOf(models[0]!, model, unit, forks, memories[1]) : null;
  if (ordinary !== null) ended("twin");
  const arms = tallyEach(model, unit, courses, forks, ended);
  // Each of these counts the twin, too.
  const events = forks.events.map((twin, kind) => [...arms, ...(ordinary === null ? [] : [ordinary])].reduce((sum, of) => sum + of.events[kind]! - twin, twin));
  return { arms, ordinary, events };
}

function ordinaryOf(without: Model, model: Model, unit: ForkedUnit, forks: Forks, memory: Memory): NeighbourhoodResult {
  const { practices } = model.estate.neighbourhoods[unit.neighbourhood]!;
  const histories = practices.map(() => undisturbed);
  const { demand, none, events } = simulateNeighbourhood(placeOf(without, unit), histories, undefined, memory);
  // As a journal of its own: what folds find in one they keep for it, and here they look at it with the patients of the scenario as it stands.
  const outage = { ...forks.none };
  const pair: Pair = { demand, none, outage, practices, histories, onset: unit.onset, period: model.period };
  const handOver = { none: handOverOf(demand, none), outage: handOverOf(demand, outage) };
  return { tally: tallyUnit(pair, model.objectives?.minimumService), handOver, events: events.map((count, kind) => count + forks.events[kind]!) };
}
