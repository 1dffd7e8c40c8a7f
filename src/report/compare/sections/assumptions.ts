/** Every price and convention that the decision rests on, with its source. */
import { costDefaults, hourlyCost } from "../../../facts/defaults-cost.js";
import type { DecisionDocument, CostLine } from "../../../result/decision-document.js";
import { html, type Content, type Html } from "../../html.js";
import { listed } from "../../labels.js";
import { exact, plain } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { perWhat, price, priceYears } from "../words.js";

/** On the second side of A4, after which the working begins. */
export function assumptions(document: DecisionDocument): Html {
  const { options, terms, draws } = document.decision;
  const lines = options.flatMap(({ lines: its }) => its);
  const assumed = lines.filter(({ source }) => source === null).length;
  return section("assumptions", "What this rests on", html`<ul>
<li>95% intervals say how far chance may have moved the mean of the simulated incidents. Probabilities allow for that and for every price that has a range, drawn evenly over it (${exact(draws)} draws). Neither allows for what is assumed of practices, patients and the incident.</li>
<li>${assumed === 0 ? "All" : `${assumed} of ${lines.length}`} prices ${assumed === 0 ? "have a source" : "have no source: they are assumptions"}. ${yearsInWords(document)} <a href="#prices">Every price</a> stands below.</li>
<li>Budget: what the ICB and practices pay out in cash over ${terms.budgetYears} years, discounted at ${plain(terms.discountRate * 100)}% a year, with VAT and with what is bought again meanwhile. Time of staff who are paid in any case, and what suppliers pay, count in every cost but not on the budget.</li>
<li>Staff time saved is not money back unless overtime or temporary staff are saved. What several options cost together is the sum: no discount for buying them together.</li>
<li>Harm to patients, and what 111, A&amp;E and pharmacies save, are not in the ranks.</li>
</ul>
<p class="note turn">What follows is the working: other sets and outcomes, how often it must happen, what would change the choice, every price.</p>
`);
}

/** Whether prices are of one year. */
function yearsInWords(document: DecisionDocument): string {
  const years = priceYears(document);
  return years.length < 2 ? `Prices are those of ${years[0] ?? "no year"}.` : `Prices of different years, ${listed(years)}, are added up as they are, not brought to one.`;
}

export function prices(document: DecisionDocument): Html {
  const { decision: { options }, seed, version } = document;
  return section("prices", "Prices and conventions", html`
<p>${yearsInWords(document)} A cost a year is the same every year for ever, each thing bought again when its life is over. Effects on ordinary days are those of the simulated weeks, taken for the whole year.</p>
${table(
    "prices-table", "What options cost",
    [{ head: "What is paid for" }, { head: "Price", numeric: true }, { head: "Plausible range", numeric: true }, { head: "How often, how many" }, { head: "Year, VAT, payer" }, { head: "Source" }],
    options.map(({ label, lines: its }) => ({ head: label, rows: its.map(lineCells) })),
  )}
${table(
    "hours-table", "What an hour of work costs, and conventions",
    [{ head: "Figure" }, { head: "Value" }, { head: "Source and grade" }],
    [{ rows: [...Object.values(hourlyCost), costDefaults.discountRate, costDefaults.vat, costDefaults.budgetYears].map(({ meaning, value, unit, source, grade }): Content[] => [
      meaning, `${exact(value)} ${unit}`, html`${source} <span class="grade">${grade === "assumption" ? "assumption" : `grade ${grade}`}</span>`,
    ]) }],
  )}
<p class="note">Outage Lab ${version}, seed ${seed}. Formulas and references stand in docs/economics.md.</p>
`);
}

function lineCells({ what, pounds, range, paid, per, count, priceYear, vat, payer, cash, source }: CostLine): Content[] {
  const often = paid === "yearly" ? "every year" : paid.lifeYears === 1 ? "bought every year" : `bought every ${paid.lifeYears} years`;
  const tax = { included: "VAT in it", excluded: "VAT added", none: "no VAT" }[vat];
  const each = perWhat({ per, isYearly: paid === "yearly" });
  return [
    what, html`${price(pounds)}${each === "" ? null : html` <span class="interval">${each.trim()}</span>`}`, range === null ? "not varied" : `${price(range.low)} to ${price(range.high)}`,
    per === "all" ? often : `${often}, ${exact(count)} ${count === 1 ? per : `${per}s`}`, `${priceYear}, ${tax}, ${payer}${cash ? "" : ", no cash"}`, source === null ? html`<strong>assumption</strong>` : breakable(source),
  ];
}

/** Names of files may break where a column ends. */
function breakable(source: string): Html {
  return html`${source.split("_").map((part, index) => html`${index === 0 ? null : html`_<wbr>`}${part}`)}`;
}
