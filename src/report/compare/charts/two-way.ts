/** Which choice comes first at each of two prices without a source. */
import type { Axis, DecisionDocument } from "../../../result/decision-document.js";
import { framed, heading, lookOf, colours, type ChartSpec, type Layout, type Position } from "../../charts/frame.js";
import { withinSentence } from "../../labels.js";
import { labelOf, perWhat, price, pounds, shortOf } from "../words.js";
import { key, keyHeight, MOST_COLOURS, shades } from "./key.js";

/** Undefined where fewer than two prices are open, and where they change nothing. */
export function twoWay(document: DecisionDocument, layout: Layout): ChartSpec | undefined {
  const { twoWay: found, candidates } = document.decision;
  if (found === null) return undefined;
  const { x, y, first } = found;
  const size = lookOf(layout);
  const counts = new Map<number, number>();
  for (const candidate of first.flat()) counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
  if (counts.size === 1) return undefined;
  const shown = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([candidate]) => candidate).slice(0, MOST_COLOURS);
  const half = ({ prices }: Axis): number => (prices[1]! - prices[0]!) / 2;
  const values = first.flatMap((row, down) => row.map((candidate, across) => ({
    x: x.prices[across]! - half(x), x2: x.prices[across]! + half(x), y: y.prices[down]! - half(y), y2: y.prices[down]! + half(y), colour: shades[shown.indexOf(candidate)]?.colour ?? colours.pale,
  })));
  const name = (axis: Axis): string => `${labelOf(document.decision.options, axis.option)}: ${withinSentence(axis.what)}, in pounds${perWhat(axis)}`;
  const names = shown.map((candidate) => shortOf(document, candidates[candidate]!));
  const left = 64;
  const position = (axis: Axis): Position => ({
    type: "quantitative", scale: { domain: [axis.prices[0]! - half(axis), axis.prices.at(-1)! + half(axis)], nice: false, zero: false }, axis: { tickCount: 4, labelExpr: "'£' + format(datum.value, ',~f')", grid: false },
  });
  const title = `Two prices without a source decide between ${shown.length} choices`;
  return framed(document, {
    layout, left, name: "The best choice at two open prices", title, subtitle: `Across: ${name(x)}. Up: ${name(y)}. Diamond: as they are taken. Everything else as it is.`,
    description: `${title}. Across ${name(x)}, up ${name(y)}. ${shown.map((candidate) => `${shortOf(document, candidates[candidate]!)}: ${Math.round((100 * counts.get(candidate)!) / values.length)}% of the field`).join("; ")}. Taken at ${price(x.now)} and ${price(y.now)}.`,
    spacing: 30,
    panels: [
      { width: size.total - left - 16, height: keyHeight(names, size.total, size), data: { values: [{}] }, layer: key(names, size.total, left, size, "square") },
      {
        width: Math.min(420, size.total - left - 16), height: size.isWide ? 250 : 210, data: { values },
        layer: [
          { mark: { type: "rect", opacity: 0.75, stroke: "white", strokeWidth: 0.5, color: { expr: "datum.colour" } }, encoding: { x: { ...position(x), field: "x" }, x2: { field: "x2" }, y: { ...position(y), field: "y" }, y2: { field: "y2" } } },
          { data: { values: [{ x: x.now, y: y.now }] }, mark: { type: "point", shape: "diamond", filled: true, size: 150, color: "white", stroke: colours.ink, strokeWidth: 1.5, opacity: 1 }, encoding: { x: { ...position(x), field: "x" }, y: { ...position(y), field: "y" } } },
          heading(`Up: ${pounds(y.prices[0]!)} to ${pounds(y.prices.at(-1)!)}; across: ${pounds(x.prices[0]!)} to ${pounds(x.prices.at(-1)!)}`, left, size),
        ],
      },
    ],
  });
}
