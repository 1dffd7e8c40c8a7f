/** What is decided on, from what was simulated; and two rounds of simulation as one. */
import type { Model } from "../experiment/model.js";
import type { PricedOption, Study } from "./candidates.js";
import type { ComparedArms } from "./compare.js";

/** `model`: the scenario as it stands; `excluded`: pairs that cannot be had together. */
export function studyOf({ seed, estate, whole = estate }: Model, options: readonly PricedOption[], excluded: Study["excluded"], { arms, effects, windowDays }: ComparedArms): Study {
  const { practices } = whole;
  return { options, arms, effects, excluded, seed, windowDays, estate: { practices: practices.length, patients: practices.reduce((sum, { patients }) => sum + patients, 0) } };
}

/** The scenario as it stands, to be simulated with further arms in the same replications. */
export function again(model: Model, { replications }: ComparedArms): Model {
  return { ...model, replications: { minimum: replications, maximum: replications } };
}

/** Arms of the same replications, those of `further` last. */
export function joined(first: ComparedArms, further: ComparedArms): ComparedArms {
  return { ...first, arms: [...first.arms, ...further.arms], effects: [...first.effects, ...further.effects], events: first.events.map((count, kind) => count + further.events[kind]!) };
}
