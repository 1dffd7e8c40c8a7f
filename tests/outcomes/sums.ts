/** Runs one fold or several and gives their sums by name: `{ "appointmentsDisrupted all": [1, 0] }`, by place. */
import { sumsOf } from "../../src/experiment/tally.js";
import type { Outcome, Pair } from "../../src/outcomes/outcome.js";

export function sums(pair: Pair, ...folds: readonly Outcome[]): Record<string, number[]> {
  return Object.fromEntries(sumsOf(folds, pair).map(({ part, arm, values }) => [arm === "none" ? `${part} (none)` : part, [...values]]));
}
