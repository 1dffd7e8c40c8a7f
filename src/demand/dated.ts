/** A practice's own work with a date: claims and returns by the end of the financial year, and each month's payroll. */
import { poissonCount } from "../engine/discrete.js";
import { draw, unit, type Stream } from "../engine/random.js";
import { DAY, dateOf, daysOf, firstDay, isWorkingDay, type Minutes, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { PAYROLL, YEAR_END } from "./demand.js";

export interface Dated {
  readonly arrivesAt: Minutes;
  readonly kind: number;
  /** Midnight after the day by which it is to be done. */
  readonly dueAt: Minutes;
  readonly key: number;
}

/** Work comes up at any minute from 08:00 to 18:00. */
export const COMES_FROM = 480, COMES_FOR = 600;
const YEAR_ENDS = "03-31";
/** Days by which a date is known before it: more than any work with it comes up ahead. */
const AHEAD = 62;

/** In order of time, of all that comes up on a simulated day; `named` is the practice's stream for a purpose. What belongs to a date does not depend on the days simulated. */
export function datedWork(period: Period, patients: number, { demand }: Parameters, named: (purpose: string) => Stream): Dated[] {
  const first = firstDay(period);
  const end = daysOf(period);
  const found: Dated[] = [];
  const add = (random: Stream, days: readonly number[], kind: number, due: number): void => {
    const day = days[Math.floor(unit(draw(random)) * days.length)]! - first;
    const arrivesAt = day * DAY + COMES_FROM + COMES_FOR * unit(draw(random));
    const key = draw(random);
    if (day >= 0 && day < end) found.push({ arrivesAt, kind, dueAt: (due - first + 1) * DAY, key });
  };
  for (let due = first; due < first + end + AHEAD; due++) {
    const date = dateOf(due);
    if (date.endsWith(YEAR_ENDS)) {
      const random = named(`year end ${date}`);
      const count = poissonCount((demand.yearEndRate * patients) / 1000, draw(random));
      const days = workingDaysBefore(workingDayUntil(due), demand.yearEndDays);
      for (let task = 0; task < count; task++) add(random, days, YEAR_END, due);
    }
    if (Number(date.slice(-2)) === demand.payrollDay) {
      const last = workingDayUntil(due);
      add(named(`payroll ${date}`), workingDaysBefore(last, demand.payrollDays).slice(-1), PAYROLL, last);
    }
  }
  return found.sort((one, other) => one.arrivesAt - other.arrivesAt);
}

/** The day, or the last working day before it. */
function workingDayUntil(day: number): number {
  let last = day;
  while (!isWorkingDay(last)) last--;
  return last;
}

/** So many working days before `day`, the latest first. */
function workingDaysBefore(day: number, count: number): number[] {
  const days: number[] = [];
  for (let before = day - 1; days.length < count; before--) if (isWorkingDay(before)) days.push(before);
  return days;
}
