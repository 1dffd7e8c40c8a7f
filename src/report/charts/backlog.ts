/** Open work over time, with the outage and without it. */
import type { ResultDocument, Series } from "../../result/document.js";
import { clockOf, dateAfter, dayAndMonth, daysBetween, longDate, moment, shortDate } from "../dates.js";
import { backlogsOf, horizonOf, isUnaffected, nameOf } from "../find.js";
import { plain } from "../numbers.js";
import { curveMarks, dateAxis, daysOf, restMark } from "./curve.js";
import { axisRoom, colours, framed, sizes, type ChartSpec, type Layout, type Mark, type Position } from "./frame.js";

export function backlog(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const curves = backlogsOf(document);
  if (curves === undefined || isUnaffected(document)) return undefined;
  const { none, outage } = curves;
  const { recovered } = document.window;
  const peak = peakOf(curves);
  const peakDay = dateAfter(outage.start, daysOf(outage, peak));
  const end = Math.min(daysOf(outage, outage.mean.length), recovered === null ? Infinity : Math.ceil(daysBetween(outage.start, recovered)) + 7);
  const size = sizes[layout];
  const height = layout === "wide" ? 290 : 240;
  const headroom = 78;
  const top = (Math.max(...outage.high, ...none.high) * height) / (height - headroom);
  const left = axisRoom(top, size);
  const width = size.total - left - 12;
  const back = recovered === null ? `is not back to normal within ${horizonOf(document)}` : `is back to normal on ${longDate(recovered)}`;
  const title = `Open work peaks on ${dayAndMonth(peakDay)} and ${back}`;
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, end], nice: false }, axis: dateAxis(outage.start, end, layout) };
  const y: Position = { type: "quantitative", scale: { domain: [0, top], nice: false }, axis: { tickCount: 5, format: ",~f", labelPadding: 8 } };
  return framed(document, {
    layout, left, title,
    subtitle: `Open work in ${outage.unit}${outage.where === "all" ? "" : `, ${nameOf(document, outage.where)}`}; one is what a practice’s staff do in an ordinary day. Bands: 95% interval of the mean (simulation error). Grey: weekends and bank holidays.`,
    description: `${title}. It rises from about ${plain(none.mean[peak] ?? 0)} to about ${plain(outage.mean[peak] ?? 0)} ${outage.unit}. ${eventsOf(document).map(({ sentence }) => sentence).join(" ")}`,
    panels: [{
      width, height,
      layer: [
        restMark(outage.start, end, x),
        ...curveMarks({ series: none, end, x, y, colour: colours.grey, dash: [4, 3] }),
        ...curveMarks({ series: outage, end, x, y, colour: colours.blue }),
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
          data: { values: [{ day: daysOf(outage, peak), mean: Math.min(...none.low) }] },
          mark: { type: "text", align: "left", dx: 14, dy: 6, baseline: "top", fontWeight: "bold", color: colours.grey, text: "Without it" },
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
