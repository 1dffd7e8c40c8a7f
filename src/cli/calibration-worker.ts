/** A thread of a calibration: it is sent the estate and its weeks when it starts, then one unit of work after the other. */
import { workerData } from "node:worker_threads";
import { simulateOrdinaryWeeks, type CalibrationUnit, type OrdinaryWeeks, type Tally } from "../simulate.js";

const { model } = workerData as { readonly model: OrdinaryWeeks };

export default function simulate(unit: CalibrationUnit): Tally {
  return simulateOrdinaryWeeks(model, unit);
}
