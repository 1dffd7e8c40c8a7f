/** Open work over time, with the outage and without it. */
import { csv, type Table } from "../../result/csv.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { backToNormal, staysCloseToNormal, type BackToNormal } from "../back-to-normal.js";
import { clockOf, dateAfter, dayAndMonth, daysBetween, moment, shortDate } from "../dates.js";
import { backlogsOf, isWithoutEffect, nameOf } from "../find.js";
import { capital } from "../labels.js";
import { plain } from "../numbers.js";
import { outagesIn } from "../outages.js";
import { curveMarks, dateAxis, dayMark, daysOf, pointRows, restMark } from "./curve.js";
import { axisRoom, framed, lookOf, type ChartSpec, type Layout, type Mark, type Position, type Look } from "./frame.js";
import { widest, wrapped } from "./width.js";

export function backlog(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const curves = backlogsOf(document);
  if (curves === undefined || isWithoutEffect(document)) return undefined;
  const { none, outage } = curves;
  const back = backToNormal(document);
  const at = back?.at ?? null;
  const peak = peakOf(curves);
  const end = Math.min(daysOf(outage, outage.mean.length), at === null ? Infinity : Math.ceil(Math.max(daysBetween(outage.start, at), daysOf(outage, peak))) + 7);
  const look = lookOf(layout);
  const height = look.isWide ? 290 : 240;
  // For what is written at the top, and the name of a curve below it, which takes two lines where there is little room.
  const headroom = look.isWide ? 78 : 94;
  const top = (Math.max(...outage.high, ...none.high) * height) / (height - headroom);
  const left = axisRoom(top, look);
  const width = look.total - left - 22;
  const added = (outage.mean[peak] ?? 0) - (none.mean[peak] ?? 0);
  const title = findingOf(document, outage, peak, added, back);
  const areClose = added < CLOSE * top;
  const { lines, side, room } = beside(areClose ? "With the outage; dashed: without it" : "With the outage", (daysOf(outage, peak) / end) * width, width, look);
  const over = highestOver(outage, peak, ((side === "left" ? room : -room) * end) / width);
  const names: readonly { readonly text: readonly string[]; readonly colour: string; readonly mean: number; readonly dy: number; readonly baseline: "top" | "bottom" }[] = [
    { text: lines, colour: look.colours.blue, mean: over, dy: -6 - (lines.length - 1) * (look.text + 3), baseline: "bottom" },
    ...(areClose ? [] : [{ text: ["Without it"], colour: look.colours.grey, mean: Math.min(...none.low), dy: 6, baseline: "top" as const }]),
  ];
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, end], nice: false }, axis: dateAxis(outage.start, end, look) };
  const y: Position = { type: "quantitative", scale: { domain: [0, top], nice: false }, axis: { tickCount: 5, format: ",~f", labelPadding: 8 } };
  return framed(document, {
    layout, left, name: "Open work with and without the outage", title,
    subtitle: `Open work in ${outage.unit}${outage.where === "all" ? "" : `, ${nameOf(document, outage.where)}`}; one is what a practice’s staff do in an ordinary day. Bands: 95% interval of the mean (simulation error). Grey: weekends and bank holidays.`,
    description: `${title}. It rises from about ${plain(none.mean[peak] ?? 0)} to about ${plain(outage.mean[peak] ?? 0)} ${outage.unit}. ${eventsOf(document, back).map(({ sentence }) => sentence).join(" ")}`,
    panels: [{
      width, height,
      layer: [
        restMark(outage.start, end, x, look),
        ...curveMarks({ series: none, end, x, y, colour: look.colours.grey, look, dash: [4, 3] }),
        ...curveMarks({ series: outage, end, x, y, colour: look.colours.blue, look }),
        ...flagsOf(document, back, outage.start, end, width).flatMap((flag): Mark[] => {
          const name: Mark = {
            data: { values: [{ ...flag }] }, mark: { type: "text", align: flag.align, dx: flag.align === "left" ? 5 : -5, baseline: "top" },
            encoding: { x, y: { value: flag.row * 18 + 3 }, text: { field: "text" } },
          };
          const rule: Mark = { data: { values: [{ ...flag }] }, mark: { type: "rule", color: look.colours.ink, strokeWidth: 1 }, encoding: { x, y: { value: flag.row * 18 + 4 }, y2: { value: height } } };
          return flag.ruled ? [rule, name] : [name];
        }),
        ...names.map(({ text, colour, mean, dy, baseline }): Mark => ({
          data: { values: [{ day: daysOf(outage, peak), mean }] }, mark: { type: "text", align: side, dx: side === "left" ? ASIDE : -ASIDE, dy, baseline, fontWeight: "bold", lineHeight: look.text + 3, color: colour, text: [...text] },
          encoding: { x, y: { ...y, field: "mean" } },
        })),
        dayMark([["with the outage ", outage], ["without it ", none]], end, x, look),
      ],
    }],
  });
}

/** An hour a row, with and without the outage. */
export function backlogTable(document: ResultDocument): Table {
  return csv("backlog.csv", ["at", "where", "arm", "mean_practice_days", "low_practice_days", "high_practice_days"], Object.values(backlogsOf(document) ?? {}).flatMap((series) => pointRows(series, [series.where, series.arm])));
}

/** Practices are not told to be back to normal on a day before that on which the sum of their open work peaks: what little is left of each may add up to a peak that comes later. */
function findingOf(document: ResultDocument, outage: Series, peak: number, added: number, back: BackToNormal | undefined): string {
  const peakDay = dateAfter(outage.start, daysOf(outage, peak));
  const day = dayAndMonth(peakDay);
  const count = plain(added, 2);
  const amount = `about ${count} ${count === "1" ? outage.unit.replace(/s$/, "") : outage.unit}`;
  if (staysCloseToNormal(document)) return `Open work stays close to normal: at most ${amount} more, on ${day}`;
  const isBackFirst = back?.at != null && back.at.slice(0, 10) < peakDay;
  return back === undefined || isBackFirst ? `Open work is furthest above normal on ${day}, by ${amount}` : `Open work peaks on ${day}; ${back.finding}`;
}

/** Below this share of the axis the two curves lie on each other, and share one name. */
const CLOSE = 0.06;

/** Pixels from the peak to the name of the curve. */
const ASIDE = 14;

/** A name on that side of `at` where it fits, on the right if on both, and in lines if on neither: `side` is where it begins or ends, `room` how far it reaches. */
function beside(name: string, at: number, width: number, { text }: Look): { readonly lines: string[]; readonly side: "left" | "right"; readonly room: number } {
  const [after, before] = [width - at - ASIDE, at - ASIDE];
  const fits = (room: number): boolean => room > 0 && wrapped(name, room, text, "bold").length === 1;
  const isAfter = fits(after) || (!fits(before) && after >= before);
  const lines = wrapped(name, isAfter ? after : before, text, "bold");
  return { lines, side: isAfter ? "left" : "right", room: ASIDE + widest(lines, text, "bold") };
}

/** Step at which the outage has added most. */
export function peakOf({ none, outage }: { readonly none: Series; readonly outage: Series }): number {
  const excess = outage.mean.map((value, step) => value - (none.mean[step] ?? 0));
  return excess.indexOf(Math.max(...excess));
}

/** Highest of the band within so many days after a step, or before it: what is written there stands clear of the curve. */
function highestOver(series: Series, step: number, days: number): number {
  const other = step + Math.round((days * 1440) / series.stepMinutes);
  return Math.max(...series.high.slice(Math.max(0, Math.min(step, other)), Math.max(step, other) + 1));
}

interface Event {
  readonly at: string;
  readonly text: string;
  readonly sentence: string;
}

function eventsOf(document: ResultDocument, back: BackToNormal | undefined): Event[] {
  const { onset, restored } = document.window;
  const [begins, Begins, returned, Returned] = outagesIn(document) > 1
    ? ["The first outage begins", "First begins", "Systems are back for the last time", "Last return"] : ["The outage begins", "Begins", "Systems are back", "Systems back"];
  return [
    ...(onset === null ? [] : [{ at: onset, text: `${Begins} ${shortDate(onset)}, ${clockOf(onset)}`, sentence: `${begins} at ${moment(onset)}.` }]),
    ...(restored === null ? [] : [{ at: restored, text: `${Returned} ${shortDate(restored)}, ${clockOf(restored)}`, sentence: `${returned} at ${moment(restored)}.` }]),
    ...(back?.at == null ? [] : [{ at: back.at, text: back.short, sentence: `${capital(back.finding)}.` }]),
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
function flagsOf(document: ResultDocument, back: BackToNormal | undefined, start: string, end: number, width: number): Flag[] {
  const marks = eventsOf(document, back).map(({ at, text }, row): Flag => {
    const day = daysBetween(start, at);
    return { day, text, row, ruled: true, align: (day / end) * width > width - 170 ? "right" : "left" };
  }).filter(({ day }) => day >= 0 && day <= end);
  return back?.isBeyondHorizon === true ? [...marks, { day: end, text: back.short, row: marks.length, ruled: false, align: "right" }] : marks;
}
