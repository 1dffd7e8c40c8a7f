/** Every figure as the terminal prints it, and where the published ones are from. */
import type { CalibrationDocument, Compared } from "../../../result/calibration-document.js";
import { html, type Content, type Html } from "../../html.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { byLabel, differenceIn, intervalIn, isOut, toleranceIn, valueIn } from "../words.js";

/** What comes out by itself, which may be in tolerance or out of it. */
const roleNames: Readonly<Record<Compared["role"], string>> = { input: "input", fitted: "fitted", out: "by itself" };

export function everyFigure({ figures }: CalibrationDocument): Html {
  const sources = [...new Set(figures.map(({ source }) => source))];
  const rowOf = (row: Compared): Content[] => [
    html`${row.part} <span class="code">${sources.indexOf(row.source) + 1}</span>`, roleNames[row.role], valueIn(row, row.observed), valueIn(row, row.simulated), intervalIn(row) || "–", differenceIn(row) || "–", toleranceIn(row), verdictOf(row),
  ];
  return section("figures", "Every figure", html`<p>Shares are of what is known: unknown categories are left out. A difference is in points of a share, or in percent of what is published, as the tolerance is. Roles: an input must come through, what is fitted may be moved by free parameters, the rest must come out by itself. The small number beside a figure is that of its source below.</p>
${table(
    "figures-table", "Published and simulated, with 95% intervals",
    [{ head: "Figure" }, { head: "Role" }, ...["Published", "Simulated", "95% interval", "Differs by", "Tolerance"].map((head) => ({ head, numeric: true })), { head: "Verdict" }],
    byLabel(figures).map(([label, rows]) => ({ head: label, rows: rows.map(rowOf) })),
  )}
<h3 id="sources">Sources</h3>
<ol class="sources">
${sources.map((source) => html`<li>${source}</li>\n`)}</ol>
`);
}

function verdictOf(row: Compared): Content {
  if (row.verdict === null) return "–";
  return isOut(row) ? html`<span class="verdict broken">out</span>` : html`<span class="verdict held">within</span>`;
}
