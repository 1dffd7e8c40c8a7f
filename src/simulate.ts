/** Contents page of the simulation, engine to experiment, and of a calibration's units: what a worker needs, and no more. */
export { simulateOrdinaryWeeks, type CalibrationUnit, type OrdinaryWeeks } from "./calibration/unit.js";
export type { Tally } from "./calibration/tally.js";
export { simulateStart, type StartUnit } from "./calibration/warm-up.js";
export type { Weekly } from "./calibration/weekly.js";
export { createMemory } from "./engine/memory.js";
export { simulateArmUnit, type ArmResult, type ArmUnit } from "./experiment/arms.js";
export { simulateSteady, type SteadyUnit, type SteadyValues } from "./experiment/steady.js";
export { nothingSpent, stopwatch, type Spent } from "./experiment/spent.js";
export { simulateUnit, type Unit, type UnitResult } from "./experiment/unit.js";
export type { Model } from "./experiment/model.js";
