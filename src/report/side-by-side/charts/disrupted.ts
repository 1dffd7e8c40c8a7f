/** Appointments disrupted on each day of one of two results, on the scale that fits both. */
import { dateOf as dateOfDay, dayNumber } from "../../../facts/days.js";
import type { OutcomeRow, ResultDocument } from "../../../result/document.js";
import { axisRoom, colours, framed, lookup, lookOf, type ChartSpec, type Layout, type Position } from "../../charts/frame.js";
import { dayAndMonth, shortDate, shortWeekday } from "../../dates.js";
import { figureOf, partsOf } from "../../find.js";
import { about, possible, rounded } from "../../numbers.js";
import { letterOf, type Pair, type Side } from "../pair.js";

/** A bar lower than this share of the highest is too low to see. */
const LEAST = 0.01;

export function disrupted(pair: Pair, side: Side, layout: Layout): ChartSpec | undefined {
  const all = [pair.a, pair.b].flatMap(daysIn);
  const values = all.flatMap(({ mean, low, high }) => [mean ?? 0, low ?? 0, high ?? 0]);
  const [bottom, top] = [Math.min(0, ...values), Math.max(0, ...values)];
  const own = daysIn(pair[side]);
  if (own.length === 0 || top === 0) return undefined;
  const length = Math.max(...[pair.a, pair.b].map((document) => lengthOf(document, top * LEAST)));
  const first = dayNumber(firstDay(pair[side]));
  const dates = Array.from({ length }, (_, day) => dateOfDay(first + day));
  const worst = own.reduce((most, row) => ((row.mean ?? 0) > (most.mean ?? 0) ? row : most));
  const total = figureOf(pair[side], "appointmentsDisrupted");
  const size = lookOf(layout);
  const left = Math.max(axisRoom(top, size), axisRoom(bottom, size));
  const width = size.total - left - 10;
  const title = (worst.mean ?? 0) <= 0 ? `${letterOf(side)}: no appointments are disrupted` : `${letterOf(side)}: ${about(worst)} on ${dayAndMonth(dateIn(worst))}${total === undefined ? "" : `, of ${about(total)} in all`}`;
  const stride = Math.ceil(length / (width / 44));
  const named = dates.filter((_, index) => index % stride === 0);
  const x: Position = {
    field: "day", type: "ordinal", scale: { domain: dates, paddingInner: 0.25, paddingOuter: 0.1 },
    axis: { grid: false, values: named, labelAngle: 0, labelOverlap: false, labelExpr: lookup(Object.fromEntries(named.map((date) => [date, [shortWeekday(date), shortDate(date)]]))) },
  };
  const y: Position = { type: "quantitative", scale: { domain: [bottom * 1.2, top * 1.2], nice: false }, axis: { tickCount: 4, format: ",~f", labelPadding: 8 } };
  return framed(pair[side], {
    layout, left, name: "Appointments disrupted by day", title,
    subtitle: "Appointments disrupted on each day. Thin lines: 95% interval of the mean.",
    description: `${title}. Appointments disrupted by day.`,
    panels: [{
      width, height: 140, data: { values: own.filter((row) => dates.includes(dateIn(row))).map((row) => ({ day: dateIn(row), mean: row.mean, low: row.low, high: row.high, label: row === worst && (row.mean ?? 0) > 0 ? rounded(row) : "" })) },
      layer: [
        { mark: { type: "bar", color: colours.blue }, encoding: { x, y: { ...y, field: "mean" } } },
        { mark: { type: "rule", color: colours.ink }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
        { mark: { type: "text", dy: -5, baseline: "bottom", fontWeight: "bold" }, encoding: { x, y: { ...y, field: "high" }, text: { field: "label" } } },
      ],
    }],
  });
}

function daysIn(document: ResultDocument): OutcomeRow[] {
  return partsOf(document, "appointmentsDisrupted", "day:").map(possible);
}

function firstDay({ window: { onset, start } }: ResultDocument): string {
  return (onset ?? start).slice(0, 10);
}

/** Days from the first to the last on which there is something to see, and no less than a week. */
function lengthOf(document: ResultDocument, least: number): number {
  const loud = daysIn(document).filter(({ mean }) => Math.abs(mean ?? 0) >= least).map((row) => dayNumber(dateIn(row)) - dayNumber(firstDay(document)));
  return Math.max(7, ...loud.map((day) => day + 1));
}

function dateIn({ part }: OutcomeRow): string {
  return part.slice("day:".length);
}
