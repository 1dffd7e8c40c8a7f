/** Names of the parts of a chart in their colours, in one line or more above what they are parts of, under a heading. */
import { heading, type Look, type Mark, type Panel } from "./frame.js";
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
  const marks = entries.flatMap(({ text, colour, dash }): Mark[] => {
    const sign = dash === undefined ? SQUARE : STROKE;
    const lines = wrapped(text, look.total - sign - 6, look.text);
    const width = sign + 6 + widest(lines, look.text) + GAP;
    if (x > 0 && x + width - GAP > look.total) {
      x = 0;
      row++;
    }
    const [from, middle] = [x - left, (row + 0.5) * line];
    x += width;
    row += lines.length - 1;
    const along = { x: { value: from }, x2: { value: from + sign } };
    return [
      dash === undefined
        ? { mark: { type: "rect", color: colour }, encoding: { ...along, y: { value: middle - SQUARE / 2 }, y2: { value: middle + SQUARE / 2 } } }
        // Clear of the edge, by half of its width.
        : { mark: { type: "rule", color: colour, strokeWidth: look.line, strokeDash: [...dash] }, encoding: { ...along, x: { value: from + 1 }, y: { value: middle } } },
      { mark: { type: "text", align: "left", baseline: "middle", lineHeight: line, text: lines }, encoding: { x: { value: from + sign + 6 }, y: { value: middle } } },
    ];
  });
  return { width: look.total - left - 1, height: (row + 1) * line, data: { values: [{}] }, layer: [...marks, ...(above === null ? [] : [heading(above, left, look)])] };
}
