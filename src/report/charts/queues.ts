/** Which queues grow and which are dug out first: what the outage adds to each of them, over time. */
import { dateOf, dayNumber, isWorkingDay } from "../../facts/days.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { dateAfter, daysBetween, longDate, longDay, shortDate } from "../dates.js";
import { horizonOf, isWithoutEffect, nameOf, queuesOf } from "../find.js";
import { listed, partName, withinSentence } from "../labels.js";
import { plain } from "../numbers.js";
import { curveMarks, dateAxis, daysOf, restMark } from "./curve.js";
import { axisRoom, colours, framed, heading, sizes, type ChartSpec, type Layout, type Mark, type Panel, type Position } from "./frame.js";

/** A queue counts as cleared once it is below this share of its own peak. */
const CLEARED = 0.05;
/** A queue that never reaches this share of the highest peak is not worth a word in the title. */
const SMALL = 0.05;

interface Queue {
  readonly name: string;
  readonly excess: Series;
  readonly peak: number;
  /** Date on which it is highest. */
  readonly peakDay: string;
  /** Last working day on which it exceeds 5% of its peak; null where that is the last one simulated. */
  readonly until: string | null;
}

export function queues(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const all = queuesOf(document).map(({ queue, excess }) => queueOf(partName(`queue:${queue}`), excess));
  const highest = Math.max(0, ...all.map(({ peak }) => peak));
  if (highest === 0 || isWithoutEffect(document)) return undefined;
  const { start, unit, where, mean } = all[0]!.excess;
  const told = all.filter(({ peak }) => peak >= SMALL * highest);
  const title = findingOf(document, told);
  const length = daysOf(all[0]!.excess, mean.length);
  const last = Math.max(...told.map(({ until }) => (until === null ? Infinity : daysBetween(start, until))));
  const end = Math.min(length, Math.ceil(last) + 5);
  const size = sizes[layout];
  const low = Math.min(0, ...all.flatMap(({ excess }) => excess.low));
  const domain = [low, Math.max(...all.flatMap(({ excess }) => excess.high)) * 1.12];
  const left = axisRoom(domain[1]!, size);
  const width = size.total - left - 22;
  return framed(document, {
    layout, left, title,
    subtitle: `Open work beyond an ordinary period, in ${unit}${where === "all" ? "" : `, ${nameOf(document, where)}`}, on one scale. Lines and dates: last working day above 5% of the queue’s own peak. Bands: 95% interval of the mean (simulation error). Grey: weekends and bank holidays.`,
    description: `${title}. ${all.map((queue) => inWords(document, queue)).join(" ")}`,
    spacing: 36,
    panels: all.map((queue, index) => panel(queue, { end, domain, width, layout, left, dates: index === all.length - 1 })),
  });
}

function queueOf(name: string, excess: Series): Queue {
  const peak = Math.max(0, ...excess.mean);
  const loud = new Set(excess.mean.flatMap((value, step) => (value > CLEARED * peak ? [dayAt(excess, step)] : [])).filter(isWorkingDay));
  const last = Math.max(...loud);
  const isOver = excess.mean.some((_, step) => dayAt(excess, step) > last && isWorkingDay(dayAt(excess, step)));
  return { name, excess, peak, peakDay: dateAfter(excess.start, daysOf(excess, excess.mean.indexOf(peak))), until: loud.size > 0 && isOver ? dateOf(last) : null };
}

/** Number of the day on which a step lies. */
function dayAt(series: Series, step: number): number {
  return dayNumber(dateAfter(series.start, daysOf(series, step)));
}

function findingOf(document: ResultDocument, queues: readonly Queue[]): string {
  const namesUntil = (date: string | null): string => listed(queues.filter(({ until }) => until === date).map(({ name }) => withinSentence(name)));
  const dates = [...new Set(queues.flatMap(({ until }) => (until === null ? [] : [until])))].sort();
  const phrases = [
    ...dates.map((date, index) => `${namesUntil(date)} ${index === 0 ? "are cleared by" : "take until"} ${longDate(date)}`),
    ...(queues.some(({ until }) => until === null) ? [`${namesUntil(null)} are not cleared by ${horizonOf(document)}`] : []),
  ];
  const sentence = phrases.join("; ");
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function inWords(document: ResultDocument, { name, peak, peakDay, until, excess }: Queue): string {
  if (peak === 0) return `${name}: never more than usual.`;
  return `${name}: at most about ${plain(peak)} ${excess.unit} more than usual, on ${longDay(peakDay)}; ${until === null ? `not cleared by ${horizonOf(document)}` : `last above 5% of that on ${longDay(until)}`}.`;
}

interface Plot {
  readonly end: number;
  readonly domain: number[];
  readonly width: number;
  readonly layout: Layout;
  readonly left: number;
  /** Whether dates stand below. */
  readonly dates: boolean;
}

function panel({ name, excess, peak, peakDay, until }: Queue, { end, domain, width, layout, left, dates }: Plot): Panel {
  const height = layout === "wide" ? 92 : 80;
  const axis = dateAxis(excess.start, end, layout);
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, end], nice: false }, axis: dates ? axis : null };
  const y: Position = { type: "quantitative", scale: { domain, nice: false }, axis: { tickCount: 3, format: ",~f", labelPadding: 8 } };
  const day = until === null ? undefined : daysBetween(excess.start, until) + 1;
  const cleared: Mark[] = day === undefined ? [] : [
    { data: { values: [{ day }] }, mark: { type: "rule", color: colours.ink, strokeWidth: 1 }, encoding: { x, y: { value: 12 }, y2: { value: height } } },
    {
      data: { values: [{ day }] }, mark: { type: "text", align: day > end * 0.8 ? "right" : "left", dx: day > end * 0.8 ? -5 : 5, baseline: "top", fontWeight: "bold", text: shortDate(until!) },
      encoding: { x, y: { value: 12 } },
    },
  ];
  return {
    width, height,
    layer: [
      restMark(excess.start, end, x),
      ...curveMarks({ series: excess, end, x, y, colour: colours.blue }),
      ...cleared,
      heading(`${name}${peak === 0 ? ": never more than usual" : `: at most ${plain(peak)} more than usual, on ${shortDate(peakDay)}`}`, left, sizes[layout]),
    ],
  };
}
