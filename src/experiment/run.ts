/** Runs replications until there are enough, and folds them in their order, whatever the order in which units are finished. */
import { findingsOf, type Findings } from "./findings.js";
import { Ledger } from "./ledger.js";
import type { Model } from "./model.js";
import { isPrecise } from "./precision.js";
import { disruptionOf, touched, type Unit, type UnitResult } from "./unit.js";

export interface Progress {
  /** Units finished, and units that are certain to be run. */
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
 * `simulate` runs one unit, here or in a thread; it may be called for many at once.
 * @throws what `simulate` throws.
 */
export async function runExperiment(model: Model, simulate: (unit: Unit) => Promise<UnitResult>, onProgress: (progress: Progress) => void = () => {}): Promise<Run> {
  const disruption = disruptionOf(model);
  const neighbourhoods = touched(model, disruption);
  const ledger = new Ledger(model.estate, model.period);
  const { minimum, maximum } = model.replications;
  let done = 0;
  let events = 0;
  let planned = minimum;
  for (;;) {
    const report = () => onProgress({ done, total: planned * neighbourhoods.length, replications: planned });
    report();
    const round = Array.from({ length: planned - ledger.replications }, (_, index) => ledger.replications + index).map((replication) =>
      neighbourhoods.map(async (neighbourhood) => {
        const result = await simulate({ replication, neighbourhood });
        done++;
        report();
        return result;
      }),
    );
    // One that fails before its replication's turn comes is not unheard: its turn throws, unless an earlier one has.
    for (const unit of round.flat()) unit.catch(() => {});
    for (const units of round) {
      const results = await Promise.all(units);
      events += results.reduce((sum, result) => sum + result.events, 0);
      ledger.addReplication(results.map(({ tally }) => tally));
    }
    const isEnough = minimum < maximum && isPrecise(ledger);
    if (isEnough || planned >= maximum) {
      return { findings: findingsOf(model, ledger, disruption), stoppedBy: isEnough ? "precision" : minimum < maximum ? "maximum" : "replications", events };
    }
    planned = Math.min(maximum, planned + ROUND);
  }
}
