/** What every choice costs a year and averts, with the line of those that nothing beats. */
import type { CandidateRow, DecisionDocument } from "../../../result/decision-document.js";
import { axisRoom, colours, framed, lookOf, type ChartSpec, type Layout, type Panel, type Position, type Look } from "../../charts/frame.js";
import { wrapped } from "../../charts/width.js";
import { about } from "../../numbers.js";
import { delayOf, pounds, shortOf } from "../words.js";

interface Dot {
  readonly cost: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly mark: "frontier" | "recommended" | "other" | "too dear";
  /** Within the mark; its name stands below. Empty for one that is not named. */
  readonly number: string;
}

/** Undefined where no choice averts anything. */
export function frontier(document: DecisionDocument, layout: Layout): ChartSpec | undefined {
  const { candidates, recommendation, budget } = document.decision;
  const size = lookOf(layout);
  const named = candidates.map((_, index) => index).filter((index) => isNamed(candidates[index]!, index === recommendation.candidate)).sort((a, b) => candidates[a]!.cost.annual - candidates[b]!.cost.annual || a - b);
  const dots = candidates.map((row, index): Dot => dotOf(row, index === recommendation.candidate, named.indexOf(index)));
  const top = Math.max(...dots.map(({ high }) => high));
  if (!(top > 0)) return undefined;
  const bottom = Math.min(0, ...dots.map(({ low }) => low));
  const [least, most] = [Math.min(0, ...dots.map(({ cost }) => cost)), Math.max(...dots.map(({ cost }) => cost))];
  const left = axisRoom(top, size);
  const width = size.total - left - 12;
  const x: Position = { type: "quantitative", scale: { domain: [least, most * 1.08], nice: false }, axis: { tickCount: 4, format: ",~f", labelExpr: "datum.value == 0 ? '£0' : '£' + format(datum.value, ',~f')", grid: true } };
  const y: Position = { type: "quantitative", scale: { domain: [bottom, top * 1.06], nice: false }, axis: { tickCount: 4, format: ",~f" } };
  const of = (...marks: readonly Dot["mark"][]): Dot[] => dots.filter(({ mark }) => marks.includes(mark));
  const line = dots.filter((_, index) => candidates[index]!.standing.kind === "frontier").sort((a, b) => a.cost - b.cost);
  const steps = candidates.filter(({ standing }) => standing.kind === "frontier").length - 1;
  const title = `${steps === 0 ? "Nothing" : steps === 1 ? "One choice" : `${steps} choices`} on the frontier of cost and care delay averted`;
  const numbered = dots.filter(({ number }) => number !== "");
  return framed(document, {
    layout, left, name: "Cost and care delay averted", title,
    subtitle: `Patient-days averted in one incident, by cost a year, whoever pays. Line: frontier. Diamond: recommended${budget === null ? "" : `. Squares: beyond ${pounds(budget)}`}. Thin lines: 95% interval (simulation error).`,
    description: `${title}. ${candidates.map((row) => `${shortOf(document, row)}: ${pounds(row.cost.annual)} a year, ${about(delayOf(row))} patient-days`).join("; ")}.`,
    panels: [{
      width, height: size.isWide ? 340 : 300, data: { values: dots },
      layer: [
        { mark: { type: "rule", color: colours.pale, strokeWidth: 1.2 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "low" }, y2: { field: "high" } } },
        { data: { values: line }, mark: { type: "line", color: colours.blue, strokeWidth: 1.8 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("other") }, mark: { type: "point", shape: "circle", filled: true, size: { expr: "datum.number == '' ? 40 : 230" }, color: "white", stroke: colours.grey, strokeWidth: 1.2, opacity: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("too dear") }, mark: { type: "point", shape: "square", filled: true, size: { expr: "datum.number == '' ? 40 : 210" }, color: colours.pale, stroke: colours.grey, strokeWidth: 1.2, opacity: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("frontier") }, mark: { type: "point", shape: "circle", filled: true, size: { expr: "datum.number == '' ? 60 : 230" }, color: colours.blue, opacity: 1, stroke: "white", strokeWidth: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("recommended") }, mark: { type: "point", shape: "diamond", filled: true, size: 420, color: colours.vermillion, opacity: 1, stroke: colours.ink, strokeWidth: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: numbered }, mark: { type: "text", baseline: "middle", fontSize: size.text - 1, fontWeight: "bold", color: { expr: "datum.mark == 'other' || datum.mark == 'too dear' ? '#212B32' : 'white'" } }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" }, text: { field: "number" } } },
      ],
    }, names(named.map((index) => shortOf(document, candidates[index]!)), left, size)],
  });
}

/** A list below the plot: names are too long to stand beside their points. */
function names(labels: readonly string[], left: number, size: Look): Panel {
  let top = 0;
  const rows = labels.map((label, index) => {
    const lines = wrapped(label, size.total - 24, size.text);
    const row = { number: `${index + 1}`, label: lines, top };
    top += lines.length * (size.text + 3) + 3;
    return row;
  });
  const y: Position = { field: "top", type: "quantitative", axis: null, scale: { domain: [top, 0], nice: false } };
  return {
    width: size.total - left - 12, height: Math.max(1, top), data: { values: rows },
    layer: [
      { mark: { type: "text", align: "left", baseline: "top", fontWeight: "bold" }, encoding: { x: { value: -left }, y, text: { field: "number" } } },
      { mark: { type: "text", align: "left", baseline: "top", lineHeight: size.text + 3 }, encoding: { x: { value: 24 - left }, y, text: { field: "label" } } },
    ],
  };
}

function isNamed(row: CandidateRow, isRecommended: boolean): boolean {
  return row.options.length > 0 && (isRecommended || row.standing.kind === "frontier" || (row.options.length === 1 && (delayOf(row).mean ?? 0) > 0));
}

function dotOf(row: CandidateRow, isRecommended: boolean, at: number): Dot {
  const { mean, low, high } = delayOf(row);
  const mark = isRecommended ? "recommended" : row.isAffordable === false ? "too dear" : row.standing.kind === "frontier" ? "frontier" : "other";
  return { cost: row.cost.annual, mean: mean ?? 0, low: low ?? mean ?? 0, high: high ?? mean ?? 0, mark, number: at < 0 ? "" : `${at + 1}` };
}
