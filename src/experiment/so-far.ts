/** What the replications that are in say already: for whoever waits, not for the result. */
import { meanInterval } from "../statistics/interval.js";
import type { Ledger } from "./ledger.js";

export interface SoFar {
  /** Replications folded. */
  readonly replications: number;
  /** Mean number of appointments disrupted in the whole estate. */
  readonly disrupted: number;
  /** Half width of its 95% interval as a share of the mean; null with one replication, and where nothing is disrupted. */
  readonly precision: number | null;
}

/** To be asked once a replication is in. */
export function soFarOf(ledger: Ledger): SoFar {
  const { mean, low, high } = meanInterval(ledger.pages.map((_, replication) => ledger.total(replication, "appointmentsDisrupted", "all", "outage", 0).value));
  return { replications: ledger.replications, disrupted: mean!, precision: low === null || mean === 0 ? null : (high! - low) / 2 / Math.abs(mean!) };
}
