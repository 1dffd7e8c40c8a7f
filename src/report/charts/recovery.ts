/** How long the practices take to dig out: how many of them need how many working days. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { horizonOf, isWithoutEffect, recoveriesOf } from "../find.js";
import { recoveryTime } from "../sentences.js";
import { colours, framed, sizes, type ChartSpec, type Layout, type Mark, type Position } from "./frame.js";

export function recovery(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const practices = recoveriesOf(document);
  const within = practices.filter((row) => !isBeyondHorizon(row)).map(({ mean }) => mean ?? 0);
  const beyond = practices.length - within.length;
  if (practices.length === 0 || isWithoutEffect(document)) return undefined;
  const longest = Math.max(1, ...within);
  const bin = longest <= 20 ? 1 : longest <= 45 ? 2 : 5;
  const bins = Math.floor(longest / bin) + 1;
  const bars = Array.from({ length: bins }, (_, index) => ({
    from: index * bin, to: (index + 1) * bin, middle: (index + 0.5) * bin, count: within.filter((days) => Math.floor(days / bin) === index).length,
  })).map((bar) => ({ ...bar, label: bar.count === 0 ? "" : String(bar.count), said: `${bar.from} to ${bar.to} working days: ${practiceCount(bar.count)}` }));
  const end = bins * bin;
  const late = { from: end + 2 * bin, to: end + 3 * bin, middle: end + 2.5 * bin, count: beyond, label: String(beyond), said: `Beyond ${horizonOf(document)}: ${practiceCount(beyond)}` };
  const finding = recoveryTime(document);
  const size = sizes[layout];
  const left = 8;
  const width = size.total - left - 12;
  const height = layout === "wide" ? 150 : 130;
  const counts = [...bars, ...(beyond > 0 ? [late] : [])];
  const domain = [0, beyond > 0 ? late.to + bin : end];
  const x: Position = { type: "quantitative", scale: { domain, nice: false } };
  const edges = [...bars.map(({ from }) => from), end].filter((value) => value % (bins > 12 ? bin * 5 : bin) === 0);
  const axis: Position["axis"] = { grid: false, values: edges, format: "~r", ticks: true, tickColor: colours.grey };
  const y: Position = { type: "quantitative", scale: { domain: [0, Math.max(...counts.map(({ count }) => count)) * 1.18], nice: false }, axis: null };
  const bar: Mark["encoding"] = { x: { ...x, field: "from", axis }, x2: { field: "to" }, y: { ...y, field: "count" }, y2: { datum: 0 } };
  return framed(document, {
    layout, left, title: finding,
    subtitle: `Number of affected practices by their mean recovery time, in working days from the return of systems. ${practiceCount(practices.length)}.`,
    description: `${finding}. ${[
      ...bars.filter(({ count }) => count > 0).map(({ from, to, count }) => `${from} to ${to} working days: ${practiceCount(count)}`),
      ...(beyond > 0 ? [`beyond ${horizonOf(document)}: ${practiceCount(beyond)}`] : []),
    ].join("; ")}.`,
    panels: [{
      width, height,
      layer: [
        { data: { values: bars }, mark: { type: "bar", color: colours.blue, stroke: "white", strokeWidth: 1 }, encoding: bar },
        ...(beyond === 0 ? [] : [
          { data: { values: [late] }, mark: { type: "bar", color: colours.orange, stroke: colours.ink, strokeWidth: 1 }, encoding: bar } satisfies Mark,
          {
            data: { values: [late] }, mark: { type: "text", baseline: "top", dy: 9, lineHeight: size.text + 2, text: ["beyond", horizonOf(document)], color: colours.grey },
            encoding: { x: { ...x, field: "middle", axis }, y: { value: height } },
          } satisfies Mark,
        ]),
        { data: { values: counts }, mark: { type: "text", baseline: "bottom", dy: -3, fontWeight: "bold" }, encoding: { x: { ...x, field: "middle", axis }, y: { ...y, field: "count" }, text: { field: "label" } } },
      ],
    }],
  });
}

/** Its median replication is cut at the horizon. */
export function isBeyondHorizon({ p50, censored }: OutcomeRow): boolean {
  return p50 === null && censored > 0;
}

function practiceCount(count: number): string {
  return count === 1 ? "1 practice" : `${count} practices`;
}
