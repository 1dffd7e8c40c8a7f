/** What was lost when: a bar for all services, or capabilities, that share one fate, for as long as they are away or slow. */
import { dateOf, dayNumber } from "../../facts/days.js";
import { csv, type Table } from "../../result/csv.js";
import type { ResultDocument } from "../../result/document.js";
import { clockOf, dayAndMonth, daysBetween, moment, shortDate } from "../dates.js";
import { nameOf } from "../find.js";
import { isPlural } from "../incident-words.js";
import { capital, listed, serviceWithinSentence } from "../labels.js";
import { goesOf, lossesOf, returnOf, type Loss, type Stretch } from "../losses.js";
import { exact, percent, plain } from "../numbers.js";
import { framed, heading, lookup, lookOf, type ChartSpec, type Layout, type Look, type Mark, type Panel, type Position } from "./frame.js";
import { textWidth, wrapped } from "./width.js";

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
  const comesBackOften = document.incidents.some(({ times }) => times.most > 1);
  const title = findingOf(services.length > 0 ? services : capabilities, comesBackOften);
  const left = 20;
  const width = lookOf(layout).total - left - 24;
  const place = placeInWords(document, losses[0]!.where);
  return framed(document, {
    layout, left, name: "What was lost, and when", title,
    subtitle: `${place}. What stands above a bar is lost and comes back together.${document.typical?.differ === true ? " Shown is a typical simulated run, the middle one in how much is lost." : ""}${comesBackOften ? " Of many small outages only the larger ones can be seen." : ""}`,
    description: `${title}. ${losses.map(({ labels, stretches }) => `${listed(labels)}: ${stretches.map(inWords).join(", ")}`).join("; ")}.`,
    spacing: 36,
    panels: [
      legend(all, { layout, left, width }),
      ...[{ name: "Services", rows: services }, { name: "What practices can do", rows: capabilities }].filter(({ rows }) => rows.length > 0)
        .map(({ name, rows }, index, groups) => gantt(name, rows, { layout, left, width, first, domain, dates: index === groups.length - 1 })),
    ],
  });
}

/** A stretch of what is lost or slow a row. */
export function timelineTable(document: ResultDocument): Table {
  const rows = lossesOf(document).flatMap(({ kind, labels, where, stretches }) => labels.flatMap((label) => stretches.map(({ from, to, level }) => [kind, label, where, from, to, 100 * level])));
  return csv("timeline.csv", ["kind", "what", "where", "from", "to", "users_who_have_it_percent"], rows);
}

/** Of 25 log-ins one may still work where a service is as good as lost. */
const ALMOST_NONE = 0.1;

/** `All 6,169 practices`, `Both practices`, `Kent and Medway`. */
export function placeInWords(document: ResultDocument, where: string): string {
  if (where !== "all") return nameOf(document, where);
  return document.typical === undefined ? "Everywhere" : `${capital(allOf(document.typical.practices.all))} practices`;
}

/** `EMIS Web is lost at 3,601 of 6,169 practices from 05:09 on Friday 19 July; half have it back by 19:43, the last at 13:05 on Monday 22 July`. */
function findingOf(losses: readonly Loss[], comesBackOften: boolean): string {
  const most = Math.max(...losses.map(({ days }) => days));
  // Records are what practices miss first.
  const lead = losses.find(({ hasRecords }) => hasRecords) ?? losses.find(({ days }) => days > most * 0.99)!;
  const count = losses.reduce((sum, { labels }) => sum + labels.length, 0);
  const kind = lead.kind === "service" ? "services" : "capabilities";
  const [label] = lead.labels;
  const subject = lead.labels.length === 1 ? capital(serviceWithinSentence(label!)) : `${lead.labels.length === count ? "" : `${lead.labels.length} of `}${count} ${kind}`;
  const isMany = lead.labels.length > 1 || isPlural(label!);
  const lost = lead.stretches.filter(({ level }) => level < 1);
  const from = lead.stretches[0]!.from;
  const state = lead.lowest === 1 ? "slow" : lead.lowest < ALMOST_NONE ? "lost" : "partly lost";
  // Many small outages are drawn together, and not all of them.
  if (comesBackOften) return `${subject} ${isMany ? "are" : "is"} ${state}${hitIn(lead)} again and again from ${dayAndMonth(from)} on${inAll(lead)}`;
  return `${subject} ${isMany ? "are" : "is"} ${state}${hitIn(lead)} from ${clockOf(from)} on ${dayAndMonth(from)}${lost.length === 0 ? "" : lengthIn(lead)}`;
}

function hitIn({ practices }: Loss): string {
  if (practices === undefined || practices.hit === 0 || practices.all === 1) return "";
  return ` at ${practices.hit === practices.all ? allOf(practices.all) : `${exact(practices.hit)} of ${exact(practices.all)}`} practices`;
}

function allOf(practices: number): string {
  return practices === 2 ? "both" : `all ${exact(practices)}`;
}

function lengthIn(loss: Loss): string {
  const lost = loss.stretches.filter(({ level }) => level < 1);
  const goes = goesOf(loss.stretches);
  if (goes > 1) return `, ${goes === 2 ? "twice" : `${goes} times`}${inAll(loss)}`;
  const back = returnOf(loss);
  const day = (time: string, before: string): string => `${clockOf(time)}${time.slice(0, 10) === before.slice(0, 10) ? "" : ` on ${dayAndMonth(time)}`}`;
  if (back !== undefined) return `; half have it back by ${day(back.half, lost[0]!.from)}, the last at ${day(back.last, back.half)}`;
  return `, for ${lengthOf(awayFor(lost))}`;
}

/** `, for 17 hours in all`; where not all have it and lack it together, at the mean of those hit. */
function inAll({ days, practices, stretches }: Loss): string {
  const isOne = practices === undefined || practices.hit === 1 || stretches.every(({ level }) => level === 0 || level === 1);
  return `, for ${meanLength(days)} in all${isOne ? "" : " at the average practice hit"}`;
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

/** Of what is partly lost: so pale that what is written on it is read, where white serves only what is lost. */
const PALEST = 0.15, DARKEST = 0.55;

/** What the looks of a bar mean, for those that occur. */
function legend(all: readonly Stretch[], { layout, left, width }: Plot): Panel {
  const look = lookOf(layout);
  const line = look.text + 4;
  let top = 0;
  const entries = [
    { colour: look.colours.blue, opacity: 1, height: 12, isThere: all.some(({ level }) => level === 0), text: "Lost: nobody has it." },
    { colour: look.colours.blue, opacity: 0.45, height: 12, isThere: all.some(({ level }) => level > 0 && level < 1), text: "Partly lost: the bar says what share of its users still have it as the stretch begins." },
    { colour: look.colours.orange, opacity: 1, height: 5, isThere: all.some(({ level }) => level >= 1), text: "Back, but slower than usual." },
  ].filter(({ isThere }) => isThere).map(({ colour, opacity, height, text }) => {
    const lines = wrapped(text, width - 34, look.text);
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
  const look = lookOf(layout);
  const line = look.text + 4;
  let end = 0;
  const rows = losses.map(({ labels, stretches }) => {
    const names = wrapped(labels.join(", "), width + left, look.text);
    const top = end;
    const from = top + names.length * line + 2;
    end = from + BAR + GAP;
    return { names, top, from, labels, stretches };
  });
  const height = end - GAP + 4;
  const bars = rows.flatMap(({ from: top, labels, stretches }) => stretches.map((stretch) => {
    const [from, to] = [daysBetween(first, stretch.from), daysBetween(first, stretch.to)];
    const label = shortly(stretch);
    const fits = textWidth(label, look.text) * 1.2 + 8 < ((to - from) / (domain[1] - domain[0])) * width;
    const inset = stretch.level >= 1 ? (BAR - 6) / 2 : 0;
    return {
      from, to, top: top + inset, bottom: top + BAR - inset, middle: top + BAR / 2, slow: stretch.level >= 1, shade: stretch.level === 0 ? 1 : PALEST + (DARKEST - PALEST) * (1 - stretch.level), label: fits ? label : "",
      said: `${labels.join(", ")}: ${inWords(stretch)}`, ink: stretch.level === 0 ? look.colours.onBlue : look.colours.ink,
    };
  }));
  const x: Position = { type: "quantitative", scale: { domain, nice: false } };
  const axis = timeAxis(first, domain, look, dates);
  const y = (field: string): Position => ({ field, type: "quantitative", scale: { domain: [0, height], reverse: true, nice: false }, axis: null });
  const span: Mark["encoding"] = { y: y("top"), y2: { field: "bottom" }, x: { ...x, field: "from", axis }, x2: { field: "to" } };
  return {
    width, height,
    layer: [
      {
        data: { values: bars.filter(({ slow }) => !slow) }, mark: { type: "rect", color: look.colours.blue },
        encoding: { ...span, opacity: { field: "shade", type: "quantitative", scale: null, legend: null } },
      },
      { data: { values: bars.filter(({ slow }) => slow) }, mark: { type: "rect", color: look.colours.orange, stroke: look.colours.ink, strokeWidth: 1 }, encoding: span },
      {
        data: { values: bars.filter(({ slow }) => !slow) }, mark: { type: "text", align: "left", dx: 6, baseline: "middle" },
        encoding: { y: y("middle"), x: { ...x, field: "from", axis }, text: { field: "label" }, color: { field: "ink", type: "nominal", scale: null, legend: null } },
      },
      {
        data: { values: rows.map(({ names, top }) => ({ names, top })) }, mark: { type: "text", align: "left", baseline: "top", lineHeight: line },
        encoding: { y: y("top"), x: { value: -left }, text: { field: "names" } },
      },
      heading(name, left, look),
    ],
  };
}

/** Midnights, or full hours of a short outage. */
export function timeAxis(first: string, [start, end]: readonly [number, number], look: Look, labels: boolean): Position["axis"] {
  const midnight = first.slice(0, 10);
  const offset = daysBetween(midnight, first);
  const most = Math.max(4, Math.floor(look.total / 82));
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
  return { values, labels, labelExpr: lookup(Object.fromEntries(ticks.map((day, index) => [String(values[index]), label(day)]))), ticks: labels, tickColor: look.colours.grey, tickSize: 4, gridColor: look.colours.pale };
}

/** `EMIS Web` is `lost from 08:05 on Thursday 16 March 2023 to …`. */
function inWords({ from, to, level }: Stretch): string {
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
