/** Distributions side by side: published and simulated. */
import type { CalibrationDocument } from "../../../result/calibration-document.js";
import { figure, type PageChart } from "../../figure.js";
import { html, type Html } from "../../html.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { clock, meanOf } from "../charts/half-hours.js";
import { nameIn, type Group, type Pairing } from "../groups.js";
import { differenceIn, findingOf, isOut, judgedOf, simulatedCell, valueIn } from "../words.js";

export function distributions(document: CalibrationDocument, { id, title, pairings }: Group, charts: readonly PageChart[]): Html {
  const rows = document.figures.filter((row) => pairings.some(({ holds }) => holds(row)));
  const judged = judgedOf(rows);
  const sentence = judged.length === 0 ? "Nothing is published to set beside these. In ordinary weeks an appointment should be no further ahead at the end than at the beginning, and no staff should be at work for more than 92% of their rostered time."
    : judged.length === 1 ? `The one figure is ${findingOf(judged, ({ part }) => part)}.`
    : judged.some(isOut) ? `${judged.filter(isOut).length} of ${judged.length} figures are out of tolerance.` : `All ${judged.length} figures are within tolerance.`;
  return section(id, title, html`<p>${sentence}</p>
${id === "calls" ? figure(charts, "half-hours", halfHourTable(document)) : null}<div class="pairs">
${pairings.filter(({ holds }) => document.figures.some(holds)).map((pairing) => figure(charts, pairing.name, numbers(document, pairing)))}</div>
`);
}

function numbers({ figures }: CalibrationDocument, pairing: Pairing): Html {
  return table(
    `${pairing.name}-table`, pairing.what,
    [{ head: "Part" }, { head: "Published", numeric: true }, { head: "Simulated", numeric: true }, { head: "Differs by", numeric: true }],
    [{ rows: figures.filter(pairing.holds).map((row) => [nameIn(pairing, row), valueIn(row, row.observed), simulatedCell(row), html`${differenceIn(row) || "–"}${isOut(row) ? html` <strong>out</strong>` : null}`]) }],
  );
}

function halfHourTable({ callsByHalfHour }: CalibrationDocument): Html {
  const [monday = [], ...others] = callsByHalfHour;
  const [rest, all] = [meanOf(others), meanOf(callsByHalfHour)];
  return table(
    "half-hours-table", "Simulated calls per 1,000 patients and half hour",
    [{ head: "From" }, ...["Mondays", "Tuesdays to Fridays", "Monday to Friday"].map((head) => ({ head, numeric: true }))],
    [{ rows: monday.map((rate, at) => [clock(6 + at / 2), rate.toFixed(2), (rest[at] ?? 0).toFixed(2), (all[at] ?? 0).toFixed(2)]) }], "table",
  );
}
