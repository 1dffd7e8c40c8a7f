/** Contents page of the simulation, engine to experiment: what a worker needs, and no more. */
export { simulateUnit, type Unit, type UnitResult } from "./experiment/unit.js";
export type { Model } from "./experiment/model.js";
