/** What was disrupted, cancelled and declined on which day, and which day was worst. */
import { bankHolidays } from "../../facts/bank-holidays.js";
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { dayAndMonth, longDay } from "../dates.js";
import { figureOf, isWithoutEffect, labelOf, partsOf } from "../find.js";
import { figure, type PageChart } from "../figure.js";
import { html, type Content, type Html } from "../html.js";
import { clauseOf, listed, withinSentence } from "../labels.js";
import { about, isSome, rounded, stated } from "../numbers.js";
import { table } from "../table.js";
import { stacked } from "../values.js";
import { section } from "../section.js";

const shown = ["appointmentsDisrupted", "appointmentsCancelled", "contactsNotConnected", "requestsDeclined", "excessAbandonment", "needUnmetSameDay"];

export function days(document: ResultDocument, charts: readonly PageChart[]): Html {
  if (isWithoutEffect(document)) return section("days", "Day by day", html`<p>On no day is anything disrupted, cancelled or declined.</p>\n`);
  const kinds = shown.map((id) => ({ id, rows: partsOf(document, id, "day:") })).filter(({ rows }) => rows.length > 0);
  const isNothing = ({ rows }: { readonly rows: readonly OutcomeRow[] }): boolean => rows.every(({ mean }) => mean === 0);
  const changed = kinds.filter((kind) => !isNothing(kind));
  const unchanged = kinds.filter(isNothing).map(({ id }) => withinSentence(labelOf(document, id)));
  return section("days", "Day by day", [
    changed.length === 0 ? null : worstDays(document, changed.map(({ id }) => id)),
    deadlines(document),
    unchanged.length === 0 ? null : html`<p>On no day is there any difference in ${listed(unchanged)}.</p>\n`,
    figure(charts, ["reasons", "disrupted"], dayTable(document, changed.map(({ id }) => id))),
  ]);
}

function worstDays(document: ResultDocument, ids: readonly string[]): Html {
  return table(
    "worst-days-table", "The worst day of each",
    [{ head: "What" }, { head: "In all", numeric: true }, { head: "Worst day" }, { head: "On that day", numeric: true }],
    [{
      rows: ids.map((id): Content[] => {
        const worst = partsOf(document, id, "day:").reduce((a, b) => ((b.mean ?? 0) > (a.mean ?? 0) ? b : a));
        const all = figureOf(document, id);
        return [html`${labelOf(document, id)}<span class="definition">${clauseOf(id)}</span>`, all === undefined ? "–" : rounded(all), dayAndMonth(worst.part.slice(4)).replaceAll(" ", "\u00a0"), rounded(worst)];
      }),
    }],
  );
}

/** Work with a date: what of it is late, and that the rest is not, where any is or practices cannot send claims or run the payroll. */
function deadlines(document: ResultDocument): Html | null {
  const kinds = [["work:year-end returns", "year-end claim", "year-end claims"], ["work:payroll", "payroll", "payrolls"], ["work:urgent referrals", "time-critical referral", "time-critical referrals"]] as const;
  const rows = kinds.flatMap(([part, one, many]) => {
    const row = figureOf(document, "deadlinesMissed", { part });
    return row === undefined ? [] : [{ row, one, many }];
  });
  const some = rows.filter(({ row }) => isSome(row));
  const none = listed(rows.filter(({ row }) => !isSome(row)).map(({ one }) => `no ${one}`));
  const isAtStake = document.timeline.some(({ what }) => what === "sendReturns" || what === "runPayroll");
  if (rows.length === 0 || (some.length === 0 && !isAtStake)) return null;
  const late = listed(some.map(({ row, one, many }) => stated(row, [one, many])));
  const are = some.length === 1 && about(some[0]!.row) === "1" ? "is" : "are";
  const sentence = late === "" ? `${none} is late` : none === "" ? `${late} ${are} late` : `${none} is late; ${late} ${are}`;
  return html`<p>${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.</p>\n`;
}

/** Until the last day on which anything differs. */
function dayTable(document: ResultDocument, ids: readonly string[]): Html {
  const columns = ids.map((id) => ({ id, byDate: new Map(partsOf(document, id, "day:").map((row) => [row.part.slice(4), row])) }));
  const isQuiet = (date: string): boolean => columns.every(({ byDate }) => (byDate.get(date)?.mean ?? 0) === 0);
  const all = [...new Set(columns.flatMap(({ byDate }) => [...byDate.keys()]))].sort();
  const dates = all.slice(0, all.findLastIndex((date) => !isQuiet(date)) + 1);
  return table(
    "days-table", "By day, everywhere; in brackets the 95% interval of the mean",
    [{ head: "Day" }, ...columns.map(({ id }) => ({ head: labelOf(document, id), numeric: true }))],
    [{ rows: dates.map((date) => [bankHolidays.has(date) ? `${longDay(date)}, bank holiday` : longDay(date), ...columns.map(({ byDate }) => stacked(byDate.get(date)))]) }],
  );
}
