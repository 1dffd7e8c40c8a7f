/** What a run has found, ready to be written down: everything of the result that is computed. */
import { DAY, daysOf, timestamp, type Minutes } from "../facts/days.js";
import { descriptions } from "../outcomes/index.js";
import { assumptionsOf, type Assumption } from "./assumptions.js";
import { directiveFigures, type DirectiveFigures } from "./directive-figures.js";
import { meanInterval } from "../statistics/interval.js";
import { skewedInterval } from "../statistics/skewed-interval.js";
import { objectiveFigures, type ObjectiveFigures } from "./objectives.js";
import { judge, type JudgedHypothesis } from "./hypotheses.js";
import type { IncidentFigures } from "./incident-figures.js";
import type { Ledger } from "./ledger.js";
import type { Model } from "./model.js";
import { pairingOf, type PairedMeasure } from "./pairing.js";
import type { Place } from "./places.js";
import { Replicates } from "./replicates.js";
import { eachReplication, type ByReplication } from "./by-replication.js";
import { groupRows, practiceRows, type OutcomeRow } from "./rows.js";
import { scoreOf, type ResilienceScore } from "./score.js";
import { daySeries, practiceSeries, regionSeries, type Series } from "./series.js";
import type { Timeline, TimelineRow, Typical } from "./timeline.js";
import type { Disruptions } from "./upstream.js";

export interface Findings {
  /**
   * Local times as `2023-03-16T08:00`. `start`: first reported day; `onset` and `restored`: earliest and latest of all replications, of a sample in the whole from
   * which it was drawn, null where nothing happens to those who are simulated, or where the horizon comes first; `recovered`: mean time, over the replications that affect any, at which nine in ten of all
   * affected practices are back to normal; null where that is beyond the horizon in one of them, or none affects any.
   */
  readonly window: { readonly start: string; readonly onset: string | null; readonly restored: string | null; readonly recovered: string | null; readonly horizon: string };
  /** How many neighbourhoods of how many are simulated and stand for all; null where all are. */
  readonly sample: { readonly taken: number; readonly of: number } | null;
  readonly places: readonly Place[];
  /** Of all, regions and neighbourhoods; and of practices. */
  readonly rows: readonly OutcomeRow[];
  readonly practiceRows: readonly OutcomeRow[];
  /** The same of series; a region's are hourly, or daily where they are by reason, role or kind, a practice's daily. */
  readonly series: readonly Series[];
  readonly practiceSeries: readonly Series[];
  /** Of a sample, in the whole from which it was drawn. */
  readonly incidents: readonly IncidentFigures[];
  readonly directives: readonly DirectiveFigures[];
  /** What is lost in the replication that stands for the others; of a sample, in the whole. */
  readonly timeline: readonly TimelineRow[];
  readonly typical: Typical | null;
  readonly hypotheses: readonly JudgedHypothesis[];
  /** null without hypotheses. */
  readonly resilience: ResilienceScore | null;
  readonly objectives: readonly ObjectiveFigures[];
  readonly assumptions: readonly Assumption[];
  /** How intervals of means were made: by Student's t for a number of replications that was fixed, or `skewedInterval` for one that the run chose. */
  readonly intervals: "student" | "willink";
  readonly pairing: readonly PairedMeasure[];
  readonly glossary: readonly { readonly id: string; readonly label: string; readonly unit: string; readonly definition: string }[];
  readonly byReplication: readonly ByReplication[];
}

/**
 * `ledger` and `timeline` hold every replication of `model`; `verdicts` where they were reached on the way. Means have intervals by Student's t where the number of replications was fixed, and where a run
 * chose how far to go beyond its minimum those that go with such a choice.
 */
export function findingsOf(
  model: Model, ledger: Ledger, timeline: Timeline, disruptions: Pick<Disruptions, "differ" | "again" | "incidents">, verdicts?: readonly JudgedHypothesis[],
): Findings {
  const { period, estate } = model;
  const intervals = ledger.replications > model.replications.minimum ? "willink" : "student";
  const replicates = new Replicates(ledger, model.objectives, intervals === "willink" ? skewedInterval : meanInterval);
  const judged = verdicts ?? model.hypotheses.map((hypothesis) => judge(hypothesis, replicates));
  const hypotheses = judged.map((verdict, index) => ({ ...verdict, ...(model.hypotheses[index]!.weight !== undefined && { weight: model.hypotheses[index]!.weight }) }));
  const horizon = daysOf(period) * DAY;
  const clock = (time: Minutes | null): string | null => (time !== null && time < horizon ? timestamp(period, time) : null);
  const happens = timeline.onset < horizon;
  const { rows, typical } = timeline.told(disruptions);
  const { sample } = estate;
  return {
    window: {
      start: timestamp(period, period.warmUpDays * DAY), onset: clock(timeline.onset), restored: happens ? clock(timeline.restored) : null,
      recovered: clock(replicates.recoveries.mean), horizon: timestamp(period, horizon),
    },
    sample: sample !== undefined && sample.taken < sample.of ? { taken: sample.taken, of: sample.of } : null,
    places: ledger.places.list,
    rows: groupRows(replicates), practiceRows: practiceRows(replicates),
    series: [...regionSeries(ledger), ...daySeries(ledger)], practiceSeries: practiceSeries(ledger),
    incidents: disruptions.incidents(), directives: directiveFigures(model), timeline: rows, typical,
    hypotheses, resilience: scoreOf(hypotheses), objectives: objectiveFigures(replicates), intervals, pairing: pairingOf(ledger),
    assumptions: assumptionsOf(model.parameters, estate), byReplication: eachReplication(replicates),
    glossary: descriptions.filter(({ parts, ofTeams, ofObjectives }) => parts[0] === "all" && (ofTeams !== true || ledger.teams.length > 0) && (ofObjectives !== true || model.objectives !== undefined)).map(({ id, label, unit, definition }) => ({ id, label, unit, definition })),
  };
}
