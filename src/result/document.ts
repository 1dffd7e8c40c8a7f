/** The versioned result document: `result.json`. Everything that shows something is drawn from it, and nothing in it depends on machine, clock or threads. */
import type { Assumption } from "../experiment/assumptions.js";
import type { DirectiveFigures } from "../experiment/directive-figures.js";
import type { Findings } from "../experiment/findings.js";
import type { Model } from "../experiment/model.js";
import type { IncidentFigures } from "../experiment/incident-figures.js";
import type { JudgedHypothesis } from "../experiment/hypotheses.js";
import type { Place } from "../experiment/places.js";
import type { OutcomeRow } from "../experiment/rows.js";
import type { Repeat } from "../experiment/again.js";
import type { ReturnsLevel } from "../experiment/returns.js";
import type { SlackLevel } from "../experiment/slack.js";
import type { Series } from "../experiment/series.js";
import type { TimelineRow } from "../experiment/timeline.js";

export type { Assumption, DirectiveFigures, IncidentFigures, JudgedHypothesis, OutcomeRow, Place, Repeat, ReturnsLevel, Series, SlackLevel, TimelineRow };

export const SCHEMA = 1;

export interface ResultDocument {
  readonly schema: typeof SCHEMA;
  readonly kind: "run";
  /** Of the product. */
  readonly version: string;
  readonly scenario: { readonly name: string; readonly question: string; readonly text: string; readonly hash: string };
  /** Files that the scenario names. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly seed: string;
  readonly stoppedBy: "replications" | "precision" | "maximum";
  /** What is known and what is assumed of what the scenario tells; absent where it says nothing of it. */
  readonly story?: Model["story"];
  /** Teams that serve many practices, with how many and with how many patients; absent where there are none. */
  readonly teams?: readonly { readonly name: string; readonly practices: number; readonly patients: number }[];
  readonly window: Findings["window"];
  readonly arms: readonly { readonly name: string; readonly label: string }[];
  readonly places: readonly Place[];
  readonly outcomes: readonly OutcomeRow[];
  /** The same with the plausible range; empty until one is computed, and the page says so. */
  readonly plausible: readonly OutcomeRow[];
  readonly series: readonly Series[];
  /** The same run with other slack; absent where it was not asked for. */
  readonly slack?: readonly SlackLevel[];
  /** The same run with other shares of those whom NHS 111 sends back; absent where it was not asked for. */
  readonly returns?: readonly ReturnsLevel[];
  /** What went wrong, in figures over all replications; of a sample, in the whole from which it was drawn. */
  readonly incidents: readonly IncidentFigures[];
  /** What practices and patients are told meanwhile. */
  readonly directives: readonly DirectiveFigures[];
  /** What was lost and when: services and capabilities by region, each a list of steps of the patient-weighted mean level. */
  readonly timeline: readonly TimelineRow[];
  readonly hypotheses: readonly JudgedHypothesis[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** Outcomes that stand in the document, with what they count. */
  readonly glossary: readonly { readonly id: string; readonly label: string; readonly unit: string; readonly definition: string }[];
}
