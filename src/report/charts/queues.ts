/** Which queues grow and which are dug out first: what the outage adds to each of them, over time. */
import { dateOf, dayNumber, isWorkingDay } from "../../facts/days.js";
import { csv, type Table } from "../../result/csv.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { backToNormal, closeToNormal, staysCloseToNormal } from "../back-to-normal.js";
import { dateAfter, daysBetween, longDate, longDay, shortDate } from "../dates.js";
import { horizonOf, isWithoutEffect, nameOf, queuesOf } from "../find.js";
import { capital, listed, partName, withinSentence } from "../labels.js";
import { plain } from "../numbers.js";
import { outagesIn } from "../outages.js";
import { curveMarks, dateAxis, dayMark, daysOf, pointRows, restMark } from "./curve.js";
import { axisRoom, framed, heading, lookOf, type ChartSpec, type Layout, type Look, type Mark, type Panel, type Position } from "./frame.js";

/** A queue that never reaches this share of the highest peak is not worth a word in the title. */
const SMALL = 0.05;

interface Queue {
  readonly name: string;
  readonly excess: Series;
  readonly peak: number;
  /** Date on which it is highest. */
  readonly peakDay: string;
  /** True where it is close to normal on every working day. */
  readonly staysClose: boolean;
  /** Last working day on which it is not close to normal; null where that is the last one simulated. */
  readonly until: string | null;
}

export function queues(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const close = closeToNormal(document);
  const all = queuesOf(document).map(({ queue, excess }) => queueOf(partName(`queue:${queue}`), excess, close));
  const highest = Math.max(0, ...all.map(({ peak }) => peak));
  const told = all.filter(({ peak, staysClose }) => !staysClose && peak >= SMALL * highest);
  if (told.length === 0 || staysCloseToNormal(document) || isWithoutEffect(document)) return undefined;
  const { start, unit, where, mean } = all[0]!.excess;
  const isOne = outagesIn(document) < 2;
  // Nothing is said of the end of a queue that stays close to normal, nor of any where one outage follows the other.
  const ends = (queue: Queue): boolean => isOne && told.includes(queue);
  const title = isOne ? findingOf(document, told) : peaksOf(told);
  const length = daysOf(all[0]!.excess, mean.length);
  const last = Math.max(...told.map(({ until }) => (until === null || !isOne ? Infinity : daysBetween(start, until))));
  const end = Math.min(length, Math.ceil(last) + 5);
  const look = lookOf(layout);
  const low = Math.min(0, ...all.flatMap(({ excess }) => excess.low));
  const domain = [low, Math.max(...all.flatMap(({ excess }) => excess.high)) * 1.12];
  const left = axisRoom(domain[1]!, look);
  const width = look.total - left - 22;
  return framed(document, {
    layout, left, name: "Open work beyond an ordinary period, by queue", title,
    subtitle: `Open work beyond an ordinary period, in ${unit}${where === "all" ? "" : `, ${nameOf(document, where)}`}, on one scale.${isOne ? " Lines and dates: last working day on which the queue is higher than usual by more than 5% of an ordinary day’s work of the practices hit." : ""} Bands: 95% interval of the mean (simulation error). Grey: weekends and bank holidays.`,
    description: `${title}. ${all.map((queue) => inWords(document, queue, ends(queue))).join(" ")}`,
    spacing: 36,
    panels: all.map((queue, index) => panel(queue, { end, domain, ends: ends(queue), width, look, left, dates: index === all.length - 1 })),
  });
}

/** A queue and hour a row. */
export function queuesTable(document: ResultDocument): Table {
  const rows = queuesOf(document).flatMap(({ queue, excess }) => pointRows(excess, [excess.where, partName(`queue:${queue}`)]));
  return csv("queues.csv", ["at", "where", "queue", "mean_excess_practice_days", "low_excess_practice_days", "high_excess_practice_days"], rows);
}

/** `close` to normal: practice-days above it. */
function queueOf(name: string, excess: Series, close: number): Queue {
  const peak = Math.max(0, ...excess.mean);
  const loud = new Set(excess.mean.flatMap((value, step) => (value > close ? [dayAt(excess, step)] : [])).filter(isWorkingDay));
  const last = Math.max(...loud);
  const isOver = excess.mean.some((_, step) => dayAt(excess, step) > last && isWorkingDay(dayAt(excess, step)));
  return { name, excess, peak, peakDay: dateAfter(excess.start, daysOf(excess, excess.mean.indexOf(peak))), staysClose: loud.size === 0, until: loud.size > 0 && isOver ? dateOf(last) : null };
}

/** Number of the day on which a step lies. */
function dayAt(series: Series, step: number): number {
  return dayNumber(dateAfter(series.start, daysOf(series, step)));
}

/**
 * `Paper notes are close to normal after 28 March 2023; other tasks after 30 March 2023`, of those that are so before nine in ten practices are back to normal: what
 * is left of a queue later is no matter of most practices. Where recovery lies beyond the horizon it is said here as well.
 */
function findingOf(document: ResultDocument, queues: readonly Queue[]): string {
  const back = backToNormal(document);
  const isBefore = ({ until }: Queue): boolean => back?.at == null || (until !== null && until <= back.at.slice(0, 10));
  const told = queues.filter(isBefore);
  if (told.length === 0) return peaksOf(queues);
  const namesUntil = (date: string | null): string => listed(told.filter(({ until }) => until === date).map(({ name }) => withinSentence(name)));
  const dates = [...new Set(told.flatMap(({ until }) => (until === null ? [] : [until])))].sort();
  const phrases = [
    ...dates.map((date, index) => `${namesUntil(date)}${index === 0 ? " are close to normal" : ""} after ${longDate(date)}`),
    ...(told.some(({ until }) => until === null) ? [`${namesUntil(null)} are not close to normal by ${horizonOf(document)}`] : []),
    ...(back?.isBeyondHorizon === true ? [back.finding] : []),
  ];
  return capital(phrases.join("; "));
}

/** `Of what waits, other tasks rise most: at most about 15 practice-days more than usual, on 12 March 2026`. */
function peaksOf(queues: readonly Queue[]): string {
  const { name, peak, peakDay, excess } = queues.reduce((most, queue) => (queue.peak > most.peak ? queue : most));
  return `Of what waits, ${withinSentence(name)} rise most: at most about ${plain(peak, 2)} ${excess.unit} more than usual, on ${longDate(peakDay)}`;
}

function inWords(document: ResultDocument, { name, peak, peakDay, until, excess }: Queue, ends: boolean): string {
  if (peak === 0) return `${name}: never more than usual.`;
  const end = !ends ? "" : until === null ? `; not close to normal by ${horizonOf(document)}` : `; close to normal after ${longDay(until)}`;
  return `${name}: at most about ${plain(peak)} ${excess.unit} more than usual, on ${longDay(peakDay)}${end}.`;
}

interface Plot {
  readonly end: number;
  readonly domain: number[];
  readonly width: number;
  readonly look: Look;
  readonly left: number;
  /** Whether dates stand below. */
  readonly dates: boolean;
  /** Whether its end is marked. */
  readonly ends: boolean;
}

function panel({ name, excess, peak, peakDay, until }: Queue, { end, domain, width, look, left, dates, ends }: Plot): Panel {
  const height = look.isWide ? 92 : 80;
  const axis = dateAxis(excess.start, end, look);
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, end], nice: false }, axis: dates ? axis : null };
  const y: Position = { type: "quantitative", scale: { domain, nice: false }, axis: { tickCount: 3, format: ",~f", labelPadding: 8 } };
  const day = until === null || !ends ? undefined : daysBetween(excess.start, until) + 1;
  const cleared: Mark[] = day === undefined ? [] : [
    { data: { values: [{ day }] }, mark: { type: "rule", color: look.colours.ink, strokeWidth: 1 }, encoding: { x, y: { value: 12 }, y2: { value: height } } },
    {
      data: { values: [{ day }] }, mark: { type: "text", align: day > end * 0.8 ? "right" : "left", dx: day > end * 0.8 ? -5 : 5, baseline: "top", fontWeight: "bold", text: shortDate(until!) },
      encoding: { x, y: { value: 12 } },
    },
  ];
  return {
    width, height,
    layer: [
      restMark(excess.start, end, x, look),
      ...curveMarks({ series: excess, end, x, y, colour: look.colours.blue, look }),
      ...cleared,
      heading(`${name}${peak === 0 ? ": never more than usual" : `: at most ${plain(peak)} more than usual, on ${shortDate(peakDay)}`}`, left, look),
      dayMark([[`${withinSentence(name)} beyond the usual `, excess]], end, x, look),
    ],
  };
}
