/** The answer in three sentences, and the figures behind it. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { longDate, moment } from "../dates.js";
import { figureOf, horizonOf, isUnaffected, labelOf, overPractices, partsOf } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { clauseOf } from "../labels.js";
import { about, percent, plain, rangeOf, stated, type Estimate } from "../numbers.js";
import { quantileOf } from "../values.js";
import { section } from "../section.js";

export function answer(document: ResultDocument): Html {
  const sentences = isUnaffected(document) ? nothingLost(document) : [lostAppointments(document), extraWork(document), recovery(document)];
  const warnings = document.warnings.length;
  return section("answer", "The answer", [
    sentences.filter((sentence) => sentence !== "").map((sentence) => html`<p class="answer">${sentence}</p>\n`),
    isUnaffected(document) ? null : keyFigures(document),
    html`<p class="note">${span(document)}</p>\n<p class="note">${ranges(document)}</p>\n`,
    warnings === 0 ? null : html`<p class="note"><a href="#reproduce">This run gave ${warnings === 1 ? "a warning" : `${warnings} warnings`}.</a></p>\n`,
  ]);
}

function nothingLost(document: ResultDocument): string[] {
  const week = normalWeek(document);
  return [
    "Nothing that these practices depend on is lost in this scenario, so nothing is disrupted: every difference is exactly 0.",
    ...(week === null ? [] : [`In a normal week the practices hold about ${plain(week, 2)} consultations, and they do so here.`]),
    "There is no extra work, no unmet need, and nothing to recover from.",
  ];
}

function lostAppointments(document: ResultDocument): string {
  const row = figureOf(document, "appointmentsDisrupted");
  if (row === undefined) return "This result does not count disrupted appointments.";
  const week = normalWeek(document);
  const weeks = week === null || row.mean === null || week === 0 ? null : row.mean / week;
  const share = weeks === null ? "" : `, which equals ${weeks < 1 ? `${percent(weeks)} of a normal week's consultations` : `the consultations of ${plain(weeks, 2)} normal weeks`}`;
  const reasons = ([["reason:not delivered on its day", "not held on their day"], ["reason:without records", "held without full records"]] as const).flatMap(([part, words]) => {
    const reason = figureOf(document, "appointmentsDisrupted", { part });
    return reason === undefined || reason.mean === 0 ? [] : [`${about(reason)} are ${words}`];
  });
  const meaning = reasons.length < 2 ? "they are not held on their day, or are held without full records" : reasons.join(" and ");
  return `The outage disrupts ${stated(row, ["appointment", "appointments"])}${share}: ${meaning}.`;
}

/** Kinds of work, with what is said where there is more of it and where there is less. */
const activities = [
  ["activity:consultation", "on consultations", "in consultations that were not held"],
  ["activity:note", "on typing in paper notes", "on typing in paper notes"],
  ["activity:contact", "on answering patients", "on answering patients"],
  ["activity:task", "on results, letters and other tasks", "on results, letters and other tasks"],
] as const;
/** Hours of an activity below this share of the largest are not worth a word. */
const SMALL = 0.01;

function extraWork(document: ResultDocument): string {
  const hours = figureOf(document, "extraWorkHours");
  const notes = figureOf(document, "notesToTypeIn");
  const overtime = figureOf(document, "extraWorkHours", { part: "overtime" });
  const inAll = hours === undefined || hours.mean === null ? "" : `staff work ${moreOrFewer(hours, "hour", "hours")} in all by ${longDate(document.window.horizon)}${moreAndFewer(document)}`;
  const beside = [
    ...(overtime === undefined || (overtime.mean ?? 0) <= 0 ? [] : [`${about(overtime)} hours are worked in overtime`]),
    ...(notes === undefined || (notes.mean ?? 0) <= 0 ? [] : [`${stated(notes, ["paper note", "paper notes"])} ${about(notes) === "1" ? "has" : "have"} to be typed in`]),
  ].join(", and ");
  const sentence = [inAll, beside].filter((part) => part !== "").join("; ");
  return sentence === "" ? "" : `${capital(sentence)}.`;
}

/** `about 14,800 more hours (14,400 to 15,100)`. */
function moreOrFewer(row: Estimate, one: string, many: string): string {
  const which = (row.mean ?? 0) < 0 ? "fewer" : "more";
  return stated((row.mean ?? 0) < 0 ? negated(row) : row, [`${which} ${one}`, `${which} ${many}`]);
}

/** Hours in all are a net figure: where some kinds of work grew and others shrank, both are said. */
function moreAndFewer(document: ResultDocument): string {
  const kinds = activities.map(([part, more, fewer]) => ({ row: figureOf(document, "extraWorkHours", { part }), more, fewer }));
  const least = SMALL * Math.max(...kinds.map(({ row }) => Math.abs(row?.mean ?? 0)));
  const grown = kinds.filter(({ row }) => (row?.mean ?? 0) > least);
  const shrunk = kinds.filter(({ row }) => (row?.mean ?? 0) < -least);
  if (grown.length === 0 || shrunk.length === 0) return "";
  return `: ${sum(grown.map(({ row }) => row!))} more ${enumerated(grown.map(({ more }) => more))}, ${sum(shrunk.map(({ row }) => negated(row!)))} fewer ${enumerated(shrunk.map(({ fewer }) => fewer))}`;
}

/** Of several only the mean is known, and three figures are stated. */
function sum(rows: readonly Estimate[]): string {
  return rows.length === 1 ? about(rows[0]!) : `about ${plain(rows.reduce((total, { mean }) => total + (mean ?? 0), 0))}`;
}

/** With a comma before the last, since items may be lists themselves. */
function enumerated(items: readonly string[]): string {
  return items.map((item, index) => (index > 0 && index === items.length - 1 ? `and ${item}` : item)).join(", ");
}

/** Recovery never stands without what was never made good. */
function recovery(document: ResultDocument): string {
  const price = [undelivered(document), unmet(document)].filter((part) => part !== "");
  return `${recoveryTime(document)}${price.length === 0 ? "" : `; even so, ${price.join(", and ")}`}.`;
}

function recoveryTime(document: ResultDocument): string {
  const row = overPractices(document, "backlogRecovery");
  if (row === undefined || row.defined === 0) return "No practice falls so far behind that its recovery could be measured";
  if (row.p50 === null) return `Half of the affected practices or more are not back to normal after ${horizonOf(document)}, with more open work and unmet need than usual`;
  const most = row.p90 === null ? `but nine in ten only ${quantileOf(document, row, "p90")}` : `and nine in ten within ${quantileOf(document, row, "p90")}`;
  return `Half of the affected practices are back to normal within ${plain(row.p50, 2)} working days of the return of systems, ${most}`;
}

function undelivered(document: ResultDocument): string {
  const row = figureOf(document, "netUndelivered");
  if (row === undefined || row.mean === null) return "";
  const end = longDate(document.window.horizon);
  if (row.mean === 0) return `by ${end} every appointment has been made up for`;
  const count = stated(row.mean < 0 ? negated(row) : row, ["appointment", "appointments"]);
  return row.mean < 0 ? `on balance the practices deliver ${count} more than without it by ${end}` : `by ${end} ${count} have not been made up for`;
}

function unmet(document: ResultDocument): string {
  const row = figureOf(document, "needUnmetSameDay");
  return row === undefined || row.mean === null ? "" : `${stated(row, ["patient", "patients"])} who need help on the day do not get it from their practice that day`;
}

function negated({ mean, low, high }: Estimate): Estimate {
  const minus = (value: number | null): number | null => (value === null ? null : -value);
  return { mean: minus(mean), low: minus(high), high: minus(low) };
}

function keyFigures(document: ResultDocument): Html {
  const cells = ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn", "backlogRecovery", "netUndelivered", "needUnmetSameDay"].flatMap((id) => {
    if (id === "backlogRecovery") return recoveryCell(document, overPractices(document, id));
    const row = figureOf(document, id);
    return row === undefined ? [] : [cell(document, id, about(row), html`${row.unit}${rangeOf(row) === "" ? "" : `, ${rangeOf(row)}`}`)];
  });
  return html`<dl class="figures">
${cells}</dl>
`;
}

function recoveryCell(document: ResultDocument, spread: OutcomeRow | undefined): Html[] {
  if (spread === undefined) return [];
  const half = quantileOf(document, spread, "p50");
  if (spread.p50 === null) return [cell(document, "backlogRecovery", half, "for half of the practices or more")];
  return [cell(document, "backlogRecovery", `${half} working days`, `for half of the practices; ${quantileOf(document, spread, "p90")} for nine in ten`)];
}

function cell(document: ResultDocument, id: string, value: Content, range: Content): Html {
  return html`<div><dt>${labelOf(document, id)}</dt><dd class="value">${value}</dd><dd class="range">${range}</dd><dd class="definition">${clauseOf(id)}</dd></div>
`;
}

function ranges({ plausible, outcomes }: ResultDocument): string {
  const replications = outcomes[0]?.replications ?? 0;
  if (plausible.length > 0) {
    return "Ranges in brackets are plausible ranges: nine in ten results lie within them when every assumption is drawn over its stated range. Simulation error stands in the table of outcomes.";
  }
  return `Ranges in brackets show simulation error alone: the 95% interval of the mean over ${replications} simulated ${replications === 1 ? "run" : "runs"}. They do not show how unsure the assumptions are; no plausible range has been computed.`;
}

function span({ window }: ResultDocument): string {
  if (window.onset === null) return `The simulation runs from ${longDate(window.start)} to ${longDate(window.horizon)}.`;
  const restored = window.restored === null ? "." : ` and is over at ${moment(window.restored)}.`;
  return `The outage begins at ${moment(window.onset)}${restored} Everything is counted until the end of the simulated time, the horizon: ${longDate(window.horizon)}.`;
}

/** Consultations of an average week without the outage. */
function normalWeek(document: ResultDocument): number | null {
  const days = partsOf(document, "consultations", "day:", { arm: "none" });
  if (days.length === 0) return null;
  return (days.reduce((sum, { mean }) => sum + (mean ?? 0), 0) * 7) / days.length;
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
