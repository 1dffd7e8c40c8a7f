/** Open work of one of two results, on the scale that fits both. */
import type { ResultDocument, Series } from "../../../result/document.js";
import { backToNormal } from "../../back-to-normal.js";
import { peakOf } from "../../charts/backlog.js";
import { curveMarks, dateAxis, daysOf, restMark } from "../../charts/curve.js";
import { axisRoom, framed, lookOf, type ChartSpec, type Layout, type Mark, type Position } from "../../charts/frame.js";
import { dateAfter, dayAndMonth, daysBetween } from "../../dates.js";
import { backlogsOf, isWithoutEffect } from "../../find.js";
import { plain } from "../../numbers.js";
import { letterOf, type Pair, type Side } from "../pair.js";

export function backlog(pair: Pair, side: Side, layout: Layout): ChartSpec | undefined {
  const [a, b] = [curvesOf(pair.a), curvesOf(pair.b)];
  if (a === undefined || b === undefined || (isWithoutEffect(pair.a) && isWithoutEffect(pair.b))) return undefined;
  const end = Math.max(endOf(pair.a, a), endOf(pair.b, b));
  const top = Math.max(...[a, b].flatMap(({ none, outage }) => [...none.high, ...outage.high])) * 1.22;
  const { none, outage } = side === "a" ? a : b;
  const look = lookOf(layout);
  const left = axisRoom(top, look);
  const height = 220;
  const title = `${letterOf(side)}: ${findingOf(pair[side], none, outage)}`;
  const x: Position = { field: "day", type: "quantitative", scale: { domain: [0, end], nice: false }, axis: dateAxis(outage.start, end, look) };
  const y: Position = { type: "quantitative", scale: { domain: [0, top], nice: false }, axis: { tickCount: 5, format: ",~f", labelPadding: 8 } };
  const peak = peakOf({ none, outage });
  const isLate = daysOf(outage, peak) > end / 2;
  const name = (text: string, colour: string, mean: number, dy: number, baseline: "top" | "bottom"): Mark => ({
    data: { values: [{ day: daysOf(outage, peak), mean }] }, mark: { type: "text", align: isLate ? "right" : "left", dx: isLate ? -14 : 14, dy, baseline, fontWeight: "bold", color: colour, text },
    encoding: { x, y: { ...y, field: "mean" } },
  });
  return framed(pair[side], {
    layout, left, name: "Open work", title,
    subtitle: `Open work in ${outage.unit}; one is what a practice’s staff do in an ordinary day. Bands: 95% interval of the mean. Grey: weekends and bank holidays.`,
    description: `${title}. It rises from about ${plain(none.mean[peak] ?? 0)} to about ${plain(outage.mean[peak] ?? 0)} ${outage.unit}.`,
    panels: [{
      width: look.total - left - 22, height,
      layer: [
        restMark(outage.start, end, x, look),
        ...curveMarks({ series: none, end, x, y, colour: look.colours.grey, look, dash: [4, 3] }),
        ...curveMarks({ series: outage, end, x, y, colour: look.colours.blue, look }),
        name("With the outage", look.colours.blue, outage.high[peak] ?? 0, -4, "bottom"),
        // Above the axis, however low the band reaches.
        name("Without it (dashed)", look.colours.grey, Math.max(Math.min(...none.low), top * 0.1), 6, "top"),
      ],
    }],
  });
}

interface Curves {
  readonly none: Series;
  readonly outage: Series;
}

/** From midnight before the onset, so that both begin alike. */
function curvesOf(document: ResultDocument): Curves | undefined {
  const curves = backlogsOf(document);
  if (curves === undefined) return undefined;
  const { onset, start } = document.window;
  const from = Math.max(0, Math.round((daysBetween(curves.outage.start, (onset ?? start).slice(0, 10)) * 1440) / curves.outage.stepMinutes));
  const since = (series: Series): Series => ({ ...series, start: `${dateAfter(series.start, daysOf(series, from))}T00:00`, mean: series.mean.slice(from), low: series.low.slice(from), high: series.high.slice(from) });
  return { none: since(curves.none), outage: since(curves.outage) };
}

/** Days until a week after all is well. */
function endOf(document: ResultDocument, { none, outage }: Curves): number {
  const at = backToNormal(document)?.at ?? null;
  return Math.min(daysOf(outage, outage.mean.length), at === null ? Infinity : Math.ceil(Math.max(daysBetween(outage.start, at), daysOf(outage, peakOf({ none, outage })))) + 7);
}
function findingOf(document: ResultDocument, none: Series, outage: Series): string {
  if (isWithoutEffect(document)) return "open work stays as it would have been";
  const peak = peakOf({ none, outage });
  const count = plain((outage.mean[peak] ?? 0) - (none.mean[peak] ?? 0), 2);
  const back = backToNormal(document);
  return `open work is furthest above normal on ${dayAndMonth(dateAfter(outage.start, daysOf(outage, peak)))}, by about ${count} ${count === "1" ? outage.unit.replace(/s$/, "") : outage.unit}${back === undefined ? "" : `; ${back.finding}`}`;
}
