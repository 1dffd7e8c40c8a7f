/** Units of work: what one thread does at a time. Each is plain data, as is its result, and hangs on nothing but itself and the model. */
import type { Memory } from "../engine/memory.js";
import { simulateElsewhere, type RegionUnit } from "./elsewhere.js";
import type { RegionTally } from "./page.js";
import type { Model } from "./model.js";
import { simulateAndTally, type NeighbourhoodResult, type NeighbourhoodUnit, type Phase as NeighbourhoodPhase } from "./neighbourhoods.js";
import type { Sum } from "./tally.js";
import { simulateTeams, type TeamsUnit } from "./teams.js";

/** In one model the kind, the replication and, but for teams, the index of the neighbourhood or region tell one from all others. */
export type Unit = NeighbourhoodUnit | RegionUnit | TeamsUnit;

interface Results {
  readonly neighbourhood: NeighbourhoodResult;
  readonly region: RegionTally;
  readonly teams: readonly Sum[];
}

export type ResultOf<U extends Unit> = Results[U["kind"]];
export type UnitResult = ResultOf<Unit>;

/** Simulates one unit, here or in a thread. */
export type Simulate = <U extends Unit>(unit: U) => Promise<ResultOf<U>>;

/** What the time of units goes on, in the order in which it passes. */
export const phases = ["demand", "past", "twin", "outage", "counting", "downstream"] as const satisfies readonly (NeighbourhoodPhase | "downstream")[];
export type Phase = (typeof phases)[number];

/** `memory` serves one unit after the other; `ended` hears of the end of each phase. */
export function simulateUnit<U extends Unit>(model: Model, unit: U, memory?: Memory, ended?: (phase: Phase) => void): ResultOf<U>;
export function simulateUnit(model: Model, unit: Unit, memory?: Memory, ended?: (phase: Phase) => void): UnitResult {
  if (unit.kind === "neighbourhood") return simulateAndTally(model, unit, memory, ended);
  const result = unit.kind === "region" ? simulateElsewhere(model, unit) : simulateTeams(model, unit);
  ended?.("downstream");
  return result;
}
