/** Days that a chart by day shows, and how they stand below it. */
import { dateOf, dayNumber, isWorkingDay } from "../../facts/days.js";
import { shortDate, shortWeekday } from "../dates.js";
import { lookup, type Look, type Position } from "./frame.js";

/** Of a day, the share of the highest below which it is too quiet to see. */
const QUIET = 1 / 100;

/** From the day before the first on which any of the counts (each a list by day from `start`) reaches a hundredth of the highest of all to the end of the last such working week. Empty where there is none. */
export function loudDays(start: string, counts: readonly (readonly number[])[]): string[] {
  const first = dayNumber(start.slice(0, 10));
  const most = Math.max(0, ...counts.flat().map(Math.abs));
  const length = Math.max(0, ...counts.map((values) => values.length));
  const loud = Array.from({ length }, (_, day) => day).filter((day) => most > 0 && counts.some((values) => Math.abs(values[day] ?? 0) >= most * QUIET));
  if (loud.length === 0) return [];
  let end = loud.at(-1)! + 1;
  while (end < length && isWorkingDay(first + end)) end++;
  const from = Math.max(0, loud[0]! - 1);
  return Array.from({ length: end - from }, (_, day) => dateOf(first + from + day));
}

/** Dates below the middle of each day of a scale of days from `start`, or of some where there is no room for all. */
export function middays(start: string, days: number, width: number, look: Look): Position["axis"] {
  const first = dayNumber(start.slice(0, 10));
  const stride = Math.ceil((days * 46) / width);
  const named = Array.from({ length: days }, (_, day) => day).filter((day) => day % stride === 0);
  const labels = Object.fromEntries(named.map((day) => [String(day + 0.5), [shortWeekday(dateOf(first + day)), shortDate(dateOf(first + day))]]));
  return { values: named.map((day) => day + 0.5), labelExpr: lookup(labels), grid: false, labelColor: look.colours.grey };
}

/** A band a day; `labels` says whether dates stand below. */
export function dayBands(dates: readonly string[], width: number, labels: boolean, look: Look): Position {
  const candidates = dates.length <= width / 46 ? dates : dates.filter((date) => shortWeekday(date) === "Mon");
  const stride = Math.ceil(candidates.length / (width / 46));
  const named = candidates.filter((_, index) => index % Math.max(1, stride) === 0);
  return {
    field: "day", type: "ordinal", scale: { domain: [...dates], paddingInner: 0.25, paddingOuter: 0.1 },
    axis: labels
      ? {
        grid: false, values: [...named], labelAngle: 0, labelOverlap: false, labelColor: look.colours.grey,
        labelExpr: lookup(Object.fromEntries(named.map((date) => [date, [shortWeekday(date), shortDate(date)]]))),
      }
      : null,
  };
}
