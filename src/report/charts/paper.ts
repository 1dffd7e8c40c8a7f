/** What working on paper costs: the same consultations with records, and on paper with the typing in that follows. */
import { csv, type Table } from "../../result/csv.js";
import type { ResultDocument } from "../../result/document.js";
import { figureOf, isNothing, nameOf, seriesOf } from "../find.js";
import { plain, rangeOf, rounded } from "../numbers.js";
import { framed, lookOf, rowNames, type ChartSpec, type Layout, type Position } from "./frame.js";
import { wrapped } from "./width.js";

/** Parts of the hours on paper. Documents that do not hold them have the ratio alone. */
const parts = [{ part: "on paper", text: "seeing patients" }, { part: "typing in", text: "typing notes in afterwards" }] as const;

/** Undefined where no consultation was on paper. */
export function paper(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const factor = figureOf(document, "workloadFactor");
  if (factor === undefined || factor.mean === null || factor.defined === 0 || isNothing(factor)) return undefined;
  const look = lookOf(layout);
  const hours = hoursOf(document);
  const base = hours === null ? 1 : hours.withRecords;
  const segments = hours === null ? [{ text: "on paper and typing in", value: factor.mean }] : parts.map(({ part, text }, at) => ({ text, value: [hours.onPaper, hours.typingIn][at]!, part }));
  const whole = segments.reduce((sum, { value }) => sum + value, 0);
  const left = look.isWide ? 112 : 92;
  const width = look.total - left - 12;
  const unit = hours === null ? "" : " staff hours";
  const names = [["With records"], ["On paper"]].map(([name]) => wrapped(name!, left - 8, look.text));
  const labelled = (text: string, value: number): string => `${plain(value, hours === null ? 3 : 2)}${unit}${hours === null ? "" : ` ${text}`}`;
  const { parts: shades, grey } = look.colours;
  const bars = [
    { row: "records", from: 0, to: base, colour: grey },
    ...segments.map((_, at) => ({ row: "paper", from: segments.slice(0, at).reduce((sum, each) => sum + each.value, 0), to: segments.slice(0, at + 1).reduce((sum, each) => sum + each.value, 0), colour: shades[1 + at]! })).filter(({ from, to }) => to > from),
  ];
  const domain = [0, Math.max(whole, 2 * base) * 1.02];
  const title = `With the notes typed in, consultations on paper take ${rounded(factor)} times the work`;
  const x: Position = { type: "quantitative", scale: { domain, nice: false }, axis: { tickCount: look.isWide ? 6 : 4, format: hours === null ? ".1f" : ",~f", gridColor: look.colours.pale, ticks: false } };
  const y: Position = { field: "row", type: "ordinal", sort: null, axis: null, scale: { domain: ["records", "paper"], paddingInner: 0.62, paddingOuter: 0.5 } };
  const rows = [["records", labelled("for the same consultations", base)] as const, ["paper", segments.map(({ text, value }) => labelled(text, value)).join(" and ")] as const].map(([row, text]) => ({ row, text, lines: wrapped(text, width - 44, look.text) }));
  // What is written above a bar stands between it and the one before.
  const height = 2 * (14 + Math.max(...rows.map(({ lines }) => lines.length)) * (look.text + 2));
  return framed(document, {
    layout, left, name: "Work of consultations on paper, and of the same with records", title,
    subtitle: `${hours === null ? "Ratio of minutes" : `Staff hours${hours.where === "all" ? "" : `, ${nameOf(document, hours.where)}`}`}, of consultations whose paper note has been typed in by the end of the simulated time. Factor ${rounded(factor)}${rangeOf(factor) === "" ? "" : ` (${rangeOf(factor)})`}. Dashed: twice the work with records.`,
    description: `${title}. ${rows.map(({ text }) => text).join(". ")}.`,
    panels: [{
      width, height: 2 * height, data: { values: bars },
      layer: [
        { mark: { type: "bar", height: 18, stroke: look.colours.paper, strokeWidth: 0.5 }, encoding: { y, x: { ...x, field: "from" }, x2: { field: "to" }, color: { field: "colour", type: "nominal", scale: null, legend: null } } },
        { data: { values: [{ twice: 2 * base }] }, mark: { type: "rule", color: look.colours.ink, strokeDash: [4, 3], strokeWidth: 1 }, encoding: { x: { ...x, field: "twice" } } },
        { data: { values: [{ twice: 2 * base }] }, mark: { type: "text", align: "right", baseline: "top", dx: -5, text: "twice" }, encoding: { x: { ...x, field: "twice" }, y: { value: 0 } } },
        {
          data: { values: rows.map(({ row, lines }) => ({ row, text: lines })) },
          mark: { type: "text", align: "left", baseline: "bottom", lineHeight: look.text + 2, dy: { expr: `-12 - (length(datum.text) - 1) * ${look.text + 2}` } },
          encoding: { y, x: { value: 0 }, text: { field: "text" } },
        },
        { data: { values: rows.map(({ row }, at) => ({ row, name: names[at]! })) }, ...rowNames(y, left, look) },
      ],
    }],
  });
}

/** Hours in parts, or the ratio alone where the document has no more. */
export function paperTable(document: ResultDocument): Table {
  const hours = hoursOf(document);
  const factor = figureOf(document, "workloadFactor");
  const rows = hours === null ? [] : [["with records", hours.withRecords], ["on paper", hours.onPaper], ["typing in", hours.typingIn]] as const;
  return csv("paper.csv", ["part", "mean_staff_hours", "mean_ratio", "low_ratio", "high_ratio"], [
    ...rows.map(([part, value]) => [part, value, null, null, null]), ["work on paper over work with records", null, factor?.mean ?? null, factor?.low ?? null, factor?.high ?? null],
  ]);
}

/** null where the document does not hold them. */
function hoursOf(document: ResultDocument): { readonly withRecords: number; readonly onPaper: number; readonly typingIn: number; readonly where: string } | null {
  const [records, onPaper, typingIn] = ["with records", "on paper", "typing in"].map((part) => seriesOf(document, "paperHours", part));
  if (records === undefined || onPaper === undefined) return null;
  const sum = (values: readonly number[] = []): number => values.reduce((total, value) => total + value, 0);
  return { withRecords: sum(records.mean), onPaper: sum(onPaper.mean), typingIn: sum(typingIn?.mean), where: records.where };
}
