/** Published figures and simulated ones side by side, a row each. */
import type { CalibrationDocument, Compared } from "../../../result/calibration-document.js";
import { framed, rowHeight, rowNames, lookOf, type ChartSpec, type Layout, type Mark, type Position } from "../../charts/frame.js";
import { widest, wrapped } from "../../charts/width.js";
import { nameIn, plainNameIn, type Pairing } from "../groups.js";
import { differenceIn, findingOf, isOut, rowInWords, valueIn, widthOf } from "../words.js";

/** Undefined where the document has none of these figures. */
export function pairs(document: CalibrationDocument, pairing: Pairing, layout: Layout): ChartSpec | undefined {
  const rows = document.figures.filter((row) => pairing.holds(row) && row.simulated !== null);
  if (rows.length === 0) return undefined;
  const look = lookOf(layout);
  const names = rows.map((row) => wrapped(nameIn(pairing, row), look.total < 400 ? 104 : 160, look.text));
  const left = Math.ceil(Math.max(...names.map((lines) => widest(lines, look.text)))) + 8;
  const labels = rows.map(labelOf);
  const right = Math.ceil(Math.max(...rows.map((row, at) => widest([labels[at]!], look.text, isOut(row) ? "bold" : "normal")))) + 8;
  const width = look.total - left - right;
  const height = rows.length * rowHeight(names, look);
  const most = Math.max(...rows.flatMap((row) => [row.simulated!, row.high ?? 0, (row.observed ?? 0) + (widthOf(row) ?? 0)]));
  const values = rows.map((row, at) => {
    const band = widthOf(row) ?? 0;
    return {
      row: `${row.id} ${row.part}`, name: names[at]!, observed: row.observed, from: Math.max(0, (row.observed ?? 0) - band), to: (row.observed ?? 0) + band,
      simulated: row.simulated, low: Math.max(0, row.low ?? row.simulated!), high: Math.max(0, row.high ?? row.simulated!), label: labels[at]!, isOut: isOut(row), said: rowInWords(row, nameIn(pairing, row)),
    };
  });
  const published = values.filter(({ observed }) => observed !== null);
  const isPercent = rows[0]!.unit === "share" || rows[0]!.unit === "standard deviation";
  const y: Position = { field: "row", type: "ordinal", sort: null, axis: null, scale: { type: "band", domain: values.map(({ row }) => row), paddingInner: 0.2, paddingOuter: 0.1 } };
  const x: Position = {
    type: "quantitative", scale: { domain: [0, most * 1.04], nice: false },
    axis: { tickCount: look.total < 400 ? 3 : 4, format: isPercent ? "~%" : ",~f", grid: false, ticks: true, tickColor: look.colours.grey, tickSize: 4 },
  };
  const of = (out: boolean): typeof values => values.filter((value) => value.isOut === out);
  const title = titleOf(pairing, rows);
  return framed(document, {
    layout, left, name: `${pairing.what}, simulated and published`, title, subtitle: `${pairing.unit}. ${legend(rows)}`,
    description: `${title}. ${rows.map((row) => rowInWords(row, nameIn(pairing, row))).join("; ")}.`,
    panels: [{
      width, height, data: { values },
      layer: [
        { data: { values: published }, mark: { type: "bar", color: look.colours.pale, height: 14 }, encoding: { y, x: { ...x, field: "observed" } } },
        { data: { values: published }, mark: { type: "bar", color: look.colours.sky, opacity: 0.55, height: 14 }, encoding: { y, x: { ...x, field: "from" }, x2: { field: "to" } } },
        { data: { values: published }, mark: { type: "tick", color: look.colours.ink, thickness: 2.5, height: 18 }, encoding: { y, x: { ...x, field: "observed" } } },
        { mark: { type: "rule", color: look.colours.ink, strokeWidth: 1.5 }, encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } } },
        { data: { values: of(false) }, mark: { type: "point", shape: "circle", filled: true, opacity: 1, size: 64, color: look.colours.blue, stroke: look.colours.paper, strokeWidth: 1 }, encoding: { y, x: { ...x, field: "simulated" } } },
        { data: { values: of(true) }, mark: { type: "point", shape: "diamond", filled: true, opacity: 1, size: 120, color: look.colours.vermillion, stroke: look.colours.ink, strokeWidth: 1 }, encoding: { y, x: { ...x, field: "simulated" } } },
        ...[false, true].map((out): Mark => ({
          data: { values: of(out) }, mark: { type: "text", align: "right", baseline: "middle", fontWeight: out ? "bold" : "normal", color: out ? look.colours.ink : look.colours.grey },
          encoding: { y, x: { value: width + right - 2 }, text: { field: "label" } },
        })),
        rowNames(y, left, look),
      ],
    }],
  });
}

/** At the end of a row: by how much it differs, or what comes out where there is nothing to differ from. */
function labelOf(row: Compared): string {
  return row.observed === null ? valueIn(row, row.simulated) : `${differenceIn(row, " pt")}${isOut(row) ? " out" : ""}`;
}

function titleOf(pairing: Pairing, rows: readonly Compared[]): string {
  if (rows.some(({ verdict }) => verdict !== null)) return `${pairing.what}: ${findingOf(rows, (row) => plainNameIn(pairing, row))}`;
  const values = rows.map(({ simulated }) => simulated!);
  return `${pairing.what}: ${valueIn(rows[0]!, Math.min(...values))} to ${valueIn(rows[0]!, Math.max(...values))}${rows[0]!.unit === "working days" ? " working days" : ""}`;
}

/** What the marks mean that are there. */
function legend(rows: readonly Compared[]): string {
  const published = rows.some(({ observed }) => observed !== null) ? ["Bar and tick: published."] : [];
  const simulated = rows.some(({ low }) => low !== null) ? "Dot and line: simulated, 95% interval." : "Dot: simulated.";
  return [...published, simulated, ...(rows.some(({ tolerance }) => tolerance !== null) ? ["Shaded: tolerance."] : []), ...(rows.some(isOut) ? ["Diamond: out of it."] : [])].join(" ");
}
