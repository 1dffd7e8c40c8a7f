/** A thread: it is sent the model when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { createMemory, simulateUnit, type Model, type Unit, type UnitResult } from "../simulate.js";

const { model } = workerData as { readonly model: Model };
const memory = createMemory();

export default function simulate(unit: Unit): UnitResult {
  return simulateUnit(model, unit, memory);
}
