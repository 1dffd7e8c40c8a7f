/** What was simulated, and how far it is from what is published. */
import type { CalibrationDocument, Compared } from "../../../result/calibration-document.js";
import { longDate } from "../../dates.js";
import { figure, type PageChart } from "../../figure.js";
import { html, type Html } from "../../html.js";
import { listed } from "../../labels.js";
import { exact, plain } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { byLabel, differenceIn, isOut, judgedOf, simulatedCell, simulatedPart, toleranceIn, unsureOf, valueIn, widthOf } from "../words.js";

const roles: readonly (readonly [role: Compared["role"], name: string, meaning: string])[] = [
  ["input", "Inputs that come through", "They are put into the model, and would show if it lost them on the way."],
  ["fitted", "Fitted figures reached", "Free parameters may be moved until they agree; that they do is no proof."],
  ["out", "Come out by themselves", "Nothing is set to reach them: they tell how far the model is to be believed."],
];

export function answer(document: CalibrationDocument, charts: readonly PageChart[]): Html {
  const judged = judgedOf(document.figures);
  const out = judged.filter(isOut);
  return section("answer", "Answer", html`<p class="answer">${within(judged, out)}</p>
<p>${simulated(document)}</p>
<dl class="figures">
${roles.map(([role, name, meaning]) => tile(judged.filter((row) => row.role === role), name, meaning))}</dl>
<p>${certainty(document)}</p>
${figure(charts, "overview", counts(judged, out))}${out.length === 0 ? null : outOf(out)}`);
}

/** Headings that fit into a sentence; more are left to the table. */
const MOST_NAMED = 5;

function within(judged: readonly Compared[], out: readonly Compared[]): string {
  if (judged.length === 0) return "No figure is judged.";
  if (out.length === 0) return `All ${judged.length} figures that have a tolerance lie within it.`;
  const named = byLabel(out).map(([label, rows]) => (rows.length === 1 && rows[0]!.part === "all" ? label : `${label} (${listed(rows.map(({ part }) => part))})`));
  return `${judged.length - out.length} of the ${judged.length} figures that have a tolerance lie within it; ${out.length} ${out.length === 1 ? "does" : "do"} not${named.length > MOST_NAMED ? "" : `: ${named.join("; ")}`}.`;
}

function simulated(document: CalibrationDocument): string {
  const { neighbourhoods: { practices, patients }, replications, period } = document;
  return `Ordinary weeks, without an outage, were simulated and set beside what NHS England publishes: ${simulatedPart(document)}; ${exact(practices)} practices with ${exact(patients)} patients; ` +
    `${replications} ${replications === 1 ? "replication" : "replications"} of ${period.days / 7} weeks from ${longDate(period.start)}, after ${period.warmUpDays / 7} weeks that are not counted. ` +
    "List sizes, networks, suppliers and staff are of all practices, not only of those simulated.";
}

function tile(rows: readonly Compared[], name: string, meaning: string): Html | null {
  if (rows.length === 0) return null;
  return html`<div><dt>${name}</dt><dd class="value">${rows.filter((row) => !isOut(row)).length} of ${rows.length}</dd><dd class="range">within tolerance</dd><dd class="definition">${meaning}</dd></div>
`;
}

function certainty({ figures, clusters }: CalibrationDocument): string {
  const unsure = unsureOf(figures).length;
  const from = clusters === "neighbourhoods" ? "from one neighbourhood to the next, so that they allow for which were drawn" : "from one replication to the next";
  return `Intervals are simulation error at 95%: how much what was simulated differs ${from}. They say nothing of errors in the published figures. A figure is judged by its estimate alone` +
    `${unsure === 0 ? "; no interval reaches over a bound of its tolerance." : `; the ${unsure === 1 ? "interval of 1 figure reaches" : `intervals of ${unsure} figures reach`} over a bound of the tolerance, and only more simulation could say on which side ${unsure === 1 ? "it lies" : "they lie"}.`}`;
}

/** Named, and by how much, furthest out first. */
function outOf(out: readonly Compared[]): Html {
  const furthest = [...out].sort((a, b) => tolerancesOf(b) - tolerancesOf(a));
  return table(
    "out-table", "What is out of tolerance, furthest first, in tolerances",
    [{ head: "Figure" }, ...["Published", "Simulated", "Differs by", "Tolerance", "In tolerances"].map((head) => ({ head, numeric: true }))],
    [{ rows: furthest.map((row) => [html`${row.label}${row.part === "all" ? null : html`: <strong>${row.part}</strong>`}`, valueIn(row, row.observed), simulatedCell(row), differenceIn(row), toleranceIn(row), plain(tolerancesOf(row), 2)]) }],
  );
}

function tolerancesOf(row: Compared): number {
  return Math.abs(row.difference!) / widthOf(row)!;
}

function counts(judged: readonly Compared[], out: readonly Compared[]): Html {
  return table(
    "overview-table", "Figures within and out of tolerance",
    [{ head: "Figure" }, { head: "Within", numeric: true }, { head: "Out", numeric: true }],
    [{ rows: [...byLabel(judged).map(([label, rows]) => [label, rows.filter((row) => !isOut(row)).length, rows.filter(isOut).length]), ["In all", judged.length - out.length, out.length]] }],
  );
}
