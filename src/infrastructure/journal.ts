/** What happened, in order: the upstream simulation's own record. */
import type { Minutes } from "../facts/days.js";

export const happenings = [
  // Of an occurrence as a whole.
  "begins", "is found", "wrong suspicion dropped", "is repaired", "is rolled back", "leads to another",
  // Of a practice.
  "practice is hit", "goes down", "comes up", "practice has it back",
  // Of a workstation or log-in.
  "unit fails", "unit mended by crew", "unit mended by its user", "unit comes back",
  // Of a crew.
  "crew sets out", "crew arrives", "crew leaves",
] as const;
export type Happening = (typeof happenings)[number];

export interface Entry {
  readonly time: Minutes;
  readonly what: Happening;
  /** Number of the occurrence (`Upstream.occurrences`). */
  readonly occurrence: number;
  /** Index of the practice; -1 where it is about none, and so for unit and crew, which count from 0 in the practice and in the simulation. */
  readonly practice: number;
  readonly unit: number;
  readonly crew: number;
}
