/** A team that works for the patients of many practices, as data. Practices are indices in the whole estate, also where only a sample of it is simulated. */
import type { Minutes } from "../facts/days.js";

/** When a team or a hub is open: on working days, and on Saturdays and Sundays where it says so. */
export interface OpeningHours {
  readonly from: Minutes;
  readonly to: Minutes;
  readonly weekends: boolean;
}

export interface Team {
  /** Names its streams of chance, too. */
  readonly name: string;
  /** Practices whose patients it works for, ascending, and how many patients of each. */
  readonly practices: readonly number[];
  readonly patients: readonly number[];
  /** Items of work that come on a day on which it is open. */
  readonly itemsADay: number;
  /** Minutes that one takes: mean, standard deviation. */
  readonly minutes: readonly number[];
  /** Share of items that are appointments, of which the patient comes that day; the rest are tasks. */
  readonly appointments: number;
  /** Share of items that lie in the record of the patient's own practice. */
  readonly records: number;
  /** Practice as which the team logs in for all its work. */
  readonly host?: number;
  /** Component without which it does no work: as its host has it, or without a host as the patient's own practice has. */
  readonly component?: string;
  /** People at work while it is open. */
  readonly staff: number;
  readonly hours: OpeningHours;
}
