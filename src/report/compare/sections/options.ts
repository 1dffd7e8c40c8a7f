/** Every option by itself, the sets that lead for the budget, and the frontier of all. */
import type { CandidateRow, DecisionDocument } from "../../../result/decision-document.js";
import { figure, unfolded, type PageChart } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { withinSentence } from "../../labels.js";
import { rounded, wholePercent } from "../../numbers.js";
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
  const rest = [useful.filter((row) => !shown.includes(row)), all.filter((row) => !useful.includes(row))] as const;
  const named = (rows: readonly CandidateRow[]): string => rows.map((row, index) => (index === 0 ? shortOf(document, row) : withinSentence(shortOf(document, row)))).join("; ");
  return section("options", "The options, by what they avert for their price", html`${shown.length === 0 ? null : tableOf(document, "options-table", "Each option by itself, in one such incident", shown, isBought)}
<p class="note">Costs are present values with VAT, whoever pays. With N years between such incidents a patient-day averted costs N times as much. In brackets: below patient-days the 95% interval, below pounds the 5th to 95th percentile over replications and
open prices. Last column: probability, over both.</p>
${rest[0].length === 0 ? null : html`<p class="note">Dearer for each patient-day: ${named(rest[0])}.</p>
`}${rest[1].length === 0 ? null : html`<p class="note"><strong>Averting none of it:</strong> ${named(rest[1])}.</p>
`}${shown.length === all.length ? null : unfolded("All options in one table", tableOf(document, "all-options-table", "Every option by itself, in one such incident", all, isBought))}`);
}

function tableOf(document: DecisionDocument, id: string, caption: string, rows: readonly CandidateRow[], isBought: (row: CandidateRow) => boolean): Html {
  const { options: all, terms } = document.decision;
  const inBest = (row: CandidateRow): number | null => all.find(({ name }) => name === row.options[0])!.inBest;
  return table(
    id, caption,
    [{ head: "Option" }, number(`Cost over ${terms.budgetYears} years`), number("Cost a year"), number("Patient-days of care delay averted"), number("Pounds for each, one incident a year"), number("Part of the best choice")],
    [{ rows: rows.map((row): Content[] => [isBought(row) ? html`<strong>${shortOf(document, row)}</strong>` : shortOf(document, row), pounds(row.cost.whole), pounds(row.cost.annual), withRange(delayOf(row)), priceCell(row), likely(inBest(row))]) }],
  );
}

function priceCell({ priceOfDay: { value, p5, p95 } }: CandidateRow): Html {
  if (value === null) return html`averts none`;
  return html`${pounds(value)}${p5 === null || p95 === null || p5 === p95 ? null : html` <span class="interval">(${pounds(p5)} to ${pounds(p95)})</span>`}`;
}

export function otherEffects(document: DecisionDocument): Html {
  const rows = singles(document);
  const told = ([["appointmentsDisrupted", "Appointments not disrupted"], ["backlogRecovery", "Working days of recovery saved"], ["extraWorkHours", "Staff hours saved"]] as const).filter(([id]) => rows.some((row) => effectOf(row, id) !== undefined));
  return section("effects", "What else the options avert, and what they cost on ordinary days", html`${table(
    "effects-table", "Each option by itself, in one such incident; and on ordinary days over as long a time",
    [{ head: "Option" }, ...told.map(([, head]) => number(head)), number("Staff time saved, in pounds"), number("Staff hours added on ordinary days")],
    [{ rows: rows.map((row): Content[] => [
      shortOf(document, row), ...told.map(([id]) => withRange(effectOf(row, id)?.averted)),
      row.staffTime.mean === null ? "–" : pounds(row.staffTime.mean), withRange(effectOf(row, "extraWorkHours")?.ordinary),
    ]) }],
  )}
<p class="note"><a href="effects.html">More outcomes, with each option and each pair</a> (effects.html, beside this page), and every one of them in tables/effects.csv.</p>`);
}

/** More stand in the table beside the page. */
const MOST_SETS = 10;

export function sets(document: DecisionDocument): Html | null {
  const { candidates, model, budget, recommendation } = document.decision;
  if (model === undefined || budget === null || model.rows.length === 0) return null;
  const annual = ({ candidate }: { readonly candidate: number }): number => candidates[candidate]!.cost.annual;
  const shown = [...model.rows].sort((a, b) => (b.simulated.mean ?? 0) - (a.simulated.mean ?? 0) || annual(a) - annual(b)).slice(0, MOST_SETS);
  return section("sets", "The leading sets for the budget", html`
<p>All sets that ${pounds(budget)} pays for were compared by a model that adds up what options avert by themselves and corrects it for pairs that were simulated together; the choice among them is exact. The ${model.rows.length} that lead by it were then simulated,
and the ranks below are those of the simulation. ${off(model)}</p>
${table(
    "sets-table", shown.length < model.rows.length ? `The first ${shown.length} by what they avert when simulated; the others stand in tables/pairwise-model.csv` : "Sets by what they avert when simulated",
    [{ head: "Set" }, number("On the budget"), number("Patient-days averted"), number("Fewer than the first"), number("By the pairwise model"), number("Within the budget"), number("Best")],
    [{ rows: shown.map(({ candidate, predicted, simulated, behind }): Content[] => {
      const row = candidates[candidate]!;
      const name = shortOf(document, row);
      return [candidate === recommendation.candidate ? html`<strong>${name}</strong>` : name, pounds(row.cost.budget), withRange(simulated), candidate === recommendation.candidate ? "–" : withRange(behind), rounded({ ...simulated, mean: predicted }), likely(row.chanceAffordable), likely(row.chances.both?.probability ?? null)];
    }) }],
  )}
<p class="note">Fewer than the first: paired, so that it is known far better than the patient-days themselves. Within the budget, and best: probabilities, as prices are open.</p>
${members(document)}`);
}

function off({ meanShare, largestShare, isFirstConfirmed }: NonNullable<DecisionDocument["decision"]["model"]>): string {
  const distance = meanShare === null || largestShare === null ? "None of them has three options or more, so the model had nothing to guess." : `Of sets of three options or more the model was off by ${wholePercent(meanShare)} in the mean and by ${wholePercent(largestShare)} at most.`;
  return `${distance} The set that it put first ${isFirstConfirmed ? "averts as much as any in the simulation too" : "is not first in the simulation"}.`;
}

function members(document: DecisionDocument): Html | null {
  const { recommendation, options: all } = document.decision;
  if (recommendation.members.length < 2) return null;
  const rows = recommendation.members.map(({ option, adds, from, cost }): Content[] => [
    all.find(({ name }) => name === option)!.label, withRange(adds), pounds(cost.budget), adds.low !== null && adds.low <= 0 ? "cannot be told from none" : from === "simulated" ? "simulated without it" : "by the pairwise model",
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
  const rest = candidates.filter(({ standing }) => standing.kind !== "frontier").length;
  const prices = steps.flatMap(({ standing }) => (standing.kind === "frontier" && standing.step !== null ? [standing.step] : []));
  const dearer = prices.length === 0 ? "" : prices.length === 1 ? ` On the frontier a patient-day costs ${pounds(prices[0]!)} with one incident a year.`
    : ` Along the frontier each further patient-day is dearer than the one before: ${pounds(prices[0]!)} at first and ${pounds(prices.at(-1)!)} at last, with one incident a year.`;
  return section("frontier", "Cost against care delay averted", html`${figure(charts, "frontier", numbers)}
<p class="note">Of ${candidates.length} choices, ${steps.length} lie on the frontier and ${rest} do not: for each of those another, or a mixture of two, averts as much for less, counting every cost, whoever pays it.${dearer}</p>
`);
}
