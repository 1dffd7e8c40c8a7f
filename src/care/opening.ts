/** When practices are open, and for how many days the diary is kept. */
import { contactsOn, plannedFor, seasonOf } from "../demand/calendar.js";
import { DAYS_BEFORE } from "../demand/working-days.js";
import type { Parameters } from "../facts/defaults.js";
import { DAY, daysOf, firstDay, isWorkingDay, weekdayOf, type Minutes, type Period } from "../facts/days.js";

export const OPENS = 480, CLOSES = 1110, HALF_HOURS = 21, WORKING_DAYS_A_WEEK = 5;

/** When sessions begin, in minutes after midnight: by half day on a working day, of the network's clinic on another. */
export function sessionStart(isOpen: number, half: number, { care }: Parameters): number {
  return isOpen === 0 ? care.weekendClinic : half === 0 ? care.morningSession : care.afternoonSession;
}

export interface Days {
  /** By day: 1 where practices are open. */
  readonly open: Uint8Array;
  /** The same of the last `DAYS_BEFORE` days before the first. */
  readonly openBefore: Uint8Array;
  /** By day: working days before it, since the first. */
  readonly workingDay: Int32Array;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: Uint8Array;
  /** By day: patients' contacts, and the season of all appointments, as factors of an average working day's. */
  readonly contacts: Float64Array;
  readonly season: Float64Array;
}

/** The simulated days and those of the diary's horizon, and one, into which patients book. */
export function daysAhead(period: Period, parameters: Parameters): Days {
  const { sameDayRate, bookableRate, plannedRate } = parameters.demand;
  const planned = plannedRate / (sameDayRate + bookableRate + plannedRate);
  const first = firstDay(period);
  const days = Array.from({ length: daysOf(period) + parameters.care.horizonDays + 1 }, (_, day) => first + day);
  const open = Uint8Array.from(days, (day) => (isWorkingDay(day) ? 1 : 0));
  let before = 0;
  return {
    open, openBefore: Uint8Array.from({ length: DAYS_BEFORE }, (_, day) => (isWorkingDay(first - DAYS_BEFORE + day) ? 1 : 0)), workingDay: Int32Array.from(open, (isOpen) => (before += isOpen) - isOpen), weekday: Uint8Array.from(days, weekdayOf),
    contacts: Float64Array.from(days, (day) => (isWorkingDay(day) ? contactsOn(day, parameters) : 0)),
    season: Float64Array.from(days, (day) => planned * plannedFor(day, parameters) + (1 - planned) * seasonOf(day, parameters)),
  };
}

/** Minutes since midnight. Not by `%`, which for fractions goes the processor's slow way. */
export function clockOf(time: Minutes): number {
  return time - Math.floor(time / DAY) * DAY;
}
