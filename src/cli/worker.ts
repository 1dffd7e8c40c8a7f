/** A thread: it is sent the model when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { simulateSteady, simulateUnit, type Model, type SteadyUnit, type SteadyValues, type Unit, type UnitResult } from "../simulate.js";

const { model } = workerData as { readonly model: Model };

export default function simulate(unit: Unit | SteadyUnit): UnitResult | SteadyValues {
  return "histories" in unit ? simulateUnit(model, unit) : simulateSteady(model, unit);
}
