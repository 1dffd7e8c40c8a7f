/** Local times of a result document, such as `2023-03-16T08:00` or `2023-03-16`, in British English. */
import { DAY, dateOf, dayNumber, months, weekdayOf } from "../facts/days.js";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `16 March 2023`. */
export function longDate(time: string): string {
  const [year = "", month = "", day = ""] = time.slice(0, 10).split("-");
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** `Thursday 16 March 2023`. */
export function longDay(time: string): string {
  return `${weekdayName(time)} ${longDate(time)}`;
}

/** `Thursday 16 March`, where the year is plain. */
export function dayAndMonth(time: string): string {
  return longDay(time).slice(0, -5);
}

/** `16 Mar`. */
export function shortDate(time: string): string {
  const [day, month = ""] = longDate(time).split(" ");
  return `${day} ${month.slice(0, 3)}`;
}

/** `Thu`. */
export function shortWeekday(time: string): string {
  return weekdayName(time).slice(0, 3);
}

/** `08:00 on Thursday 16 March 2023`. */
export function moment(time: string): string {
  return `${clockOf(time)} on ${longDay(time)}`;
}

/** `08:00`; midnight for a date alone. */
export function clockOf(time: string): string {
  return time.slice(11, 16) || "00:00";
}

/** Days, with a fraction, from one local time to another. */
export function daysBetween(from: string, to: string): number {
  return (minutesOf(to) - minutesOf(from)) / DAY;
}

/** The date that lies `days`, with a fraction, after a local time. */
export function dateAfter(time: string, days: number): string {
  return dateOf(Math.floor(minutesOf(time) / DAY + days));
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = clockOf(time).split(":").map(Number);
  return dayNumber(time.slice(0, 10)) * DAY + hour * 60 + minute;
}

function weekdayName(time: string): string {
  return weekdays[weekdayOf(dayNumber(time.slice(0, 10)))]!;
}
