/** Where two results are about the same patients and the same chance, run by run: what the second brings is known from the differences of single runs, far better than from both means. */
import { settlingOf } from "../../result/convergence.js";
import type { ResultDocument } from "../../result/document.js";
import { simulatedRuns } from "../find.js";
import type { Pair } from "./pair.js";

export interface Paired {
  readonly mean: number;
  /** Bounds of the 95% interval by Student's t. */
  readonly low: number;
  readonly high: number;
  /** True where no run differs. */
  readonly isNone: boolean;
}

/** True where run for run both simulate the same patients and staff: the same seed, version, places and number of runs, and both hold what single runs say. */
function isPaired({ a, b }: Pair): boolean {
  return a.seed === b.seed && a.version === b.version && simulatedRuns(a) === simulatedRuns(b) && simulatedRuns(a) > 1 && estateOf(a) === estateOf(b) && a.byReplication !== undefined && b.byReplication !== undefined;
}

/** Names may change: chance does not hang on them. */
function estateOf({ places, sample }: ResultDocument): string {
  return JSON.stringify([sample ?? null, places.map(({ code, kind, parent, patients }) => [code, kind, parent, patients])]);
}

/** Ids of the outcomes in all that are known run by run in both. */
export function pairedOutcomes(pair: Pair): string[] {
  return isPaired(pair) ? pair.a.byReplication!.flatMap(({ id, part }) => (pairedDifference(pair, id, part) === undefined ? [] : [id])) : [];
}

/** B less A of an outcome in all; undefined where the two cannot be paired, or do not hold its runs. */
export function pairedDifference(pair: Pair, id: string, part: string): Paired | undefined {
  if (!isPaired(pair)) return undefined;
  const [before, after] = [pair.a, pair.b].map(({ byReplication = [] }) => byReplication.find((each) => each.id === id && each.part === part)?.values);
  if (before === undefined || after === undefined || before.length !== after.length) return undefined;
  const differences = before.map((value, run) => (value === null || after[run] == null ? null : after[run]! - value));
  // A run without a value on one side would leave out what the row's mean counts.
  if (differences.includes(null)) return undefined;
  const { mean, low, high } = settlingOf(differences).at(-1)!;
  return { mean, low, high, isNone: differences.every((value) => value === 0) };
}
