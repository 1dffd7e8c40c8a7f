/** A thread: it is sent the model when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { createMemory, simulateSteady, simulateUnit, type Model, type SteadyUnit, type SteadyValues, type Unit, type UnitResult } from "../simulate.js";

const { model } = workerData as { readonly model: Model };
const memory = createMemory();

export default function simulate(unit: Unit | SteadyUnit): UnitResult | SteadyValues {
  return "kind" in unit ? simulateUnit(model, unit, memory) : simulateSteady(model, unit);
}
