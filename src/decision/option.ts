/** A resilience option as it was read: what it changes, whom it covers, what it costs and which faults it is for. Plain data. */
import type { Selector } from "../estate/estate.js";

/** Faults that an option takes a stand on; `docs/options.md` explains each. */
export const faults = ["firewall", "circuit", "health network", "hosting", "code push", "workstations", "telephony", "power"] as const;
export type Fault = (typeof faults)[number];

/** `most`: it averts more than half of what the fault does, `some`: it averts or softens something, `none`: it changes nothing of it, exactly. */
export type Extent = "most" | "some" | "none";

export interface Option {
  /** Unique; by this a command names it, and results call its arm. Such as "second-firewall". */
  readonly name: string;
  /** For tables and pages. */
  readonly label: string;
  readonly description: string;
  readonly covers: Coverage;
  readonly cost: readonly CostItem[];
  readonly against: Readonly<Record<Fault, Extent>>;
  /** Names of options that cannot be had together with it; either of the two may say so. */
  readonly excludes: readonly string[];
  /** What it changes: components ("mobile-router"), habits ("response.noticeMinutes"), practices ("practices.telephony"), "hubs" and incidents' terms ("incidents.rings"). Two that share one are compared as a pair as well. */
  readonly touches: readonly string[];
  readonly change: Change;
}

/** Practices that get it: a share of those selected, drawn once; all by default. */
export interface Coverage {
  readonly where?: Selector;
  /** 0 to 1. */
  readonly share?: number;
}

/** Either a cost or, where `amount` is negative, a saving. */
export interface CostItem {
  /** What is paid for, such as "router and aerial". */
  readonly item: string;
  /** Pounds of `priceYear`; once or a year, for each of what `per` names. */
  readonly amount: number;
  /** Range that is plausible, `low` <= `amount` <= `high`; all three equal only where a source gives one price. */
  readonly low: number;
  readonly high: number;
  /** Practices, neighbourhoods and regions count where the option covers at least one practice of them; "all" is paid once for the whole estate. */
  readonly per: "practice" | "neighbourhood" | "region" | "all";
  readonly paid: "once" | "yearly";
  /** Years until what is paid once is paid again; null for what is yearly. */
  readonly life: number | null;
  readonly priceYear: number;
  /** Whether `amount` has value-added tax in it; "none": there is none on it, as on wages. */
  readonly vat: "included" | "excluded" | "none";
  readonly payer: "ICB" | "practice" | "supplier";
  /** True where money leaves the payer's budget, or with a saving comes back to it; false where it is time of people who are paid anyway. */
  readonly cashReleasing: boolean;
  /** Where the figure is from; "assumption" where there is no source, and then low and high differ. */
  readonly source: string;
}

/** What it does to a scenario, in the scenario's own language, as it was written and found in order. */
export interface Change {
  /** New components. */
  readonly components: readonly Readonly<Record<string, unknown>>[];
  /** Ids of components that the practices covered have from now on. */
  readonly gives: readonly string[];
  /** By component or capability: one more way to have it, any of which will do. */
  readonly alternatives: Readonly<Record<string, string>>;
  /** By group and name of a default: how the figure changes. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, FigureChange>>>>;
  /** What practices covered have instead, as in the estate section. */
  readonly practices: Readonly<Record<string, unknown>>;
  /** Hubs for the practices covered, with so many appointments a day for each 1,000 of their patients. */
  readonly hubs: readonly { readonly name: string; readonly perThousand: number; readonly hours?: unknown; readonly component?: string }[];
  /** Terms of incidents that answer a description. */
  readonly incidents: readonly IncidentChange[];
}

/** Two changes of one figure go together when they are of the same kind and that kind may come in any order: all but two different values. */
export type FigureChange =
  | { readonly to: number | readonly number[] }
  | { readonly times: number }
  | { readonly plus: number }
  | { readonly atLeast: number }
  | { readonly atMost: number };

export interface IncidentChange {
  /** Incidents that it concerns: all of these settings must be theirs. `has` names a setting that is there, such as "release". */
  readonly of: { readonly component?: readonly string[]; readonly has?: "release" | "crews" | "units" };
  /** Of a release: rings, as in a scenario. */
  readonly rings?: readonly Readonly<Record<string, unknown>>[];
  readonly crews?: FigureChange;
  /** Chance of each unit to be hit. */
  readonly units?: FigureChange;
  /** It does not reach practices covered. */
  readonly spares?: true;
}
