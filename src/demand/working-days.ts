/** The working days of a region in one replication: what the calendar expects of them, and what day and week do to all its practices together. */
import { cumulative } from "../engine/discrete.js";
import { fromTable, normalTable } from "../engine/table.js";
import { draw, stream } from "../engine/random.js";
import { daysOf, firstDay, isWorkingDay, weekdayOf, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { contactsOn, invitationsOn, onlineOn } from "./calendar.js";

/** Days before the first simulated one whose bookings fill the diary. */
const DIARY_DAYS = 42;
/** Of these, the last days, whole weeks: who wanted to come on one of them may have found it full or closed, and come on a simulated one instead. */
export const DAYS_BEFORE = 14;

export interface WorkingDay {
  /** From 0; negative before the first simulated day. */
  readonly day: number;
  readonly isMonday: boolean;
  /** Factors of patients' contacts, by telephone or at the desk and online: what the calendar expects, and the region's day and week. */
  readonly contacts: number;
  readonly online: number;
  /** Factor of planned needs, and cumulative shares of their classes of lead time. */
  readonly planned: number;
  readonly plannedLeads: Float64Array;
}

/** Streams are named by the region's code, and a day's draws do not depend on how many days follow. */
export function workingDays(seed: string, replication: number, region: string, period: Period, parameters: Parameters): WorkingDay[] {
  const { regionDaySd, regionWeekSd } = parameters.demand;
  const ofDays = stream(seed, replication, region, "days"), ofWeeks = stream(seed, replication, region, "weeks");
  const dayEffects = normalTable(1, regionDaySd), weekEffects = normalTable(1, regionWeekSd);
  const first = firstDay(period);
  const found: WorkingDay[] = [];
  let week = 1;
  for (let day = -DIARY_DAYS; day < daysOf(period); day++) {
    const date = first + day;
    if (day === -DIARY_DAYS || weekdayOf(date) === 0) week = Math.max(0, fromTable(weekEffects, draw(ofWeeks)));
    const own = Math.max(0, fromTable(dayEffects, draw(ofDays)));
    if (!isWorkingDay(date)) continue;
    const invitations = invitationsOn(date, parameters);
    const planned = invitations.reduce((sum, factor) => sum + factor, 0);
    // Where no month of the season has planned work nobody is invited, and no lead time is drawn.
    const plannedLeads = planned > 0 ? cumulative(invitations) : new Float64Array();
    found.push({ day, isMonday: weekdayOf(date) === 0, contacts: contactsOn(date, parameters) * own * week, online: onlineOn(date, parameters) * own * week, planned, plannedLeads });
  }
  return found;
}
