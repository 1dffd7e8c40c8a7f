/**
 * Dates, times and durations as a planner writes them.
 *
 * A date is `2023-03-16`, a moment `2023-03-16 08:00`, both local time in England; 24:00 is not a time, the next day's 00:00 is.
 *
 * A duration is a whole number with a unit (`30m`, `4h`, `2d`, `1w`, or in words: `4 hours`), or several of them, largest first (`1h30m`): so much time by the
 * clock, weekends and nights included. Or it is `5 working days`: as many days of 24 hours, of which only those count that are neither a weekend nor a
 * bank holiday in England. From Thursday 16 March 2023 at 08:00 five working days last until Thursday 23 March at 08:00, and from Saturday at noon one
 * working day lasts until midnight after Monday.
 */
import { DAY, type IsoDate, isDate, isWorkingDay, type Minutes } from "../facts/days.js";

export type Duration = { readonly minutes: Minutes } | { readonly workingDays: number };

export interface Moment {
  readonly date: IsoDate;
  /** `08:00`. */
  readonly clock: string;
}

/** No duration may be longer: no calendar is. */
export const LONGEST_DAYS = 366;

const units = { w: 7 * DAY, d: DAY, h: 60, m: 1 };
const part = (letter: string, word: string): string => `(?:(\\d{1,9})\\s*(?:${letter}|${word}s?))?\\s*`;
const clockTime = new RegExp(`^${part("w", "week")}${part("d", "day")}${part("h", "h(?:ou)?r")}${part("m", "min(?:ute)?")}$`);
const workingTime = /^(\d{1,9})\s+working\s+days?$/;

/** What a duration says; undefined where it is none. It may be longer than `LONGEST_DAYS`. */
export function durationOf(text: string): Duration | undefined {
  const trimmed = text.trim();
  // Longer texts are none, and would keep the pattern busy.
  if (trimmed === "" || trimmed.length > 60) return undefined;
  const working = workingTime.exec(trimmed);
  if (working) return { workingDays: Number(working[1]) };
  const found = clockTime.exec(trimmed);
  if (!found) return undefined;
  const [, weeks, days, hours, minutes] = found;
  return { minutes: Number(weeks ?? 0) * units.w + Number(days ?? 0) * units.d + Number(hours ?? 0) * units.h + Number(minutes ?? 0) * units.m };
}

/** Minutes of a duration by the clock; undefined of anything else, such as working days. */
export function minutesOf(text: string | undefined): Minutes | undefined {
  const read = text === undefined ? undefined : durationOf(text);
  return read && "minutes" in read ? read.minutes : undefined;
}

export function isTooLong(duration: Duration): boolean {
  return "workingDays" in duration ? duration.workingDays > LONGEST_DAYS : duration.minutes > LONGEST_DAYS * DAY;
}

/** When something ends that lasts `duration` from `from`; `firstDay` is the day number of the midnight at which minutes begin. */
export function endOf(from: Minutes, duration: Duration, firstDay: number): Minutes {
  if ("minutes" in duration) return from + duration.minutes;
  let left = duration.workingDays * DAY;
  let time = from;
  while (left > 0) {
    const midnight = (Math.floor(time / DAY) + 1) * DAY;
    const passes = isWorkingDay(firstDay + Math.floor(time / DAY)) ? Math.min(left, midnight - time) : 0;
    left -= passes;
    time = left > 0 ? midnight : time + passes;
  }
  return time;
}

/** The parts of a moment: undefined where it is not written as one, "date" or "clock" where it has the form but that part does not exist. */
export function momentOf(text: string): Moment | "date" | "clock" | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:\s+|T)(\d{2}):(\d{2})$/.exec(text.trim());
  if (!found) return undefined;
  const [, date, hour, minute] = found as unknown as [string, string, string, string];
  if (!isDate(date)) return "date";
  return Number(hour) < 24 && Number(minute) < 60 ? { date, clock: `${hour}:${minute}` } : "clock";
}
