/** Every price and convention that the decision rests on, with its source. */
import { costDefaults, hourlyCost } from "../../../facts/defaults-cost.js";
import type { DecisionDocument, CostLine } from "../../../result/decision-document.js";
import { html, type Content, type Html } from "../../html.js";
import { exact } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { perWhat, price } from "../words.js";

export function assumptions({ decision, seed, version }: DecisionDocument): Html {
  const { options, terms } = decision;
  const lines = options.flatMap(({ lines: its }) => its);
  const assumed = lines.filter(({ source }) => source === null).length;
  const years = [...new Set(lines.map(({ priceYear }) => priceYear))].sort();
  return section("assumptions", "Prices and assumptions", html`
<p>${assumed} of ${lines.length} prices have no source: they are assumptions, and their ranges are part of every probability on this page. Prices of ${years.length === 1 ? years[0]! : `${years.slice(0, -1).join(", ")} and ${years.at(-1)!}`} stand as they were given, not brought to one year.</p>
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
<ul>
<li>Budget: what the ICB and practices pay out in cash over ${terms.budgetYears} years, discounted at ${exact(terms.discountRate * 100)}% a year, with VAT and with what is bought again meanwhile. Time of staff who are paid in any case, and what suppliers pay, count in every cost but not on the budget.</li>
<li>Staff time saved is not money back unless overtime or temporary staff are saved: it is what the hours cost.</li>
<li>What several options cost together is the sum of what they cost; no discount for buying them together.</li>
<li>What options are worth against other faults, harm to patients, and what 111, A&amp;E and pharmacies save are not in the ranks.</li>
<li>Effects on ordinary days are those of the simulated weeks, taken for the whole year.</li>
</ul>
<p class="note">Outage Lab ${version}, seed ${seed}. Formulas and references stand in docs/economics.md.</p>
`);
}

function lineCells({ what, pounds, range, paid, per, count, priceYear, vat, payer, cash, source }: CostLine): Content[] {
  const often = paid === "yearly" ? "every year" : paid.lifeYears === 1 ? "bought every year" : `bought every ${paid.lifeYears} years`;
  const tax = { included: "VAT in it", excluded: "VAT added", none: "no VAT" }[vat];
  return [
    what, html`${price(pounds)}${perWhat({ per, isYearly: paid === "yearly" })}`, range === null ? "not varied" : `${price(range.low)} to ${price(range.high)}`, per === "all" ? often : `${often}, ${exact(count)} ${per}s`,
    `${priceYear}, ${tax}, ${payer}${cash ? "" : ", no cash"}`, source ?? html`<strong>assumption</strong>`,
  ];
}
