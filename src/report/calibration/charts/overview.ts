/** All judged figures at a glance: by how many tolerances each differs. */
import type { CalibrationDocument, Compared } from "../../../result/calibration-document.js";
import { framed, rowHeight, rowNames, lookOf, type ChartSpec, type Layout, type Mark, type Position } from "../../charts/frame.js";
import { wrapped } from "../../charts/width.js";
import { listed } from "../../labels.js";
import { plain } from "../../numbers.js";
import { byLabel, isOut, judgedOf, widthOf } from "../words.js";

/** Tolerances to either side; what lies further off stands at the edge, as an arrow. */
const MOST = 3;

/** Undefined where nothing is judged. */
export function overview(document: CalibrationDocument, layout: Layout): ChartSpec | undefined {
  const judged = judgedOf(document.figures);
  if (judged.length === 0) return undefined;
  const look = lookOf(layout);
  const left = look.isWide ? 262 : 122;
  const right = look.isWide ? 170 : 62;
  const width = look.total - left - right;
  let height = 0;
  const rows = byLabel(judged).map(([label, figures]) => {
    const [name, note] = [wrapped(label, left - 8, look.text), wrapped(noteOf(figures, look), right - 8, look.text, "bold")];
    const own = rowHeight([name, note], look);
    height += own;
    return { label, figures, name, note, middle: height - own / 2 };
  });
  const points = rows.flatMap(({ figures, middle }) => figures.map((row) => ({ middle, tolerances: Math.max(-MOST, Math.min(MOST, tolerancesOf(row))), mark: markOf(row) })));
  const out = judged.filter(isOut);
  const furthest = [...judged].sort((a, b) => Math.abs(tolerancesOf(b)) - Math.abs(tolerancesOf(a)))[0]!;
  const title = `${judged.length - out.length} of ${judged.length} figures lie within their tolerance${out.length === 0 ? "" : `; ${out.length} ${out.length === 1 ? "does" : "do"} not`}`;
  const y: Position = { field: "middle", type: "quantitative", axis: null, scale: { domain: [height, 0], nice: false } };
  const x: Position = {
    type: "quantitative", scale: { domain: [-MOST * 1.08, MOST * 1.08], nice: false },
    axis: { values: [-3, -2, -1, 0, 1, 2, 3], labelExpr: "replace(format(datum.value, '+d'), '+0', '0')", grid: true },
  };
  const kinds: readonly { readonly kind: string; readonly mark: Mark["mark"] }[] = [
    { kind: "ok", mark: { type: "point", shape: "circle", filled: true, size: 58, opacity: 0.75, color: look.colours.blue, stroke: look.colours.paper, strokeWidth: 1 } },
    { kind: "out", mark: { type: "point", shape: "diamond", filled: true, size: 110, opacity: 1, color: look.colours.vermillion, stroke: look.colours.ink, strokeWidth: 1 } },
    { kind: "below", mark: { type: "point", shape: "triangle-left", filled: true, size: 120, opacity: 1, color: look.colours.vermillion, stroke: look.colours.ink, strokeWidth: 1 } },
    { kind: "above", mark: { type: "point", shape: "triangle-right", filled: true, size: 120, opacity: 1, color: look.colours.vermillion, stroke: look.colours.ink, strokeWidth: 1 } },
  ];
  return framed(document, {
    layout, left, name: "Simulated less published figures, in tolerances", title,
    subtitle: `Simulated less published, in tolerances: from −1 to 1 (shaded) is within. Dots: within; diamonds: out; arrows: out by more than ${MOST} tolerances.`,
    description: `${title}. ${out.length === 0 ? "" : `Furthest out is ${furthest.part} of “${furthest.label}”, by ${plain(Math.abs(tolerancesOf(furthest)), 2)} tolerances. `}${rows.map(({ label, figures }) => `${label}: ${noteOf(figures)}`).join(". ")}.`,
    panels: [{
      width, height, data: { values: rows.map(({ figures, name, note, middle }) => ({ middle, name, note, isOut: figures.some(isOut) })) },
      layer: [
        { data: { values: [{ from: -1, to: 1 }] }, mark: { type: "rect", color: look.colours.sky, opacity: 0.4 }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" } } },
        { data: { values: [{ zero: 0 }] }, mark: { type: "rule", color: look.colours.grey, strokeWidth: 1 }, encoding: { x: { ...x, field: "zero" } } },
        ...kinds.map(({ kind, mark }): Mark => ({ data: { values: points.filter((point) => point.mark === kind) }, mark, encoding: { y, x: { ...x, field: "tolerances" } } })),
        {
          mark: { type: "text", align: "left", baseline: "middle", lineHeight: look.text + 2, dy: { expr: `(1 - length(datum.note)) * ${(look.text + 2) / 2}` }, fontWeight: { expr: "datum.isOut ? 'bold' : 'normal'" } },
          encoding: { y, x: { value: width + 8 }, text: { field: "note" } },
        },
        rowNames(y, left, look),
      ],
    }],
  });
}

function markOf(row: Compared): "ok" | "out" | "below" | "above" {
  if (!isOut(row)) return "ok";
  const tolerances = tolerancesOf(row);
  return tolerances > MOST ? "above" : tolerances < -MOST ? "below" : "out";
}

function tolerancesOf(row: Compared): number {
  return row.difference! / widthOf(row)!;
}

/** Beside a row: `all 7 within`, `Out: Saturday and Sunday`. */
function noteOf(figures: readonly Compared[], { isWide } = lookOf("wide")): string {
  const out = figures.filter(isOut);
  if (out.length === 0) return figures.length === 1 ? "within" : `${figures.length === 2 ? "both" : `all ${figures.length}`} within`;
  if (figures.length === 1) return "Out";
  return isWide && out.length <= 2 ? `Out: ${listed(out.map(({ part }) => part))}` : `Out: ${out.length} of ${figures.length}`;
}
