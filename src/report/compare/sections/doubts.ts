/** What nobody can tell from a simulation: how often the incident comes, what a patient-day is worth, and what things will cost. */
import type { Axis, BreakEven, CandidateRow, DecisionDocument } from "../../../result/decision-document.js";
import { figure, type PageChart } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { withinSentence } from "../../labels.js";
import { plain } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { changeTo, endOf, labelOf, likely, perWhat, pounds, price, shortOf } from "../words.js";

/** Single options that avert any, and what is recommended. */
function shown({ decision: { candidates, recommendation } }: DecisionDocument): CandidateRow[] {
  const rows = candidates.filter((row, index) => (row.options.length === 1 || index === recommendation.candidate) && row.options.length > 0 && row.priceOfDay.value !== null);
  return rows.sort((a, b) => Number(b === candidates[recommendation.candidate]) - Number(a === candidates[recommendation.candidate]) || a.priceOfDay.value! - b.priceOfDay.value!);
}

export function frequency(document: DecisionDocument): Html {
  const { intervals } = document.decision;
  const rows = shown(document);
  const every = (years: number): string => (years === 1 ? "Every year" : `Every ${years} years`);
  const thresholds = rows[0]?.breakEven.map(({ threshold }) => threshold) ?? [];
  return section("frequency", "How often must it happen to be worth it?", html`
<p>The effect is of one incident, the cost is of every year. How often such an incident comes is not known and nothing is assumed of it: the first table has the price of a patient-day averted if it comes every so many years, the second turns the question round.</p>
${table("price-table", "Pounds for each patient-day of care delay averted, by years between such incidents", [{ head: "Choice" }, ...intervals.map((years) => ({ head: every(years), numeric: true }))], [{
    rows: rows.map((row): Content[] => [shortOf(document, row), ...intervals.map((years) => pounds(row.priceOfDay.value! * years))]),
  }])}
${table(
    "break-even-table", "Most years between such incidents at which it is worth what it costs, if a patient-day averted is worth …",
    [{ head: "Choice" }, ...thresholds.map((threshold) => ({ head: threshold === 0 ? "nothing: staff time alone" : pounds(threshold), numeric: true }))],
    [{ rows: rows.map((row): Content[] => [shortOf(document, row), ...row.breakEven.map(yearsCell)]) }],
  )}
<p class="note">In brackets: 5th to 95th percentile over chance and prices within their ranges. What an option changes on ordinary days is counted in the second table alone: “always” is worth it for that alone, “never” not however often it happens. What a patient-day is worth is for the board to say; no figure is taken for granted.</p>`);
}

function yearsCell({ years, p5, p95 }: BreakEven): Html {
  if (years === "always") return html`always`;
  const [low, high] = [p5, p95].map((end) => (end === null ? null : yearsOf(end)));
  return years === 0 ? html`never` : html`${yearsOf(years)}${low === null || high === null || low === high ? null : html` <span class="interval">(${low} to ${high})</span>`}`;
}

/** Twice a year is half a year between. */
function yearsOf(years: number): string {
  return years > 1000 ? "over 1,000" : years < 0.01 ? "under 0.01" : plain(years, 2);
}

export function acceptability(document: DecisionDocument, charts: readonly PageChart[]): Html {
  const { acceptability: rows, candidates, thresholds } = document.decision;
  const intervals = [1, 5, 20];
  const at = (every: number, threshold: number): string => {
    const row = rows.find((each) => each.every === every && each.threshold === threshold)!;
    const most = row.chances.find(({ candidate }) => candidate === row.best);
    return `${shortOf(document, candidates[row.best]!)} (${likely(most?.probability ?? 0)})`;
  };
  const told = thresholds.filter((threshold) => [0, 1, 2, 5, 10, 20, 50, 100, 1000].includes(threshold));
  const numbers = table("acceptability-table", "Highest net benefit, with the probability that it is the highest", [{ head: "A patient-day is worth" }, ...intervals.map((every) => ({ head: every === 1 ? "One incident a year" : `One every ${every} years` }))], [{
    rows: told.map((threshold): Content[] => [pounds(threshold), ...intervals.map((every) => at(every, threshold))]),
  }]);
  return section("acceptability", "What is worth most, by what a patient-day is worth", html`<p>Net benefit counts care delay averted at what a patient-day is taken to be worth, and staff time at its cost, in incidents and on ordinary days, less what is paid: over all costs, not only those on the budget.</p>
${figure(charts, "acceptability", numbers)}`);
}

export function changes(document: DecisionDocument, charts: readonly PageChart[]): Html {
  const { flips, options, twoWay } = document.decision;
  const rows = [...flips].filter((flip) => endOf(flip) !== null).sort((a, b) => Number(b.isWithinRange) - Number(a.isWithinRange));
  const none = flips.length - rows.length;
  return section("changes", "Prices that would change the recommendation", html`
${rows.length === 0 ? html`<p>No single price, however high or low, changes the recommendation.</p>` : table(
    "flips-table", "At which price another choice comes first, everything else as it is",
    [{ head: "Price" }, { head: "Taken at", numeric: true }, { head: "Plausible range", numeric: true }, { head: "Changes", numeric: true }, { head: "Then the best is" }],
    [{ rows: rows.map((flip): Content[] => {
      const end = endOf(flip)!;
      return [
        html`${labelOf(options, flip.option)}: ${withinSentence(flip.what)}${perWhat(flip) === "" ? "" : `,${perWhat(flip)}`}`, price(flip.now), flip.range === null ? "not varied" : `${price(flip.range.low)} to ${price(flip.range.high)}`,
        html`${flip.isWithinRange ? html`<strong>${end.side} ${pounds(end.price)}</strong>` : `${end.side} ${pounds(end.price)}`}`, changeTo(document, end.to),
      ];
    }) }],
  )}
<p class="note">Prices are as they were stated, before VAT that is added. Exact, since everything compared is linear in prices; in bold where the change lies within the range.${none === 0 ? "" : ` ${none} other ${none === 1 ? "price changes" : "prices change"} nothing.`}</p>
${twoWay === null ? null : decides(document) ? figure(charts, "two-way", twoWayNumbers(document)) : html`<p>Nor is it changed by the two prices without a source that weigh most, varied together over their ranges: ${axisName(document, twoWay.x)}, and ${axisName(document, twoWay.y)}.</p>
`}`);
}

/** Whether the two prices change the choice between them. */
function decides({ decision: { twoWay } }: DecisionDocument): boolean {
  return new Set(twoWay!.first.flat()).size > 1;
}

function axisName({ decision: { options } }: DecisionDocument, { option, what }: Axis): string {
  return `${withinSentence(what)} (${withinSentence(labelOf(options, option))})`;
}

function twoWayNumbers(document: DecisionDocument): Html {
  const { twoWay, candidates, options } = document.decision;
  const { x, y, first } = twoWay!;
  const every = [0, 5, 10];
  return table(
    "two-way-table", `Best choice, by ${withinSentence(labelOf(options, x.option))}: ${withinSentence(x.what)} (across) and ${withinSentence(labelOf(options, y.option))}: ${withinSentence(y.what)} (down)`,
    [{ head: "Price" }, ...every.map((at) => ({ head: price(Math.round(x.prices[at]!)) }))],
    [{ rows: every.map((row): Content[] => [price(Math.round(y.prices[row]!)), ...every.map((column) => shortOf(document, candidates[first[row]![column]!]!))]) }],
  );
}
