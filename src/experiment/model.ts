/** A scenario, compiled: all that a run depends on, as plain data that can be sent to a worker. */
import type { Policies } from "../care/policies.js";
import type { Estate } from "../estate/estate.js";
import type { Hub } from "../estate/hub.js";
import type { Team } from "../estate/team.js";
import type { Parameters } from "../facts/defaults.js";
import type { Period } from "../facts/days.js";
import type { Incident } from "../infrastructure/incident.js";
import type { Infrastructure } from "../infrastructure/model.js";

export interface Hypothesis {
  /** As it was written. */
  readonly text: string;
  readonly outcome: string;
  readonly part: string;
  readonly statistic: "mean" | "p5" | "p10" | "p50" | "p90" | "p95";
  readonly of: "practices" | "replications";
  readonly comparison: "<" | "<=" | ">" | ">=";
  readonly value: number;
  /** "all" or the code of a region, neighbourhood or practice. */
  readonly where: string;
  /** In the resilience score; 1 where absent. */
  readonly weight?: number;
}

/** What practices are to achieve, by the scenario. */
export interface Objectives {
  /** Working days from the return of systems within which the backlog is to be back to normal. */
  readonly recoveryTime?: number;
  /** Share of an ordinary day's consultations that is to be held on every working day, 0 to 1. */
  readonly minimumService?: number;
}

export interface Model {
  readonly name: string;
  readonly question: string;
  /** What is known of what the scenario tells, and what it assumes: sentences for the page, where it has any. */
  readonly story?: { readonly known: readonly string[]; readonly assumed: readonly string[] };
  readonly seed: string;
  readonly period: Period;
  readonly estate: Estate;
  /** Set where `estate` is a sample: all from which it was drawn. Incidents go through the whole, whose repair crews, say, the sample shares with it. */
  readonly whole?: Estate;
  /** Those who serve many practices, where there are any. Teams know the practices of the whole, hubs those that are simulated. */
  readonly teams?: readonly Team[];
  readonly hubs?: readonly Hub[];
  readonly infrastructure: Infrastructure;
  readonly incidents: readonly Incident[];
  readonly parameters: Parameters;
  readonly policies: Policies;
  /**
   * A fixed number, or as many between `minimum` and `maximum` as it takes until the decisive means are known to a `tolerance`, a share of the mean (5% where it is not set), or with `untilDecided` until every
   * hypothesis is held or broken.
   */
  readonly replications: { readonly minimum: number; readonly maximum: number; readonly tolerance?: number; readonly untilDecided?: true };
  readonly hypotheses: readonly Hypothesis[];
  /** Absent where none is stated. */
  readonly objectives?: Objectives;
  /** Set where the run goes on though practices are not in balance without the outage. */
  readonly steady?: "ignore";
}
