/** The question, the answer in three sentences, and the figures behind it. */
import type { ResultDocument } from "../../result/document.js";
import { longDate, moment } from "../dates.js";
import { definitionOf, figureOf, horizonOf, isUnaffected, labelOf, overPractices, partsOf } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { about, percent, plain, rangeOf, stated, type Estimate } from "../numbers.js";
import { quantileOf } from "../values.js";
import { section } from "../section.js";

export function question({ scenario }: ResultDocument): Html {
  return section("question", "The question", html`<p class="lede">${scenario.question}</p>\n`);
}

export function answer(document: ResultDocument): Html {
  const sentences = isUnaffected(document) ? nothingLost(document) : [lostAppointments(document), extraWork(document), recovery(document)];
  const warnings = document.warnings.length;
  return section("answer", "The answer", [
    sentences.filter((sentence) => sentence !== "").map((sentence) => html`<p class="answer">${sentence}</p>\n`),
    isUnaffected(document) ? null : keyFigures(document),
    html`<p class="note">${ranges(document)}${span(document)}</p>\n`,
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
  const share = week === null || row.mean === null || week === 0 ? "" : `; that equals ${percent(row.mean / week)} of a normal week's consultations`;
  return `The outage disrupts ${stated(row, ["appointment", "appointments"])}, that is, they are not held on their day or are held without full records${share}.`;
}

function extraWork(document: ResultDocument): string {
  const hours = figureOf(document, "extraWorkHours");
  const notes = figureOf(document, "notesToTypeIn");
  const parts = [
    ...(hours === undefined ? [] : [`it costs staff ${stated(hours, ["hour", "hours"])} of extra work by ${longDate(document.window.horizon)}`]),
    ...(notes === undefined ? [] : [`leaves ${stated(notes, ["paper note", "paper notes"])} to be typed in`]),
  ];
  return parts.length === 0 ? "" : `${capital(parts.join(", and "))}.`;
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
  return `Half of the affected practices are back to normal within ${plain(row.p50, 2)} working days of the return of systems, with no more open work and unmet need than usual for five working days running, ${most}`;
}

function undelivered(document: ResultDocument): string {
  const row = figureOf(document, "netUndelivered");
  if (row === undefined || row.mean === null) return "";
  if (row.mean === 0) return "no appointment is lost in the end";
  const count = stated(row.mean < 0 ? negated(row) : row, ["appointment", "appointments"]);
  return row.mean < 0 ? `on balance the practices deliver ${count} more than without it` : `the practices never deliver ${count}`;
}

function unmet(document: ResultDocument): string {
  const row = figureOf(document, "needUnmetSameDay");
  return row === undefined || row.mean === null ? "" : `${stated(row, ["patient", "patients"])} who need help the same day do not get it from them that day`;
}

function negated({ mean, low, high }: Estimate): Estimate {
  const minus = (value: number | null): number | null => (value === null ? null : -value);
  return { mean: minus(mean), low: minus(high), high: minus(low) };
}

function keyFigures(document: ResultDocument): Html {
  const spread = overPractices(document, "backlogRecovery");
  const cells = ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn", "backlogRecovery", "netUndelivered", "needUnmetSameDay"].flatMap((id) => {
    const row = figureOf(document, id);
    if (id === "backlogRecovery") {
      if (spread === undefined) return [];
      const value = spread.p50 === null ? quantileOf(document, spread, "p50") : `${quantileOf(document, spread, "p50")} working days`;
      return [cell(document, id, value, html`for half of the practices; nine in ten: ${quantileOf(document, spread, "p90")}`)];
    }
    if (row === undefined) return [];
    return [cell(document, id, about(row), html`${row.unit}${rangeOf(row) === "" ? "" : `, ${rangeOf(row)}`}`)];
  });
  return html`<dl class="figures">
${cells}</dl>
`;
}

function cell(document: ResultDocument, id: string, value: Content, range: Content): Html {
  return html`<div><dt>${labelOf(document, id)}</dt><dd class="value">${value}</dd><dd class="range">${range}</dd><dd class="definition">${definitionOf(document, id)}</dd></div>
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
  if (window.onset === null) return ` The simulation runs from ${longDate(window.start)} to ${longDate(window.horizon)}.`;
  const restored = window.restored === null ? "." : ` and is over at ${moment(window.restored)}.`;
  return ` The outage begins at ${moment(window.onset)}${restored} Everything is counted until the horizon, ${longDate(window.horizon)}.`;
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
