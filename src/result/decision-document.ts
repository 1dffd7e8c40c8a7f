/** What of a comparison's document (`compare.json`) the board's page, its charts and tables are drawn from: the decision, and what it is of. */
import type { CostLine } from "../decision/cost.js";
import type { Axis, BreakEven, CandidateRow, Decision, FlipRow, ModelCheck, OptionRow, Spread } from "../decision/decision.js";
import type { ResultDocument } from "./document.js";

export type { Axis, BreakEven, CandidateRow, CostLine, Decision, FlipRow, ModelCheck, OptionRow, Spread };

export interface DecisionDocument {
  readonly kind: "compare";
  /** Of the product. */
  readonly version: string;
  readonly scenario: ResultDocument["scenario"];
  readonly seed: string;
  readonly replications: number;
  readonly decision: Decision;
  /** Pairs that cannot be had together, with why. */
  readonly excluded: readonly { readonly reason: string }[];
  readonly warnings: readonly string[];
}
