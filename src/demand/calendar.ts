/** What the calendar does to demand: weekday, season and bank holidays. Expectations, the same in every replication, for drawing as for planning. */
import { dateOf, isWorkingDay, weekdayOf } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { LEAD_FROM, LEAD_TO } from "./tables.js";

/** Patients' contacts by telephone and at the desk on a working day, as a factor of the average one's. `date` counts days as `dayNumber` does. */
export function contactsOn(date: number, parameters: Parameters): number {
  return parameters.demand.contactsByWeekday[weekdayOf(date)]! * besideWeekday(date, parameters);
}

/** Patients' contacts online, likewise. */
export function onlineOn(date: number, parameters: Parameters): number {
  return parameters.demand.onlineByWeekday[weekdayOf(date)]! * besideWeekday(date, parameters);
}

/** Season and bank holidays. */
function besideWeekday(date: number, parameters: Parameters): number {
  const weekday = weekdayOf(date);
  const after = isWorkingDay(weekday === 0 ? date - 3 : date - 1) ? 1 : parameters.demand.afterHoliday;
  const before = isWorkingDay(weekday === 4 ? date + 3 : date + 1) ? 1 : parameters.demand.beforeHoliday;
  return seasonOf(date, parameters) * after * before;
}

/** Patients' contacts in the month of a day, likewise. */
export function seasonOf(date: number, { demand }: Parameters): number {
  return demand.contactsByMonth[monthOf(date)]!;
}

/** Planned work that is to be done on a day, likewise. */
export function plannedFor(date: number, { demand }: Parameters): number {
  return demand.plannedByMonth[monthOf(date)]!;
}

/**
 * Planned needs that arise on a day, by class of lead time, as factors of all of an average day's: October's vaccinations are invited from September on, so each
 * class has the season of the day in its middle.
 */
export function invitationsOn(date: number, parameters: Parameters): number[] {
  const shares = parameters.demand.wantedPlanned;
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, bin) => (share / all) * plannedFor(date + Math.round((LEAD_FROM[bin]! + LEAD_TO[bin]!) / 2), parameters));
}

/** 0 January to 11 December. */
function monthOf(date: number): number {
  return Number(dateOf(date).slice(5, 7)) - 1;
}
