/** Welch's chart of one measure: its weeks from three starts, which must have met when counting begins. */
import type { CalibrationDocument, WarmUp } from "../../../result/calibration-document.js";
import { axisRoom, framed, lookOf, type ChartSpec, type Layout, type Mark, type Position } from "../../charts/frame.js";
import { plain } from "../../numbers.js";

type Series = WarmUp["series"][number];

/** How the lines differ, in grey as well; `name` stands at their beginnings. */
export const looks: Readonly<Record<Series["start"], { readonly name: string; readonly colour: "vermillion" | "ink" | "blue"; readonly dash: number[]; readonly width: number }>> = {
  overfull: { name: "overfull", colour: "vermillion", dash: [2, 2], width: 1.8 },
  empty: { name: "empty", colour: "ink", dash: [7, 3], width: 1.8 },
  seeded: { name: "usual", colour: "blue", dash: [1, 0], width: 2.4 },
};

/** Undefined where the document has no such series. */
export function welch(document: CalibrationDocument, id: string, layout: Layout): ChartSpec | undefined {
  const { warmUp } = document;
  const all = (warmUp?.series ?? []).filter((one) => one.id === id);
  const first = all[0];
  if (warmUp === undefined || first === undefined) return undefined;
  const verdict = warmUp.verdicts.find((one) => one.id === id);
  const look = lookOf(layout);
  const height = look.total >= 400 ? 140 : 120;
  // Missing at the ends where an average has too few weeks.
  const drawn = all.map(({ start, smoothed }) => ({ start, points: smoothed.map((value, week) => ({ week: week + 1, value })).filter(({ value }) => Number.isFinite(value)) }));
  const bound = boundOf(warmUp, id);
  // However little the lines move, the band of the bound stays narrower than the plot.
  const room = bound.to === bound.from ? [] : [bound.from - 2 * (bound.to - bound.from), bound.to + 2 * (bound.to - bound.from)];
  const values = [...drawn.flatMap(({ points }) => points.map(({ value }) => value)), ...room];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) * 0.06 || 1;
  const domain: [number, number] = [Math.max(0, low - margin), high + margin * 3];
  const left = Math.max(axisRoom(domain[1], look), 46);
  const width = look.total - left - 10;
  const finding = verdict === undefined ? "weeks from three starts" : verdict.agrees ? "three starts come to the same" : "it is not shown that three starts come to the same";
  const title = `${first.label}: ${finding}`;
  const y: Position = { type: "quantitative", scale: { domain, nice: false, zero: false }, axis: { tickCount: 4, format: domain[1] - domain[0] < 0.5 ? ".2f" : domain[1] - domain[0] < 5 ? ".1f" : ",~f", labelPadding: 8 } };
  // Room for the names of the lines.
  const begin = 0.5 - (warmUp.weeks * NAMES) / (width - NAMES);
  const x: Position = {
    type: "quantitative", scale: { domain: [begin, warmUp.weeks + 0.5], nice: false },
    axis: { values: Array.from({ length: warmUp.weeks }, (_, at) => at + 1).filter((week) => warmUp.weeks <= 12 || week % 2 === 0), format: "d", grid: false, ticks: true, tickColor: look.colours.grey },
  };
  const beginnings = apart(drawn.filter(({ points }) => points.length > 0).map(({ start, points }) => ({ start, y: (height * (domain[1] - points[0]!.value)) / (domain[1] - domain[0]) })), look.text + 2);
  const counted = { week: warmUp.warmUpWeeks + 0.5 };
  return framed(document, {
    layout, left, name: `${first.label}, week by week from three starts`, title,
    subtitle: `${first.unit.slice(0, 1).toUpperCase()}${first.unit.slice(1)}, by week, moving average, from three starts: usual (as every simulation begins), empty and overfull. Shaded: the bound about the usual start’s counted weeks.`,
    description: `${title}. ${drawn.filter(({ points }) => points.length > 0).map(({ start, points }) => `${looks[start].name}: from ${plain(points[0]!.value)} to ${plain(points.at(-1)!.value)}`).join("; ")}.`,
    source: `Source: simulation with Outage Lab ${document.version}, ${document.name}, ${warmUp.neighbourhoods} neighbourhoods, ${warmUp.replications} ${warmUp.replications === 1 ? "replication" : "replications"}, seed ${document.seed}`,
    panels: [{
      width, height,
      layer: [
        { data: { values: [{ from: begin, to: counted.week }] }, mark: { type: "rect", color: look.colours.rest }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" } } },
        { data: { values: [{ week: counted.week, end: warmUp.weeks + 0.5, ...bound }] }, mark: { type: "rect", color: look.colours.sky, opacity: 0.45 }, encoding: { x: { ...x, field: "week" }, x2: { field: "end" }, y: { ...y, field: "from" }, y2: { field: "to" } } },
        ...(["overfull", "empty", "seeded"] as const).map((start): Mark => ({
          data: { values: drawn.filter((one) => one.start === start).flatMap(({ points }) => points) },
          mark: { type: "line", color: look.colours[looks[start].colour], strokeDash: looks[start].dash, strokeWidth: looks[start].width }, encoding: { x: { ...x, field: "week" }, y: { ...y, field: "value" } },
        })),
        ...beginnings.map(({ start, y: at }): Mark => ({
          data: { values: [{ week: 1 }] }, mark: { type: "text", align: "right", baseline: "middle", dx: -7, fontWeight: "bold", text: looks[start].name }, encoding: { x: { ...x, field: "week" }, y: { value: at } },
        })),
        { data: { values: [counted] }, mark: { type: "rule", color: look.colours.ink, strokeWidth: 1 }, encoding: { x: { ...x, field: "week" } } },
        { data: { values: [counted] }, mark: { type: "text", align: "left", baseline: "top", dx: 4, text: "Counted from here" }, encoding: { x: { ...x, field: "week" }, y: { value: 0 } } },
      ],
    }],
  });
}

/** As far from the mean of the usual start's counted weeks as another's may lie. */
function boundOf({ series, verdicts, warmUpWeeks }: WarmUp, id: string): { readonly from: number; readonly to: number } {
  const counted = series.find((one) => one.id === id && one.start === "seeded")?.weekly.slice(warmUpWeeks) ?? [];
  const mean = counted.reduce((sum, value) => sum + value, 0) / Math.max(1, counted.length);
  const bound = verdicts.find((one) => one.id === id)?.bound ?? 0;
  return { from: Math.max(0, mean - bound), to: mean + bound };
}

/** Pixels for the names of the lines. */
const NAMES = 62;

/** The same from top to bottom, moved as little as keeps any two `least` apart. */
function apart<Named extends { readonly y: number }>(names: readonly Named[], least: number): Named[] {
  const sorted = [...names].sort((a, b) => a.y - b.y);
  // Those that are too close stand together about their mean, which may bring them too close to the next.
  const heaps: { middle: number; names: Named[] }[] = [];
  for (const name of sorted) {
    let heap = { middle: name.y, names: [name] };
    for (let above = heaps.at(-1); above !== undefined && heap.middle - above.middle < ((heap.names.length + above.names.length) / 2) * least; above = heaps.at(-1)) {
      heaps.pop();
      const all = [...above.names, ...heap.names];
      heap = { middle: all.reduce((sum, { y }) => sum + y, 0) / all.length, names: all };
    }
    heaps.push(heap);
  }
  return heaps.flatMap(({ middle, names: close }) => close.map((name, at) => ({ ...name, y: middle + (at - (close.length - 1) / 2) * least })));
}
