/** What an outcome is: a fold over the journals of a neighbourhood's two arms, paired need by need. */
import type { Journal } from "../care/journal.js";
import type { Demand } from "../demand/demand.js";
import type { Minutes, Period } from "../facts/days.js";
import type { History } from "../infrastructure/disruption.js";
import type { RegionJournals, TeamJournals } from "../overflow/journal.js";

/** One neighbourhood of one replication, both arms. */
export interface Pair {
  readonly demand: Demand;
  readonly none: Journal;
  readonly outage: Journal;
  /** By place in the neighbourhood: index of the practice in the estate. */
  readonly practices: readonly number[];
  /** By place: what the practice goes through in the outage arm. */
  readonly histories: readonly History[];
  /** First change for any practice of the estate in this replication; Infinity where nothing happens. */
  readonly onset: Minutes;
  readonly period: Period;
}

/**
 * How practices' values make a region's: added up; added up and divided by the place's thousands of registered patients; numerators and denominators
 * added up, then divided; averaged over affected practices; averaged over registered patients, of those too whom nothing reaches; or what remains of 100 after the mean of all practices' losses, of those that lose nothing too.
 */
export type Combination = "sum" | "rate" | "ratio" | "practices" | "patients" | "remainder";

/** What the page and a scenario may know of an outcome. One id may have several, each with parts of its own, for each unit in which it is expressed. */
export interface Description {
  readonly id: string;
  readonly unit: string;
  readonly kind: "difference" | "ratio" | "level";
  /** Set for a level of which there is nothing to be learnt in the twin: it has no row there. */
  readonly outageOnly?: true;
  readonly combination: Combination;
  /** Set for what happens downstream of practices: only "all" and regions have rows. */
  readonly ofRegions?: true;
  /** Set for what happens to teams that serve many practices: only "all" has rows, where there are any. */
  readonly ofTeams?: true;
  /** Set for what compares practices: they alone have rows. */
  readonly ofPractices?: true;
  /** Set for what hangs on objectives: it has rows only where the scenario states some. */
  readonly ofObjectives?: true;
  /** Name for the page, such as "Appointments disrupted". */
  readonly label: string;
  /** What it counts, in a sentence or two for a manager. */
  readonly definition: string;
  /** Every part it has, "all" first. `byDay` stands for one part a day, `day:2023-03-16`, from the day of onset; days are kept for regions only. `byTeam` stands for one a team, `team:Bromley`. */
  readonly parts: readonly string[];
}

export const byDay = "day:";
export const byTeam = "team:";

/** As which an outcome declares a part. */
export function declaredAs(part: string): string {
  return [byDay, byTeam].find((each) => part.startsWith(each)) ?? part;
}

/** A fold over what both arms of a place hold. */
export interface Fold<Both> extends Description {
  /** Adds what `both` hold to `tally`. */
  fold(both: Both, tally: Tally): void;
}

export type Outcome = Fold<Pair>;

/** One of a region, whose only place in its tally is 0. */
export interface RegionOutcome extends Fold<RegionPair> {
  readonly ofRegions: true;
}

/** One region of one replication, downstream of its practices. */
export interface RegionPair extends RegionJournals {
  readonly patients: number;
  readonly period: Period;
}

/** One of teams, whose only place in their tally is 0. */
export interface TeamOutcome extends Fold<TeamsPair> {
  readonly ofTeams: true;
}

/** All teams of one replication. */
export interface TeamsPair {
  readonly teams: readonly TeamJournals[];
  readonly period: Period;
}

/** Sums of one unit of work, by outcome, part, arm and practice. */
export interface Tally {
  /**
   * Adds `value` to an outcome's `part` ("all", "role:gp", "day:2023-03-16") at the practice with this place in the neighbourhood. For a ratio `value` is the
   * numerator and `over` the denominator. `arm` is "outage" unless it is a level of the twin, "none".
   */
  add(id: string, part: string, place: number, value: number, over?: number, arm?: "outage" | "none"): void;
  /** Says that a value which was added to the part, that of a region or of teams, was cut at the horizon. */
  cut(id: string, part: string): void;
}
