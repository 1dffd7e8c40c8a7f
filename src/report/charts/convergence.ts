/** Whether there were enough replications: how the means settle as they are added. */
import { csv, type Table } from "../../result/csv.js";
import { settlingOf, type Settling } from "../../result/convergence.js";
import type { ByReplication, ResultDocument } from "../../result/document.js";
import { labelOf } from "../find.js";
import { listed, withinSentence } from "../labels.js";
import { plain } from "../numbers.js";
import { axisRoom, framed, heading, lookOf, type ChartSpec, type Layout, type Look, type Mark, type Panel, type Position } from "./frame.js";

/** What runs are repeated for, and what their answer tells. */
const shown = ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn", "backlogRecovery"];

/** Share of the mean to which a run knows what is decisive, unless it was told another. */
const TOLERANCE = 0.05;

interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly steps: readonly Settling[];
}

/** Undefined where the document does not hold the values of single replications, where there is only one, or nothing varies at all. */
export function convergence(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const measures = measuresOf(document);
  if (measures.length === 0) return undefined;
  const look = lookOf(layout);
  const tolerance = document.tolerance ?? TOLERANCE;
  const count = Math.max(...measures.map(({ steps }) => steps.at(-1)!.replications));
  const left = Math.max(...measures.flatMap(({ steps }) => steps.map(({ high }) => axisRoom(high, look))));
  const width = look.total - left - (look.isWide ? 96 : 64);
  const title = findingOf(measures, count, tolerance);
  return framed(document, {
    layout, left, name: "Means as replications are added", title,
    subtitle: `Mean of the first so many replications, in ${listed([...new Set(measures.map(({ unit }) => unit))])}. Bands: 95% interval of the mean by Student’s t (simulation error). Dashed: the mean of all, and ${plain(tolerance * 100)}% of it to either side. What is assumed is not in it.`,
    description: `${title}. ${measures.map(({ name, unit, steps }) => `${name}: ${plain(steps.at(-1)!.mean)} ${unit} after ${steps.at(-1)!.replications}, to within ${plain(precision(steps.at(-1)!) * 100, 2)}%`).join(". ")}.`,
    spacing: 36,
    panels: measures.map((measure, at) => panel(measure, { width, left, look, count, tolerance, isLast: at === measures.length - 1 })),
  });
}

/** An outcome and replication a row: its own value, and the mean of those so far. */
export function convergenceTable(document: ResultDocument): Table {
  return csv("convergence.csv", ["outcome", "unit", "replication", "value", "mean_so_far", "low_so_far", "high_so_far"], (document.byReplication ?? []).flatMap(({ id, unit, values }) => {
    const settling = new Map(settlingOf(values).map((step) => [step.replications, step]));
    let known = 0;
    return values.map((value, replication) => {
      if (value !== null) known++;
      const step = value === null ? undefined : settling.get(known);
      return [id, unit, replication + 1, value, step?.mean ?? null, step?.low ?? null, step?.high ?? null];
    });
  }));
}

function measuresOf(document: ResultDocument): Measure[] {
  const held = (document.byReplication ?? []).filter(({ id }) => shown.includes(id));
  return held.map(({ id, unit, values }: ByReplication) => ({ name: labelOf(document, id), unit, steps: settlingOf(values) })).filter(({ steps }) => steps.some(({ low, high, mean }) => high > low || mean !== 0));
}

/** Half of the interval, as a share of the mean. */
function precision({ mean, low, high }: Settling): number {
  return mean === 0 ? 0 : (high - low) / 2 / Math.abs(mean);
}

interface Plot {
  readonly width: number;
  readonly left: number;
  readonly look: Look;
  readonly count: number;
  readonly tolerance: number;
  readonly isLast: boolean;
}

function panel({ name, unit, steps }: Measure, { width, left, look, count, tolerance, isLast }: Plot): Panel {
  const end = steps.at(-1)!;
  const bounds = [1 - tolerance, 1 + tolerance].map((factor) => end.mean * factor);
  // The first intervals, of two or three values, are so wide that nothing else could be seen.
  const reach = [...steps.filter(({ replications }) => replications >= Math.min(5, count)).flatMap(({ low, high }) => [low, high]), ...bounds, ...steps.map(({ mean }) => mean)];
  const [least, most] = [Math.min(...reach), Math.max(...reach)];
  const room = (most - least) * 0.08 || 1;
  const domain = [least - room, most + room];
  const x: Position = {
    field: "replications", type: "quantitative", scale: { domain: [Math.min(2, count - 1), count], nice: false },
    axis: isLast ? { values: ticksTo(count), format: "d", grid: false, ticks: true, tickColor: look.colours.grey, title: "Replications", titleFontSize: look.text, titleFontWeight: "normal", titleColor: look.colours.grey } : null,
  };
  const digits = domain[1]! - domain[0]! < 0.5 ? ".2f" : domain[1]! - domain[0]! < 5 ? ".1f" : ",~f";
  const y: Position = { type: "quantitative", scale: { domain, nice: false, zero: false, clamp: true }, axis: { tickCount: 3, format: digits, labelPadding: 8 } };
  const rule = (value: number, dash: number[]): Mark => ({ data: { values: [{ value }] }, mark: { type: "rule", color: look.colours.grey, strokeWidth: 1, strokeDash: dash }, encoding: { y: { ...y, field: "value" } } });
  return {
    width, height: look.isWide ? 92 : 80, data: { values: [...steps] },
    layer: [
      { mark: { type: "area", color: look.colours.blue, opacity: 0.22, clip: true }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
      ...bounds.map((value) => rule(value, [2, 3])), rule(end.mean, [6, 3]),
      { mark: { type: "line", color: look.colours.blue, strokeWidth: look.line, clip: true }, encoding: { x, y: { ...y, field: "mean" } } },
      { data: { values: [end] }, mark: { type: "text", align: "left", baseline: "middle", dx: 7, fontWeight: "bold", color: look.colours.ink, text: `±${plain(precision(end) * 100, 2)}%` }, encoding: { x, y: { ...y, field: "mean" } } },
      heading(`${name}: ${plain(end.mean)} ${unit}`, left, look),
    ],
  };
}

function ticksTo(count: number): number[] {
  const stride = [1, 2, 5, 10, 20, 50, 100].find((each) => count / each <= 12) ?? 200;
  return Array.from({ length: count + 1 }, (_, value) => value).filter((value) => value >= 2 && value % stride === 0);
}

/** `After 20 replications every mean shown is known to within 5%; the widest is that of extra staff hours, 3.1%`. */
function findingOf(measures: readonly Measure[], count: number, tolerance: number): string {
  const widest = measures.reduce((one, other) => (precision(other.steps.at(-1)!) > precision(one.steps.at(-1)!) ? other : one));
  const last = precision(widest.steps.at(-1)!);
  if (last === 0) return `All ${count} replications say the same: nothing is left to chance`;
  const share = `${plain(last * 100, 2)}%`;
  const limit = `${plain(tolerance * 100)}%`;
  return last <= tolerance ? `After ${count} replications every mean shown is known to within ${limit}; the widest is that of ${withinSentence(widest.name)}, ±${share}`
    : `After ${count} replications the mean of ${withinSentence(widest.name)} is known to ±${share}, which is more than ${limit}`;
}
