/** What a practice has several of, and can lose one by one. */
import type { Practice } from "../estate/estate.js";
import type { Effect } from "./incident.js";

/** Workstations; or log-ins, of which each full-time equivalent of staff is assumed to have one. */
export function unitsOf({ workstations, staff }: Practice, of: NonNullable<Effect["units"]>["of"]): number {
  if (of === "workstations") return workstations;
  return Math.max(1, Math.round(Object.values(staff).reduce((sum, equivalents) => sum + equivalents, 0)));
}
