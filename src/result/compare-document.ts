/** The versioned document of a comparison: `compare.json`. Like a run's result it depends on neither machine nor clock. */
import type { ComparedArms } from "../decision/compare.js";
import type { Best, Effect, OptionArm } from "../decision/comparison.js";
import type { Decision } from "../decision/decision.js";
import type { Option } from "../decision/option.js";
import type { Model } from "../experiment/model.js";
import type { ResultDocument } from "./document.js";

export type { Best, Effect, Option, OptionArm };

export const COMPARE_SCHEMA = 1;

export interface CompareDocument {
  readonly schema: typeof COMPARE_SCHEMA;
  readonly kind: "compare";
  /** Of the product. */
  readonly version: string;
  readonly scenario: ResultDocument["scenario"];
  readonly inputs: ResultDocument["inputs"];
  readonly seed: string;
  readonly stoppedBy: ResultDocument["stoppedBy"];
  readonly replications: number;
  /** Of the scenario as it stands: outcomes of every arm are counted from its onset to the horizon. */
  readonly window: ResultDocument["window"];
  readonly sample?: ResultDocument["sample"];
  /** Regions. */
  readonly places: ResultDocument["places"];
  /** As they were read, prices and coverage of the user's in place of the catalogue's. */
  readonly options: readonly Option[];
  /** Each option, pairs that touch the same thing, sets that were asked for; then, with a budget, the sets that lead for it. */
  readonly arms: readonly OptionArm[];
  /** Pairs that cannot be had together, with why. */
  readonly excluded: readonly Excluded[];
  readonly effects: readonly Effect[];
  readonly best: readonly Best[];
  /** What to buy, and how sure that is. */
  readonly decision: Decision;
  readonly glossary: ResultDocument["glossary"];
  readonly warnings: readonly string[];
}

export interface Excluded {
  readonly options: readonly [string, string];
  readonly reason: string;
}

export interface Comparison {
  readonly model: Model;
  /** The scenario as it was written, and its SHA-256. */
  readonly text: string;
  readonly hash: string;
  readonly inputs: CompareDocument["inputs"];
  readonly version: string;
  readonly options: readonly Option[];
  readonly excluded: readonly Excluded[];
  readonly compared: ComparedArms;
  readonly decision: Decision;
  readonly warnings: readonly string[];
}

export function assembleComparison({ model, text, hash, inputs, version, options, excluded, compared, decision, warnings }: Comparison): CompareDocument {
  const { findings: { window, sample, places, glossary }, arms, effects, best, stoppedBy, replications } = compared;
  const ids = new Set(effects.map(({ id }) => id));
  return {
    schema: COMPARE_SCHEMA, kind: "compare", version, scenario: { name: model.name, question: model.question, text, hash }, inputs, seed: model.seed, stoppedBy,
    replications, window, ...(sample === null ? {} : { sample }),
    places: places.filter(({ kind }) => kind === "region"), options, arms, excluded, effects, best, decision, glossary: glossary.filter(({ id }) => ids.has(id)), warnings,
  };
}
