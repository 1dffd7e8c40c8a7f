/** Why appointments were disrupted, and what became of those that were cancelled, day by day. */
import { dateOf, dayNumber } from "../../facts/days.js";
import { csv, type Table } from "../../result/csv.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { dayAndMonth, daysBetween } from "../dates.js";
import { figureOf, labelOf, nameOf, seriesOf } from "../find.js";
import { partName, withinSentence } from "../labels.js";
import { about, plain, stated } from "../numbers.js";
import { dayBands, loudDays } from "./days.js";
import { axisRoom, framed, lookOf, type ChartSpec, type Layout, type Look, type Panel, type Position } from "./frame.js";
import { key } from "./key.js";

const measures = [
  { id: "appointmentsDisrupted", parts: ["reason:without records", "reason:not delivered on its day"] },
  { id: "appointmentsCancelled", parts: ["rebooked", "lost"] },
] as const;

interface Measure {
  readonly id: string;
  readonly parts: readonly { readonly part: string; readonly series: Series; readonly total: number }[];
}

/** Undefined where the document does not count by day and reason, or there is nothing to count. */
export function reasons(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const told = measuresOf(document);
  const first = told[0]?.parts[0]?.series;
  if (first === undefined) return undefined;
  const look = lookOf(layout);
  const dates = loudDays(first.start, told.map(({ parts }) => first.mean.map((_, day) => parts.reduce((sum, { series }) => sum + (series.mean[day] ?? 0), 0))));
  const top = Math.max(...told.flatMap(({ parts }) => dates.map((date) => parts.reduce((sum, { series }) => sum + Math.max(0, valueOn(series, date)), 0))));
  const left = axisRoom(top, look);
  const width = look.total - left - 10;
  const title = findingOf(document, told);
  return framed(document, {
    layout, left, name: "Appointments disrupted and cancelled, by day and reason", title,
    subtitle: `Appointments each day${first.where === "all" ? "" : `, ${nameOf(document, first.where)}`}: disrupted by the day for which they were booked, cancelled by the day on which they were. Means over replications, on one scale.`,
    description: `${title}. ${told.map(({ id, parts }) => `${labelOf(document, id)}: ${parts.map(({ part, total }) => `${withinSentence(partName(part))} ${plain(total)}`).join(", ")}`).join(". ")}.`,
    spacing: 22,
    panels: told.flatMap(({ id, parts }, index) => {
      const shown = figureOf(document, id);
      const entries = parts.map(({ part, total }, at) => ({ text: `${partName(part)}: ${plain(total, 2)}`, colour: look.colours.parts[1 + at]! }));
      return [
        key(`${labelOf(document, id)}${shown === undefined ? "" : `: ${stated(shown)}`}`, entries, left, look),
        bars(parts, dates, { width, look, top, isLast: index === told.length - 1 }),
      ];
    }),
  });
}

/** A day and part a row. */
export function reasonsTable(document: ResultDocument): Table {
  const rows = measuresOf(document).flatMap(({ id, parts }) => parts.flatMap(({ part, series }) => loudDays(series.start, [series.mean]).map((date) => {
    const at = Math.round(daysBetween(series.start, date));
    return [date, id, part, series.where, series.mean[at]!, series.low[at]!, series.high[at]!];
  })));
  return csv("reasons.csv", ["day", "outcome", "part", "where", "mean_appointments", "low_appointments", "high_appointments"], rows);
}

/** Those of which something is counted. */
function measuresOf(document: ResultDocument): Measure[] {
  return measures.map(({ id, parts }) => ({
    id,
    parts: parts.flatMap((part) => {
      const series = seriesOf(document, id, part);
      const total = series?.mean.reduce((sum, value) => sum + value, 0) ?? 0;
      return series === undefined || total === 0 ? [] : [{ part, series, total }];
    }),
  })).filter(({ parts }) => parts.length > 0);
}

function bars(parts: Measure["parts"], dates: readonly string[], { width, look, top, isLast }: { readonly width: number; readonly look: Look; readonly top: number; readonly isLast: boolean }): Panel {
  const values = dates.flatMap((day) => {
    let end = 0;
    return parts.map(({ part, series }, at) => {
      const from = end;
      end += Math.max(0, valueOn(series, day));
      return { day, from, to: end, colour: look.colours.parts[1 + at]!, said: `${dayAndMonth(day)}, ${withinSentence(partName(part))}: ${plain(end - from, 2)}` };
    });
  }).filter(({ from, to }) => to > from);
  const y: Position = { type: "quantitative", scale: { domain: [0, top * 1.05], nice: false }, axis: { tickCount: 4, format: ",~f", labelPadding: 8 } };
  return {
    width, height: look.isWide ? 130 : 110, data: { values },
    layer: [{
      mark: { type: "bar", stroke: look.colours.paper, strokeWidth: 0.5 },
      encoding: { x: dayBands(dates, width, isLast, look), y: { ...y, field: "from" }, y2: { field: "to" }, color: { field: "colour", type: "nominal", scale: null, legend: null } },
    }],
  };
}

function valueOn({ start, mean }: Series, date: string): number {
  return mean[Math.round(daysBetween(start, date))] ?? 0;
}

/** `Appointments disrupted: about 7,400, most on Monday 20 March; 82% of them held without full records`. */
function findingOf(document: ResultDocument, told: readonly Measure[]): string {
  const { id, parts } = told[0]!;
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const most = parts.reduce((one, other) => (other.total > one.total ? other : one));
  const start = parts[0]!.series.start;
  const counts = parts[0]!.series.mean.map((_, day) => parts.reduce((sum, { series }) => sum + (series.mean[day] ?? 0), 0));
  const worst = counts.indexOf(Math.max(...counts));
  const row = figureOf(document, id);
  const inAll = row === undefined ? `about ${plain(total)}` : about(row);
  return `${labelOf(document, id)}: ${inAll}, most on ${dayAndMonth(dateOf(dayNumber(start.slice(0, 10)) + worst))}; ${share(most.total / total)} of them ${sayings[most.part] ?? withinSentence(partName(most.part))}`;
}

const sayings: Readonly<Record<string, string>> = {
  "reason:without records": "held without full records", "reason:not delivered on its day": "not held on their day", rebooked: "rebooked", lost: "never rebooked",
};

function share(value: number): string {
  return value === 1 ? "all" : value > 0.995 ? "almost all" : `${plain(value * 100, 2)}%`;
}
