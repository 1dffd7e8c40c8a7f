/** One figure of how far a scenario's hypotheses hold, weighted by what each is worth. */
import type { JudgedHypothesis } from "./hypotheses.js";

/** Shares of all weights, 0 to 1. */
export interface ResilienceScore {
  /** Held for certain: an undecided hypothesis counts as one that is not held. */
  readonly held: number;
  /** What is undecided: the score lies between `held` and that much more. */
  readonly undecided: number;
  /** Of all hypotheses, added up. */
  readonly weight: number;
}

/** null without hypotheses. */
export function scoreOf(judged: readonly JudgedHypothesis[]): ResilienceScore | null {
  const weightOf = (verdict?: JudgedHypothesis["verdict"]): number =>
    judged.reduce((sum, each) => sum + (verdict === undefined || each.verdict === verdict ? (each.weight ?? 1) : 0), 0);
  const weight = weightOf();
  return weight === 0 ? null : { held: weightOf("held") / weight, undecided: weightOf("undecided") / weight, weight };
}
