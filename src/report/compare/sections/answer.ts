/** What to buy, how sure that is, and what would change it: three sentences, for those who read no further. */
import type { CandidateRow, DecisionDocument } from "../../../result/decision-document.js";
import { html, type Html } from "../../html.js";
import { listed, withinSentence } from "../../labels.js";
import { exact, rounded } from "../../numbers.js";
import { section } from "../../section.js";
import { aboutInWords, changeTo, delayOf, effectOf, endOf, labelOf, likely, namesOf, perWhat, pounds, price, rangeInWords, reachable } from "../words.js";

export function answer(document: DecisionDocument): Html {
  const { decision, warnings } = document;
  const first = decision.candidates[decision.recommendation.candidate]!;
  const isNothing = first.options.length === 0;
  return section("answer", "Recommendation", html`<p class="answer">${recommendation(document).join(" ")}</p>
${isNothing ? null : html`<dl class="figures">
${tiles(document, first)}</dl>
${everyCost(document, first)}`}<p>${frame(document)}</p>
${warnings.length === 0 ? null : html`<div class="warnings">${warnings.map((warning) => html`<p>${warning}</p>`)}</div>`}`);
}

/** What to buy, how sure that is, and what would change it; one sentence where nothing is worth buying. `named`: of the prices that would change it, how many are told in full. */
export function recommendation(document: DecisionDocument, named = MOST_NAMED): string[] {
  const { candidates, recommendation: { candidate } } = document.decision;
  const first = candidates[candidate]!;
  return first.options.length === 0 ? [nothing(document)] : [what(document, first), certainty(document, first), change(document, named)];
}

function nothing(document: DecisionDocument): string {
  const { budget, candidates, terms } = document.decision;
  if (budget === null) return "None of the options averts any care delay in such an incident, so none is recommended.";
  const [cheapest] = candidates.filter((row) => (delayOf(row).mean ?? 0) > 0).sort((a, b) => a.cost.budget - b.cost.budget);
  const least = cheapest === undefined || cheapest.isAffordable === true ? "" : `; the cheapest that does is ${namesOf(document, cheapest.options)}, for ${pounds(cheapest.cost.budget)} over ${terms.budgetYears} years`;
  return `Nothing that ${pounds(budget)} buys averts any care delay in such an incident, so nothing is recommended${least}.`;
}

const numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function what(document: DecisionDocument, row: CandidateRow): string {
  const { budget, terms } = document.decision;
  const names = namesOf(document, row.options);
  const averts = `which ${row.options.length === 1 ? "averts" : "together avert"} ${share(row)}`;
  if (budget === null) return `Recommended for its price: ${names}, ${averts}, at ${pounds(row.priceOfDay.value ?? 0)} for each if it comes once a year.`;
  return `Recommended for ${pounds(row.cost.budget)} of the ${pounds(budget)}, over ${terms.budgetYears} years: ${names}, ${averts}.`;
}

function share(row: CandidateRow): string {
  const { averted, without, with: left } = effectOf(row, "careDelay")!;
  const range = rangeInWords(averted);
  const [much, all] = [`${aboutInWords(averted)}${range === "" ? "" : ` (95% interval ${range})`}`, aboutInWords(without)];
  const brings = "patient-days of care delay that one such incident brings";
  const isNearlyAll = aboutInWords(averted) === all;
  return isNearlyAll || left.mean === 0 ? `${left.mean === 0 ? "all" : "nearly all"} of the ${brings}, ${much}` : `${much} of the ${all.replace("about ", "")} ${brings}`;
}

function certainty(document: DecisionDocument, row: CandidateRow): string {
  const { decision } = document;
  const { chances: { replications, both } } = row;
  const allowed = replications === null ? "prices within their ranges, but not for chance, of which one replication says nothing, nor" : "chance and for prices within their ranges, but not";
  const sure = both === null ? "How sure that is cannot be told from one replication with fixed prices"
    : `The probability that no other choice is better is ${likely(both.probability)}, which allows for ${allowed} for what is assumed of patients and practices`;
  const { nearly } = decision.recommendation;
  const known = decision.options.filter(({ name, inBest }) => inBest !== null && row.options.includes(name));
  const core = row.options.length > 1 ? [...known].sort((a, b) => b.inBest! - a.inBest!)[0] : undefined;
  const surest = core === undefined ? "" : `; ${withinSentence(core.label)} is part of the best choice with ${likely(core.inBest)}`;
  if (nearly === null) return `${sure}${surest}.`;
  const cheaper = decision.candidates[nearly.candidate]!;
  const averts = `${Math.floor(100 * nearly.share)}% as much for ${pounds(cheaper.cost.budget)}`;
  if (cheaper.options.length === 1 && cheaper.options[0] === core?.name) return `${sure}${surest}, and averts ${averts} by itself.`;
  return `${sure}${surest}. For less, ${namesOf(document, cheaper.options)} avert${cheaper.options.length === 1 ? "s" : ""} ${averts}.`.replace(". For", "; for");
}

/** More are in the table. */
const MOST_NAMED = 2;

function change(document: DecisionDocument, named: number): string {
  const flips = reachable(document);
  if (flips.length === 0) return "No price, varied by itself over its plausible range, changes it.";
  if (named === 0) return `It changes within the plausible range of ${flips.length === 1 ? "one price" : `${numbers[flips.length] ?? flips.length} prices`}, each varied by itself.`;
  const ends = flips.slice(0, named).map((flip) => ({ flip, end: endOf(flip)! }));
  const places = [...new Set(ends.map(({ end }) => end.to))].map((to) => {
    const its = ends.filter(({ end }) => end.to === to).map(({ flip, end }) => `${withinSentence(flip.what)} (${withinSentence(labelOf(document.decision.options, flip.option))}) is ${end.side} ${pounds(end.price)}${perWhat(flip)}, where ${price(flip.now)} is taken`);
    return `if the price of ${its.join(", or that of ")}: then the best is ${changeTo(document, to)}`;
  });
  const rest = flips.length - ends.length;
  return `It changes ${places.join("; or ")}${rest === 0 ? "" : `; ${rest} more ${rest === 1 ? "price changes" : "prices change"} it within ${rest === 1 ? "its range" : "their ranges"}`}.`;
}

function tiles(document: DecisionDocument, row: CandidateRow): Html[] {
  const { decision: { budget, terms } } = document;
  const { cost } = row;
  const disrupted = effectOf(row, "appointmentsDisrupted")?.averted;
  const tile = (name: string, value: string, range: string, definition: string): Html => html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd class="range">${range}</dd><dd class="definition">${definition}</dd></div>
`;
  const besides = [...(cost.time > 0 ? [`${pounds(cost.time)} of staff time that is paid in any case`] : []), ...(cost.byPayer.supplier > 0 ? [`${pounds(cost.byPayer.supplier)} that suppliers pay`] : [])];
  const within = row.chanceAffordable === null || budget === null ? "" : ` It stays within ${pounds(budget)} with a probability of ${likely(row.chanceAffordable)}, as prices vary within their ranges.`;
  return [
    tile(`Paid out over ${terms.budgetYears} years`, pounds(cost.budget), cost.byPayer.practice === 0 ? "paid by the ICB" : `of it ${pounds(cost.byPayer.practice)} paid by practices`, `Present value with VAT${besides.length === 0 ? "" : `; and ${listed(besides)}`}.${within}`),
    tile("Care delay averted", rounded(delayOf(row)), "patient-days, in one such incident", "Waiting from when care was due to when it was given, added up over patients"),
    ...(disrupted === undefined ? [] : [tile("Appointments not disrupted", rounded(disrupted), "in one such incident", "Held on their day with full records, that would not have been")]),
  ];
}

/** A budget counts money, and what is cheap for it may cost much of people's time. */
function everyCost(document: DecisionDocument, row: CandidateRow): Html | null {
  const { candidates } = document.decision;
  if (row.standing.kind === "frontier" || row.isAffordable === null) return null;
  const [best] = candidates.filter(({ standing, isAffordable, options }) => standing.kind === "frontier" && isAffordable === true && options.length > 0).sort((a, b) => (delayOf(b).mean ?? 0) - (delayOf(a).mean ?? 0));
  if (best === undefined) return null;
  return html`<p><strong>Counting every cost, not only the budget’s,</strong> ${namesOf(document, best.options)} would be the better choice: ${aboutInWords(delayOf(best))} patient-days for ${pounds(best.cost.annual)} a year, against ${aboutInWords(delayOf(row))} for ${pounds(row.cost.annual)}.
The difference is mostly ${row.cost.time > row.cost.byPayer.supplier ? "time of staff who are paid in any case" : "what suppliers and practices pay"}.</p>
`;
}

function frame({ replications, decision: { estate } }: DecisionDocument): string {
  return `Each option was simulated in the same ${replications} ${replications === 1 ? "incident" : "incidents"}, with and without it, for ${exact(estate.practices)} practices with ${exact(estate.patients)} patients. ` +
    "How often such an incident comes is not known: what would have to be believed of it to find an option worth its price stands below.";
}
