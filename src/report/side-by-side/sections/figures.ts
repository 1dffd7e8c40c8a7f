/** The answers of both in one table: each with its range, and the difference. */
import type { OutcomeRow, ResultDocument } from "../../../result/document.js";
import { figureOf, isNothing, labelOf, overPractices } from "../../find.js";
import { unfolded } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { clauseOf } from "../../labels.js";
import { plain } from "../../numbers.js";
import { section } from "../../section.js";
import { table, type Column, type Group } from "../../table.js";
import { quantileOf, stackedBound } from "../../values.js";
import { differenceCell, differenceIn, figuresOf } from "../difference.js";
import type { Pair } from "../pair.js";

interface Measure {
  readonly id: string;
  readonly part?: string;
  /** In place of the label of the outcome. */
  readonly name?: string;
}

/** Recovery never stands without what was never made good. */
const families: readonly (readonly [name: string, measures: readonly Measure[]])[] = [
  ["Patients and appointments", ["appointmentsDisrupted", "appointmentsCancelled", "contactsNotConnected", "requestsDeclined", "excessAbandonment"].map((id) => ({ id }))],
  ["Staff time", [{ id: "notesToTypeIn" }, { id: "extraWorkHours" }, { id: "extraWorkHours", part: "overtime", name: "Hours of it in overtime" }]],
  ["What was not made good", [{ id: "netUndelivered" }, { id: "needUnmetSameDay" }]],
];

const columns: readonly Column[] = [{ head: "What" }, ...["A", "B", "B\u00a0less\u00a0A"].map((head) => ({ head, numeric: true }))];

export function figures(pair: Pair): Html {
  const groups = families.map(([head, measures]): Group => ({ head, rows: measures.flatMap((measure) => rowFor(pair, measure)) }));
  const shown = new Set(families.flatMap(([, measures]) => measures.map(({ id }) => id)).concat("backlogRecovery", "peakBacklog"));
  const others = [...new Set([...pair.a.glossary, ...pair.b.glossary].map(({ id }) => id))].filter((id) => !shown.has(id)).flatMap((id) => rowFor(pair, { id }));
  const ordered = [groups[0]!, groups[1]!, { head: "Digging out", rows: recoveryRows(pair) }, groups[2]!].filter(({ rows }) => rows.length > 0);
  return section("figures", "The answers of both", [
    table("answers-table", "With the outage minus without it, from the onset to the end of the simulated time", columns, ordered),
    others.length === 0 ? null : unfolded("Every other outcome", table("others-table", "Every other outcome", columns, [{ rows: others }]), "printed"),
  ]);
}

function rowFor({ a, b }: Pair, { id, part = "all", name }: Measure): Content[][] {
  const rows = figuresOf({ a, b }, (document) => figureOf(document, id, { part }) ?? overPractices(document, id, part));
  const [one, other] = rows;
  if (one === undefined && other === undefined) return [];
  if (rows.every((row) => row === undefined || isNothing(row)) && part === "all") return [];
  const unit = (one ?? other)!.unit;
  const label = name ?? `${labelIn({ a, b }, id)}${unit === "ratio" ? "" : ` (${unit})`}`;
  return [[html`${label}${name === undefined ? html`<span class="definition">${clauseOf(id)}</span>` : null}`, stackedBound(one), stackedBound(other), differenceCell(differenceIn({ a, b }, rows))]];
}

function labelIn({ a, b }: Pair, id: string): string {
  return labelOf(a.glossary.some((entry) => entry.id === id) ? a : b, id);
}

/** Of how many practices are back within which time there is no interval: it is a mean of what each run shows. */
function recoveryRows(pair: Pair): Content[][] {
  const [a, b] = figuresOf(pair, (document) => overPractices(document, "backlogRecovery"));
  if (a === undefined && b === undefined) return [];
  const quantile = (name: string, which: "p50" | "p90"): Content[] => {
    const of = (document: ResultDocument, row: OutcomeRow | undefined): string => (row === undefined || row.defined === 0 ? "–" : quantileOf(document, row, which));
    const [one, other] = [a?.[which] ?? null, b?.[which] ?? null];
    const isKnown = one !== null && other !== null && a!.defined > 0 && b!.defined > 0;
    return [name, of(pair.a, a), of(pair.b, b), isKnown ? html`${one === other ? "none" : sign(other - one)} <span class="interval">without an interval</span>` : html`–`];
  };
  return [
    quantile("Half of the affected practices are back to normal within (working days)", "p50"),
    quantile("Nine in ten are within (working days)", "p90"),
    [html`Mean of the affected practices (working days)`, stackedBound(a), stackedBound(b), differenceCell(differenceIn(pair, [a, b]))],
    ...rowFor(pair, { id: "peakBacklog" }),
  ];
}

function sign(value: number): string {
  return value > 0 ? `+${plain(value, 2)}` : plain(value, 2);
}
