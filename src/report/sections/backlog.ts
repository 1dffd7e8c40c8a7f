/** The backlog over time, and how long it takes to dig out. */
import type { OutcomeRow, ResultDocument, Series } from "../../result/document.js";
import { dateAfter, longDate, longDay } from "../dates.js";
import { backlogsOf, definitionOf, endsOfDays, figureOf, isWithoutEffect, labelOf, nameOf, overPractices, queuesOf, recoveriesOf } from "../find.js";
import { figure, type PageChart } from "../figure.js";
import { html, type Content, type Html } from "../html.js";
import { partName } from "../labels.js";
import { exact, plain } from "../numbers.js";
import { multiplesOf, small } from "../pictures/multiples.js";
import { inOneCell } from "../repeat.js";
import { slackAssumed } from "../sentences.js";
import { slackCaption, slackColumns, slackRows } from "../slack.js";
import { table } from "../table.js";
import { intervalOf, meanOf, quantileOf, withInterval } from "../values.js";
import { isBeyondHorizon } from "../charts/recovery.js";
import { section } from "../section.js";

export function backlog(document: ResultDocument, charts: readonly PageChart[]): Html {
  if (isWithoutEffect(document)) return section("backlog", "How long it takes to dig out", html`<p>There is nothing to dig out of: open work stays as it would have been.</p>\n`);
  return section("backlog", "How long it takes to dig out", html`
<p>Open work is everything that waits for staff: requests, results, letters, prescriptions, notes to type in, patients to rebook and needs not yet met. It is counted in practice-days; one practice-day is what a practice’s staff do in an ordinary day.</p>
${figure(charts, "backlog", curve(document))}
${queuesOf(document).length === 0 ? null : figure(charts, "queues", queueTable(document))}
<p><strong>${labelOf(document, "backlogRecovery")}.</strong> ${definitionOf(document, "backlogRecovery")} Turning patients away does not count as recovery, so what was not made good stands beside it.</p>
${recoveriesOf(document).length === 0 ? null : figure(charts, "recovery", practiceTable(document))}
${charts.some(({ name }) => name === "practices") ? null : manyAtOnce(document)}${recoveryTable(document)}
${slackTable(document)}`);
}

/** Single practices, or regions, side by side, where no chart has all practices. */
function manyAtOnce(document: ResultDocument): Html | null {
  const multiples = multiplesOf(document);
  if (multiples === undefined) return null;
  const { of, smalls, outOf } = multiples;
  const who = smalls.length === outOf ? `All ${exact(outOf)} ${of} that fall behind` : `The ${exact(smalls.length - 1)} of ${exact(outOf)} ${of} that fall behind furthest, and a typical one`;
  return html`<figure class="multiples"><h3>${who}</h3>
<p class="note">Open work above usual at the end of each day, in practice-days${of === "regions" ? ", for the average practice that is hit" : ""}; all on one scale, the highest value is written at each peak.</p>
<div class="smalls">${smalls.map((each) => small(each, multiples))}</div></figure>
`;
}

function curve(document: ResultDocument): Html {
  const curves = backlogsOf(document);
  if (curves === undefined) return html`<p>This result holds no curve of the backlog.</p>\n`;
  const { none, outage } = curves;
  const where = outage.where === "all" ? "everywhere" : nameOf(document, outage.where);
  return table(
    "backlog-table", `Open work at the end of each day, ${where}, in ${outage.unit}`,
    [{ head: "Day" }, { head: "Without the outage", numeric: true }, { head: "With the outage", numeric: true }],
    [{ rows: endsOfDays(outage).map((step) => [longDay(dateAfter(outage.start, (step * outage.stepMinutes) / 1440)), at(none, step), at(outage, step)]) }],
  );
}

function queueTable(document: ResultDocument): Html {
  const queues = queuesOf(document);
  const { start, stepMinutes, unit } = queues[0]!.excess;
  return table(
    "queues-table", `Open work beyond an ordinary period at the end of each day, in ${unit}`,
    [{ head: "Day" }, ...queues.map(({ queue }) => ({ head: partName(`queue:${queue}`), numeric: true }))],
    [{ rows: endsOfDays(queues[0]!.excess).map((step) => [longDay(dateAfter(start, (step * stepMinutes) / 1440)), ...queues.map(({ excess }) => plain(excess.mean[step] ?? 0))]) }],
  );
}

function at({ mean, low, high }: Series, step: number): string {
  return withInterval({ mean: mean[step] ?? null, low: low[step] ?? null, high: high[step] ?? null });
}

function recoveryTable(document: ResultDocument): Html {
  const spread = overPractices(document, "backlogRecovery");
  const region = overPractices(document, "backlogRecovery", "region");
  const others = ["recoveryRatio", "peakBacklog"].map((id) => overPractices(document, id));
  const price = ["netUndelivered", "needUnmetSameDay"].map((id) => figureOf(document, id));
  const recovered: Content[][] = [
    ...(spread === undefined ? [] : [
      ...(["p10", "p50", "p90"] as const).map((quantile) => [quantileNames[quantile], quantileOf(document, spread, quantile), "–"]),
      ["Mean over affected practices", meanOf(document, spread), intervalOf(spread)],
    ]),
    ...(region === undefined ? [] : [[partName("region"), meanOf(document, region), intervalOf(region)]]),
  ];
  const rowsOf = (rows: readonly (OutcomeRow | undefined)[]): Content[][] => rows.filter((row) => row !== undefined)
    .map((row) => [`${labelOf(document, row.id)}${row.unit === "ratio" ? "" : ` (${row.unit})`}`, meanOf(document, row), intervalOf(row)]);
  const slack = slackAssumed(document);
  const isCut = [spread, region, ...others].some((row) => (row?.censored ?? 0) > 0);
  const shown = table("recovery-table", "Recovery, and what was not made good", [{ head: "Measure" }, { head: "Value", numeric: true }, { head: "95% interval", numeric: true }], [
    { head: `${labelOf(document, "backlogRecovery")} (working days)`, rows: recovered }, { head: "For the average practice", rows: rowsOf(others) }, { head: "What was not made good", rows: rowsOf(price) },
  ].filter(({ rows }) => rows.length > 0));
  return html`${shown}${isCut ? html`<p class="note">“At least”: in some simulated runs practices are not yet back to normal on ${longDate(document.window.horizon)}; they count as if they were then.</p>\n` : null}${slack === null ? null : html`<p class="note">${slack}.</p>\n`}`;
}

function slackTable(document: ResultDocument): Html | null {
  const rows = slackRows(document).map((cells) => cells.map(inOneCell));
  return rows.length === 0 ? null : table("slack-table", slackCaption(document), slackColumns.map(([, head], column) => ({ head, numeric: column > 0 })), [{ rows }]);
}

export const quantileNames = { p10: "One in ten affected practices within", p50: "Half of the affected practices within", p90: "Nine in ten affected practices within" } as const;

function practiceTable(document: ResultDocument): Html {
  const rows = recoveriesOf(document).sort((a, b) => orderOf(b) - orderOf(a));
  return table(
    "recoveries-table", "Recovery of each affected practice, longest first, in working days",
    [{ head: "Practice" }, { head: "Mean", numeric: true }, { head: "95% interval", numeric: true }],
    [{ rows: rows.map((row) => [`${nameOf(document, row.where)} (${row.where})`, isBeyondHorizon(row) ? quantileOf(document, row, "p50") : row.mean === null ? "–" : plain(row.mean, 2), isBeyondHorizon(row) ? "–" : intervalOf(row)]) }],
  );
}

function orderOf(row: OutcomeRow): number {
  return isBeyondHorizon(row) ? Infinity : (row.mean ?? 0);
}
