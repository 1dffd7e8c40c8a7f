/** What the replications that are in say already: for whoever waits, not for the result. */
import { meanInterval } from "../statistics/interval.js";
import type { Ledger } from "./ledger.js";
import type { Page } from "./page.js";

export interface SoFar {
  /** Replications folded. */
  readonly replications: number;
  /** Mean number of appointments disrupted in the whole estate. */
  readonly disrupted: number;
  /** Half width of its 95% interval as a share of the mean; null with one replication, and where nothing is disrupted. */
  readonly precision: number | null;
  /** Before the first replication is in: for what share of its patients that stands; 1 while what goes on downstream is still simulated. */
  readonly share?: number;
}

/** As if those who are still to come in the first replication fared as those who are in. */
export function provisionalOf(page: Page, share: number): SoFar {
  return { replications: 0, disrupted: page.total("appointmentsDisrupted", "all", "outage", 0).value / share, precision: null, share };
}

/** To be asked once a replication is in. */
export function soFarOf(ledger: Ledger): SoFar {
  const { mean, low, high } = meanInterval(ledger.pages.map((_, replication) => ledger.total(replication, "appointmentsDisrupted", "all", "outage", 0).value));
  return { replications: ledger.replications, disrupted: mean!, precision: low === null || mean === 0 ? null : (high! - low) / 2 / Math.abs(mean!) };
}
