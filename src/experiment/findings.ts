/** What a run has found, ready to be written down: everything of the result that is computed. */
import { DAY, daysOf, timestamp, type Minutes } from "../facts/days.js";
import { descriptions } from "../outcomes/index.js";
import type { Disruption } from "../infrastructure/disruption.js";
import { assumptionsOf, type Assumption } from "./assumptions.js";
import { judge, type JudgedHypothesis } from "./hypotheses.js";
import type { Ledger } from "./ledger.js";
import type { Model } from "./model.js";
import type { Place } from "./places.js";
import { Replicates } from "./replicates.js";
import { groupRows, practiceRows, type OutcomeRow } from "./rows.js";
import { practiceSeries, regionSeries, type Series } from "./series.js";
import { timelineOf, type TimelineRow } from "./timeline.js";

export interface Findings {
  /**
   * Local times as `2023-03-16T08:00`. `start`: first reported day; `onset` and `restored`: null where nothing happens, or where the horizon comes first;
   * `recovered`: mean time at which the regions are recovered, null where that is beyond the horizon in any replication.
   */
  readonly window: { readonly start: string; readonly onset: string | null; readonly restored: string | null; readonly recovered: string | null; readonly horizon: string };
  readonly places: readonly Place[];
  /** Of all, regions and neighbourhoods; and of practices. */
  readonly rows: readonly OutcomeRow[];
  readonly practiceRows: readonly OutcomeRow[];
  /** The same of series; a region's are hourly, a practice's daily. */
  readonly series: readonly Series[];
  readonly practiceSeries: readonly Series[];
  readonly timeline: readonly TimelineRow[];
  readonly hypotheses: readonly JudgedHypothesis[];
  readonly assumptions: readonly Assumption[];
  readonly glossary: readonly { readonly id: string; readonly label: string; readonly unit: string; readonly definition: string }[];
}

/** `ledger` holds every replication of `model`; window and timeline are those of `disruption`, the first replication's. */
export function findingsOf(model: Model, ledger: Ledger, disruption: Disruption): Findings {
  const { period, estate } = model;
  const replicates = new Replicates(ledger);
  const horizon = daysOf(period) * DAY;
  const clock = (time: Minutes | null): string | null => (time !== null && time < horizon ? timestamp(period, time) : null);
  const happens = disruption.onset < horizon;
  return {
    window: {
      start: timestamp(period, period.warmUpDays * DAY), onset: clock(disruption.onset), restored: happens ? clock(disruption.restored) : null,
      recovered: clock(replicates.recoveries.mean), horizon: timestamp(period, horizon),
    },
    places: ledger.places.list,
    rows: groupRows(replicates), practiceRows: practiceRows(replicates),
    series: regionSeries(ledger), practiceSeries: practiceSeries(ledger),
    timeline: timelineOf(estate, disruption, period),
    hypotheses: model.hypotheses.map((hypothesis) => judge(hypothesis, replicates)),
    assumptions: assumptionsOf(model.parameters, estate),
    glossary: descriptions.filter(({ parts }) => parts[0] === "all").map(({ id, label, unit, definition }) => ({ id, label, unit, definition })),
  };
}
