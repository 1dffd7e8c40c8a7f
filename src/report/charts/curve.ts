/** What curves over days share: their points, the days off behind them and the dates below. */
import { dateOf, dayNumber, isWorkingDay } from "../../facts/days.js";
import type { Cell } from "../../result/csv.js";
import type { Series } from "../../result/document.js";
import { after } from "../../result/tables.js";
import { dateAfter, dayAndMonth, daysBetween, shortDate } from "../dates.js";
import { stated } from "../numbers.js";
import { lookup, type Look, type Mark, type Position } from "./frame.js";

/** A line of more points than pixels is no clearer, only larger. */
const MOST_POINTS = 400;

export interface Curve {
  readonly series: Series;
  /** Days from the beginning of the series to the end of the plot. */
  readonly end: number;
  readonly x: Position;
  readonly y: Position;
  readonly colour: string;
  readonly look: Look;
  readonly dash?: number[];
}

/** The mean as a line within the band of its interval. */
export function curveMarks({ series, end, x, y, colour, look, dash = [1, 0] }: Curve): Mark[] {
  const values = points(series, end);
  return [
    { data: { values }, mark: { type: "area", color: colour, opacity: 0.22 }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
    { data: { values }, mark: { type: "line", color: colour, strokeWidth: look.line, strokeDash: dash }, encoding: { x, y: { ...y, field: "mean" } } },
  ];
}

/** A row a step for a table: its local time, what names the series, the mean and its interval. */
export function pointRows({ start, stepMinutes, mean, low, high }: Series, names: readonly Cell[]): Cell[][] {
  return mean.map((value, step) => [after(start, step * stepMinutes), ...names, value, low[step] ?? null, high[step] ?? null]);
}

/** Weekends and bank holidays, in grey. */
export function restMark(start: string, end: number, x: Position, look: Look): Mark {
  const first = dayNumber(start.slice(0, 10));
  const shift = daysBetween(start.slice(0, 10), start);
  const values = Array.from({ length: Math.ceil(end + shift) }, (_, day) => day).filter((day) => !isWorkingDay(first + day))
    .map((day) => ({ from: Math.max(0, day - shift), to: Math.min(end, day + 1 - shift) }));
  return { data: { values }, mark: { type: "rect", color: look.colours.rest }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" } } };
}

/** Of each day, unseen, what the series named are at noon: said to those who point there. */
export function dayMark(named: readonly (readonly [name: string, series: Series])[], end: number, x: Position, look: Look): Mark {
  const [[, { start, stepMinutes, unit }]] = named as readonly [readonly [string, Series]];
  const shift = daysBetween(start.slice(0, 10), start);
  const noons = Array.from({ length: Math.ceil(end + shift) }, (_, day) => ({ from: Math.max(0, day - shift), to: Math.min(end, day + 1 - shift), step: Math.round(((day + 0.5 - shift) * 1440) / stepMinutes) }));
  const values = noons.filter(({ step }) => step >= 0 && step < named[0]![1].mean.length).map(({ from, to, step }) => ({
    from, to,
    said: `${dayAndMonth(dateAfter(start, (step * stepMinutes) / 1440))} at noon, ${unit}: ${named.map(([name, { mean, low, high }]) => `${name}${stated({ mean: mean[step]!, low: low[step] ?? null, high: high[step] ?? null })}`).join(", ")}`,
  }));
  return { data: { values }, mark: { type: "rect", color: look.colours.ink, opacity: 0 }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" } } };
}

/** Days from the beginning of a series to one of its steps. */
export function daysOf({ stepMinutes }: Series, step: number): number {
  return (step * stepMinutes) / 1440;
}

/** Every so many steps that the same hours of the day recur. */
function points(series: Series, end: number): { day: number; mean: number; low: number; high: number }[] {
  const steps = series.mean.filter((_, step) => daysOf(series, step) <= end).length;
  const stride = [1, 2, 3, 4, 6, 8, 12, 24].find((each) => steps / each <= MOST_POINTS) ?? 24;
  return series.mean.slice(0, steps)
    .map((mean, step) => ({ day: daysOf(series, step), mean, low: series.low[step] ?? mean, high: series.high[step] ?? mean }))
    .filter((_, step) => step % stride === 0);
}

/** Mondays, or every day of a short stretch. */
export function dateAxis(start: string, end: number, look: Look, width = look.total): Position["axis"] {
  const first = dayNumber(start.slice(0, 10));
  const shift = daysBetween(start.slice(0, 10), start);
  const days = Array.from({ length: Math.floor(end + shift) + 1 }, (_, day) => day).filter((day) => day - shift >= 0);
  const mondays = days.filter((day) => (first + day + 3) % 7 === 0);
  const candidates = end <= 10 ? days : mondays;
  const most = Math.max(1, Math.round(width / 62));
  const stride = Math.ceil(candidates.length / most);
  const chosen = candidates.filter((_, index) => index % stride === 0);
  const labels = Object.fromEntries(chosen.map((day) => [String(day - shift), shortDate(dateOf(first + day))]));
  return { values: chosen.map((day) => day - shift), labelExpr: lookup(labels), ticks: true, tickColor: look.colours.grey, tickSize: 4, grid: false };
}
