/** How long the practices take to dig out: how many of them need how many working days. */
import { csv, type Table } from "../../result/csv.js";
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { horizonOf, isWithoutEffect, nameOf, recoveriesOf } from "../find.js";
import { recoveryTime } from "../sentences.js";
import { framed, lookOf, type ChartSpec, type Layout, type Mark, type Position } from "./frame.js";

/** Working days that a bar covers: so few that there are twenty bars at most, while that can be. */
const BINS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5] as const;

export function recovery(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const practices = recoveriesOf(document);
  const within = practices.filter((row) => !isBeyondHorizon(row)).map(({ mean }) => mean ?? 0);
  const beyond = practices.length - within.length;
  if (practices.length === 0 || isWithoutEffect(document)) return undefined;
  const longest = Math.max(0, ...within);
  const bin = binFor(longest);
  const bars = barsOf(within, longest).map((bar) => ({ ...bar, label: bar.count === 0 ? "" : String(bar.count), said: `${bar.from} to ${bar.to} working days: ${practiceCount(bar.count)}` }));
  const bins = bars.length;
  const end = bars.at(-1)!.to;
  const late = { from: end + 2 * bin, to: end + 3 * bin, middle: end + 2.5 * bin, count: beyond, label: String(beyond), said: `Beyond ${horizonOf(document)}: ${practiceCount(beyond)}` };
  const finding = recoveryTime(document);
  const look = lookOf(layout);
  const left = 8;
  const width = look.total - left - 12;
  const height = look.isWide ? 150 : 130;
  const counts = [...bars, ...(beyond > 0 ? [late] : [])];
  const domain = [0, beyond > 0 ? late.to + bin : end];
  const x: Position = { type: "quantitative", scale: { domain, nice: false } };
  const edges = [...bars.map(({ from }) => from), end].filter((_, index) => index % (bins > 12 ? 5 : 1) === 0);
  const axis: Position["axis"] = { grid: false, values: edges, format: "~r", ticks: true, tickColor: look.colours.grey };
  const y: Position = { type: "quantitative", scale: { domain: [0, Math.max(...counts.map(({ count }) => count)) * 1.18], nice: false }, axis: null };
  const bar: Mark["encoding"] = { x: { ...x, field: "from", axis }, x2: { field: "to" }, y: { ...y, field: "count" }, y2: { datum: 0 } };
  return framed(document, {
    layout, left, name: "Recovery times of affected practices", title: finding,
    subtitle: `Number of affected practices by their mean recovery time, in working days from the return of systems. ${practiceCount(practices.length)}.`,
    description: `${finding}. ${[
      ...bars.filter(({ count }) => count > 0).map(({ from, to, count }) => `${from} to ${to} working days: ${practiceCount(count)}`),
      ...(beyond > 0 ? [`beyond ${horizonOf(document)}: ${practiceCount(beyond)}`] : []),
    ].join("; ")}.`,
    panels: [{
      width, height,
      layer: [
        { data: { values: bars }, mark: { type: "bar", color: look.colours.blue, stroke: look.colours.paper, strokeWidth: 1 }, encoding: bar },
        ...(beyond === 0 ? [] : [
          { data: { values: [late] }, mark: { type: "bar", color: look.colours.orange, stroke: look.colours.ink, strokeWidth: 1 }, encoding: bar } satisfies Mark,
          {
            data: { values: [late] }, mark: { type: "text", baseline: "top", dy: 9, lineHeight: look.text + 2, text: ["beyond", horizonOf(document)], color: look.colours.grey },
            encoding: { x: { ...x, field: "middle", axis }, y: { value: height } },
          } satisfies Mark,
        ]),
        { data: { values: counts }, mark: { type: "text", baseline: "bottom", dy: -3, fontWeight: "bold" }, encoding: { x: { ...x, field: "middle", axis }, y: { ...y, field: "count" }, text: { field: "label" } } },
      ],
    }],
  });
}

/** Working days that each bar covers where the longest recovery takes so many. */
export function binFor(longest: number): number {
  return BINS.find((each) => longest <= 20 * each) ?? 5;
}

/** How many of `within` lie in each bar, on a scale that reaches to `longest`. */
export function barsOf(within: readonly number[], longest: number): { readonly from: number; readonly to: number; readonly middle: number; readonly count: number }[] {
  const bin = binFor(longest);
  return Array.from({ length: Math.max(5, Math.floor(longest / bin) + 1) }, (_, index) => ({
    from: at(index, bin), to: at(index + 1, bin), middle: at(index + 0.5, bin), count: within.filter((days) => Math.floor(days / bin) === index).length,
  }));
}

/** An affected practice a row. A mean with values cut at the horizon is a lower bound. */
export function recoveryTable(document: ResultDocument): Table {
  const rows = recoveriesOf(document).map((row) => [row.where, nameOf(document, row.where), row.mean, row.low, row.high, row.censored, row.defined]);
  return csv("recovery.csv", ["code", "practice", "mean_working_days", "low_working_days", "high_working_days", "replications_beyond_horizon", "replications_affected"], rows);
}

/** Bounds of bars without the last digits of sums of tenths. */
function at(index: number, bin: number): number {
  return Math.round(index * bin * 1000) / 1000;
}

/** Its median replication is cut at the horizon. */
export function isBeyondHorizon({ p50, censored }: OutcomeRow): boolean {
  return p50 === null && censored > 0;
}

function practiceCount(count: number): string {
  return count === 1 ? "1 practice" : `${count} practices`;
}
