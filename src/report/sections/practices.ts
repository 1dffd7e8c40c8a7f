/** Which practices are hit worst and least, and regions where there are several. */
import type { OutcomeRow, Place, ResultDocument } from "../../result/document.js";
import { isBeyondHorizon } from "../charts/recovery.js";
import { figure, unfolded, type PageChart } from "../figure.js";
import { figureOf, horizonOf, isNothing, isWithoutEffect, labelOf, regionsOf, rowOf } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { capital, withinSentence } from "../labels.js";
import { exact, type Estimate } from "../numbers.js";
import { table, type Column } from "../table.js";
import { quantileOf, stacked, stackedBound } from "../values.js";
import { section } from "../section.js";
import { everyPractice } from "./every-practice.js";

const TEN = 10;

export function practices(document: ResultDocument, charts: readonly PageChart[]): Html {
  return section("practices", "Practices hit worst and least", html`${content(document, charts)}${regions(document)}`);
}

function content(document: ResultDocument, charts: readonly PageChart[]): Content {
  if (isWithoutEffect(document)) return html`<p>No practice is affected.</p>\n`;
  const all = [...document.places].sort((a, b) => (a.code < b.code ? -1 : 1)).filter(({ kind, code }) => kind === "practice" && rowOf(document, "extraWorkHours", { where: code }) !== undefined);
  if (all.length === 0) return html`<p>This result is too large to hold every practice; each has its row in the table practices.csv.</p>\n`;
  const places = all.filter((place) => isAffected(document, place));
  if (places.length === 0) return html`<p>No practice is affected.</p>\n`;
  const measure = measureOf(document);
  const byMeasure = ranked(places, (place) => perThousand(document, measure.id, place)?.mean ?? -Infinity);
  const recovering = places.filter(({ code }) => (rowOf(document, "backlogRecovery", { where: code })?.defined ?? 0) > 0);
  const byBacklog = ranked(recovering, ({ code }) => rowOf(document, "peakBacklog", { where: code })?.mean ?? -Infinity);
  const byRecovery = ranked(byBacklog, ({ code }) => recoveryOrder(rowOf(document, "backlogRecovery", { where: code })));
  const notBack = recovering.filter(({ code }) => isBeyondHorizon(rowOf(document, "backlogRecovery", { where: code })!)).length;
  const hasChart = charts.some(({ name }) => name === "practices");
  return [
    html`<p>In brackets the 95% interval of the mean: practices whose intervals overlap may well change places.${all.length === places.length ? "" : ` ${exact(places.length)} of the ${exact(all.length)} practices that are simulated ${places.length === 1 ? "is" : "are"} affected; the others are left out.`}</p>\n`,
    hasChart ? figure(charts, "practices", everyPractice(document, places)) : null,
    notBack < 2 ? null : html`<p>${exact(notBack)} of ${exact(recovering.length)} practices are not back to normal by ${horizonOf(document)}, the end of the simulated time; by recovery time the largest backlog comes first among them.</p>\n`,
    places.length > 2 * TEN ? bothEnds(document, measure.anchor, measure.name, byMeasure) : ranks(document, `${measure.anchor}-table`, `All affected practices, worst first, by ${measure.name}`, byMeasure, 1),
    byRecovery.length > 2 * TEN ? bothEnds(document, "by-recovery", "recovery time", byRecovery)
      : byRecovery.length === 0 ? null : unfolded("The same by recovery time", ranks(document, "by-recovery-table", "All affected practices, worst first, by recovery time", byRecovery, 1)),
    hasChart || places.length < 2 ? null : unfolded(`Look up one of all ${exact(places.length)} affected practices`, everyPractice(document, places)),
  ];
}

/** Most first; ties in the order in which they come. */
function ranked(places: readonly Place[], value: (place: Place) => number): Place[] {
  const values = new Map(places.map((place) => [place, value(place)]));
  return [...places].sort((a, b) => (values.get(a) === values.get(b) ? 0 : values.get(b)! > values.get(a)! ? 1 : -1));
}

/** Of more practices than stand in one table at a glance. */
function bothEnds(document: ResultDocument, id: string, by: string, places: readonly Place[]): Html {
  return unfolded(`The ten hit worst and the ten hit least, by ${by}`, [
    ranks(document, `${id}-worst-table`, `The ten practices hit worst, by ${by}`, places.slice(0, TEN), 1),
    ranks(document, `${id}-least-table`, `The ten affected practices hit least, by ${by}`, places.slice(-TEN), places.length - TEN + 1),
  ]);
}

function ranks(document: ResultDocument, id: string, caption: string, places: readonly Place[], first: number): Html {
  const columns: Column[] = [
    { head: "Practice" }, { head: "Patients", numeric: true }, { head: capital(measureOf(document).name), numeric: true }, { head: "Recovery, working days", numeric: true },
    { head: labelOf(document, "netUndelivered"), numeric: true }, { head: labelOf(document, "needUnmetSameDay"), numeric: true },
  ];
  return table(id, caption, columns, [{
    rows: places.map((place, index) => [
      html`${first + index}. ${place.name} <span class="code whole">${place.code}</span>`, exact(place.patients), stacked(perThousand(document, measureOf(document).id, place)),
      recoveryCell(document, rowOf(document, "backlogRecovery", { where: place.code })),
      stacked(rowOf(document, "netUndelivered", { where: place.code })), stacked(rowOf(document, "needUnmetSameDay", { where: place.code })),
    ]),
  }]);
}

interface Measure {
  readonly id: string;
  readonly name: string;
  readonly anchor: string;
}

/** Extra staff hours say nothing of who is hit where less work is done in all, because patients do not get through. */
function measureOf(document: ResultDocument): Measure {
  return (figureOf(document, "extraWorkHours")?.mean ?? 0) > 0
    ? { id: "extraWorkHours", name: "extra staff hours per 1,000 patients", anchor: "by-hours" }
    : { id: "needUnmetSameDay", name: `${withinSentence(labelOf(document, "needUnmetSameDay"))}, per 1,000 patients`, anchor: "by-need" };
}

/** Anything at all differs there, in any simulated run. */
function isAffected(document: ResultDocument, { code }: Place): boolean {
  const rows = ["appointmentsDisrupted", "contactsNotConnected", "extraWorkHours", "netUndelivered", "needUnmetSameDay", "peakBacklog"].map((id) => rowOf(document, id, { where: code }));
  return rows.some((row) => row !== undefined && row.mean !== null && !isNothing(row));
}

/** Of an outcome at a practice, for its size. */
function perThousand(document: ResultDocument, id: string, { code, patients }: Place): Estimate | undefined {
  const row = rowOf(document, id, { where: code });
  if (row === undefined || patients === 0) return undefined;
  const each = (value: number | null): number | null => (value === null ? null : (value * 1000) / patients);
  return { mean: each(row.mean), low: each(row.low), high: each(row.high) };
}

function recoveryOrder(row: OutcomeRow | undefined): number {
  if (row === undefined) return -Infinity;
  return isBeyondHorizon(row) ? Infinity : (row.mean ?? -Infinity);
}

function recoveryCell(document: ResultDocument, row: OutcomeRow | undefined): Content {
  if (row === undefined || row.defined === 0) return "no loss of its own";
  return isBeyondHorizon(row) ? `beyond ${horizonOf(document)}` : stackedBound(row);
}

function regions(document: ResultDocument): Html | null {
  const places = regionsOf(document);
  // Of a sample a region may be one neighbourhood, which is no picture of it.
  if (places.length < 2 || document.sample !== undefined) return null;
  const ids = ["appointmentsDisrupted", "extraWorkHours", "netUndelivered", "needUnmetSameDay"];
  const columns: Column[] = [
    { head: "Region" }, { head: "Patients", numeric: true }, ...ids.map((id) => ({ head: labelOf(document, id), numeric: true })),
    { head: "Recovery, working days: half of practices", numeric: true }, { head: "nine in ten", numeric: true },
  ];
  return table("regions-table", "By region", columns, [{
    rows: places.map(({ code, name, patients }) => {
      const recovery = rowOf(document, "backlogRecovery", { where: code });
      const isAffected = recovery !== undefined && recovery.defined > 0;
      return [
        html`${name} <span class="code">${code}</span>`, exact(patients), ...ids.map((id) => stacked(rowOf(document, id, { where: code }))),
        isAffected ? quantileOf(document, recovery, "p50") : "no loss of its own", isAffected ? quantileOf(document, recovery, "p90") : "no loss of its own",
      ];
    }),
  }]);
}
