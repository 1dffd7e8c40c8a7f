/** What a scenario has people do about an outage beyond each practice's habits: instructions with times, and habits that change as it goes on. Data. */
import type { Selector } from "../estate/estate.js";
import type { Minutes } from "../facts/days.js";

/** What clinicians do: carry on with paper, cancel routine appointments, see only who is urgent. */
export const CARRY_ON = 0, CANCEL_ROUTINE = 1, URGENT_ONLY = 2;

/** An instruction of the nation or of an ICB. It holds in the outage arm only, from `at` until `until`. */
export interface Directive {
  readonly name: string;
  /** Where two of them tell a practice different things, the region's goes before the nation's, and the later one of the same before the earlier. */
  readonly from: "nation" | "region";
  readonly at: Minutes;
  /** Infinity: to the horizon. */
  readonly until: Minutes;
  /** Practices that it is for. All by default. */
  readonly where?: Selector;
  /** Share of these that follow it. */
  readonly followed: number;
  /** While systems are down: `CARRY_ON`, `CANCEL_ROUTINE` or `URGENT_ONLY`. */
  readonly clinicians?: number;
  /** While systems are down. */
  readonly reception?: "decline" | "paper";
  /** Practices switch the tool off, whether it works or not; patients who know of it telephone instead. */
  readonly online?: "off";
  readonly messaging?: "off";
  /** Practices send nobody on to other services. Patients who go there by themselves do so all the same. */
  readonly refer?: "nobody";
  /** Practices that had no continuity plan have one from `at` on: they decide at once, take details on paper and carry on with paper. */
  readonly plan?: true;
  /** Patients are asked to come only if they must: of those whose need can wait, `heeded` do not ask now. Same-day needs go where the shares say, others ask later. */
  readonly advice?: { readonly heeded: number; readonly to111: number; readonly toPharmacy: number };
}

/** Habits from a working day of a practice's outage on, its first being day 1. What is absent stays as it was. */
export interface LaterHabits {
  readonly fromDay: number;
  /** Shares of practices that carry on, cancel routine appointments, see only who is urgent; together 1. */
  readonly clinicians?: readonly [carryOn: number, cancelRoutine: number, urgentOnly: number];
  readonly receptionDeclines?: number;
}

export interface Policies {
  readonly directives: readonly Directive[];
  /** Ascending by day. */
  readonly habits: readonly LaterHabits[];
}

export const noPolicies: Policies = { directives: [], habits: [] };
