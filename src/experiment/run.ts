/** Runs replications until there are enough, and folds them in their order, whatever the order in which units are finished. */
import { findingsOf, type Findings } from "./findings.js";
import { Flow, type State as FlowState } from "./flow.js";
import { Ledger } from "./ledger.js";
import type { Model } from "./model.js";
import { replicationOf, sumOf } from "./replication.js";
import { provisionalOf, soFarOf, type SoFar } from "./so-far.js";
import { Stopping, type StoppedBy } from "./stopping.js";
import { Timeline } from "./timeline.js";
import type { Simulate } from "./unit.js";
import { disruptionsOf } from "./upstream.js";

export interface Progress {
  /**
   * Units finished, and units to be run: those of the replications that have begun, and for each that has not as many as these have on average. Where nothing
   * is left to chance that is exact.
   */
  readonly done: number;
  readonly total: number;
  readonly replications: number;
  /** From the first neighbourhood on. */
  readonly soFar?: SoFar;
}

export interface Run {
  readonly findings: Findings;
  readonly stoppedBy: StoppedBy;
  readonly replications: number;
  /** Executed, by `eventKinds`. */
  readonly events: Float64Array;
}

/**
 * `simulate` runs one unit, here or in a thread; it may be called for many at once. What happens upstream is simulated here, for each replication shortly before
 * its units are due. `isTimeUp` is asked at the end of every round, where the time is limited.
 * @throws what `simulate` throws, and RangeError where the upstream simulation does.
 */
export async function runExperiment(
  model: Model,
  simulate: Simulate,
  onProgress: (progress: Progress) => void = () => {},
  disruptions = disruptionsOf(model),
  isTimeUp?: () => boolean,
): Promise<Run> {
  const ledger = new Ledger(model.estate, model.period, model.teams?.map(({ name }) => name));
  const timeline = new Timeline(model);
  const stopping = new Stopping(model, isTimeUp);
  let events = sumOf([]);
  let soFar: { readonly soFar?: SoFar } = {};
  let state: FlowState = { done: 0, units: 0, begun: 1, planned: stopping.planned };
  const report = (): void => onProgress({ done: state.done, total: Math.round((state.units / state.begun) * state.planned), replications: state.planned, ...soFar });
  const flow = new Flow(
    (replication) => {
      const disruption = disruptions.of(replication);
      timeline.add(disruption);
      return replicationOf(model, ledger.places, replication, disruption, (page, share) => {
        if (replication > 0) return;
        soFar = { soFar: provisionalOf(page, share) };
        report();
      });
    },
    simulate,
    (changed) => {
      state = changed;
      report();
    },
  );
  for (;;) {
    flow.plan(stopping.planned);
    while (ledger.replications < stopping.planned) {
      const { page, events: executed } = await flow.next();
      events = sumOf([events, executed]);
      ledger.add(page);
      soFar = { soFar: soFarOf(ledger) };
      report();
    }
    const stoppedBy = stopping.after(ledger, disruptions.differ);
    if (stoppedBy !== undefined) return { findings: findingsOf(model, ledger, timeline, disruptions, stopping.verdicts), stoppedBy, replications: ledger.replications, events };
  }
}
