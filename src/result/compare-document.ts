/** The versioned document of a comparison of options: `comparison.json`. Like a run's result it depends on neither machine nor clock nor threads. */
import type { Axis, BreakEven, CandidateRow, Decision, FlipRow, OptionRow, Spread } from "../decision/decision.js";
import type { CostLine } from "../decision/cost.js";
import type { ResultDocument } from "./document.js";

export type { Axis, BreakEven, CandidateRow, CostLine, Decision, FlipRow, OptionRow, Spread };

export const COMPARE_SCHEMA = 1;

export interface CompareDocument {
  readonly schema: typeof COMPARE_SCHEMA;
  readonly kind: "compare";
  /** Of the product. */
  readonly version: string;
  readonly scenario: ResultDocument["scenario"];
  readonly inputs: ResultDocument["inputs"];
  readonly seed: string;
  readonly replications: number;
  readonly window: ResultDocument["window"];
  /** Of the places simulated. */
  readonly estate: { readonly practices: number; readonly patients: number };
  readonly decision: Decision;
  readonly warnings: readonly string[];
}
