/** A thread: it is sent the model when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { createMemory, nothingSpent, simulateSteady, simulateUnit, stopwatch, type Model, type Spent, type SteadyUnit, type SteadyValues, type Unit, type UnitResult } from "../simulate.js";

const { model, spent = nothingSpent() } = workerData as { readonly model: Model; readonly spent?: Spent };
const memory = createMemory();

export default function simulate(unit: Unit | SteadyUnit): UnitResult | SteadyValues {
  return "kind" in unit ? simulateUnit(model, unit, memory, stopwatch(spent, () => performance.now())) : simulateSteady(model, unit);
}
