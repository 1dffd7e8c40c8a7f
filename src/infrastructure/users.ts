/** Who uses what on an ordinary day: a practice on another clinical system neither has EMIS Web nor can lose it. */
import type { Estate } from "../estate/estate.js";
import { capabilities } from "./disruption.js";
import { equipmentsOf } from "./disrupt.js";
import { graphOf } from "./levels.js";
import type { Infrastructure } from "./model.js";

/** Of some practices, given by their indices: how many use a component, or have a capability. */
export type Users = (practices: readonly number[], kind: "service" | "capability", what: string) => number;

/** Of `estate`; a component that the infrastructure does not have is used by all. */
export function usersOf(infrastructure: Infrastructure, estate: Estate): Users {
  const graph = graphOf(infrastructure);
  const equipments = equipmentsOf(graph, estate);
  const ofCapability = new Map<string, number>(capabilities.map((capability, index) => [capability, graph.firstCapability + index]));
  return (practices, kind, what) => {
    const place = kind === "service" ? graph.placeOf.get(what) : ofCapability.get(what);
    return place === undefined ? practices.length : practices.filter((practice) => equipments[practice]!.ordinary.level[place]! > 0).length;
  };
}
