/** What the scenario claimed, and whether it held. */
import type { JudgedHypothesis, ResultDocument } from "../../result/document.js";
import { labelOf, nameOf } from "../find.js";
import { html, type Html } from "../html.js";
import { partName, withinSentence } from "../labels.js";
import { exact, wholePercent } from "../numbers.js";
import { objectiveRow, scoreSentence } from "../objectives.js";
import { table } from "../table.js";
import { stacked } from "../values.js";
import { section } from "../section.js";

/** A sign beside the word, so that no verdict hangs on colour. */
const signs = { held: "✓", broken: "✗", undecided: "?" } as const;

export function hypotheses(document: ResultDocument): Html {
  const judged = document.hypotheses;
  if (judged.length === 0) return section("hypotheses", "What the scenario claimed", html`${objectives(document)}<p>The scenario states ${document.objectives === undefined ? "none" : "no hypotheses"}.</p>\n`);
  return section("hypotheses", "What the scenario claimed, and whether it held", html`
${objectives(document)}${score(document)}<p>Hypotheses stand in the scenario before it is run. One is held or broken only where ${document.untilDecided === true ? "the whole of an interval says so that holds however often it is looked at" : "the whole 95% interval says so"}; otherwise it is undecided.</p>
${table(
    "hypotheses-table", "Hypotheses and their verdicts", [{ head: "Claim" }, { head: "Verdict" }, { head: "Found", numeric: true }, { head: "Why" }],
    [{ rows: judged.map((each) => [claim(document, each), verdictOf(each), stacked({ ...each, mean: each.estimate, unit: entryOf(document, each.text)?.unit }), document.untilDecided === true ? each.reason : reasonOf(each)]) }],
  )}`);
}

/** Beside what was wanted stands what is achieved. */
function objectives(document: ResultDocument): Html | null {
  if (document.objectives === undefined) return null;
  const columns = [{ head: "Objective" }, { head: "Half achieve" }, { head: "Nine in ten achieve" }, { head: "Share that achieve it", numeric: true }];
  return html`${table("objectives-table", "Objectives of the scenario, and what affected practices achieve", columns, [{ rows: document.objectives.map((figures) => objectiveRow(document, figures)) }])}
<p class="note">Time counts from the return of systems; consultations are those of a practice’s worst working day, beside its own day without the outage.</p>
`;
}

function score({ resilience }: ResultDocument): Html | null {
  return resilience === undefined ? null : html`<p><strong>${scoreSentence(resilience)}.</strong> It is the share of the hypotheses that hold, by their weights; what is undecided${resilience.undecided === 0 ? "" : `, ${wholePercent(resilience.undecided)} of all,`} does not count as held.</p>
`;
}

function claim(document: ResultDocument, { text, weight }: JudgedHypothesis): Html {
  const words = inWords(document, text);
  const weighed = weight === undefined || weight === 1 ? null : ` (weight ${exact(weight)})`;
  return words === undefined ? html`${text}${weighed}` : html`${words}${weighed} <span class="code">${text}</span>`;
}

function verdictOf({ verdict }: JudgedHypothesis): Html {
  return html`<span class="verdict ${verdict}"><span aria-hidden="true">${signs[verdict]}</span> ${verdict}</span>`;
}

/** Where the interval stands beside it, its place suffices. */
function reasonOf({ verdict, estimate, low, high, reason }: JudgedHypothesis): string {
  if (verdict === "undecided" || estimate === null || low === null || high === null) return reason;
  return verdict === "held" ? "The whole range agrees with the claim." : "The whole range contradicts the claim.";
}

const comparisons: Readonly<Record<string, string>> = { "<": "less than", "<=": "at most", ">": "more than", ">=": "at least" };
const shares: Readonly<Record<string, string>> = { p5: "one in twenty", p10: "one in ten", p50: "half", p90: "nine in ten", p95: "nineteen in twenty" };
/** Outcome, perhaps a part, statistic, perhaps of whom, comparison, number, perhaps unit and place: as scenarios are written. */
const written = /^(\w+)\s+(?:(\S.*?)\s+)?(mean|p5|p10|p50|p90|p95)(?:\s+of\s+(practices|replications))?\s*(<=|>=|<|>)\s*(-?[\d.]+)(?:\s+(?!where\b)(\S.*?))??(?:\s+where\s+\w+\s+(\S+))?$/;

/** How the document explains the outcome whose id a text begins with. */
function entryOf({ glossary }: ResultDocument, text: string): ResultDocument["glossary"][number] | undefined {
  const [id] = text.trim().split(/\s/);
  return glossary.find((each) => each.id === id);
}

/** `Time until the backlog is back to normal, for nine in ten practices: at most 5 working days`; undefined for a text that is written otherwise. */
function inWords(document: ResultDocument, text: string): string | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const [, id = "", part, statistic = "", population, comparison = "", value, unit, place] = match;
  const entry = entryOf(document, id);
  if (entry === undefined) return undefined;
  const measured = unit ?? (part === undefined && entry.unit !== "ratio" ? entry.unit : "");
  const whom = statistic === "mean" ? ", mean" : population === undefined ? `, ${shares[statistic]}` : `, ${shares[statistic]} ${population === "practices" ? "practices" : "simulated runs"}`;
  return [
    labelOf(document, id), part === undefined ? "" : `, ${withinSentence(partName(part))}`, place === undefined ? "" : `, ${nameOf(document, place)}`, whom,
    `: ${comparisons[comparison]} ${exact(Number(value))}`, measured === "" || measured === "%" ? measured : ` ${measured}`,
  ].join("");
}
