/** Welch's chart of one measure: its weeks from three starts, which must have met when counting begins. */
import type { CalibrationDocument, WarmUp } from "../../../result/calibration-document.js";
import { axisRoom, colours, framed, sizes, type ChartSpec, type Layout, type Mark, type Position } from "../../charts/frame.js";
import { plain } from "../../numbers.js";

type Series = WarmUp["series"][number];

/** How the lines differ, in grey as well; `name` stands at their beginnings. */
export const looks: Readonly<Record<Series["start"], { readonly name: string; readonly colour: string; readonly dash: number[]; readonly width: number }>> = {
  overfull: { name: "overfull", colour: colours.vermillion, dash: [2, 2], width: 1.8 },
  empty: { name: "empty", colour: colours.ink, dash: [7, 3], width: 1.8 },
  seeded: { name: "usual", colour: colours.blue, dash: [1, 0], width: 2.4 },
};

/** Undefined where the document has no such series. */
export function welch(document: CalibrationDocument, id: string, layout: Layout): ChartSpec | undefined {
  const { warmUp } = document;
  const all = (warmUp?.series ?? []).filter((one) => one.id === id);
  const first = all[0];
  if (warmUp === undefined || first === undefined) return undefined;
  const verdict = warmUp.verdicts.find((one) => one.id === id);
  const size = sizes[layout];
  const height = layout === "half" ? 140 : 120;
  // Missing at the ends where an average has too few weeks.
  const drawn = all.map(({ start, smoothed }) => ({ start, points: smoothed.map((value, week) => ({ week: week + 1, value })).filter(({ value }) => Number.isFinite(value)) }));
  const values = drawn.flatMap(({ points }) => points.map(({ value }) => value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
  const domain: [number, number] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin * 2];
  const left = Math.max(axisRoom(domain[1], size), 46);
  const width = size.total - left - 10;
  const finding = verdict === undefined ? "weeks from three starts" : `${verdict.agrees ? "the start no longer matters" : "the start still matters"} when counting begins`;
  const title = `${first.label}: ${finding}`;
  const y: Position = { type: "quantitative", scale: { domain, nice: false, zero: false }, axis: { tickCount: 4, format: domain[1] - domain[0] < 0.5 ? ".2f" : domain[1] - domain[0] < 5 ? ".1f" : ",~f", labelPadding: 8 } };
  // Room for the names of the lines.
  const begin = 0.5 - (warmUp.weeks * NAMES) / (width - NAMES);
  const x: Position = {
    type: "quantitative", scale: { domain: [begin, warmUp.weeks + 0.5], nice: false },
    axis: { values: Array.from({ length: warmUp.weeks }, (_, at) => at + 1).filter((week) => warmUp.weeks <= 12 || week % 2 === 0), format: "d", grid: false, ticks: true, tickColor: colours.grey },
  };
  const beginnings = apart(drawn.filter(({ points }) => points.length > 0).map(({ start, points }) => ({ start, y: (height * (domain[1] - points[0]!.value)) / (domain[1] - domain[0]) })), size.text + 2);
  const counted = { week: warmUp.warmUpWeeks + 0.5 };
  return framed(document, {
    layout, left, title,
    subtitle: `${first.unit.slice(0, 1).toUpperCase()}${first.unit.slice(1)}, by week, moving average, from three starts: usual (as every simulation begins), empty and overfull.`,
    description: `${title}. ${drawn.filter(({ points }) => points.length > 0).map(({ start, points }) => `${looks[start].name}: from ${plain(points[0]!.value)} to ${plain(points.at(-1)!.value)}`).join("; ")}.`,
    source: `Source: simulation with Outage Lab ${document.version}, ${document.name}, ${warmUp.neighbourhoods} neighbourhoods, ${warmUp.replications} ${warmUp.replications === 1 ? "replication" : "replications"}, seed ${document.seed}`,
    panels: [{
      width, height,
      layer: [
        { data: { values: [{ from: begin, to: counted.week }] }, mark: { type: "rect", color: colours.rest }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" } } },
        ...(["overfull", "empty", "seeded"] as const).map((start): Mark => ({
          data: { values: drawn.filter((one) => one.start === start).flatMap(({ points }) => points) },
          mark: { type: "line", color: looks[start].colour, strokeDash: looks[start].dash, strokeWidth: looks[start].width }, encoding: { x: { ...x, field: "week" }, y: { ...y, field: "value" } },
        })),
        ...beginnings.map(({ start, y: at }): Mark => ({
          data: { values: [{ week: 1 }] }, mark: { type: "text", align: "right", baseline: "middle", dx: -7, fontWeight: "bold", text: looks[start].name }, encoding: { x: { ...x, field: "week" }, y: { value: at } },
        })),
        { data: { values: [counted] }, mark: { type: "rule", color: colours.ink, strokeWidth: 1 }, encoding: { x: { ...x, field: "week" } } },
        { data: { values: [counted] }, mark: { type: "text", align: "left", baseline: "top", dx: 4, text: "Counted from here" }, encoding: { x: { ...x, field: "week" }, y: { value: 0 } } },
      ],
    }],
  });
}

/** Pixels for the names of the lines. */
const NAMES = 62;

/** The same from top to bottom, no two closer than `least`. */
function apart<Named extends { readonly y: number }>(names: readonly Named[], least: number): Named[] {
  const sorted = [...names].sort((a, b) => a.y - b.y);
  const middle = (sorted.length - 1) / 2;
  const centre = sorted.reduce((sum, { y }) => sum + y, 0) / sorted.length;
  const isTight = sorted.some(({ y }, at) => at > 0 && y - sorted[at - 1]!.y < least);
  return isTight ? sorted.map((name, at) => ({ ...name, y: centre + (at - middle) * Math.max(least, (sorted.at(-1)!.y - sorted[0]!.y) / (2 * middle)) })) : sorted;
}
