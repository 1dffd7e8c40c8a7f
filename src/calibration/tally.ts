/** What one neighbourhood's ordinary weeks come to in one replication: sums that can be added up over neighbourhoods, and what is needed of each practice. */
import type { Journal } from "../care/journal.js";
import type { Demand } from "../demand/demand.js";
import type { Parameters } from "../facts/defaults.js";
import type { Period } from "../facts/days.js";
import type { Expected } from "./expected.js";

/** A neighbourhood that nothing happens to, and what came of it. */
export interface Baseline {
  readonly demand: Demand;
  readonly journal: Journal;
  /** Whole weeks from a Monday, without a bank holiday. */
  readonly period: Period;
  readonly parameters: Parameters;
  /** By place: list size, and what is expected of it. */
  readonly patients: readonly number[];
  readonly expected: readonly Expected[];
}

/** How many sums there are of each measure. Roles are the three clinical ones, staff all five; days begin with Monday. */
export const sizes = {
  /** Needs for appointments, by telephone and online that were to be expected. */
  expected: 3,
  appointmentsByDay: 7, appointmentsByLead: 7, appointmentsByRole: 3, sameDayByRole: 3, appointmentsByMode: 4,
  /** Attended or not: what is still open has no place in either. */
  endedByLead: 7, notAttendedByLead: 7,
  /** Consultations by whole minutes; the last are longer than 60. */
  consultationsByMinute: 62,
  callsByDay: 7, callsByTime: 7, mondayCallsByTime: 7, callsByOutcome: 4, answeredByWait: 4, answeredByLength: 4,
  /** Monday to Friday: day * 28 + half hour from 06:00 on, to 20:00. */
  callsByHalfHour: 140,
  onlineByDay: 7, onlineFromEight: 1, onlineClinical: 1,
  workedByStaff: 5, rosteredByStaff: 5, overtimeByStaff: 5,
  /** Working days until the third next routine appointment: sum and number of practice-days, over the first and the last four weeks. */
  accessEarly: 2, accessLate: 2,
} as const;
export type Measure = keyof typeof sizes;
export type Sums = Readonly<Record<Measure, Float64Array>>;

export interface Tally {
  readonly sums: Sums;
  /** By place: calls per 1,000 patients and working day. */
  readonly callRate: Float64Array;
  /** Appointments by place and working day: place * working days + day. */
  readonly daily: Float64Array;
}

export function noSums(): Sums {
  return Object.fromEntries(Object.entries(sizes).map(([measure, size]) => [measure, new Float64Array(size)])) as unknown as Sums;
}

/** Index of the last of ascending `edges` that is not above `value`; -1 below the first. */
export function classOf(edges: readonly number[], value: number): number {
  let at = edges.length - 1;
  while (at >= 0 && value < edges[at]!) at--;
  return at;
}
