/** Who works the extra hours, and on what. */
import { csv, type Table } from "../../result/csv.js";
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { figureOf, partsOf, rowOf, seriesOf } from "../find.js";
import { partName, withinSentence } from "../labels.js";
import { about, negated, plain, rounded, stated } from "../numbers.js";
import { framed, lookOf, rowHeight, rowNames, type ChartSpec, type Layout, type Position } from "./frame.js";
import { key } from "./key.js";
import { wrapped } from "./width.js";

const ID = "extraWorkHours";
const OTHER = "Everything else";
const activities = ["activity:note", "activity:contact", "activity:task", "activity:consultation"] as const;

interface Role {
  readonly row: OutcomeRow;
  /** Mean hours by kind of work, in the order of the kinds. */
  readonly hours: readonly number[];
}

/** Undefined where nobody works more or less than usual. */
export function roles(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const { kinds, all } = rolesOf(document);
  if (all.every(({ row }) => row.mean === 0 || row.mean === null)) return undefined;
  const look = lookOf(layout);
  const names = all.map(({ row }) => wrapped(partName(row.part), look.isWide ? 140 : 92, look.text));
  const left = look.isWide ? 148 : 100;
  const width = look.total - left - 20;
  const colours = kinds.map((_, at) => look.colours.parts[kinds.length === 2 ? 1 + at : at]!);
  const segments = all.flatMap(({ row: { part }, hours }) => {
    let [more, less] = [0, 0];
    return hours.map((value, at) => {
      const from = value < 0 ? less : more;
      if (value < 0) less += value;
      else more += value;
      return { part, from: Math.min(from, from + value), to: Math.max(from, from + value), colour: colours[at]!, said: `${partName(part)}, ${withinSentence(kinds[at]!)}: ${plain(value, 2)} hours` };
    });
  }).filter(({ from, to }) => to > from);
  const [low, high] = [Math.min(0, ...segments.map(({ from }) => from), ...all.map(({ row }) => row.low ?? 0)), Math.max(0, ...segments.map(({ to }) => to), ...all.map(({ row }) => row.high ?? 0))];
  const domain = [low * 1.04, low + ((high - low) * width) / (width - 62)];
  const title = findingOf(document, kinds, all);
  const x: Position = { type: "quantitative", scale: { domain, nice: false }, axis: { tickCount: look.isWide ? 6 : 3, format: ",~f", gridColor: look.colours.pale } };
  const y: Position = { field: "part", type: "ordinal", sort: null, axis: null, scale: { domain: all.map(({ row }) => row.part), paddingInner: 0.35, paddingOuter: 0.1 } };
  const values = all.map(({ row }, at) => ({ part: row.part, name: names[at]!, mean: row.mean, low: row.low, high: row.high, label: rounded(row), end: Math.max(0, row.high ?? 0, ...segments.filter(({ part }) => part === row.part).map(({ to }) => to)) }));
  return framed(document, {
    layout, left, name: "Extra staff hours by role and kind of work", title,
    subtitle: "Staff hours with the outage minus those without it; work that is not done counts below zero. Dot, line and number: what is left in all, with its 95% interval (simulation error).",
    description: `${title}. ${all.map(({ row, hours }) => `${partName(row.part)}: ${stated(row)}, of which ${kinds.map((kind, at) => `${withinSentence(kind)} ${about({ mean: hours[at]!, low: null, high: null })}`).join(", ")}`).join(". ")}.`,
    spacing: 12,
    panels: [
      key(null, kinds.map((text, at) => ({ text, colour: colours[at]! })), left, look),
      {
        width, height: all.length * Math.max(30, rowHeight(names, look)), data: { values },
        layer: [
          { data: { values: segments }, mark: { type: "bar", height: 16, stroke: look.colours.paper, strokeWidth: 0.5 }, encoding: { y, x: { ...x, field: "from" }, x2: { field: "to" }, color: { field: "colour", type: "nominal", scale: null, legend: null } } },
          { data: { values: [{ zero: 0 }] }, mark: { type: "rule", color: look.colours.ink }, encoding: { x: { ...x, field: "zero" } } },
          { mark: { type: "rule", color: look.colours.paper, strokeWidth: 3.5 }, encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } } },
          { mark: { type: "rule", color: look.colours.ink, strokeWidth: 1.2 }, encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } } },
          { mark: { type: "point", filled: true, shape: "circle", size: 34, opacity: 1, color: look.colours.ink, stroke: look.colours.paper, strokeWidth: 1 }, encoding: { y, x: { ...x, field: "mean" } } },
          { mark: { type: "text", align: "left", dx: 6, baseline: "middle", fontWeight: "bold" }, encoding: { y, x: { ...x, field: "end" }, text: { field: "label" } } },
          rowNames(y, left, look),
        ],
      },
    ],
  });
}

/** A role and kind of work a row. */
export function rolesTable(document: ResultDocument): Table {
  const { kinds, all } = rolesOf(document);
  const whole = all.map(({ row }) => [partName(row.part), "In all", row.mean, row.low, row.high]);
  return csv("roles.csv", ["role", "kind_of_work", "mean_staff_hours", "low_staff_hours", "high_staff_hours"], [
    ...all.flatMap(({ row, hours }) => kinds.map((kind, at) => [partName(row.part), kind, hours[at]!, null, null])), ...whole,
  ]);
}

/** By four kinds of work, or by typing in and all else where the document has no more. */
function rolesOf(document: ResultDocument): { readonly kinds: readonly string[]; readonly all: readonly Role[] } {
  const rows = partsOf(document, ID, "role:");
  const hoursIn = (part: string, activity: string): number => seriesOf(document, ID, `${part} ${activity}`)?.mean.reduce((sum, value) => sum + value, 0) ?? 0;
  if (document.series.some(({ id, part }) => id === ID && part.includes(" activity:"))) return { kinds: activities.map(partName), all: rows.map((row) => ({ row, hours: activities.map((activity) => hoursIn(row.part, activity)) })) };
  return {
    kinds: [partName("activity:note"), OTHER],
    all: rows.map((row) => {
      const typing = rowOf(document, "backEntryHours", { part: row.part })?.mean ?? 0;
      return { row, hours: [typing, (row.mean ?? 0) - typing] };
    }),
  };
}

/** `The most extra staff hours fall to GPs: about 402 of about 1,170, above all on typing notes in`; where there are none in all, whose work changes most. */
function findingOf(document: ResultDocument, kinds: readonly string[], all: readonly Role[]): string {
  const total = figureOf(document, ID);
  const furthest = (size: (hours: number) => number): Role => all.reduce((one, other) => (size(other.row.mean ?? 0) > size(one.row.mean ?? 0) ? other : one));
  if ((total?.mean ?? 0) <= 0) {
    const { row } = furthest(Math.abs);
    const change = (row.mean ?? 0) < 0 ? `${about(negated(row))} less` : `${about(row)} more`;
    return `No extra staff hours in all${total?.mean ? `, but ${about(negated(total))} less than usual` : ""}; the largest change is for ${withinSentence(partName(row.part))}, ${change}`;
  }
  const { row, hours } = furthest((mean) => mean);
  const kind = kinds[hours.indexOf(Math.max(...hours))]!;
  return `The most extra staff hours fall to ${withinSentence(partName(row.part))}: ${about(row)} of ${about(total!)}${kind === OTHER ? "" : `, above all on ${withinSentence(kind)}`}`;
}
