/** A thread of a comparison: it is sent the models that differ when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { createMemory, nothingSpent, simulateArmUnit, simulateSteady, stopwatch, type ArmResult, type ArmUnit, type Model, type Spent, type SteadyUnit, type SteadyValues } from "../simulate.js";

export interface ArmModels {
  /** The scenario as it stands first. */
  readonly models: readonly Model[];
}

const { model, spent = nothingSpent() } = workerData as { readonly model: ArmModels; readonly spent?: Spent };
const memories = [createMemory(), createMemory()] as const;

export default function simulate(unit: ArmUnit | SteadyUnit): ArmResult | SteadyValues {
  return "model" in unit ? simulateArmUnit(model.models, unit, memories, stopwatch(spent, () => performance.now())) : simulateSteady(model.models[0]!, unit);
}
