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
  /** A fixed number, or as many as default precision asks for, between `minimum` and `maximum`. */
  readonly replications: { readonly minimum: number; readonly maximum: number };
  readonly hypotheses: readonly Hypothesis[];
}
