/** What was lost when: a bar for all services, or capabilities, that share one fate, for as long as they are away or slow. */
import { dateOf, dayNumber } from "../../facts/days.js";
import type { ResultDocument, TimelineRow } from "../../result/document.js";
import { clockOf, dayAndMonth, daysBetween, moment, shortDate } from "../dates.js";
import { nameOf } from "../find.js";
import { listed, serviceWithinSentence } from "../labels.js";
import { percent, plain } from "../numbers.js";
import { colours, framed, heading, lookup, sizes, type ChartSpec, type Layout, type Mark, type Panel, type Position } from "./frame.js";
import { textWidth, wrapped } from "./width.js";

export interface Stretch {
  readonly from: string;
  readonly to: string;
  /** Share of users who have it; 1 where it is merely slow. */
  readonly level: number;
  readonly slowness: number;
}

/** Services, or capabilities, that are lost and come back at the very same times. */
export interface Loss {
  readonly labels: readonly string[];
  readonly kind: TimelineRow["kind"];
  readonly where: string;
  readonly stretches: readonly Stretch[];
}

/** Height of a bar, and the room between one and the names of the next. */
const BAR = 18;
const GAP = 14;

export function timeline(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const losses = lossesOf(document);
  if (losses.length === 0) return undefined;
  const all = losses.flatMap(({ stretches }) => stretches);
  const first = all.map(({ from }) => from).reduce((a, b) => (a < b ? a : b));
  const last = all.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
  const span = daysBetween(first, last);
  // Days are counted from a midnight, so that the first of them has its date below.
  const domain: [number, number] = [-Math.max(span * 0.03, span >= 2 ? daysBetween(first.slice(0, 10), first) : 0), span * 1.03];
  const services = losses.filter(({ kind }) => kind === "service");
  const capabilities = losses.filter(({ kind }) => kind === "capability");
  const title = findingOf(services.length > 0 ? services : capabilities, first);
  const left = 20;
  const width = sizes[layout].total - left - 24;
  const where = losses[0]!.where;
  return framed(document, {
    layout, left, title,
    subtitle: `${where === "all" ? "Everywhere" : nameOf(document, where)}. What stands above a bar is lost and comes back together.`,
    description: `${title}. ${losses.map(({ labels, stretches }) => `${listed(labels)}: ${stretches.map(inWords).join(", ")}`).join("; ")}.`,
    spacing: 36,
    panels: [
      legend(all, { layout, left, width }),
      ...[{ name: "Services", rows: services }, { name: "What practices can do", rows: capabilities }].filter(({ rows }) => rows.length > 0)
        .map(({ name, rows }, index, groups) => gantt(name, rows, { layout, left, width, first, domain, dates: index === groups.length - 1 })),
    ],
  });
}

function findingOf(losses: readonly Loss[], first: string): string {
  const most = Math.max(...losses.map(lossOf));
  const hardest = losses.filter((loss) => lossOf(loss) > most * 0.99);
  const longest = hardest.flatMap(({ labels }) => labels);
  const count = losses.flatMap(({ labels }) => labels).length;
  const kind = losses[0]!.kind === "service" ? ["service", "services"] : ["capability", "capabilities"];
  const one = longest.length === 1 ? `${serviceWithinSentence(longest[0]!)} ${/[^s]s$/.test(longest[0]!) && serviceWithinSentence(longest[0]!) !== longest[0] ? "are" : "is"}` : longest.length === count ? "all are" : `${longest.length} of them are`;
  const subject = count === 1 ? "it is" : one;
  return `${count} ${count === 1 ? `${kind[0]} is hit` : `${kind[1]} are hit`} from ${dayAndMonth(first)}, ${clockOf(first)}; ${subject} ${absenceOf(hardest[0]!)}`;
}

/** `away for 9 hours`. Where not everybody is without it for the same time, what the mean patient is without in the mean simulated run. */
function absenceOf(loss: Loss): string {
  const away = loss.stretches.filter(({ level }) => level < 1);
  if (away.length === 0) return "slow";
  const [level, ...others] = new Set(away.map((stretch) => stretch.level));
  if (others.length > 0) return `away for about ${meanLength(lossOf(loss))} in all, on average over patients and simulated runs`;
  const isBroken = away.some(({ from }, index) => index > 0 && from !== away[index - 1]!.to);
  return `away for ${lengthOf(awayFor(away))}${isBroken ? " in all" : ""}${level === 0 ? "" : `, for ${percent(1 - level!)} of patients`}`;
}

/** What the place that lost most went through, with the stretches in which something was amiss; those with the very same steps together. Empty where nothing was. */
export function lossesOf({ timeline: rows, window }: ResultDocument): Loss[] {
  const fates = new Map<string, Loss>();
  const away = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify([row.kind, row.where, row.steps]);
    const loss: Loss = { labels: [...(fates.get(key)?.labels ?? []), row.label], kind: row.kind, where: row.where, stretches: stretchesOf(row, window.horizon) };
    if (loss.stretches.length === 0) continue;
    fates.set(key, loss);
    away.set(row.where, (away.get(row.where) ?? 0) + lossOf(loss));
  }
  const where = away.has("all") ? "all" : [...away].sort(([, a], [, b]) => b - a)[0]?.[0];
  return [...fates.values()].filter((loss) => loss.where === where);
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

/** Days without it that the mean patient's practice has. */
function lossOf({ stretches }: Loss): number {
  return stretches.reduce((days, { from, to, level }) => days + (1 - level) * daysBetween(from, to), 0);
}

/** Days of stretches together. */
function awayFor(stretches: readonly Stretch[]): number {
  return stretches.reduce((days, { from, to }) => days + daysBetween(from, to), 0);
}

interface Plot {
  readonly layout: Layout;
  readonly left: number;
  readonly width: number;
}

interface Bars extends Plot {
  readonly first: string;
  readonly domain: [number, number];
  /** Whether dates stand below. */
  readonly dates: boolean;
}

/** What the looks of a bar mean, for those that occur. */
function legend(all: readonly Stretch[], { layout, left, width }: Plot): Panel {
  const size = sizes[layout];
  const line = size.text + 4;
  let top = 0;
  const entries = [
    { colour: colours.blue, opacity: 1, height: 12, isThere: all.some(({ level }) => level === 0), text: "Lost: nobody has it." },
    { colour: colours.blue, opacity: 0.45, height: 12, isThere: all.some(({ level }) => level > 0 && level < 1), text: "Partly lost: the bar says what share of patients still has it, in the mean of simulated runs." },
    { colour: colours.orange, opacity: 1, height: 5, isThere: all.some(({ level }) => level >= 1), text: "Back, but slower than usual." },
  ].filter(({ isThere }) => isThere).map(({ colour, opacity, height, text }) => {
    const lines = wrapped(text, width - 34, size.text);
    const middle = top + line / 2;
    top += lines.length * line + 3;
    return { colour, opacity, from: middle - height / 2, to: middle + height / 2, middle, lines };
  });
  const y = (field: string): Position => ({ field, type: "quantitative", scale: { domain: [0, top], reverse: true, nice: false }, axis: null });
  return {
    width, height: top, data: { values: entries },
    layer: [
      {
        mark: { type: "rect" },
        encoding: {
          x: { value: -left }, x2: { value: 26 - left }, y: y("from"), y2: { field: "to" },
          color: { field: "colour", type: "nominal", scale: null, legend: null }, opacity: { field: "opacity", type: "quantitative", scale: null, legend: null },
        },
      },
      { mark: { type: "text", align: "left", baseline: "middle", lineHeight: line }, encoding: { x: { value: 34 - left }, y: y("middle"), text: { field: "lines" } } },
    ],
  };
}

function gantt(name: string, losses: readonly Loss[], { layout, left, width, first, domain, dates }: Bars): Panel {
  const size = sizes[layout];
  const line = size.text + 4;
  let end = 0;
  const rows = losses.map(({ labels, stretches }) => {
    const names = wrapped(labels.join(", "), width + left, size.text);
    const top = end;
    const from = top + names.length * line + 2;
    end = from + BAR + GAP;
    return { names, top, from, stretches };
  });
  const height = end - GAP + 4;
  const bars = rows.flatMap(({ from: top, stretches }) => stretches.map((stretch) => {
    const [from, to] = [daysBetween(first, stretch.from), daysBetween(first, stretch.to)];
    const label = shortly(stretch);
    const fits = textWidth(label, size.text) * 1.2 + 8 < ((to - from) / (domain[1] - domain[0])) * width;
    const inset = stretch.level >= 1 ? (BAR - 6) / 2 : 0;
    return { from, to, top: top + inset, bottom: top + BAR - inset, middle: top + BAR / 2, slow: stretch.level >= 1, loss: 1 - stretch.level, label: fits ? label : "", ink: stretch.level < 0.5 ? "white" : colours.ink };
  }));
  const x: Position = { type: "quantitative", scale: { domain, nice: false } };
  const axis = timeAxis(first, domain, layout, dates);
  const y = (field: string): Position => ({ field, type: "quantitative", scale: { domain: [0, height], reverse: true, nice: false }, axis: null });
  const span: Mark["encoding"] = { y: y("top"), y2: { field: "bottom" }, x: { ...x, field: "from", axis }, x2: { field: "to" } };
  return {
    width, height,
    layer: [
      {
        data: { values: bars.filter(({ slow }) => !slow) }, mark: { type: "rect", color: colours.blue },
        encoding: { ...span, opacity: { field: "loss", type: "quantitative", scale: { domain: [0, 1], range: [0.15, 1] }, legend: null } },
      },
      { data: { values: bars.filter(({ slow }) => slow) }, mark: { type: "rect", color: colours.orange }, encoding: span },
      {
        data: { values: bars.filter(({ slow }) => !slow) }, mark: { type: "text", align: "left", dx: 6, baseline: "middle" },
        encoding: { y: y("middle"), x: { ...x, field: "from", axis }, text: { field: "label" }, color: { field: "ink", type: "nominal", scale: null, legend: null } },
      },
      {
        data: { values: rows.map(({ names, top }) => ({ names, top })) }, mark: { type: "text", align: "left", baseline: "top", lineHeight: line },
        encoding: { y: y("top"), x: { value: -left }, text: { field: "names" } },
      },
      heading(name, left, size),
    ],
  };
}

/** Midnights, or full hours of a short outage. */
export function timeAxis(first: string, [start, end]: readonly [number, number], layout: Layout, labels: boolean): Position["axis"] {
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

/** `2.5 hours`: a mean is known no better than to two figures. */
function meanLength(days: number): string {
  const hours = days * 24;
  return hours < 2 ? `${plain(hours * 60, 2)} minutes` : hours < 48 ? `${plain(hours, 2)} hours` : `${plain(days, 2)} days`;
}

function lengthOf(days: number): string {
  const minutes = Math.round(days * 1440);
  const [length, unit] = minutes >= 2880 ? [1440, "days"] : minutes >= 120 ? [60, "hours"] : [1, "minutes"];
  const count = Math.round(minutes / length);
  return `${count * length === minutes ? "" : "about "}${count} ${unit}`;
}
