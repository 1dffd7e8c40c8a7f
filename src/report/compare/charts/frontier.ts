/** What every choice costs a year and averts, with the line of those that nothing beats. */
import type { CandidateRow, CompareDocument } from "../../../result/compare-document.js";
import { axisRoom, colours, framed, sizes, type ChartSpec, type Layout, type Position } from "../../charts/frame.js";
import { wrapped } from "../../charts/width.js";
import { about } from "../../numbers.js";
import { delayOf, pounds, shortOf } from "../words.js";

interface Dot {
  readonly cost: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly mark: "frontier" | "recommended" | "other" | "too dear";
  readonly label: readonly string[];
}

/** Undefined where no choice averts anything. */
export function frontier(document: CompareDocument, layout: Layout): ChartSpec | undefined {
  const { candidates, recommendation, budget } = document.decision;
  const size = sizes[layout];
  const dots = candidates.map((row, index): Dot => dotOf(document, row, index === recommendation.candidate, layout));
  const top = Math.max(...dots.map(({ high }) => high));
  if (!(top > 0)) return undefined;
  const bottom = Math.min(0, ...dots.map(({ low }) => low));
  const [least, most] = [Math.min(0, ...dots.map(({ cost }) => cost)), Math.max(...dots.map(({ cost }) => cost))];
  const left = axisRoom(top, size);
  const width = size.total - left - 12;
  const x: Position = { type: "quantitative", scale: { domain: [least, most * 1.08], nice: false }, axis: { tickCount: 4, format: ",~f", labelExpr: "datum.value == 0 ? '£0' : '£' + format(datum.value, ',~f')", grid: true } };
  const y: Position = { type: "quantitative", scale: { domain: [bottom, top * 1.06], nice: false }, axis: { tickCount: 4, format: ",~f" } };
  const of = (...marks: readonly Dot["mark"][]): Dot[] => dots.filter(({ mark }) => marks.includes(mark));
  const line = of("frontier").concat(dots.filter((dot, index) => dot.mark === "recommended" && candidates[index]!.standing.kind === "frontier")).sort((a, b) => a.cost - b.cost);
  const steps = candidates.filter(({ standing }) => standing.kind === "frontier").length - 1;
  const title = `${steps === 0 ? "Nothing" : steps === 1 ? "One choice" : `${steps} choices`} on the frontier of cost and care delay averted`;
  const labelled = dots.filter(({ label }) => label.length > 0);
  const isRight = ({ cost }: Dot): boolean => cost > least + 0.55 * (most - least);
  return framed(document, {
    layout, left, title,
    subtitle: `Patient-days averted in one incident, by cost a year, whoever pays. Line: frontier. Diamond: recommended${budget === null ? "" : `. Crosses: beyond ${pounds(budget)}`}. Thin lines: 95% interval (simulation error).`,
    description: `${title}. ${candidates.map((row) => `${shortOf(document, row)}: ${pounds(row.cost.annual)} a year, ${about(delayOf(row))} patient-days`).join("; ")}.`,
    panels: [{
      width, height: layout === "wide" ? 340 : 300, data: { values: dots },
      layer: [
        { mark: { type: "rule", color: colours.pale, strokeWidth: 1.2 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "low" }, y2: { field: "high" } } },
        { data: { values: line }, mark: { type: "line", color: colours.blue, strokeWidth: 1.8 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("other") }, mark: { type: "point", shape: "circle", filled: false, size: 46, color: colours.grey, opacity: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("too dear") }, mark: { type: "point", shape: "cross", filled: true, angle: 45, size: 46, color: colours.grey, opacity: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("frontier") }, mark: { type: "point", shape: "circle", filled: true, size: 80, color: colours.blue, opacity: 1, stroke: "white", strokeWidth: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        { data: { values: of("recommended") }, mark: { type: "point", shape: "diamond", filled: true, size: 170, color: colours.vermillion, opacity: 1, stroke: colours.ink, strokeWidth: 1 }, encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" } } },
        ...[true, false].map((right) => ({
          data: { values: labelled.filter((dot) => isRight(dot) === right) },
          mark: { type: "text" as const, align: right ? "right" as const : "left" as const, baseline: "top" as const, dx: right ? -8 : 8, dy: 6, lineHeight: size.text + 2, fontWeight: { expr: "datum.mark == 'recommended' ? 'bold' : 'normal'" } },
          encoding: { x: { ...x, field: "cost" }, y: { ...y, field: "mean" }, text: { field: "label" } },
        })),
      ],
    }],
  });
}

function dotOf(document: CompareDocument, row: CandidateRow, isRecommended: boolean, layout: Layout): Dot {
  const { mean, low, high } = delayOf(row);
  const isOnFrontier = row.standing.kind === "frontier";
  const mark = isRecommended ? "recommended" : row.isAffordable === false ? "too dear" : isOnFrontier ? "frontier" : "other";
  const single = row.options.length === 1 && (mean ?? 0) > 0;
  const label = row.options.length > 0 && (isRecommended || isOnFrontier || single) ? wrapped(shortOf(document, row), layout === "wide" ? 210 : 120, sizes[layout].text) : [];
  return { cost: row.cost.annual, mean: mean ?? 0, low: low ?? mean ?? 0, high: high ?? mean ?? 0, mark, label };
}
