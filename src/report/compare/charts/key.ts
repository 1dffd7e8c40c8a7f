/** Colours of choices, and which is which: a row a choice, since their names are long. */
import { colours, type Mark, type Look } from "../../charts/frame.js";
import { wrapped } from "../../charts/width.js";

/** Okabe and Ito's palette, with dashes for those who do not see colours. */
export const shades: readonly { readonly colour: string; readonly dash: readonly number[] }[] = [
  { colour: colours.blue, dash: [1, 0] }, { colour: colours.orange, dash: [8, 3] }, { colour: colours.vermillion, dash: [2, 2] }, { colour: "#009E73", dash: [10, 3, 2, 3] }, { colour: colours.grey, dash: [5, 5] }, { colour: "#CC79A7", dash: [1, 3] },
];
export const MOST_COLOURS = shades.length;

const SWATCH = 34;

interface Row {
  readonly lines: readonly string[];
  readonly top: number;
}

function rowsOf(names: readonly string[], width: number, { text }: Look): Row[] {
  let top = 0;
  return names.map((name) => {
    const lines = wrapped(name, width - SWATCH, text);
    const row = { lines, top };
    top += lines.length * (text + 3) + 4;
    return row;
  });
}

export function keyHeight(names: readonly string[], width: number, size: Look): number {
  const last = rowsOf(names, width, size).at(-1)!;
  return last.top + last.lines.length * (size.text + 3);
}

/** For a panel of that height at the left edge of the chart. `kind` is how the choices are drawn. */
export function key(names: readonly string[], width: number, left: number, size: Look, kind: "line" | "square" = "line"): Mark[] {
  return rowsOf(names, width, size).flatMap(({ lines, top }, shade): Mark[] => [
    {
      data: { values: [{}] },
      mark: kind === "line" ? { type: "rule", color: shades[shade]!.colour, strokeWidth: 2.4, strokeDash: [...shades[shade]!.dash] } : { type: "rect", color: shades[shade]!.colour, opacity: 0.75 },
      encoding: kind === "line" ? { x: { value: 2 - left }, x2: { value: SWATCH - 8 - left }, y: { value: top + 7 } } : { x: { value: -left }, x2: { value: 18 - left }, y: { value: top }, y2: { value: top + 13 } },
    },
    { data: { values: [{}] }, mark: { type: "text", align: "left", baseline: "top", lineHeight: size.text + 3, text: [...lines] }, encoding: { x: { value: SWATCH - left }, y: { value: top } } },
  ]);
}
