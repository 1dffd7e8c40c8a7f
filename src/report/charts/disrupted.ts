/** What was disrupted, cancelled and declined, day by day. */
import { isWorkingDay, dayNumber } from "../../facts/days.js";
import { csv, type Table } from "../../result/csv.js";
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { dayAndMonth, shortDate, shortWeekday } from "../dates.js";
import { labelOf, partsOf, figureOf } from "../find.js";
import { about, possible, rounded, stated } from "../numbers.js";
import { axisRoom, framed, heading, lookup, lookOf, type ChartSpec, type Layout, type Look, type Mark, type Panel, type Position } from "./frame.js";

const shown = ["appointmentsDisrupted", "appointmentsCancelled", "contactsNotConnected", "requestsDeclined", "excessAbandonment"];

export function disrupted(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const panels = shown.map((id) => ({ id, total: figureOf(document, id), days: partsOf(document, id, "day:").map(possible) })).filter(({ days }) => days.some(({ mean }) => mean !== 0));
  const first = panels[0];
  if (first === undefined) return undefined;
  const dates = datesShown(panels.map(({ days }) => days));
  const look = lookOf(layout);
  const top = Math.max(0, ...panels.flatMap(({ days }) => days.map(({ mean, high }) => high ?? mean ?? 0)));
  // On some days there may be fewer than without the outage.
  const bottom = Math.min(0, ...panels.flatMap(({ days }) => days.map(({ mean, low }) => low ?? mean ?? 0)));
  const left = Math.max(axisRoom(top, look), axisRoom(bottom, look));
  const width = look.total - left - 10;
  const worst = highest(first.days);
  const title = `${labelOf(document, first.id)}: ${about(worst)} on ${dayAndMonth(dateOf(worst))} alone${first.total === undefined ? "" : `, of ${about(first.total)} in all`}`;
  return framed(document, {
    layout, left, name: "What was disrupted, by day", title,
    subtitle: "Appointments, contacts and calls each day, on one scale. Thin lines: 95% interval of the mean (simulation error). Days too quiet to see are left off the end.",
    description: `${title}. Bar charts by day. ${panels.map(({ id, total, days }) => {
      const most = highest(days);
      return `${labelOf(document, id)}: ${total === undefined ? "" : `${stated(total)} in all, `}most on ${dayAndMonth(dateOf(most))}, ${about(most)}`;
    }).join(". ")}.`,
    spacing: 40,
    panels: panels.map(({ id, total, days }, index): Panel => {
      const last = index === panels.length - 1;
      return panel({ days: days.filter((row) => dates.includes(dateOf(row))), dates, domain: [bottom * 1.2, top * 1.2], width, labels: last, look }, heading(`${labelOf(document, id)}${total === undefined ? "" : `: ${stated(total)}`}`, left, look));
    }),
  });
}

/** A day and outcome a row. */
export function disruptedTable(document: ResultDocument): Table {
  const rows = shown.flatMap((id) => partsOf(document, id, "day:").map((row) => [dateOf(row), id, row.unit, row.where, row.mean, row.low, row.high]));
  return csv("disrupted.csv", ["day", "outcome", "unit", "where", "mean", "low", "high"], rows);
}

interface Bars {
  readonly days: readonly OutcomeRow[];
  readonly dates: readonly string[];
  /** Of values, with room for the label of the highest. */
  readonly domain: [number, number];
  readonly width: number;
  /** Whether dates stand below. */
  readonly labels: boolean;
  readonly look: Look;
}

function panel({ days, dates, domain, width, labels, look }: Bars, title: Mark): Panel {
  const values = days.map((row) => ({ day: dateOf(row), mean: row.mean, low: row.low, high: row.high, label: row === highest(days) ? rounded(row) : "", isFirst: dateOf(row) === dates[0] }));
  const candidates = dates.length <= 14 ? dates : dates.filter((date) => shortWeekday(date) === "Mon");
  const stride = Math.ceil(candidates.length / (width / 44));
  const named = candidates.filter((_, index) => index % stride === 0);
  const x: Position = {
    field: "day", type: "ordinal", scale: { domain: [...dates], paddingInner: 0.25, paddingOuter: 0.1 },
    axis: labels
      ? { grid: false, values: [...named], labelAngle: 0, labelOverlap: false, labelExpr: lookup(Object.fromEntries(named.map((date) => [date, [shortWeekday(date), shortDate(date)]]))) }
      : null,
  };
  const y: Position = { type: "quantitative", scale: { domain, nice: false }, axis: { tickCount: 3, format: ",~f", labelPadding: 8 } };
  return {
    width, height: look.isWide ? 88 : 80,
    data: { values },
    layer: [
      { mark: { type: "bar", color: look.colours.blue }, encoding: { x, y: { ...y, field: "mean" } } },
      { mark: { type: "rule", color: look.colours.ink }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
      { mark: { type: "text", dy: -5, baseline: "bottom", fontWeight: "bold", align: { expr: "datum.isFirst ? 'left' : 'center'" }, dx: { expr: "datum.isFirst ? -6 : 0" } }, encoding: { x, y: { ...y, field: "high" }, text: { field: "label" } } },
      title,
    ],
  };
}

/** From the first day to the last on which any of them reaches a hundredth of its highest, and to the end of that working week's work. */
function datesShown(panels: readonly (readonly OutcomeRow[])[]): string[] {
  const dates = [...new Set(panels.flat().map(dateOf))].sort();
  const loud = new Set(panels.flatMap((days) => {
    const least = Math.abs(highest(days).mean ?? 0) / 100;
    return days.filter(({ mean }) => Math.abs(mean ?? 0) >= least && mean !== 0).map(dateOf);
  }));
  const firstLoud = dates.findIndex((date) => loud.has(date));
  let end = dates.findLastIndex((date) => loud.has(date)) + 1;
  while (end < dates.length && isWorkingDay(dayNumber(dates[end]!))) end++;
  return dates.slice(Math.max(0, firstLoud - 1), end);
}

function highest(days: readonly OutcomeRow[]): OutcomeRow {
  return days.reduce((most, row) => ((row.mean ?? 0) > (most.mean ?? 0) ? row : most));
}

function dateOf({ part }: OutcomeRow): string {
  return part.slice("day:".length);
}
