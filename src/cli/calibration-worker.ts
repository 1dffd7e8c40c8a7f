/** A thread of a calibration: it is sent both studies' estates and weeks when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { createMemory, simulateOrdinaryWeeks, simulateStart, type CalibrationUnit, type OrdinaryWeeks, type StartUnit, type Tally, type Weekly } from "../simulate.js";

export interface CalibrationModel {
  readonly ordinary: OrdinaryWeeks;
  readonly fromStarts: OrdinaryWeeks;
}

const { model } = workerData as { readonly model: CalibrationModel };
const memory = createMemory();

export default function simulate(unit: CalibrationUnit | StartUnit): Tally | Weekly {
  return "start" in unit ? simulateStart(model.fromStarts, unit, memory) : simulateOrdinaryWeeks(model.ordinary, unit, memory);
}
