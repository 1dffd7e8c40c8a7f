import type { Tally } from "outagelab/engine";

export interface Totals {
  calls: number;
  gaveUp: number;
  callWaits: Tally;
  consultationWaits: Tally;
  duringOutage: number;
  openTasks: Float64Array;
  events: number;
}
export function createTotals(days: number): Totals;
export function simulatePractice(practice: number, days: number, seed: number | string, totals: Totals): void;
