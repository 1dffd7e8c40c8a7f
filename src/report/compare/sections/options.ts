/** Every option by itself, the sets that lead for the budget, and the frontier of all. */
import type { CandidateRow, DecisionDocument } from "../../../result/decision-document.js";
import { figure, unfolded, type PageChart } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { withoutStop } from "../../incident-words.js";
import { capital, listed, withinSentence } from "../../labels.js";
import { percent, type Estimate } from "../../numbers.js";
import { section } from "../../section.js";
import { table, type Column } from "../../table.js";
import { delayOf, effectOf, likely, pounds, shortOf, withRange } from "../words.js";

const number = (head: string): Column => ({ head, numeric: true });

/** By pounds for each patient-day; those that avert none come last. */
function singles({ decision: { candidates } }: DecisionDocument): CandidateRow[] {
  return candidates.filter((row) => row.options.length === 1).sort((a, b) => (a.priceOfDay.value ?? Infinity) - (b.priceOfDay.value ?? Infinity) || a.cost.annual - b.cost.annual);
}

/** Of options by themselves that avert some; the rest are named below, and stand in a table to unfold. */
const MOST_OPTIONS = 8;

export function options(document: DecisionDocument): Html {
  const { candidates, recommendation } = document.decision;
  const all = singles(document);
  const bought = candidates[recommendation.candidate]!.options;
  const isBought = (row: CandidateRow): boolean => bought.includes(row.options[0]!);
  const useful = all.filter((row) => isBought(row) || (delayOf(row).mean ?? 0) > 0);
  const shown = useful.filter((row, index) => isBought(row) || index < MOST_OPTIONS);
  const rest = useful.filter((row) => !shown.includes(row));
  const idle = all.filter((row) => !useful.includes(row) && isIdle(row));
  const without = all.filter((row) => !useful.includes(row) && !isIdle(row));
  const unsure = useful.filter((row) => (delayOf(row).low ?? 1) <= 0);
  const named = (rows: readonly CandidateRow[], more: (row: CandidateRow) => string = () => ""): string =>
    rows.map((row, index) => `${index === 0 ? capital(shortOf(document, row)) : withinSentence(shortOf(document, row))}${more(row)}`).join("; ");
  return section("options", "The options, by what they avert for their price", html`${shown.length === 0 ? null : tableOf(document, "options-table", "Each option by itself, in one such incident", shown, isBought)}
<p class="note">Paid out: in cash by the ICB and practices, present value with VAT. Every cost: with staff time and what suppliers pay. With N years between such incidents a patient-day costs N times as much. In brackets: 95% interval, and of pounds the 5th to
95th percentile. These and the last column’s probability allow for chance and for prices within their ranges, and for nothing else.</p>
${note("Dearer for each patient-day:", named(rest))}${note("Not to be told from averting nothing, in so few incidents:", named(unsure))}${
  note("Averting no care delay:", named(without))}${note("Changing nothing in this incident (in brackets, what each is for):", named(idle, (row) => purposeOf(document, row)))}${
  note("Not to be had together:", document.excluded.map(({ reason }) => withoutStop(reason)).join("; "))}${
  shown.length === all.length ? null : unfolded("All options in one table", tableOf(document, "all-options-table", "Every option by itself, in one such incident", all, isBought))}`);
}

function note(head: string, rows: string): Html | null {
  return rows === "" ? null : html`<p class="note"><strong>${head}</strong> ${rows}.</p>
`;
}

/** Of what is told nothing is other than without it. */
function isIdle({ outcomes }: CandidateRow): boolean {
  return outcomes.every(({ averted: { mean, low, high } }) => (mean ?? 0) === 0 && (low ?? 0) === 0 && (high ?? 0) === 0);
}

/** ` (circuit)`: faults of which it averts most, else some. */
function purposeOf({ decision: { options: all } }: DecisionDocument, { options: [name] }: CandidateRow): string {
  const { against } = all.find((option) => option.name === name)!;
  const faults = ["most", "some"].map((extent) => Object.keys(against).filter((fault) => against[fault] === extent)).find(({ length }) => length > 0);
  return faults === undefined ? "" : ` (${listed(faults)})`;
}

function tableOf(document: DecisionDocument, id: string, caption: string, rows: readonly CandidateRow[], isBought: (row: CandidateRow) => boolean): Html {
  const { options: all, terms, budget } = document.decision;
  const inBest = (row: CandidateRow): number | null => all.find(({ name }) => name === row.options[0])!.inBest;
  return table(
    id, caption,
    [{ head: "Option" }, number(`Paid out over ${terms.budgetYears} years`), number("Every cost, a year"), number("Patient-days of care delay averted"), number("Pounds for each, one incident a year"), number(budget === null ? "Best for its price" : "Part of the best choice")],
    [{ rows: rows.map((row): Content[] => [isBought(row) ? html`<strong>${shortOf(document, row)}</strong>` : shortOf(document, row), paidCell(row), pounds(row.cost.annual), withRange(delayOf(row)), priceCell(row), likely(inBest(row))]) }],
  );
}

function paidCell({ cost, isAffordable }: CandidateRow): Html {
  return html`${pounds(cost.budget)}${isAffordable === false ? html` <span class="interval">beyond the budget</span>` : null}`;
}

/** Where it may avert nothing, a price has no upper end. */
function priceCell({ priceOfDay: { value, p5, p95 } }: CandidateRow): Html {
  if (value === null) return html`averts none`;
  const range = p5 === null || p5 === p95 ? null : p95 === null ? `${pounds(p5)} or more` : `${pounds(p5)} to ${pounds(p95)}`;
  return html`${pounds(value)}${range === null ? null : html` <span class="interval">(${range})</span>`}`;
}

export function otherEffects(document: DecisionDocument): Html {
  const rows = singles(document);
  const told = ([["appointmentsDisrupted", "Appointments not disrupted"], ["backlogRecovery", "Working days of recovery saved"], ["extraWorkHours", "Staff hours saved"]] as const).filter(([id]) => rows.some((row) => effectOf(row, id) !== undefined));
  return section("effects", "What else the options avert, and what they cost on ordinary days", html`${table(
    "effects-table", "Each option by itself, in one such incident",
    [{ head: "Option" }, ...told.map(([, head]) => number(head)), number("Staff time saved, in pounds")],
    [{ rows: rows.map((row): Content[] => [shortOf(document, row), ...told.map(([id]) => withRange(effectOf(row, id)?.averted)), row.staffTime.mean === null ? "–" : pounds(row.staffTime.mean)]) }],
  )}
<p class="note">Below 0 an option makes it worse. <a href="effects.html">More outcomes, with each option and each pair</a> (effects.html, beside this page), and every one of them in tables/effects.csv.</p>
${ordinary(document, rows)}`);
}

/** Only of those that show on days without an outage. */
function ordinary(document: DecisionDocument, rows: readonly CandidateRow[]): Html {
  const of = (row: CandidateRow, id: string): Estimate | undefined => effectOf(row, id)?.ordinary;
  const felt = rows.filter((row) => ["extraWorkHours", "careDelay"].some((id) => (of(row, id)?.mean ?? 0) !== 0));
  if (felt.length === 0) return html`<p>On ordinary days none of them shows.</p>`;
  return table("ordinary-table", "What options add on ordinary days, over as long a time; below 0 they save. The others do not show", [{ head: "Option" }, number("Staff hours"), number("Patient-days of care delay")],
    [{ rows: felt.map((row): Content[] => [shortOf(document, row), withRange(of(row, "extraWorkHours")), withRange(of(row, "careDelay"))]) }]);
}

/** More stand in the table beside the page. */
const MOST_SETS = 10;

export function sets(document: DecisionDocument): Html | null {
  const { candidates, model, budget, recommendation } = document.decision;
  if (model === undefined || budget === null || model.rows.length === 0) return null;
  const annual = ({ candidate }: { readonly candidate: number }): number => candidates[candidate]!.cost.annual;
  const shown = [...model.rows].sort((a, b) => (b.simulated.mean ?? 0) - (a.simulated.mean ?? 0) || annual(a) - annual(b)).slice(0, MOST_SETS);
  return section("sets", "The leading sets for the budget", html`
<p>All sets that ${pounds(budget)} pays for were compared by a model that adds up what options avert by themselves and corrects it for pairs that were simulated together; the choice among them is exact. ${
    model.rows.length === 1 ? "The only one that averts anything was then simulated." : `The ${model.rows.length} that lead by it were then simulated, and the ranks below are those of the simulation.`} ${off(model)}</p>
${table(
    "sets-table", shown.length < model.rows.length ? `The first ${shown.length} by what they avert when simulated; the others stand in tables/pairwise-model.csv` : "Sets by what they avert when simulated",
    [{ head: "Set" }, number("On the budget"), number("Patient-days averted"), number("Fewer than the first"), number("Within the budget"), number("Best")],
    [{ rows: shown.map(({ candidate, simulated, behind }): Content[] => {
      const row = candidates[candidate]!;
      const name = shortOf(document, row);
      return [candidate === recommendation.candidate ? html`<strong>${name}</strong>` : name, pounds(row.cost.budget), withRange(simulated), candidate === recommendation.candidate ? "–" : withRange(behind), likely(row.chanceAffordable), likely(row.chances.both?.probability ?? null)];
    }) }],
  )}
<p class="note">Fewer than the first: paired, so that it is known far better than the patient-days themselves. Within the budget, and best: probabilities, over prices within their ranges, and for best over chance as well.</p>
${members(document)}`);
}

function off({ rows, meanShare, largestShare, isFirstConfirmed }: NonNullable<DecisionDocument["decision"]["model"]>): string {
  const distance = meanShare === null || largestShare === null ? "None of them has three options or more, so the model had nothing to guess."
    : `Of sets of three options or more the model was off by ${percent(meanShare)} in the mean, ${percent(largestShare)} at most.`;
  return rows.length === 1 ? distance : `${distance} The set that it put first ${isFirstConfirmed ? "averts as much as any in the simulation too" : "is not first in the simulation"}.`;
}

function members(document: DecisionDocument): Html | null {
  const { recommendation, options: all } = document.decision;
  if (recommendation.members.length < 2) return null;
  const rows = recommendation.members.map(({ option, adds, from, cost }): Content[] => [
    all.find(({ name }) => name === option)!.label, withRange(adds), pounds(cost.budget), adds.low !== null && adds.low <= 0 ? "cannot be told from none" : from === "simulated" ? "simulated without it" : "by that model",
  ]);
  return table("members-table", "What each option of the recommended set adds to the others", [{ head: "Option" }, number("Patient-days"), number("On the budget"), { head: "How that is known" }], [{ rows }]);
}

export function frontier(document: DecisionDocument, charts: readonly PageChart[]): Html {
  const { candidates } = document.decision;
  const steps = candidates.map((row) => ({ row, standing: row.standing })).filter(({ standing }) => standing.kind === "frontier").sort((a, b) => a.row.cost.annual - b.row.cost.annual);
  const numbers = table(
    "frontier-table", "Choices on the frontier: none averts more for less, nor does a mixture of two",
    [{ head: "Choice" }, number("Cost a year"), number("Patient-days averted"), number("Each further patient-day, one incident a year")],
    [{ rows: steps.map(({ row, standing }): Content[] => [shortOf(document, row), pounds(row.cost.annual), withRange(delayOf(row)), standing.kind === "frontier" && standing.step !== null ? pounds(standing.step) : "–"]) }],
  );
  const prices = steps.flatMap(({ standing }) => (standing.kind === "frontier" && standing.step !== null ? [standing.step] : []));
  const dearer = prices.length === 0 ? "" : prices.length === 1 ? ` There a patient-day costs ${pounds(prices[0]!)} with one incident a year.`
    : ` Along it each further patient-day is dearer: ${pounds(prices[0]!)} at first and ${pounds(prices.at(-1)!)} at last, with one incident a year.`;
  return section("frontier", "Cost against care delay averted", html`${figure(charts, "frontier", numbers)}
<p class="note">The line, the frontier, joins the choices that nothing beats: no other, nor a mixture of two, averts as much for less, whoever pays. Of ${candidates.length} choices, nothing bought among them, ${steps.length} ${steps.length === 1 ? "lies" : "lie"} on it.${dearer}</p>
`);
}
