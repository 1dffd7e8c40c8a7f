/** Calendar arithmetic on civil dates, without the platform's `Date`: the same answer in every time zone. */
import { bankHolidays } from "./bank-holidays.js";

/** Minutes of local clock since the first simulated midnight; a day has 1,440 of them, clock changes are ignored. */
export type Minutes = number;
/** A date as `2023-03-16`. */
export type IsoDate = string;

export const DAY: Minutes = 1440;

/** From the first on, in English. */
export const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** Days simulated: a warm-up, whose results are not reported, then the days that are. */
export interface Period {
  /** First reported day. */
  readonly start: IsoDate;
  /** Days simulated before `start`, so that diaries and queues are in their steady state by then. */
  readonly warmUpDays: number;
  /** Days from `start` to the horizon. */
  readonly days: number;
}

/** Days since 1 January 1970 of a proleptic Gregorian date. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date that is `number` days after 1 January 1970. */
export function dateOf(number: number): IsoDate {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** True for a date that exists: `2023-02-30` does not. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(dayNumber(text)) === text;
}

/** 0 Monday to 6 Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** Neither a weekend nor a bank holiday in England. */
export function isWorkingDay(number: number): boolean {
  return weekdayOf(number) < 5 && !bankHolidays.has(dateOf(number));
}

/** Working days of a month such as `2026-02`. */
export function workingDaysIn(month: string): number {
  let count = 0;
  for (let day = dayNumber(`${month}-01`); dateOf(day).startsWith(month); day++) if (isWorkingDay(day)) count++;
  return count;
}

/** Day number of the first simulated midnight, where `Minutes` begin. */
export function firstDay(period: Period): number {
  return dayNumber(period.start) - period.warmUpDays;
}

/** Days simulated in all, warm-up included. */
export function daysOf(period: Period): number {
  return period.warmUpDays + period.days;
}

/** Minutes at which a local date and time, `2023-03-16 08:00`, falls in `period`. */
export function minutesAt(period: Period, date: IsoDate, clock = "00:00"): Minutes {
  const [hour, minute] = clock.split(":").map(Number) as [number, number];
  return (dayNumber(date) - firstDay(period)) * DAY + hour * 60 + minute;
}

/** `2023-03-16T08:00`, whole minutes, of a simulated time. */
export function timestamp(period: Period, time: Minutes): string {
  const day = Math.floor(time / DAY);
  const minute = Math.floor(time - day * DAY);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return `${dateOf(firstDay(period) + day)}T${clock}`;
}
