/** Telephones: how many calls come in hour by hour, and how many callers hang up before anybody answers. */
import { csv, type Cell, type Table } from "../../result/csv.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { after } from "../../result/tables.js";
import { clockOf, dateAfter, dayAndMonth, daysBetween } from "../dates.js";
import { figureOf, isUnaffected, labelOf, nameOf, partsOf, seriesOf } from "../find.js";
import { about, plain, stated } from "../numbers.js";
import { curveMarks, daysOf, pointRows, restMark } from "./curve.js";
import { middays } from "./days.js";
import { axisRoom, framed, heading, lookOf, type ChartSpec, type Layout, type Look, type Mark, type Panel, type Position } from "./frame.js";
import { key } from "./key.js";

/** Days shown at most: an hour must be seen. */
const MOST_DAYS = 10;

/** Below this share of the usual calls the difference is no finding. */
const SMALL = 0.01;

/** Undefined where the document has no calls, or nothing happens. */
export function calls(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const [none, outage] = callsOf(document);
  if (none === undefined || outage === undefined || isUnaffected(document)) return undefined;
  const look = lookOf(layout);
  const { from, days } = shown(document, none, outage);
  const [usual, with_] = [none, outage].map((series) => cut(series, from, days)) as [Series, Series];
  const top = Math.max(...with_.high, ...usual.high) * 1.06;
  const perDay = abandonedByDay(document, from, days);
  const left = Math.max(axisRoom(top, look), axisRoom(Math.max(0, ...perDay.map(({ outage: value }) => value)), look));
  const width = look.total - left - 22;
  const title = findingOf(document, none, outage);
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, days], nice: false }, axis: null };
  const y: Position = { type: "quantitative", scale: { domain: [0, top], nice: false }, axis: { tickCount: 4, format: ",~f", labelPadding: 8 } };
  return framed(document, {
    layout, left, name: "Calls, and callers who hang up, with and without the outage", title,
    subtitle: `Calls${none.where === "all" ? "" : `, ${nameOf(document, none.where)}`}, of practices in neighbourhoods that the outage touches; redials count. Bands: 95% interval of the mean (simulation error). Grey: weekends and bank holidays.`,
    description: `${title}. ${labelOf(document, "excessAbandonment")}: ${statedOr(document, "excessAbandonment")}. ${labelOf(document, "contactsNotConnected")}: ${statedOr(document, "contactsNotConnected")}.`,
    spacing: 16,
    panels: [
      key("Calls that come in, each hour", [{ text: "With the outage", colour: look.colours.blue, dash: [1, 0] }, { text: "Without it", colour: look.colours.grey, dash: [4, 3] }], left, look),
      {
        width, height: look.isWide ? 170 : 140,
        layer: [
          restMark(with_.start, days, x, look),
          ...curveMarks({ series: with_, end: days, x, y, colour: look.colours.blue, look }),
          ...curveMarks({ series: usual, end: days, x, y, colour: look.colours.grey, look, dash: [4, 3] }),
        ],
      },
      ...abandoned(document, perDay, { x: { ...x, axis: middays(with_.start, days, width, look) }, start: with_.start, days, width, left, look }),
    ],
  });
}

/** An hour a row, with and without the outage. */
export function callsTable(document: ResultDocument): Table {
  const rows = callsOf(document).flatMap((series) => (series === undefined ? [] : pointRows(series, [series.where, "calls that come in", series.arm])));
  const hangUps = partsOf(document, "excessAbandonment", "day:").map((row): Cell[] => [row.part.slice(4), row.where, "hang up, beyond those without the outage", row.arm, row.mean, row.low, row.high]);
  return csv("calls.csv", ["at", "where", "what", "arm", "mean_calls", "low_calls", "high_calls"], [...rows, ...hangUps]);
}

function callsOf(document: ResultDocument): readonly (Series | undefined)[] {
  return ["none", "outage"].map((arm) => seriesOf(document, "calls", "all", arm));
}

function statedOr(document: ResultDocument, id: string): string {
  const row = figureOf(document, id);
  return row === undefined ? "not counted" : stated(row);
}

/** From the day before the outage until calls are as usual again, as far as hours can be seen. */
function shown(document: ResultDocument, none: Series, outage: Series): { readonly from: number; readonly days: number } {
  const perDay = 1440 / none.stepMinutes;
  const length = Math.floor(none.mean.length / perDay);
  const begins = document.window.onset === null ? 0 : Math.floor(daysBetween(none.start, document.window.onset));
  const from = Math.max(0, Math.min(begins - 1, length - 1));
  const differs = (day: number): boolean => {
    const [usual, other] = [none, outage].map(({ mean }) => mean.slice(day * perDay, (day + 1) * perDay).reduce((sum, value) => sum + value, 0)) as [number, number];
    return Math.abs(other - usual) > usual * 0.03;
  };
  let last = begins;
  for (let day = begins; day < Math.min(length, from + MOST_DAYS); day++) if (differs(day)) last = day;
  return { from, days: Math.min(MOST_DAYS, length - from, Math.max(4, last - from + 2)) };
}

function cut({ start, mean, low, high, ...series }: Series, from: number, days: number): Series {
  const perDay = 1440 / series.stepMinutes;
  const part = (values: readonly number[]): number[] => values.slice(from * perDay, (from + days) * perDay);
  return { ...series, start: `${dateAfter(start, from)}T00:00`, mean: part(mean), low: part(low), high: part(high) };
}

interface Day {
  /** Days from the first that is shown. */
  readonly day: number;
  readonly outage: number;
  /** null where only the difference is known, which then stands in `outage`. */
  readonly none: number | null;
}

/** Levels of both arms where the document holds them, else the difference. */
function abandonedByDay(document: ResultDocument, from: number, days: number): Day[] {
  const [none, outage] = ["none", "outage"].map((arm) => seriesOf(document, "callsAbandoned", "all", arm));
  if (none !== undefined || outage !== undefined) return Array.from({ length: days }, (_, day) => ({ day, outage: outage?.mean[from + day] ?? 0, none: none?.mean[from + day] ?? 0 }));
  const first = dateAfter(document.window.start, from);
  return partsOf(document, "excessAbandonment", "day:").map(({ part, mean }) => ({ day: Math.round(daysBetween(first, part.slice(4))), outage: mean ?? 0, none: null })).filter(({ day }) => day >= 0 && day < days);
}

interface Plot {
  readonly x: Position;
  readonly start: string;
  readonly days: number;
  readonly width: number;
  readonly left: number;
  readonly look: Look;
}

/** Those who hang up, a bar a day, with a tick at what is usual. */
function abandoned(document: ResultDocument, perDay: readonly Day[], { x, start, days, width, left, look }: Plot): Panel[] {
  const hasTwin = perDay.some(({ none }) => none !== null);
  const row = figureOf(document, "excessAbandonment");
  const [low, high] = [Math.min(0, ...perDay.map(({ outage }) => outage)), Math.max(1, ...perDay.map(({ outage, none }) => Math.max(outage, none ?? 0)))];
  const y: Position = { type: "quantitative", scale: { domain: [low * 1.08, high * 1.08], nice: false }, axis: { tickCount: 3, format: ",~f", labelPadding: 8 } };
  const name = `Callers who hang up before anybody answers, each day${row === undefined ? "" : `; beyond those without the outage ${stated(row)} in all`}`;
  const values = perDay.map(({ day, outage, none }) => ({ from: day + 0.12, to: day + 0.88, outage, none }));
  const ticks: Mark = { data: { values: values.filter(({ none }) => none !== null) }, mark: { type: "rule", color: look.colours.ink, strokeWidth: 2 }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y: { ...y, field: "none" } } };
  return [
    ...(hasTwin ? [key(name, [{ text: "With the outage", colour: look.colours.blue }, { text: "Without it", colour: look.colours.ink, dash: [1, 0] }], left, look)] : []),
    {
      width, height: look.isWide ? 100 : 86,
      layer: [
        restMark(start, days, x, look),
        { data: { values }, mark: { type: "rect", color: look.colours.blue }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y: { ...y, field: "outage" }, y2: { datum: 0 } } },
        ...(hasTwin ? [ticks] : [heading(name, left, look)]),
      ],
    },
  ];
}

/** `12,300 more calls than usual come in, most at 08:00 on Tuesday 21 March; about 3,200 more callers hang up`. */
function findingOf(document: ResultDocument, usual: Series, outage: Series): string {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const more = sum(outage.mean) - sum(usual.mean);
  const excess = outage.mean.map((value, hour) => value - usual.mean[hour]!);
  const most = excess.indexOf(Math.max(...excess));
  const at = dateAfter(outage.start, daysOf(outage, most));
  const clock = clockOf(after(outage.start, most * outage.stepMinutes));
  const hangUps = figureOf(document, "excessAbandonment");
  const ends = hangUps === undefined ? "" : (hangUps.mean ?? 0) > 0 ? `; ${about(hangUps)} more callers than usual hang up` : "; no more callers than usual hang up";
  if (Math.abs(more) < SMALL * sum(usual.mean)) return `About as many calls come in as usual${ends}`;
  return more > 0 ? `About ${plain(more, 2)} more calls than usual come in, most at ${clock} on ${dayAndMonth(at)}${ends}` : `About ${plain(-more, 2)} fewer calls than usual come in${ends}`;
}
