/** Units of which the neighbourhoods are made by hand, and what follows from them is simulated. */
import type { Model } from "../../src/experiment/model.js";
import type { NeighbourhoodResult, NeighbourhoodUnit } from "../../src/experiment/neighbourhoods.js";
import { simulateUnit, type Simulate, type Unit } from "../../src/experiment/unit.js";

/** What is simulated goes there and back as between threads. */
export function simulateBy(model: Model, neighbourhood: (unit: NeighbourhoodUnit) => NeighbourhoodResult | Promise<NeighbourhoodResult>): Simulate {
  return (async (unit: Unit) => (unit.kind === "neighbourhood" ? neighbourhood(unit) : structuredClone(simulateUnit(model, structuredClone(unit))))) as Simulate;
}
