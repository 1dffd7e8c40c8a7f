/** What working on paper costs: the same consultations with records, and on paper with the typing in that follows. */
import { csv, type Table } from "../../result/csv.js";
import type { ResultDocument } from "../../result/document.js";
import { figureOf, isNothing, nameOf, seriesOf } from "../find.js";
import { plain, rangeOf, rounded } from "../numbers.js";
import { framed, lookOf, rowNames, type ChartSpec, type Layout, type Position } from "./frame.js";
import { wrapped } from "./width.js";

/** Undefined where no consultation was on paper. */
export function paper(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const factor = figureOf(document, "workloadFactor");
  if (factor === undefined || factor.mean === null || factor.defined === 0 || isNothing(factor)) return undefined;
  const look = lookOf(layout);
  const { unit, format, base, segments, above } = workOf(document, factor.mean);
  const left = look.isWide ? 112 : 92;
  const width = look.total - left - 12;
  const whole = segments.reduce((sum, value) => sum + value, 0);
  const bars = [
    { row: "records", from: 0, to: base, colour: look.colours.grey },
    ...segments.map((value, at) => ({ value, from: segments.slice(0, at).reduce((sum, each) => sum + each, 0), colour: look.colours.parts[1 + at]! }))
      .filter(({ value }) => value > 0).map(({ value, from, colour }) => ({ row: "paper", from, to: from + value, colour })),
  ];
  const rows = (["records", "paper"] as const).map((row) => ({ row, name: wrapped(names[row], left - 8, look.text), text: wrapped(above[row], width - TWICE, look.text) }));
  // What is written above a bar stands between it and the one before.
  const height = 2 * (14 + Math.max(...rows.map(({ text }) => text.length)) * (look.text + 2));
  const title = `With the notes typed in, consultations on paper take ${rounded(factor)} times the work`;
  const x: Position = { type: "quantitative", scale: { domain: [0, Math.max(whole, 2 * base) * 1.02], nice: false }, axis: { tickCount: look.isWide ? 6 : 3, labelOverlap: true, format, gridColor: look.colours.pale, ticks: false } };
  const y: Position = { field: "row", type: "ordinal", sort: null, axis: null, scale: { domain: ["records", "paper"], paddingInner: 0.62, paddingOuter: 0.5 } };
  const twice = { data: { values: [{ twice: 2 * base }] } };
  return framed(document, {
    layout, left, name: "Work of consultations on paper, and of the same with records", title,
    subtitle: `${unit}, of consultations whose paper note has been typed in by the end of the simulated time. Factor ${rounded(factor)}${rangeOf(factor) === "" ? "" : ` (${rangeOf(factor)})`}. Dashed: twice the work with records.`,
    description: `${title}. ${names.records}: ${above.records}. ${names.paper}: ${above.paper}.`,
    panels: [{
      width, height: 2 * height, data: { values: rows },
      layer: [
        { data: { values: bars }, mark: { type: "bar", height: 18, stroke: look.colours.paper, strokeWidth: 0.5 }, encoding: { y, x: { ...x, field: "from" }, x2: { field: "to" }, color: { field: "colour", type: "nominal", scale: null, legend: null } } },
        { ...twice, mark: { type: "rule", color: look.colours.ink, strokeDash: [4, 3], strokeWidth: 1 }, encoding: { x: { ...x, field: "twice" } } },
        { ...twice, mark: { type: "text", align: "right", baseline: "top", dx: -5, text: "twice" }, encoding: { x: { ...x, field: "twice" }, y: { value: 0 } } },
        {
          mark: { type: "text", align: "left", baseline: "bottom", lineHeight: look.text + 2, dy: { expr: `-12 - (length(datum.text) - 1) * ${look.text + 2}` } },
          encoding: { y, x: { value: 0 }, text: { field: "text" } },
        },
        rowNames(y, left, look),
      ],
    }],
  });
}

const names = { records: "With records", paper: "On paper" } as const;

/** Room for the word at the dashed line. */
const TWICE = 44;

interface Work {
  readonly unit: string;
  /** Of the axis. */
  readonly format: string;
  /** With records. */
  readonly base: number;
  /** On paper, one after the other. */
  readonly segments: readonly number[];
  /** What stands above the bars. */
  readonly above: { readonly records: string; readonly paper: string };
}

/** In hours, or the ratio alone where the document does not hold them. */
function workOf(document: ResultDocument, factor: number): Work {
  const hours = hoursOf(document);
  if (hours === null) return { unit: "Ratio of minutes", format: ".1f", base: 1, segments: [factor], above: { records: "1", paper: plain(factor) } };
  const { withRecords, onPaper, typingIn, where } = hours;
  return {
    unit: `Staff hours${where === "all" ? "" : `, ${nameOf(document, where)}`}`, format: ",~f", base: withRecords, segments: [onPaper, typingIn],
    above: { records: `${plain(withRecords, 2)} staff hours for the same consultations`, paper: `${plain(onPaper, 2)} staff hours seeing patients and ${plain(typingIn, 2)} staff hours typing notes in afterwards` },
  };
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
