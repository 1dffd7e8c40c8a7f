/** Which practices fall how far behind, and when: a row a practice, a column a day. */
import { csv, type Table } from "../../result/csv.js";
import type { Place, ResultDocument, Series } from "../../result/document.js";
import { dateAfter, dayAndMonth, shortDate } from "../dates.js";
import { isWithoutEffect, near } from "../find.js";
import { exact, plain } from "../numbers.js";
import { dateAxis } from "./curve.js";
import { framed, lookOf, rowHeight, rowNames, type ChartSpec, type Layout, type Look, type Panel, type Position } from "./frame.js";
import { key } from "./key.js";
import { widest, wrapped } from "./width.js";

/** Practice-days of open work beyond an ordinary period from which a shade begins; less than the first is close to normal. Doubled until the last stands below the highest. */
const STEPS = [0.05, 0.25, 0.5, 1, 2] as const;

/** Practices that are named, where there are more than can all be. */
const ALL_NAMED = 40, NAMED = 12;

interface Row {
  readonly place: Place;
  readonly excess: Series;
  readonly peak: number;
  /** Over all days, as in the order in which to ring practices. */
  readonly carried: number;
}

/** Undefined where the document holds no curves of practices, as it does of more than 500, or nothing falls behind. */
export function practices(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const rows = rowsOf(document);
  const first = rows[0];
  if (first === undefined || isWithoutEffect(document)) return undefined;
  const look = lookOf(layout);
  const furthest = rows.reduce((one, other) => (other.peak > one.peak ? other : one));
  const highest = furthest.peak;
  const steps = highest > 2 * STEPS[4] ? [STEPS[0], ...STEPS.slice(1).map((step) => step * 2 ** Math.ceil(Math.log2(highest / (2 * STEPS[4]))))] : [...STEPS];
  const end = lastDay(rows, steps[0]!);
  const named = rows.length <= ALL_NAMED ? rows : rows.slice(0, NAMED);
  const others = rows.slice(named.length);
  const most = look.isWide ? 240 : 118;
  const names = named.map(({ place }) => wrapped(near(document, place.name), most, look.text));
  const left = Math.ceil(Math.max(look.isWide ? 130 : 90, ...names.map((lines) => widest(lines, look.text)))) + 10;
  const width = look.total - left - 22;
  const title = findingOf(rows, furthest);
  const x: Position = { type: "quantitative", scale: { domain: [0, end], nice: false } };
  const shared = { x, end, width, left, look, steps, start: first.excess.start };
  // Where nobody falls so far behind that there is a shade for it, there is nothing to explain, and Vega cannot draw a panel without marks.
  const shades = steps.map((from, at) => ({ from, text: amountOf(steps, at), colour: look.colours.ramp[at]! })).filter(({ from }) => from <= highest);
  return framed(document, {
    layout, left, name: "Open work beyond an ordinary period, by practice and day", title,
    subtitle: "Shades: practice-days of open work at the end of the day beyond an ordinary period, mean over replications; one is what a practice’s staff do in an ordinary day. Those that carry the most from day to day come first.",
    description: `${title}. ${rows.filter(({ peak }) => peak > 0).slice(0, 10).map(({ place: { name }, excess, peak }) => `${name}: at most ${plain(peak, 2)} practice-days, on ${dayAndMonth(peakDay(excess))}`).join("; ")}.`,
    spacing: 14,
    panels: [
      ...(shades.length === 0 ? [] : [key(null, shades, left, look)]),
      cells(named, { ...shared, row: rowHeight(names, look) - 3, names, isLast: others.length === 0 }),
      ...(others.length === 0 ? [] : [cells(others, { ...shared, row: Math.max(2, Math.min(8, 420 / others.length)), isLast: true, note: `The other ${exact(others.length)}, in the same order` })]),
    ],
  });
}

/** A practice and day a row. */
export function practicesTable(document: ResultDocument): Table {
  return csv("practices.csv", ["day", "code", "practice", "mean_practice_days", "low_practice_days", "high_practice_days"], rowsOf(document).flatMap(({ place: { code, name }, excess }) =>
    excess.mean.map((mean, day) => [dateAfter(excess.start, day - 1), code, name, mean, excess.low[day]!, excess.high[day]!])));
}

function rowsOf({ places, series }: ResultDocument): Row[] {
  const codes = new Map(places.filter(({ kind }) => kind === "practice").map((place) => [place.code, place]));
  return series.flatMap((excess) => {
    const place = excess.id === "backlog" && excess.part === "excess" && excess.stepMinutes === 1440 ? codes.get(excess.where) : undefined;
    return place === undefined ? [] : [{ place, excess, peak: Math.max(0, ...excess.mean), carried: excess.mean.reduce((sum, value) => sum + Math.max(0, value), 0) }];
  }).sort((a, b) => b.carried - a.carried || (a.place.code < b.place.code ? -1 : 1));
}

/** Values stand at the end of their day. */
function peakDay({ start, mean }: Series): string {
  return dateAfter(start, mean.indexOf(Math.max(...mean)) - 1);
}

/** Days until nobody is behind, and some more. */
function lastDay(rows: readonly Row[], close: number): number {
  const last = Math.max(...rows.map(({ excess }) => excess.mean.findLastIndex((value) => value >= close)));
  return Math.min(rows[0]!.excess.mean.length, Math.max(7, last + 4));
}

interface Plot {
  readonly x: Position;
  readonly end: number;
  readonly width: number;
  readonly left: number;
  readonly look: Look;
  readonly steps: readonly number[];
  /** Of the series: the end of the first day. */
  readonly start: string;
  /** Height of a row, in pixels. */
  readonly row: number;
  readonly names?: readonly (readonly string[])[];
  /** Whether dates stand below. */
  readonly isLast: boolean;
  /** Above. */
  readonly note?: string;
}

/** Days of one shade. */
interface Stretch {
  readonly from: number;
  to: number;
  readonly top: number;
  readonly bottom: number;
  readonly colour: string;
  readonly amount: string;
}

/** `0.5 to 1`, `2 or more`. */
function amountOf(steps: readonly number[], at: number): string {
  return at === steps.length - 1 ? `${plain(steps[at]!)} or more` : `${plain(steps[at]!)} to ${plain(steps[at + 1]!)}`;
}

/** `16 Mar to 3 Apr`. */
function spanOf(first: string, last: string): string {
  return first === last ? shortDate(first) : `${shortDate(first)} to ${shortDate(last)}`;
}

function cells(rows: readonly Row[], { x, end, width, left, look, steps, start, row, names, isLast, note }: Plot): Panel {
  const height = rows.length * row;
  const gap = row > 8 ? 1 : 0;
  // Days of one shade are one mark.
  const values = rows.flatMap(({ place, excess }, at) => {
    const runs: Stretch[] = [];
    for (const [day, value] of excess.mean.slice(0, end).entries()) {
      const step = steps.findLastIndex((from) => value >= from);
      const colour = look.colours.ramp[step];
      const run = runs.at(-1);
      if (colour === undefined) continue;
      if (run !== undefined && run.colour === colour && run.to === day) run.to++;
      else runs.push({ from: day, to: day + 1, top: at * row + gap / 2, bottom: (at + 1) * row - gap / 2, colour, amount: amountOf(steps, step) });
    }
    // Values stand at the end of their day.
    return runs.map(({ amount, ...run }) => ({ ...run, said: `${place.name}: ${amount} practice-days, ${spanOf(dateAfter(start, run.from - 1), dateAfter(start, run.to - 2))}` }));
  });
  const y = (field: string): Position => ({ field, type: "quantitative", scale: { domain: [0, height], reverse: true, nice: false }, axis: null });
  const dates = dateAxis(`${dateAfter(start, -1)}T00:00`, end, look, width + 32);
  return {
    width, height,
    layer: [
      { data: { values: [{ from: 0, to: end, top: 0, bottom: height }] }, mark: { type: "rect", color: look.colours.rest }, encoding: { x: { ...x, field: "from", axis: isLast ? dates : null }, x2: { field: "to" }, y: y("top"), y2: { field: "bottom" } } },
      { data: { values }, mark: { type: "rect" }, encoding: { x: { ...x, field: "from", axis: isLast ? dates : null }, x2: { field: "to" }, y: y("top"), y2: { field: "bottom" }, color: { field: "colour", type: "nominal", scale: null, legend: null } } },
      ...(names === undefined ? [] : [{ data: { values: names.map((name, at) => ({ name, middle: (at + 0.5) * row })) }, ...rowNames(y("middle"), left, look) }]),
      ...(note === undefined ? [] : [{ data: { values: [{}] }, mark: { type: "text" as const, align: "left" as const, baseline: "top" as const, lineHeight: look.text + 2, text: wrapped(note, left - 10, look.text) }, encoding: { x: { value: -left }, y: { value: 0 } } }]),
    ],
  };
}

/** `37 of 188 practices hit fall behind by a whole day’s work or more; the furthest is Bell Lane Surgery, by 2.3 practice-days on Monday 20 March`. */
function findingOf(rows: readonly Row[], { place: { name }, peak, excess }: Row): string {
  if (peak === 0) return "No practice falls behind";
  const behind = rows.filter(({ peak }) => peak >= 1).length;
  const amount = `${plain(peak, 2)} practice-days on ${dayAndMonth(peakDay(excess))}`;
  if (rows.length === 1) return `${name} is at most ${amount} behind`;
  if (behind === 0) return `No practice falls a whole day’s work behind; the furthest is ${name}, by ${amount}`;
  return `${behind === rows.length ? `All ${exact(behind)}` : `${exact(behind)} of ${exact(rows.length)}`} practices hit fall behind by a whole day’s work or more; the furthest is ${name}, by ${amount}`;
}
