/** Where the extra hours went, and what paper costs. */
import type { ResultDocument } from "../../result/document.js";
import { definitionOf, figureOf, isUnaffected, labelOf, partsOf, rowOf } from "../find.js";
import { figure, type PageChart } from "../figure.js";
import { html, type Html } from "../html.js";
import { partName } from "../labels.js";
import { plain, rounded, stated } from "../numbers.js";
import { table } from "../table.js";
import { intervalOf, meanOf } from "../values.js";
import { section } from "../section.js";

export function workload(document: ResultDocument, charts: readonly PageChart[]): Html {
  if (isUnaffected(document)) return section("workload", "Where the extra hours went", html`<p>There is no extra work.</p>\n`);
  const rows = ["role:", "activity:", "overtime", "all"].flatMap((prefix) => partsOf(document, "extraWorkHours", prefix));
  const numbers = table(
    "workload-table", "Extra staff hours, by who works them and by what they are spent on",
    [{ head: "Hours" }, { head: "Mean", numeric: true }, { head: "95% interval", numeric: true }],
    [{ rows: rows.map((row) => [partName(row.part), meanOf(document, row), intervalOf(row)]) }],
  );
  return section("workload", "Where the extra hours went", html`${overtime(document)}${figure(charts, "workload", numbers)}
${typing(document)}${factor(document)}`);
}

function overtime(document: ResultDocument): Html | null {
  const hours = figureOf(document, "extraWorkHours", { part: "overtime" });
  const multiple = rowOf(document, "extraWorkHours", { part: "multiple" });
  if (hours === undefined || (hours.mean ?? 0) === 0) return null;
  const times = multiple === undefined || multiple.mean === null ? "" : ` All work done up to the horizon is ${plain(multiple.mean)} times what it would have been.`;
  return html`<p>Of the extra hours, ${stated(hours)} are worked in overtime.${times}</p>
`;
}

function typing(document: ResultDocument): Html | null {
  const hours = figureOf(document, "backEntryHours");
  if (hours === undefined) return null;
  return html`<p><strong>${labelOf(document, "backEntryHours")}: ${stated(hours)}.</strong> ${definitionOf(document, "backEntryHours")}</p>
`;
}

function factor(document: ResultDocument): Html | null {
  const row = figureOf(document, "workloadFactor");
  if (row === undefined) return null;
  const meaning = row.mean === null
    ? "Nothing is done on paper here, so there is none."
    : `Care given on paper takes ${rounded(row)} times the minutes of the same care with records, since it is done without the history at hand and written down twice. At 2 the work doubles.`;
  return html`<p><strong>${labelOf(document, "workloadFactor")}${row.mean === null ? "" : `: ${stated(row)}`}.</strong> ${definitionOf(document, "workloadFactor")} ${meaning}</p>
`;
}
