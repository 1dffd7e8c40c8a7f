/** The versioned result document: `result.json`. Everything that shows something is drawn from it, and nothing in it depends on machine, clock or threads. */
import type { Assumption } from "../experiment/assumptions.js";
import type { ByReplication } from "../experiment/by-replication.js";
import type { DirectiveFigures } from "../experiment/directive-figures.js";
import type { Findings } from "../experiment/findings.js";
import type { Model } from "../experiment/model.js";
import type { IncidentFigures } from "../experiment/incident-figures.js";
import type { JudgedHypothesis } from "../experiment/hypotheses.js";
import type { ObjectiveFigures } from "../experiment/objectives.js";
import type { PairedMeasure } from "../experiment/pairing.js";
import type { ResilienceScore } from "../experiment/score.js";
import type { Place } from "../experiment/places.js";
import type { OutcomeRow } from "../experiment/rows.js";
import type { Repeat } from "../experiment/again.js";
import type { ReturnsLevel } from "../experiment/returns.js";
import type { Steadiness, SteadyMeasure } from "../experiment/steady.js";
import type { SlackLevel } from "../experiment/slack.js";
import type { StoppedBy } from "../experiment/stopping.js";
import type { Series } from "../experiment/series.js";
import type { TimelineRow as FullRow, Typical } from "../experiment/timeline.js";

export type {
  Assumption, ByReplication, DirectiveFigures, IncidentFigures, JudgedHypothesis, ObjectiveFigures, OutcomeRow, PairedMeasure, Place, Repeat, ResilienceScore, ReturnsLevel, Series, SlackLevel, Steadiness, SteadyMeasure,
  StoppedBy, Typical,
};

/** Results of earlier versions lack what is optional; their steps are means over all patients of a region and over replications. */
export type TimelineRow = Omit<FullRow, Optional> & Partial<Pick<FullRow, Optional>>;
type Optional = "practices" | "hours" | "lowest";

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
  readonly stoppedBy: StoppedBy;
  /** What the run was to go on until, where the command line said so: decisive means known to this share of themselves in place of 5%; every hypothesis decided. */
  readonly tolerance?: number;
  readonly untilDecided?: true;
  /** How intervals of means were made: by Student's t where the number of replications was fixed, or adjusted for skewness after Willink where the run chose it. */
  readonly intervals: Findings["intervals"];
  /** What is known and what is assumed of what the scenario tells; absent where it says nothing of it. */
  readonly story?: Model["story"];
  /** Teams that serve many practices, with how many and with how many patients; absent where there are none. */
  readonly teams?: readonly { readonly name: string; readonly practices: number; readonly patients: number }[];
  readonly window: Findings["window"];
  readonly arms: readonly { readonly name: string; readonly label: string }[];
  /** How many neighbourhoods of how many are simulated and stand for all; absent where all are. */
  readonly sample?: { readonly taken: number; readonly of: number };
  readonly places: readonly Place[];
  readonly outcomes: readonly OutcomeRow[];
  /** The same with the plausible range; empty until one is computed, and the page says so. */
  readonly plausible: readonly OutcomeRow[];
  readonly series: readonly Series[];
  /** The same run with other slack; absent where it was not asked for. */
  readonly slack?: readonly SlackLevel[];
  /** The same run with other shares of those whom NHS 111 sends back; absent where it was not asked for. */
  readonly returns?: readonly ReturnsLevel[];
  /** Whether practices are in balance without the outage; absent where that was not asked. */
  readonly steadiness?: Steadiness;
  /** What went wrong, in figures over all replications; of a sample, in the whole from which it was drawn. */
  readonly incidents: readonly IncidentFigures[];
  /** What practices and patients are told meanwhile. */
  readonly directives: readonly DirectiveFigures[];
  /** What was lost and when in one replication: services and capabilities, everywhere and by region, each a list of steps of the mean level over those who use it. */
  readonly timeline: readonly TimelineRow[];
  /** That replication; absent where nothing is lost in any. */
  readonly typical?: Typical;
  readonly hypotheses: readonly JudgedHypothesis[];
  /** How far they hold, by weight; absent without hypotheses. */
  readonly resilience?: ResilienceScore;
  /** Objectives that the scenario states, beside what practices achieve; absent without. */
  readonly objectives?: readonly ObjectiveFigures[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly string[];
  /** What it saved that both arms have the same patients and the same chance. */
  readonly pairing: readonly PairedMeasure[];
  /** Outcomes that stand in the document, with what they count. */
  readonly glossary: readonly { readonly id: string; readonly label: string; readonly unit: string; readonly definition: string }[];
  /** What each replication says of the outcomes that matter most; absent from results of earlier versions. */
  readonly byReplication?: readonly ByReplication[];
}
