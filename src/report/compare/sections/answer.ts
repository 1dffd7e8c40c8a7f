/** What to buy, how sure that is, and what would change it: three sentences, for those who read no further. */
import type { CandidateRow, CompareDocument } from "../../../result/compare-document.js";
import { html, type Html } from "../../html.js";
import { listed, withinSentence } from "../../labels.js";
import { exact, stated } from "../../numbers.js";
import { section } from "../../section.js";
import { changeTo, delayOf, effectOf, endOf, labelOf, likely, namesOf, perWhat, pounds, price, reachable } from "../words.js";

export function answer(document: CompareDocument): Html {
  const { decision, warnings } = document;
  const first = decision.candidates[decision.recommendation.candidate]!;
  const isNothing = first.options.length === 0;
  return section("answer", "Recommendation", html`<p class="answer">${isNothing ? nothing(document) : [what(document, first), certainty(document, first), change(document)].join(" ")}</p>
${isNothing ? null : html`<dl class="figures">
${tiles(document, first)}</dl>
`}<p>${frame(document)}</p>
${warnings.length === 0 ? null : html`<div class="warnings">${warnings.map((warning) => html`<p>${warning}</p>`)}</div>`}`);
}

function nothing({ decision: { budget } }: CompareDocument): string {
  return budget === null ? "None of the options averts any care delay in such an incident, so none is recommended." : `Nothing that ${pounds(budget)} buys averts any care delay in such an incident, so nothing is recommended.`;
}

function what(document: CompareDocument, row: CandidateRow): string {
  const { budget, terms } = document.decision;
  const impact = effectOf(row, "careDelay")!.without;
  const averts = `about ${stated(delayOf(row)).replace("about ", "")} of the ${stated(impact).replace(/ \(.*/, "")} patient-days of care delay that one such incident brings`;
  if (budget === null) return `For its price ${namesOf(document, row)} averts most: ${averts}, at ${pounds(row.priceOfDay.value ?? 0)} for each if such an incident comes once a year.`;
  const cost = `${pounds(row.cost.budget)} of the ${pounds(budget)} over ${terms.budgetYears} years`;
  return `Buy ${namesOf(document, row)}: ${row.options.length > 1 ? "together they avert" : "it averts"} ${averts}, for ${cost}.`;
}

function certainty({ decision }: CompareDocument, row: CandidateRow): string {
  const { chances: { replications, both } } = row;
  const sure = both === null ? (replications === null ? "How sure that is cannot be told from one replication with fixed prices" : `The probability that this is the best choice is ${likely(replications.probability)}`)
    : `The probability that this is exactly the best choice is ${likely(both.probability)}, as far as replications and open prices leave it in doubt`;
  const { nearly } = decision.recommendation;
  const parts = row.options.map((name) => decision.options.find((option) => option.name === name)!).filter(({ inBest }) => inBest !== null && row.options.length > 1);
  const core = [...parts].sort((a, b) => b.inBest! - a.inBest!)[0];
  const surest = core === undefined ? "" : `; ${withinSentence(core.label)} belongs to the best with ${likely(core.inBest)}`;
  if (nearly === null) return `${sure}${surest}.`;
  const cheaper = decision.candidates[nearly.candidate]!;
  const alone = cheaper.options.length === 1 && cheaper.options[0] === core?.name;
  const averts = `${Math.floor(100 * nearly.share)}% as much for ${pounds(cheaper.cost.budget)}`;
  return `${sure}${surest}${alone ? ` and alone averts ${averts}` : `, and ${listed(cheaper.options.map((option) => withinSentence(labelOf(decision.options, option))))} avert${cheaper.options.length === 1 ? "s" : ""} ${averts}`}.`;
}

/** More are in the table. */
const MOST_NAMED = 2;

function change(document: CompareDocument): string {
  const flips = reachable(document);
  const { decision: { options } } = document;
  if (flips.length === 0) return "No price, varied by itself over its plausible range, changes it.";
  const named = flips.slice(0, MOST_NAMED).map((flip) => {
    const end = endOf(flip)!;
    return `${withinSentence(flip.what)} (${withinSentence(labelOf(options, flip.option))}, taken at ${price(flip.now)} ${perWhat(flip.per)}) cost${end.side === "above" ? " more" : " less"} than ${pounds(end.price)}: then the best is ${changeTo(document, end.to)}`;
  });
  const rest = flips.length - named.length;
  return `It changes if ${named.join(", or ")}${rest === 0 ? "" : `; ${rest} other ${rest === 1 ? "price changes" : "prices change"} it within ${rest === 1 ? "its range" : "their ranges"}`}.`;
}

function tiles(document: CompareDocument, row: CandidateRow): Html[] {
  const { decision: { budget, terms } } = document;
  const recovery = effectOf(row, "appointmentsDisrupted")?.averted;
  const tile = (name: string, value: string, range: string, definition: string): Html => html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd class="range">${range}</dd><dd class="definition">${definition}</dd></div>
`;
  const split = [row.cost.byPayer.practice === 0 ? "" : `practices’ own ${pounds(row.cost.byPayer.practice)} of it`, row.cost.whole - row.cost.budget > 1 ? `${pounds(row.cost.whole)} with staff time that is paid in any case${row.cost.byPayer.supplier > 0 ? " and suppliers’ part" : ""}` : ""].filter((text) => text !== "");
  return [
    tile(`Cost over ${terms.budgetYears} years`, pounds(row.cost.budget), split.length === 0 ? `${pounds(row.cost.capital)} at once, ${pounds(row.cost.yearly)} a year` : listed(split),
      `Present value with VAT${row.chanceAffordable === null || budget === null ? "" : `. Within ${pounds(budget)} with a probability of ${likely(row.chanceAffordable)}, as prices are open`}`),
    tile("Care delay averted", stated(delayOf(row)).replace(/^about /, "").replace(/ \(.*/, ""), `patient-days, in one such incident`, `Of ${stated(effectOf(row, "careDelay")!.without).replace(/ \(.*/, "")} without it. Waiting from when care was due to when it was given, added up over patients`),
    ...(recovery === undefined ? [] : [tile("Appointments not disrupted", stated(recovery).replace(/^about /, "").replace(/ \(.*/, ""), "in one such incident", "Held on their day with full records, that would not have been")]),
  ];
}

function frame({ replications, estate, decision }: CompareDocument): string {
  return `Each option was simulated in the same ${replications} ${replications === 1 ? "incident" : "incidents"}, with and without it, in ${exact(estate.practices)} practices with ${exact(estate.patients)} patients. Intervals are simulation error at 95%, paired; ` +
    `they do not allow for what is assumed of practices and patients. Probabilities allow for that error and for every price that has a range, each drawn evenly over it (${exact(decision.draws)} draws). ` +
    "How often such an incident comes is not known: what would have to be believed of it to find an option worth its price stands below.";
}
