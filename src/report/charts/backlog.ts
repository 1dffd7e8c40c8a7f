/** Open work over time, with the outage and without it. */
import { dateOf, dayNumber, isWorkingDay } from "../../facts/days.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { clockOf, dateAfter, dayAndMonth, daysBetween, longDate, moment, shortDate } from "../dates.js";
import { backlogsOf, horizonOf, isUnaffected, nameOf } from "../find.js";
import { plain } from "../numbers.js";
import { colours, framed, lookup, sizes, type ChartSpec, type Layout, type Mark, type Position } from "./frame.js";

/** A line of more points than pixels is no clearer, only larger. */
const MOST_POINTS = 400;

export function backlog(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const curves = backlogsOf(document);
  if (curves === undefined || isUnaffected(document)) return undefined;
  const { none, outage } = curves;
  const { recovered } = document.window;
  const peak = peakOf(curves);
  const peakDay = dateAfter(outage.start, daysOf(outage, peak));
  const end = Math.min(daysOf(outage, outage.mean.length), recovered === null ? Infinity : Math.ceil(daysBetween(outage.start, recovered)) + 7);
  const size = sizes[layout];
  const left = 40;
  const width = size.total - left - 12;
  const height = layout === "wide" ? 290 : 240;
  const headroom = 78;
  const top = (Math.max(...outage.high, ...none.high) * height) / (height - headroom);
  const back = recovered === null ? `is not back to normal within ${horizonOf(document)}` : `is back to normal on ${longDate(recovered)}`;
  const title = `Open work peaks on ${dayAndMonth(peakDay)} and ${back}`;
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, end], nice: false }, axis: dateAxis(outage.start, end, layout) };
  const y: Position = { type: "quantitative", scale: { domain: [0, top], nice: false }, axis: { tickCount: 5, format: ",~f", labelPadding: 8 } };
  const curve = (series: Series, colour: string, dash: number[]): Mark[] => [
    { data: { values: points(series, end) }, mark: { type: "area", color: colour, opacity: 0.22 }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
    { data: { values: points(series, end) }, mark: { type: "line", color: colour, strokeWidth: 1.8, strokeDash: dash }, encoding: { x, y: { ...y, field: "mean" } } },
  ];
  return framed(document, {
    layout, left, title,
    subtitle: `Open work in ${outage.unit}${outage.where === "all" ? "" : `, ${nameOf(document, outage.where)}`}. Bands: 95% interval of the mean (simulation error). Grey: weekends and bank holidays.`,
    description: `${title}. It rises from about ${plain(none.mean[peak] ?? 0)} to about ${plain(outage.mean[peak] ?? 0)} ${outage.unit}. ${eventsOf(document).map(({ sentence }) => sentence).join(" ")}`,
    panels: [{
      width, height,
      layer: [
        { data: { values: daysOff(outage.start, end) }, mark: { type: "rect", color: colours.rest }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" } } },
        ...curve(none, colours.grey, [4, 3]),
        ...curve(outage, colours.blue, [1, 0]),
        ...flagsOf(document, outage.start, end, width).flatMap((flag): Mark[] => {
          const name: Mark = {
            data: { values: [{ ...flag }] }, mark: { type: "text", align: flag.align, dx: flag.align === "left" ? 5 : -5, baseline: "top" },
            encoding: { x, y: { value: flag.row * 18 + 3 }, text: { field: "text" } },
          };
          const rule: Mark = { data: { values: [{ ...flag }] }, mark: { type: "rule", color: colours.ink, strokeWidth: 1 }, encoding: { x, y: { value: flag.row * 18 + 4 }, y2: { value: height } } };
          return flag.ruled ? [rule, name] : [name];
        }),
        {
          data: { values: [{ day: daysOf(outage, peak), mean: highestOver(outage, peak, (130 * end) / width) }] }, mark: { type: "text", align: "left", dx: 14, dy: -6, fontWeight: "bold", color: colours.blue, text: "With the outage" },
          encoding: { x, y: { ...y, field: "mean" } },
        },
        {
          data: { values: [{ day: daysOf(outage, peak), mean: Math.max(...none.mean) }] }, mark: { type: "text", align: "left", dx: 8, dy: -6, fontWeight: "bold", color: colours.grey, text: "Without it" },
          encoding: { x, y: { ...y, field: "mean" } },
        },
      ],
    }],
  });
}

/** Step at which the outage has added most. */
function peakOf({ none, outage }: { readonly none: Series; readonly outage: Series }): number {
  const excess = outage.mean.map((value, step) => value - (none.mean[step] ?? 0));
  return excess.indexOf(Math.max(...excess));
}

/** Highest of the band within `days` of a step: what is written there stands clear of the curve. */
function highestOver(series: Series, step: number, days: number): number {
  return Math.max(...series.high.slice(step, step + 1 + Math.ceil((days * 1440) / series.stepMinutes)));
}

function daysOf({ stepMinutes }: Series, step: number): number {
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

interface Event {
  readonly at: string;
  readonly text: string;
  readonly sentence: string;
}

function eventsOf({ window }: ResultDocument): Event[] {
  const { onset, restored, recovered } = window;
  return [
    ...(onset === null ? [] : [{ at: onset, text: `Begins ${shortDate(onset)}, ${clockOf(onset)}`, sentence: `The outage begins at ${moment(onset)}.` }]),
    ...(restored === null ? [] : [{ at: restored, text: `Systems back ${shortDate(restored)}, ${clockOf(restored)}`, sentence: `Systems are back at ${moment(restored)}.` }]),
    ...(recovered === null ? [] : [{ at: recovered, text: `Recovered ${shortDate(recovered)}`, sentence: `Work is back to normal at ${moment(recovered)}.` }]),
  ];
}

interface Flag {
  readonly day: number;
  readonly text: string;
  readonly align: "left" | "right";
  readonly row: number;
  readonly ruled: boolean;
}

/** Each on a line of its own, so that names of moments close together do not meet. */
function flagsOf(document: ResultDocument, start: string, end: number, width: number): Flag[] {
  const marks = eventsOf(document).map(({ at, text }, row): Flag => {
    const day = daysBetween(start, at);
    return { day, text, row, ruled: true, align: (day / end) * width > width - 170 ? "right" : "left" };
  }).filter(({ day }) => day >= 0 && day <= end);
  if (document.window.recovered !== null) return marks;
  return [...marks, { day: end, text: `Not recovered after ${horizonOf(document)}`, row: marks.length, ruled: false, align: "right" }];
}

function daysOff(start: string, end: number): { from: number; to: number }[] {
  const first = dayNumber(start.slice(0, 10));
  const shift = daysBetween(start.slice(0, 10), start);
  return Array.from({ length: Math.ceil(end + shift) }, (_, day) => day).filter((day) => !isWorkingDay(first + day))
    .map((day) => ({ from: Math.max(0, day - shift), to: Math.min(end, day + 1 - shift) }));
}

/** Mondays, or every day of a short stretch. */
function dateAxis(start: string, end: number, layout: Layout): Position["axis"] {
  const first = dayNumber(start.slice(0, 10));
  const shift = daysBetween(start.slice(0, 10), start);
  const days = Array.from({ length: Math.floor(end + shift) + 1 }, (_, day) => day).filter((day) => day - shift >= 0);
  const mondays = days.filter((day) => (first + day + 3) % 7 === 0);
  const candidates = end <= 10 ? days : mondays;
  const most = layout === "wide" ? 11 : 5;
  const stride = Math.ceil(candidates.length / most);
  const chosen = candidates.filter((_, index) => index % stride === 0);
  const labels = Object.fromEntries(chosen.map((day) => [String(day - shift), shortDate(dateOf(first + day))]));
  return { values: chosen.map((day) => day - shift), labelExpr: lookup(labels), ticks: true, tickColor: colours.grey, tickSize: 4, grid: false };
}
