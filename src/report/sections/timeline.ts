/** What was lost, and when. */
import type { ResultDocument } from "../../result/document.js";
import { lossesOf, shortly } from "../charts/timeline.js";
import { moment } from "../dates.js";
import { figure, type PageChart } from "../figure.js";
import { nameOf, regionsOf } from "../find.js";
import { html, type Html } from "../html.js";
import { table } from "../table.js";
import { section } from "../section.js";

export function timeline(document: ResultDocument, charts: readonly PageChart[]): Html {
  const losses = lossesOf(document);
  const where = losses[0]?.where;
  const more = regionsOf(document).length > 1 && where !== undefined && where !== "all" ? html`<p>Shown is ${nameOf(document, where)}, which lost most. The other regions stand in the table of the timeline, timeline.csv.</p>\n` : null;
  const numbers = table(
    "timeline-table", "Services and capabilities, and when they were lost or slow",
    [{ head: "What" }, { head: "State" }, { head: "From" }, { head: "To" }],
    [
      { head: "Services", rows: losses.filter(({ kind }) => kind === "service") },
      { head: "What practices can do", rows: losses.filter(({ kind }) => kind === "capability") },
    ].filter(({ rows }) => rows.length > 0).map(({ head, rows }) => ({
      head, rows: rows.flatMap(({ labels, stretches }) => stretches.map((stretch) => [labels.join(", "), shortly(stretch), moment(stretch.from), moment(stretch.to)])),
    })),
  );
  return section("timeline", "What was lost, and when", html`${losses.length === 0 ? html`<p>No service was lost and none was slow.</p>\n` : html`${more}${figure(charts, "timeline", numbers)}`}`);
}
