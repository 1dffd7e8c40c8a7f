/** What the scenario claimed, and whether it held. */
import type { JudgedHypothesis, ResultDocument } from "../../result/document.js";
import { html, type Html } from "../html.js";
import { table } from "../table.js";
import { withInterval } from "../values.js";
import { section } from "../section.js";

/** A sign beside the word, so that no verdict hangs on colour. */
const signs = { held: "✓", broken: "✗", undecided: "?" } as const;

export function hypotheses({ hypotheses: judged }: ResultDocument): Html {
  return section("hypotheses", "Hypotheses", html`${judged.length === 0 ? html`<p>The scenario states none.</p>\n` : table(
    "hypotheses-table", "What the scenario claimed, judged on the interval", [{ head: "Claim" }, { head: "Verdict" }, { head: "Estimate", numeric: true }, { head: "Why" }],
    [{ rows: judged.map((each) => [each.text, verdictOf(each), withInterval({ ...each, mean: each.estimate }), each.reason]) }],
  )}`);
}

function verdictOf({ verdict }: JudgedHypothesis): Html {
  return html`<span class="verdict ${verdict}"><span aria-hidden="true">${signs[verdict]}</span> ${verdict}</span>`;
}

