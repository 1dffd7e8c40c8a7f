/** Where the extra hours went: by who works them, by what they are spent on, and how many are overtime. */
import { csv, type Table } from "../../result/csv.js";
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { figureOf, partsOf, rowOf } from "../find.js";
import { listed, partName, withinSentence } from "../labels.js";
import { about, negated, rounded, stated } from "../numbers.js";
import { framed, heading, rowHeight, rowNames, lookOf, type ChartSpec, type Layout, type Panel, type Position, type Look } from "./frame.js";
import { wrapped } from "./width.js";

const ID = "extraWorkHours";

export function workload(document: ResultDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const overtime = rowOf(document, ID, { part: "overtime" });
  const groups = [
    { name: "Who works them", rows: partsOf(document, ID, "role:") },
    { name: "What they are spent on", rows: partsOf(document, ID, "activity:") },
    { name: "Outside rostered hours", rows: overtime === undefined ? [] : [overtime] },
  ].filter(({ rows }) => rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
  if (rows.every(({ mean }) => mean === 0 || mean === null)) return undefined;
  const total = figureOf(document, ID);
  const title = titleOf(total, groups);
  const look = lookOf(layout);
  const left = look.isWide ? 228 : 112;
  const low = Math.min(0, ...rows.map((row) => row.low ?? row.mean ?? 0));
  const high = Math.max(0, ...rows.map((row) => row.high ?? row.mean ?? 0));
  return framed(document, {
    layout, left, name: "Extra staff hours, by role and by kind of work", title,
    subtitle: "Staff hours with the outage minus those without it. Thin lines: 95% interval of the mean (simulation error). Below zero: less work than usual.",
    description: `${title}. ${rows.map((row) => `${partName(row.part)}: ${stated(row)}`).join("; ")}.`,
    spacing: 36,
    panels: groups.map((group) => bars(group.name, group.rows, { layout, left, width: look.total - left - 8, low, high, height: rowHeight(rows.map(({ part }) => nameLines(part, left, look)), look) })),
  });
}

/** A role, kind of work or overtime a row. */
export function workloadTable(document: ResultDocument): Table {
  const rows = [...partsOf(document, ID, "role:"), ...partsOf(document, ID, "activity:"), rowOf(document, ID, { part: "overtime" })].filter((row) => row !== undefined);
  return csv("workload.csv", ["part", "name", "mean_staff_hours", "low_staff_hours", "high_staff_hours"], rows.map(({ part, mean, low, high }) => [part, partName(part), mean, low, high]));
}

interface Bars {
  readonly layout: Layout;
  readonly left: number;
  readonly width: number;
  /** Least and most of all panels, which share one scale. */
  readonly low: number;
  readonly high: number;
  /** Of a row. */
  readonly height: number;
}

function bars(name: string, rows: readonly OutcomeRow[], { layout, left, width, low, high, height }: Bars): Panel {
  const look = lookOf(layout);
  // Room for the numbers at the ends of the bars.
  const domain = [low * 1.05, low + ((high - low) * width) / (width - 56)];
  const values = rows.map((row) => ({
    part: row.part, name: nameLines(row.part, left, look), mean: row.mean, low: row.low, high: row.high, end: Math.max(0, row.high ?? row.mean ?? 0), label: rounded(row),
  }));
  const y: Position = { field: "part", type: "ordinal", sort: null, axis: null, scale: { paddingInner: 0.35, paddingOuter: 0.1 } };
  const x: Position = { type: "quantitative", scale: { domain, nice: false }, axis: { labels: false, tickCount: 4, gridColor: look.colours.pale } };
  return {
    width, height: rows.length * height, data: { values },
    layer: [
      { mark: { type: "bar", color: look.colours.blue, height: 14 }, encoding: { y, x: { ...x, field: "mean" } } },
      { mark: { type: "rule", color: look.colours.ink }, encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } } },
      { data: { values: [{ zero: 0 }] }, mark: { type: "rule", color: look.colours.ink }, encoding: { x: { ...x, field: "zero" } } },
      { mark: { type: "text", align: "left", dx: 5, baseline: "middle" }, encoding: { y, x: { ...x, field: "end" }, text: { field: "label" } } },
      rowNames(y, left, look),
      heading(name, left, look),
    ],
  };
}

function nameLines(part: string, left: number, look: Look): string[] {
  return wrapped(partName(part), left - 8, look.text);
}

/** What grew most where the whole and its largest parts grew; otherwise the largest changes, which may be less work. */
function titleOf(total: OutcomeRow | undefined, groups: readonly { readonly rows: readonly OutcomeRow[] }[]): string {
  const [role, activity] = [groups[0], groups[1]].map((group) => group && largest(group.rows));
  const mean = total?.mean ?? 0;
  const inAll = total === undefined ? "Extra staff hours" : mean < 0 ? `${about(negated(total))} staff hours less` : `${about(total)} extra staff hours`;
  const isMore = mean > 0 && [role, activity].every((row) => row === undefined || (row.mean ?? 0) > 0);
  const named = (row: OutcomeRow): string => `${withinSentence(partName(row.part))} (${about(row)})`;
  const changes = [role, activity].filter((row) => row !== undefined);
  const finding = isMore
    ? [...(role === undefined ? [] : [`the most fall to ${withinSentence(partName(role.part))}`]), ...(activity === undefined ? [] : [`${role === undefined ? "" : "over all staff "}the most go into ${withinSentence(partName(activity.part))}`])].join("; ")
    : `largest ${changes.length === 1 ? "change" : "changes"} for ${listed(changes.map(named))}`;
  return `${inAll.replace(/^a/, "A")}: ${finding}`;
}

/** By size, whether more or less. */
function largest(rows: readonly OutcomeRow[]): OutcomeRow {
  return rows.reduce((most, row) => (Math.abs(row.mean ?? 0) > Math.abs(most.mean ?? 0) ? row : most));
}
