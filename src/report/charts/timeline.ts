/** What was lost when: a bar a service or capability, for as long as it is away or slow. */
import { dateOf, dayNumber } from "../../facts/days.js";
import type { ResultDocument, TimelineRow } from "../../result/document.js";
import { clockOf, dayAndMonth, daysBetween, moment, shortDate } from "../dates.js";
import { nameOf } from "../find.js";
import { percent } from "../numbers.js";
import { colours, framed, heading, lookup, rowHeight, rowNames, sizes, type ChartSpec, type Layout, type Panel, type Position, type Size } from "./frame.js";
import { textWidth, wrapped } from "./width.js";

export interface Stretch {
  readonly from: string;
  readonly to: string;
  /** Share of users who have it; 1 where it is merely slow. */
  readonly level: number;
  readonly slowness: number;
}

export interface Loss {
  readonly row: TimelineRow;
  readonly stretches: readonly Stretch[];
}

export function timeline(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const losses = lossesOf(document);
  if (losses.length === 0) return undefined;
  const all = losses.flatMap(({ stretches }) => stretches);
  const first = all.map(({ from }) => from).reduce((a, b) => (a < b ? a : b));
  const last = all.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const span = daysBetween(first, last);
  const domain: [number, number] = [-span * 0.03, span * 1.03];
  const services = losses.filter(({ row }) => row.kind === "service");
  const capabilities = losses.filter(({ row }) => row.kind === "capability");
  const title = findingOf(services.length > 0 ? services : capabilities, first);
  const size = sizes[layout];
  const left = layout === "wide" ? 200 : 116;
  const height = rowHeight(losses.map(({ row }) => nameLines(row, left, size)), size);
  const where = losses[0]!.row.where;
  return framed(document, {
    layout, left, title,
    subtitle: `${where === "all" ? "Mean" : `${nameOf(document, where)}, mean`} over patients. The darker, the fewer can use it${all.some(({ level }) => level >= 1) ? "; thin orange bars: all can, but work is slower" : ""}.`,
    description: `${title}. ${losses.map(({ row, stretches }) => `${row.label}: ${stretches.map(inWords).join(", ")}`).join("; ")}.`,
    spacing: 36,
    panels: [{ name: "Services", rows: services }, { name: "What practices can do", rows: capabilities }].filter(({ rows }) => rows.length > 0)
      .map(({ name, rows }, index, groups) => gantt(name, rows, { layout, left, width: size.total - left - 24, first, domain, height, dates: index === groups.length - 1 })),
  });
}

function findingOf(losses: readonly Loss[], first: string): string {
  const days = losses.map(awayFor);
  const most = Math.max(...days);
  const longest = losses.filter((_, index) => days[index]! > most * 0.99);
  const kind = losses[0]!.row.kind === "service" ? ["service", "services"] : ["capability", "capabilities"];
  const one = longest.length === 1 ? `${longest[0]!.row.label} is` : longest.length === losses.length ? "all are" : `${longest.length} of them are`;
  const subject = losses.length === 1 ? "it is" : one;
  return `${losses.length} ${losses.length === 1 ? `${kind[0]} is hit` : `${kind[1]} are hit`} from ${dayAndMonth(first)}, ${clockOf(first)}; ${subject} away for ${lengthOf(most)}${longest[0]!.stretches.filter(({ level }) => level < 1).length > 1 ? " in all" : ""}`;
}

/** Rows of the place that lost most, each with the stretches in which something was amiss; empty where nothing was. */
export function lossesOf({ timeline: rows, window }: ResultDocument): Loss[] {
  const losses = rows.map((row) => ({ row, stretches: stretchesOf(row, window.horizon) })).filter(({ stretches }) => stretches.length > 0);
  const away = new Map<string, number>();
  for (const loss of losses) away.set(loss.row.where, (away.get(loss.row.where) ?? 0) + awayFor(loss));
  const where = away.has("all") ? "all" : [...away].sort(([, a], [, b]) => b - a)[0]?.[0];
  return losses.filter(({ row }) => row.where === where);
}

function stretchesOf({ steps }: TimelineRow, horizon: string): Stretch[] {
  const stretches: Stretch[] = [];
  steps.forEach(({ at, level, slowness }, index) => {
    const to = steps[index + 1]?.at ?? horizon;
    if ((level >= 1 && slowness <= 1) || to <= at) return;
    const before = stretches.at(-1);
    // Slowness fades by the hour: one stretch, not twenty.
    if (before !== undefined && before.to === at && before.level === level) {
      stretches[stretches.length - 1] = { ...before, to, slowness: Math.max(before.slowness, slowness) };
    } else stretches.push({ from: at, to, level, slowness });
  });
  return stretches;
}

function awayFor({ stretches }: Loss): number {
  return stretches.reduce((days, { from, to, level }) => days + (1 - level) * daysBetween(from, to), 0);
}

interface Bars {
  readonly layout: Layout;
  readonly left: number;
  readonly width: number;
  readonly first: string;
  readonly domain: [number, number];
  /** Of a row. */
  readonly height: number;
  /** Whether dates stand below. */
  readonly dates: boolean;
}

function nameLines({ label }: TimelineRow, left: number, size: Size): string[] {
  return wrapped(label, left - 10, size.text);
}

function gantt(name: string, losses: readonly Loss[], { layout, left, width, first, domain, height, dates }: Bars): Panel {
  const size = sizes[layout];
  const rows = losses.map(({ row }, index) => ({ index, name: nameLines(row, left, size) }));
  const bars = losses.flatMap(({ stretches }, index) => stretches.map((stretch) => {
    const [from, to] = [daysBetween(first, stretch.from), daysBetween(first, stretch.to)];
    const label = shortly(stretch);
    const fits = textWidth(label, size.text) * 1.2 + 8 < ((to - from) / (domain[1] - domain[0])) * width;
    return { index, from, to, slow: stretch.level >= 1, loss: 1 - stretch.level, label: fits ? label : "", ink: stretch.level < 0.5 ? "white" : colours.ink };
  }));
  const axis = timeAxis(first, domain, layout, dates);
  const x: Position = { type: "quantitative", scale: { domain, nice: false } };
  const y: Position = { field: "index", type: "ordinal", axis: null, scale: { domain: rows.map(({ index }) => index), paddingInner: 0.25, paddingOuter: 0.1 } };
  const dark = bars.filter(({ slow }) => !slow);
  const slow = bars.filter((bar) => bar.slow);
  return {
    width, height: rows.length * height,
    layer: [
      {
        data: { values: dark }, mark: { type: "bar", color: colours.blue, height: 16 },
        encoding: { y, x: { ...x, field: "from", axis }, x2: { field: "to" }, opacity: { field: "loss", type: "quantitative", scale: { domain: [0, 1], range: [0.15, 1] }, legend: null } },
      },
      { data: { values: slow }, mark: { type: "bar", color: colours.orange, height: 5 }, encoding: { y, x: { ...x, field: "from", axis }, x2: { field: "to" } } },
      {
        data: { values: dark }, mark: { type: "text", align: "left", dx: 5, baseline: "middle" },
        encoding: { y, x: { ...x, field: "from", axis }, text: { field: "label" }, color: { field: "ink", type: "nominal", scale: null, legend: null } },
      },
      { data: { values: rows }, ...rowNames(y, left, size) },
      heading(name, left, size),
    ],
  };
}

/** Midnights, or full hours of a short outage. */
function timeAxis(first: string, [start, end]: readonly [number, number], layout: Layout, labels: boolean): Position["axis"] {
  const midnight = first.slice(0, 10);
  const offset = daysBetween(midnight, first);
  const most = layout === "wide" ? 8 : 4;
  const hours = [0.5, 1, 2, 3, 6, 12, 24, 48, 168, 336].find((each) => (end * 24) / each <= most) ?? 672;
  const count = Math.floor(((end + offset) * 24) / hours);
  const ticks = Array.from({ length: count + 1 }, (_, index) => (index * hours) / 24).filter((day) => day - offset >= start);
  const label = (day: number): string | string[] => {
    const date = shortDate(dateOf(dayNumber(midnight) + Math.floor(day)));
    const minutes = Math.round((day - Math.floor(day)) * 1440);
    if (hours >= 24) return date;
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    return minutes === 0 || day === ticks[0] ? [clock, date] : clock;
  };
  const values = ticks.map((day) => day - offset);
  return { values, labels, labelExpr: lookup(Object.fromEntries(ticks.map((day, index) => [String(values[index]), label(day)]))), ticks: labels, tickColor: colours.grey, tickSize: 4, gridColor: colours.pale };
}

/** `EMIS Web` is `lost from 08:05 on Thursday 16 March 2023 to …`. */
export function inWords({ from, to, level }: Stretch): string {
  return `${level >= 1 ? "slow" : shortly({ level })} from ${moment(from)} to ${moment(to)}`;
}

/** `lost`, `35% have it`, `slow`. */
export function shortly({ level }: { readonly level: number }): string {
  if (level >= 1) return "slow";
  return level === 0 ? "lost" : `${percent(level)} have it`;
}

function lengthOf(days: number): string {
  if (days >= 2) return `about ${Math.round(days)} days`;
  const hours = days * 24;
  if (hours >= 2) return `about ${Math.round(hours)} hours`;
  return `about ${Math.round(hours * 60)} minutes`;
}
