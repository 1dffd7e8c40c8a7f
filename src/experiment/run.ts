/** Runs replications until there are enough, and folds them in their order, whatever the order in which units are finished. */
import { DAY, daysOf } from "../facts/days.js";
import { Elsewhere } from "./elsewhere.js";
import { findingsOf, type Findings } from "./findings.js";
import { Flow } from "./flow.js";
import { Ledger } from "./ledger.js";
import type { Model } from "./model.js";
import { isPrecise } from "./precision.js";
import { Teams } from "./teams.js";
import { Timeline } from "./timeline.js";
import { unitsOf, type Unit, type UnitResult } from "./unit.js";
import { disruptionsOf } from "./upstream.js";

export interface Progress {
  /**
   * Units finished, and units to be run: those of the replications that have begun, and for each that has not as many as these have on average. Where nothing
   * is left to chance that is exact.
   */
  readonly done: number;
  readonly total: number;
  readonly replications: number;
}

export interface Run {
  readonly findings: Findings;
  readonly stoppedBy: "replications" | "precision" | "maximum";
  readonly events: number;
}

/** Replications added at a time while precision is not reached. Fixed, so that neither threads nor chance decide when a run stops. */
const ROUND = 5;

/**
 * `simulate` runs one unit, here or in a thread; it may be called for many at once. What happens upstream is simulated here, for each replication shortly before
 * its units are due.
 * @throws what `simulate` throws, and RangeError where the upstream simulation does.
 */
export async function runExperiment(
  model: Model,
  simulate: (unit: Unit) => Promise<UnitResult>,
  onProgress: (progress: Progress) => void = () => {},
  disruptions = disruptionsOf(model),
): Promise<Run> {
  const ledger = new Ledger(model.estate, model.period, model.teams?.map(({ name }) => name));
  const timeline = new Timeline(model);
  const elsewhere = new Elsewhere(model, ledger.places);
  const teams = new Teams(model);
  const horizon = daysOf(model.period) * DAY;
  const { minimum, maximum } = model.replications;
  let events = 0;
  const flow = new Flow(
    (replication) => {
      const disruption = disruptions.of(replication);
      timeline.add(disruption);
      elsewhere.expect(replication, disruption);
      teams.expect(replication, disruption);
      return unitsOf(model, replication, disruption, horizon);
    },
    simulate,
    ({ done, units, begun, planned }) => onProgress({ done, total: Math.round((units / begun) * planned), replications: planned }),
  );
  for (let planned = minimum; ; planned = Math.min(maximum, planned + ROUND)) {
    flow.plan(planned);
    while (ledger.replications < planned) {
      const results = await flow.next();
      events += results.reduce((sum, result) => sum + result.events, 0);
      ledger.addReplication(results.map(({ tally }) => tally), elsewhere.tallies(ledger.replications, results), teams.sums(ledger.replications));
    }
    // What chance has not brought about once is not known well, though all replications agree that it did not happen.
    const isSeen = ledger.onset < Infinity || !disruptions.differ;
    const isEnough = minimum < maximum && isSeen && isPrecise(ledger);
    if (isEnough || planned >= maximum) {
      return { findings: findingsOf(model, ledger, timeline, disruptions), stoppedBy: isEnough ? "precision" : minimum < maximum ? "maximum" : "replications", events };
    }
  }
}
