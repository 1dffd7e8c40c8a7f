/** What the options do against faults other than the one simulated, and above all what they do nothing against. */
import type { DecisionDocument } from "../../../result/decision-document.js";
import { unfolded } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { listed } from "../../labels.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { faultInWords } from "../words.js";

const extents = ["most", "some", "none"] as const;
type Extent = (typeof extents)[number];

export function protection(document: DecisionDocument): Html {
  const { options: all, candidates, recommendation } = document.decision;
  const faults = [...new Set(all.flatMap(({ against }) => Object.keys(against)))];
  const bought = all.filter(({ name }) => candidates[recommendation.candidate]!.options.includes(name));
  const of = (extent: Extent): string[] => faults.filter((fault) => extents.find((each) => bought.some(({ against }) => (against[fault] ?? "none") === each)) === extent);
  const [most, some, none] = [of("most"), of("some"), of("none")];
  return section("protection", "What it does not protect against", html`
${bought.length === 0 ? null : html`<p>What is recommended does ${none.length === 0 ? "something against every fault below" : html`<strong>nothing against ${inWords(none)}</strong>`}. ${some.length === 0 ? null : html`It averts <strong>only some</strong> of what ${inWords(some)} would do. `}${most.length === 0 ? null : html`It averts most of what ${inWords(most)} would do. `}What
options are worth against other incidents than the one simulated is not in the ranks on this page.</p>`}
${bought.length === 0 ? null : tableOf("protection-table", "How much of what a fault does is averted, as descriptions of options say", faults, bought)}
${unfolded("Every option against every fault", tableOf("all-protection-table", "How much of what a fault does each option averts, as its description says", faults, all))}`);
}

function inWords(faults: readonly string[]): string {
  return listed(faults.map(faultInWords));
}

function tableOf(id: string, caption: string, faults: readonly string[], rows: DecisionDocument["decision"]["options"]): Html {
  return table(id, caption, [{ head: "Option" }, ...faults.map((fault) => ({ head: fault.slice(0, 1).toUpperCase() + fault.slice(1) }))],
    [{ rows: rows.map(({ label, against }): Content[] => [label, ...faults.map((fault) => extentCell(against[fault] ?? "none"))]) }]);
}

function extentCell(extent: Extent): Html {
  return extent === "most" ? html`<strong>most</strong>` : extent === "none" ? html`<span class="grade">nothing</span>` : html`some`;
}
