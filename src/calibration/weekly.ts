/** Weekly figures of a neighbourhood that nothing happens to, from the first simulated week on, warm-up included. */
import { AT_DESK, CALL, CANCELLED_BY_PRACTICE, type Journal } from "../care/journal.js";
import { contactsOn, plannedFor, seasonOf } from "../demand/calendar.js";
import { BOOKABLE, PLANNED, SAME_DAY, TELEPHONE } from "../demand/demand.js";
import { kindsBy, type Rates } from "../demand/rates.js";
import { DAY, daysOf, firstDay, isWorkingDay, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";

export interface WeeklyMeasure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Largest difference, in the unit, that does not matter. */
  readonly bound: number;
}

const OF_EXPECTED = "of expected", OF_ROSTERED = "of time rostered";
/** Staff in the order of the journal's. */
const STAFF = [["gp", "GPs"], ["nurse", "Nurses"], ["other", "Other direct care"], ["reception", "Reception"], ["admin", "Administration"]] as const;

/**
 * Bounds: of counts a hundredth, a fifth of what calibration tolerates; of time worked one point, a tenth of the slack of 10% that decides recovery; of overtime a quarter
 * of a point; of the wait for an appointment, which is a whole number of days every morning, one day on one morning of the week; of open work half a minute for every
 * hundred patients, under half a percent of a day's work.
 */
export const weeklyMeasures: readonly WeeklyMeasure[] = [
  { id: "appointments", label: "Appointments", unit: OF_EXPECTED, bound: 0.01 },
  { id: "calls", label: "Calls", unit: OF_EXPECTED, bound: 0.01 },
  { id: "openWork", label: "Open work at week's end", unit: "minutes per 1,000 patients", bound: 5 },
  ...STAFF.map(([id, who]) => ({ id, label: `Time worked: ${who}`, unit: OF_ROSTERED, bound: 0.01 })),
  { id: "overtime", label: "Overtime", unit: "of time worked", bound: 0.0025 },
  { id: "access", label: "Third next available appointment", unit: "working days", bound: 0.2 },
];

export interface Weeks {
  readonly journal: Journal;
  /** Whole weeks from a Monday. */
  readonly period: Period;
  readonly parameters: Parameters;
  /** By place: list size, and what is to be expected of an average working day. */
  readonly patients: readonly number[];
  readonly rates: readonly Rates[];
}

/** By measure, in the order of `weeklyMeasures`, and week. */
export type Weekly = readonly (readonly number[])[];

export function weeklyOf(weeks: Weeks): Weekly {
  const expected = expectedOf(weeks);
  return [
    ratios(appointments(weeks.journal), expected.appointments), ratios(calls(weeks.journal), expected.calls), openWork(weeks),
    ...staffTime(weeks.journal), access(weeks.journal),
  ];
}

/** What the calendar expects of each week. */
function expectedOf({ journal, period, parameters, rates }: Weeks): { appointments: Float64Array; calls: Float64Array } {
  const needs = (kind: number): number => rates.reduce((sum, of) => sum + of.needs[kind]!, 0);
  const byTelephone = rates.reduce((sum, of) => sum + kindsBy(of, TELEPHONE).total, 0);
  const expected = { appointments: byWeek(journal), calls: byWeek(journal) };
  for (let day = 0; day < daysOf(period); day++) {
    const date = firstDay(period) + day;
    if (!isWorkingDay(date)) continue;
    const contacts = contactsOn(date, parameters);
    expected.calls[weekOf(day)]! += byTelephone * contacts;
    // Who books ahead comes on any day of the week.
    expected.appointments[weekOf(day)]! += needs(SAME_DAY) * contacts + needs(BOOKABLE) * seasonOf(date, parameters) + needs(PLANNED) * plannedFor(date, parameters);
  }
  return expected;
}

/** By the week they are for, attended or not. */
function appointments(journal: Journal): Float64Array {
  const { count, startsAt, state } = journal.bookings;
  const held = byWeek(journal);
  for (let booking = 0; booking < count; booking++) {
    const day = Math.floor(startsAt[booking]! / DAY);
    if (day < journal.days && state[booking] !== CANCELLED_BY_PRACTICE) held[weekOf(day)]!++;
  }
  return held;
}

function calls(journal: Journal): Float64Array {
  const { count, kind, arrivedAt } = journal.jobs;
  const came = byWeek(journal);
  for (let job = 0; job < count; job++) if (kind[job] === CALL) came[weekOf(Math.floor(arrivedAt[job]! / DAY))]!++;
  return came;
}

/** Minutes of tasks that have come and are not done when the week ends, per 1,000 patients. */
function openWork({ journal, patients }: Weeks): number[] {
  const { count, kind, arrivedAt, endedAt, minutes } = journal.jobs;
  const open = byWeek(journal);
  for (let job = 0; job < count; job++) {
    if (kind[job]! <= AT_DESK) continue;
    const done = Number.isNaN(endedAt[job]!) ? open.length : weekOf(Math.floor(endedAt[job]! / DAY));
    for (let week = weekOf(Math.floor(arrivedAt[job]! / DAY)); week < done; week++) open[week]! += minutes[job]!;
  }
  const thousands = patients.reduce((sum, list) => sum + list, 0) / 1000;
  return Array.from(open, (sum) => sum / thousands);
}

/** Time worked by staff of time rostered; overtime of time worked by all. Staff whom the neighbourhood shares are rostered in a place of their own, and work for its practices. */
function staffTime(journal: Journal): number[][] {
  const { days, practices } = journal;
  const worked = STAFF.map(() => byWeek(journal)), rostered = STAFF.map(() => byWeek(journal));
  const [all, overtime] = [byWeek(journal), byWeek(journal)];
  for (let place = 0; place <= practices; place++) {
    for (let day = 0; day < days; day++) {
      for (let staff = 0; staff < STAFF.length; staff++) {
        const at = (place * days + day) * STAFF.length + staff;
        rostered[staff]![weekOf(day)]! += journal.rostered[at]!;
        if (place === practices) continue;
        const minutes = journal.worked[4 * at]! + journal.worked[4 * at + 1]! + journal.worked[4 * at + 2]! + journal.worked[4 * at + 3]!;
        worked[staff]![weekOf(day)]! += minutes;
        all[weekOf(day)]! += minutes;
        overtime[weekOf(day)]! += journal.overtime[at]!;
      }
    }
  }
  return [...worked.map((minutes, staff) => ratios(minutes, rostered[staff]!)), ratios(overtime, all)];
}

function access(journal: Journal): number[] {
  const [ahead, asked] = [byWeek(journal), byWeek(journal)];
  journal.access.forEach((days, at) => {
    if (Number.isNaN(days)) return;
    ahead[weekOf(at % journal.days)]! += days;
    asked[weekOf(at % journal.days)]!++;
  });
  return ratios(ahead, asked);
}

function byWeek({ days }: Journal): Float64Array {
  return new Float64Array(days / 7);
}

function weekOf(day: number): number {
  return Math.floor(day / 7);
}

function ratios(counts: Float64Array, of: Float64Array): number[] {
  return Array.from(counts, (count, week) => count / of[week]!);
}
