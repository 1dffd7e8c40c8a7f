/** Names of the parts of a chart in their colours, in one line or more above what they are parts of, under a heading. */
import { heading, type Look, type Mark, type Panel, type Position } from "./frame.js";
import { widest, wrapped } from "./width.js";

export interface Entry {
  readonly text: string;
  readonly colour: string;
  /** Of a curve, shown as a stroke: of how many pixels on and off. */
  readonly dash?: readonly number[];
}

const SQUARE = 11, STROKE = 24, GAP = 20;

/** `left`: of the plots of the chart, at whose left edge it begins. */
export function key(above: string | null, entries: readonly Entry[], left: number, look: Look): Panel {
  const line = look.text + 6;
  let x = 0, row = 0;
  const placed = entries.flatMap(({ text, colour, dash }) => {
    const mark = dash === undefined ? SQUARE : STROKE;
    const lines = wrapped(text, look.total - mark - 6, look.text);
    const width = mark + 6 + widest(lines, look.text) + GAP;
    if (x > 0 && x + width - GAP > look.total) {
      x = 0;
      row++;
    }
    const at = { from: x, to: x + mark, name: x + mark + 6, top: row * line + (line - SQUARE) / 2, bottom: row * line + (line + SQUARE) / 2, middle: row * line + line / 2, text: lines, colour, dash };
    x += width;
    row += lines.length - 1;
    return [at];
  });
  const height = (row + 1) * line;
  const along = (field: string): Position => ({ field, type: "quantitative", scale: { domain: [left, look.total], nice: false }, axis: null });
  const down = (field: string): Position => ({ field, type: "quantitative", scale: { domain: [0, height], reverse: true, nice: false }, axis: null });
  return {
    width: look.total - left, height, data: { values: placed },
    layer: [
      { data: { values: placed.filter(({ dash }) => dash === undefined) }, mark: { type: "rect" }, encoding: { x: along("from"), x2: { field: "to" }, y: down("top"), y2: { field: "bottom" }, color: { field: "colour", type: "nominal", scale: null, legend: null } } },
      { mark: { type: "text", align: "left", baseline: "middle", lineHeight: line }, encoding: { x: along("name"), y: down("middle"), text: { field: "text" } } },
      ...placed.flatMap(({ dash, ...at }): Mark[] => (dash === undefined ? [] : [
        { data: { values: [at] }, mark: { type: "rule", color: at.colour, strokeWidth: look.line, strokeDash: [...dash] }, encoding: { x: along("from"), x2: { field: "to" }, y: down("middle") } },
      ])),
      ...(above === null ? [] : [heading(above, left, look)]),
    ],
  };
}
