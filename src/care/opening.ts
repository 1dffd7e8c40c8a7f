/** When practices are open, and for how many days the diary is kept. */
import { daysOf, firstDay, isWorkingDay, weekdayOf, type Period } from "../facts/days.js";

export const OPENS = 480, CLOSES = 1110, HALF_HOURS = 21, WORKING_DAYS_A_WEEK = 5;

export interface Days {
  /** By day: 1 where practices are open. */
  readonly open: Uint8Array;
  /** By day: working days before it, since the first. */
  readonly workingDay: Int32Array;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: Uint8Array;
}

/** The simulated days and `horizonDays` more, and one, into which patients book. */
export function daysAhead(period: Period, horizonDays: number): Days {
  const first = firstDay(period);
  const days = Array.from({ length: daysOf(period) + horizonDays + 1 }, (_, day) => first + day);
  const open = Uint8Array.from(days, (day) => (isWorkingDay(day) ? 1 : 0));
  let before = 0;
  return { open, workingDay: Int32Array.from(open, (isOpen) => (before += isOpen) - isOpen), weekday: Uint8Array.from(days, weekdayOf) };
}
