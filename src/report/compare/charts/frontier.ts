/** What every choice costs a year and averts, with the line of those that nothing beats. */
import type { CandidateRow, DecisionDocument } from "../../../result/decision-document.js";
import { axisRoom, colours, framed, lookOf, type ChartSpec, type Layout, type Mark, type Position, type Look } from "../../charts/frame.js";
import { wrapped } from "../../charts/width.js";
import { withinSentence } from "../../labels.js";
import { about } from "../../numbers.js";
import { delayOf, pounds, shortOf } from "../words.js";
import { beside } from "./beside.js";

/** Beside the plot, with the gap before them. */
const KEY = 290;

interface Dot {
  readonly cost: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly mark: "frontier" | "recommended" | "other" | "too dear";
}

/** Undefined where no choice averts anything. */
export function frontier(document: DecisionDocument, layout: Layout): ChartSpec | undefined {
  const { candidates, recommendation, budget } = document.decision;
  const size = lookOf(layout);
  const named = candidates.map((_, index) => index).filter((index) => isNamed(candidates[index]!, index === recommendation.candidate)).sort((a, b) => candidates[a]!.cost.annual - candidates[b]!.cost.annual || a - b);
  const dots = candidates.map((row, index): Dot => dotOf(row, index === recommendation.candidate));
  const top = 1.06 * Math.max(...dots.map(({ high }) => high));
  if (!(top > 0)) return undefined;
  const bottom = Math.min(0, ...dots.map(({ low }) => low));
  const [least, most] = [Math.min(0, ...dots.map(({ cost }) => cost)), 1.08 * Math.max(...dots.map(({ cost }) => cost))];
  const left = axisRoom(top, size);
  // Names stand beside the plot where there is room, else below it.
  const width = size.total - left - (size.isWide ? KEY : 12);
  const labels = rowsOf(named.map((index) => shortOf(document, candidates[index]!)), size.isWide ? KEY - 48 : size.total - 24, size);
  const height = size.isWide ? Math.max(260, labels.height) : 240;
  const x: Position = { type: "quantitative", scale: { domain: [least, most], nice: false }, axis: { tickCount: 3, format: ",~f", labelExpr: "datum.value == 0 ? '£0' : '£' + format(datum.value, ',~f')", grid: true } };
  const y: Position = { type: "quantitative", scale: { domain: [bottom, top], nice: false }, axis: { tickCount: 4, format: ",~f" } };
  const of = (...marks: readonly Dot["mark"][]): Dot[] => dots.filter(({ mark }) => marks.includes(mark));
  const line = dots.filter((_, index) => candidates[index]!.standing.kind === "frontier").sort((a, b) => a.cost - b.cost);
  const steps = candidates.filter(({ standing }) => standing.kind === "frontier").length - 1;
  const title = steps === 0 ? "Nothing averts care delay" : steps === 1 ? `Whatever is spent, nothing averts more than ${withinSentence(shortOf(document, candidates[dots.indexOf(line.at(-1)!)]!))}`
    : `${steps} choices are on the line; every other averts less than they do for the same money`;
  const spots = beside(
    dots.map(({ cost, mean }) => ({ x: ((cost - least) / (most - least)) * width, y: ((top - mean) / (top - bottom)) * height })), named, { width, height }, { width: 1.3 * size.text, height: size.text + 1 },
  );
  const numbers = spots.map(({ x: across, y: down }, at) => {
    const { cost, mean } = dots[named[at]!]!;
    return { number: `${at + 1}`, cost, mean, x: least + (across / width) * (most - least), y: top - (down / height) * (top - bottom) };
  });
  return framed(document, {
    layout, left, name: "Cost and care delay averted", title,
    subtitle: `Patient-days averted in one incident, by cost a year, whoever pays. Diamond: recommended${budget === null ? "" : `. Squares: beyond ${pounds(budget)}`}. Pale lines: 95% interval. No number: other sets, and what averts none.`,
    description: `${title}. ${candidates.map((row) => `${shortOf(document, row)}: ${pounds(row.cost.annual)} a year, ${about(delayOf(row))} patient-days`).join("; ")}.`,
    panels: [{
      width, height, data: { values: dots },
      layer: [
        { mark: { type: "rule", color: colours.pale, strokeWidth: 1.2 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "low" }, y2: { field: "high" } } },
        { data: { values: line }, mark: { type: "line", color: colours.blue, strokeWidth: 1.8 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: numbers }, mark: { type: "rule", color: colours.grey, strokeWidth: 0.6 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" }, x2: { field: "x" }, y2: { field: "y" } } },
        { data: { values: of("other") }, mark: { type: "point", shape: "circle", filled: true, size: 50, color: "white", stroke: colours.grey, strokeWidth: 1.2, opacity: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("too dear") }, mark: { type: "point", shape: "square", filled: true, size: 50, color: colours.pale, stroke: colours.grey, strokeWidth: 1.2, opacity: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("frontier") }, mark: { type: "point", shape: "circle", filled: true, size: 70, color: colours.blue, opacity: 1, stroke: "white", strokeWidth: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("recommended") }, mark: { type: "point", shape: "diamond", filled: true, size: 170, color: colours.vermillion, opacity: 1, stroke: colours.ink, strokeWidth: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        // A ground of their own, since lines may pass below.
        { data: { values: numbers }, mark: { type: "point", shape: "square", filled: true, size: 130, color: "white", opacity: 0.85 }, encoding: { x: { ...x, field: "x" }, y: { ...y, field: "y" } } },
        { data: { values: numbers }, mark: { type: "text", baseline: "middle", fontWeight: "bold" }, encoding: { x: { ...x, field: "x" }, y: { ...y, field: "y" }, text: { field: "number" } } },
        ...(size.isWide ? namesAt(labels.rows, width + 24, size) : []),
      ],
    }, ...(size.isWide ? [] : [{ width, height: Math.max(1, labels.height), data: { values: [{}] }, layer: namesAt(labels.rows, -left, size) }])],
  });
}

interface Row {
  readonly lines: readonly string[];
  readonly top: number;
}

/** Names are too long to stand beside their points. */
function rowsOf(names: readonly string[], width: number, { text }: Look): { readonly rows: readonly Row[]; readonly height: number } {
  let top = 0;
  const rows = names.map((name) => {
    const row = { lines: wrapped(name, width, text), top };
    top += row.lines.length * (text + 3) + 3;
    return row;
  });
  return { rows, height: top };
}

/** Numbered, from the upper edge of a plot down. */
function namesAt(rows: readonly Row[], x: number, { text }: Look): Mark[] {
  const at = { type: "text", align: "left", baseline: "top", lineHeight: text + 3 } as const;
  return rows.flatMap(({ lines, top }, index): Mark[] => [
    { data: { values: [{}] }, mark: { ...at, fontWeight: "bold", text: `${index + 1}` }, encoding: { x: { value: x }, y: { value: top } } },
    { data: { values: [{}] }, mark: { ...at, text: [...lines] }, encoding: { x: { value: x + 24 }, y: { value: top } } },
  ]);
}

function isNamed(row: CandidateRow, isRecommended: boolean): boolean {
  return row.options.length > 0 && (isRecommended || row.standing.kind === "frontier" || (row.options.length === 1 && (delayOf(row).mean ?? 0) > 0));
}

function dotOf(row: CandidateRow, isRecommended: boolean): Dot {
  const { mean, low, high } = delayOf(row);
  const mark = isRecommended ? "recommended" : row.isAffordable === false ? "too dear" : row.standing.kind === "frontier" ? "frontier" : "other";
  return { cost: row.cost.annual, mean: mean ?? 0, low: low ?? mean ?? 0, high: high ?? mean ?? 0, mark };
}
