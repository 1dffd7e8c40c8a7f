/** What was disrupted, cancelled and declined on which day. */
import type { ResultDocument } from "../../result/document.js";
import { dayAndMonth, longDay } from "../dates.js";
import { definitionOf, isUnaffected, labelOf, partsOf } from "../find.js";
import { figure, type PageChart } from "../figure.js";
import { html, type Html } from "../html.js";
import { about } from "../numbers.js";
import { table } from "../table.js";
import { withInterval } from "../values.js";
import { section } from "../section.js";

const shown = ["appointmentsDisrupted", "appointmentsCancelled", "requestsDeclined", "contactsNotConnected", "excessAbandonment"];

export function days(document: ResultDocument, charts: readonly PageChart[]): Html {
  if (isUnaffected(document)) return section("days", "Day by day", html`<p>On no day is anything disrupted, cancelled or declined.</p>\n`);
  const columns = shown.map((id) => ({ id, byDate: new Map(partsOf(document, id, "day:").map((row) => [row.part.slice(4), row])) })).filter(({ byDate }) => byDate.size > 0);
  const isQuiet = (date: string): boolean => columns.every(({ byDate }) => (byDate.get(date)?.mean ?? 0) === 0);
  const all = [...new Set(columns.flatMap(({ byDate }) => [...byDate.keys()]))].sort();
  const dates = all.slice(0, all.findLastIndex((date) => !isQuiet(date)) + 1);
  const numbers = table(
    "days-table", "By day, everywhere; in brackets the 95% interval of the mean",
    [{ head: "Day" }, ...columns.map(({ id }) => ({ head: labelOf(document, id), numeric: true }))],
    [{ rows: dates.map((date) => [longDay(date), ...columns.map(({ byDate }) => withInterval(byDate.get(date)))]) }],
  );
  const explained = columns.filter(({ id }) => id !== "appointmentsDisrupted")
    .map(({ id }) => html`<p><strong>${labelOf(document, id)}.</strong> ${definitionOf(document, id)}${worst(document, id)}</p>\n`);
  return section("days", "Day by day", [explained, figure(charts, "disrupted", numbers)]);
}

function worst(document: ResultDocument, id: string): string {
  const rows = partsOf(document, id, "day:");
  const most = rows.reduce((a, b) => ((b.mean ?? 0) > (a.mean ?? 0) ? b : a));
  return (most.mean ?? 0) > 0 ? ` Most on ${dayAndMonth(most.part.slice(4))}: ${about(most)}.` : "";
}
