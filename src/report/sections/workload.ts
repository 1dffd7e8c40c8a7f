/** Where the extra hours went, and what paper costs. */
import type { ResultDocument } from "../../result/document.js";
import { longDate, longDay } from "../dates.js";
import { figureOf, isWithoutEffect, partsOf, rowOf } from "../find.js";
import { figure, type PageChart } from "../figure.js";
import { html, type Html } from "../html.js";
import { capital, partName } from "../labels.js";
import { about, isSome, plain, stated } from "../numbers.js";
import { table } from "../table.js";
import { intervalOf, meanOf } from "../values.js";
import { section } from "../section.js";

export function workload(document: ResultDocument, charts: readonly PageChart[]): Html {
  if (isWithoutEffect(document)) return section("workload", "Where the extra hours went", html`<p>There is no extra work.</p>\n`);
  const rows = ["role:", "activity:", "overtime", "all"].flatMap((prefix) => partsOf(document, "extraWorkHours", prefix));
  const numbers = table(
    "workload-table", "Extra staff hours, by who works them and by what they are spent on",
    [{ head: "Hours" }, { head: "Mean", numeric: true }, { head: "95% interval", numeric: true }],
    [{ rows: rows.map((row) => [partName(row.part), meanOf(document, row), intervalOf(row)]) }],
  );
  return section("workload", "Where the extra hours went", html`${balance(document)}${figure(charts, ["roles", "workload"], numbers)}
${factor(document)}`);
}

/** While systems are away much cannot be done, and afterwards it is done beside the day's work: what has to be found is more than the net figure. */
function balance(document: ResultDocument): Html | null {
  const overtime = figureOf(document, "extraWorkHours", { part: "overtime" });
  const multiple = rowOf(document, "extraWorkHours", { part: "multiple" });
  const sentences = [
    ...beforeAndAfter(document),
    ...(overtime === undefined || !isSome(overtime) ? [] : [`${capital(stated(overtime, ["hour", "hours"]))} ${about(overtime) === "1" ? "is" : "are"} worked in overtime.`]),
    ...(multiple === undefined || multiple.mean === null ? [] : [`All work done by ${longDate(document.window.horizon)} is ${plain(multiple.mean) === "1" ? "about as much as" : `${plain(multiple.mean)} times what`} it would have been.`]),
  ];
  return sentences.length === 0 ? null : html`<p>${sentences.join(" ")}</p>\n`;
}

function beforeAndAfter(document: ResultDocument): string[] {
  const { restored } = document.window;
  if (restored === null) return [];
  const days = partsOf(document, "extraWorkHours", "day:");
  const sum = (isCounted: (date: string) => boolean): number => days.filter(({ part }) => isCounted(part.slice(4))).reduce((total, { mean }) => total + (mean ?? 0), 0);
  const [before, after] = [sum((date) => date < restored.slice(0, 10)), sum((date) => date >= restored.slice(0, 10))];
  if (before >= 0 || after <= 0) return [];
  return [`Before ${longDay(restored)}, when systems return, staff work about ${plain(-before, 2)} hours less than usual, since much cannot be done; from that day on they work about ${plain(after, 2)} hours more. The difference is the figure in all.`];
}

function factor(document: ResultDocument): Html | null {
  const row = figureOf(document, "workloadFactor");
  if (row === undefined || row.mean === null) return null;
  return html`<p>Care given on paper takes ${about(row)} times the minutes of the same care with records, typing the note in included; 2 would mean that the work doubles.</p>
`;
}
