/** The answer in three sentences, and the figures behind it. */
import { bankHolidays } from "../../facts/bank-holidays.js";
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { longDate, longDay, moment } from "../dates.js";
import { definitionOf, FEW, figureOf, isAboutContacts, isNothing, isUnaffected, isWithoutEffect, labelOf, overPractices, recoveriesOf, simulatedRuns } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { capital, clauseOf, enumerated, listed } from "../labels.js";
import { about, aboutParts, boundsOf, isSome, negated, plain, stated, type Estimate } from "../numbers.js";
import { beforeAndAfterReturn, inNormalWeeks, normalWeek } from "../normal-week.js";
import { isMerelySlow, slowUntil } from "../losses.js";
import { outagesIn, outagesInWords } from "../outages.js";
import { hoursSentences, normalSentences } from "../planning.js";
import { asSubject, countedAs, inWords } from "../ranges.js";
import { quantileOf } from "../values.js";
import { nothingDiffers, recoveryIn, recoveryTime, slackAssumed } from "../sentences.js";
import { balanceSentence } from "../steadiness.js";
import { section } from "../section.js";

/** What the page says first, and the screen likewise. */
export function firstSentence(document: ResultDocument): string {
  return /^[^]*?\.(?= [A-Z]|$)/.exec(sentencesOf(document).find((sentence) => sentence !== "") ?? "")?.[0] ?? "";
}

function sentencesOf(document: ResultDocument): string[] {
  return isUnaffected(document) ? nothingLost(document) : isWithoutEffect(document) ? [`${nothingDiffers(document)}.`] : [lost(document), extraWork(document), recovery(document)];
}

export function answer(document: ResultDocument): Html {
  const sentences = sentencesOf(document);
  const slack = isWithoutEffect(document) ? null : slackAssumed(document);
  return section("answer", "The answer", [
    isWithoutEffect(document) ? null : html`<p class="lead">${headline(document)}</p>\n`,
    warningNote(document),
    isWithoutEffect(document) ? null : keyFigures(document),
    sentences.filter((sentence) => sentence !== "").map((sentence) => html`<p class="answer">${sentence}</p>\n`),
    // Where they are not, the warnings say it.
    document.steadiness === undefined || document.steadiness.verdict === "unsteady" ? null : html`<p class="note">${balanceSentence(document.steadiness)}.</p>\n`,
    html`<p class="note">${span(document)}${holidays(document)}</p>\n<p class="note">${ranges(document)}${slack === null ? "" : ` ${slack}.`}</p>\n`,
  ]);
}

/** What to say to a board: what is disrupted, what it takes to catch up, when it is over. */
function headline(document: ResultDocument): string {
  const id = isAboutContacts(document) ? "contactsNotConnected" : "appointmentsDisrupted";
  const row = figureOf(document, id);
  const what = row === undefined ? [] : [id === "contactsNotConnected" ? `${capital(asSubject(row, countedAs[id]))} do not connect` : `The outage disrupts ${inWords(row, countedAs[id])}`];
  return [...what, moreWork(document), backTo(document)].map((sentence) => `${sentence}.`).join(" ");
}

/** The figure below it; hours to find, where staff work no more in all. */
function moreWork(document: ResultDocument): string {
  const row = figureOf(document, "extraWorkHours");
  return row === undefined || (row.low ?? row.mean ?? 0) <= 0 ? hoursSentences(document, "short")[0]! : `Staff work ${inWords(row, { one: "more hour in all", many: "more hours in all", isMeasured: true })}`;
}

/** Both halves of when it is over, in one sentence. */
function backTo(document: ResultDocument): string {
  const [first = "", second] = normalSentences(document).filter((sentence) => /back to normal/.test(sentence));
  return second === undefined ? first : `${first}; ${second.slice(0, 1).toLowerCase()}${second.slice(1)}`;
}

/** Beyond this many, the rest stand at the end of the page. */
const MOST_WARNINGS = 5;

function warningNote({ warnings }: ResultDocument): Html | null {
  if (warnings.length === 0) return null;
  const rest = warnings.length - MOST_WARNINGS;
  return html`<div class="warnings" role="note">${warnings.slice(0, MOST_WARNINGS).map((warning) => html`<p>${warning}</p>\n`)}${rest <= 0 ? null : html`<p><a href="#reproduce">${rest} more ${rest === 1 ? "warning" : "warnings"}</a></p>\n`}</div>
`;
}

function nothingLost(document: ResultDocument): string[] {
  const week = normalWeek(document);
  return [
    "Nothing that these practices depend on is lost in this scenario, so nothing is disrupted: every difference is exactly 0.",
    ...(week === null ? [] : [`In a normal week the practices hold about ${plain(week, 2)} consultations, and they do so here.`]),
    "There is no extra work, no unmet need, and nothing to recover from.",
  ];
}

/** What the outage is about begins. */
function lost(document: ResultDocument): string {
  const contacts = figureOf(document, "contactsNotConnected");
  const appointments = figureOf(document, "appointmentsDisrupted");
  if (!isAboutContacts(document)) return lostAppointments(document);
  const calls = `${capital(stated(contacts!, ["call or online request", "calls and online requests"]))} ${about(contacts!) === "1" ? "does" : "do"} not connect`;
  return appointments !== undefined && isNothing(appointments) ? `${calls}; no appointment is disrupted.` : `${calls}. ${lostAppointments(document)}`;
}

function lostAppointments(document: ResultDocument): string {
  const row = figureOf(document, "appointmentsDisrupted");
  if (row === undefined) return "This result does not count disrupted appointments.";
  if (isNothing(row)) return "No appointment is disrupted.";
  const parts = ([["reason:not delivered on its day", "not held on their day"], ["reason:without records", "held without full records"]] as const).flatMap(([part, words]) => {
    const reason = figureOf(document, "appointmentsDisrupted", { part });
    return reason === undefined || reason.mean === 0 ? [] : [{ reason, words }];
  });
  const counts = aboutParts(parts.map(({ reason }) => reason), row);
  const reasons = parts.map(({ words }, index) => ({ count: counts[index]!, words }));
  const meaning = reasons.length === 0 ? "they are not held on their day, or are held without full records"
    : reasons.length === 1 ? `they are ${reasons[0]!.words}` : reasons.map(({ count, words }) => `${count} are ${words}`).join(" and ");
  const sentence = `The outage disrupts ${stated(row, ["appointment", "appointments"])}${inNormalWeeks(document)}: ${meaning}.`;
  return [sentence, beforeAndAfterReturn(document)].filter((part) => part !== "").join(" ");
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
  const inAll = hours === undefined || hours.mean === null ? "" : `staff work ${moreOrLess(hours)} in all by ${longDate(document.window.horizon)}${whyLess(document, hours)}${moreAndFewer(document)}`;
  const beside = [
    ...(overtime === undefined || !isSome(overtime) ? [] : [`${about(overtime)} hours are worked in overtime`]),
    ...(notes === undefined || (notes.mean ?? 0) <= 0 ? [] : [`${stated(notes, ["paper note", "paper notes"])} ${about(notes) === "1" ? "has" : "have"} to be typed in`]),
  ].join(", and ");
  const sentence = [inAll, beside].filter((part) => part !== "").join("; ");
  return sentence === "" ? "" : `${capital(sentence)}.`;
}

/** `about 14,800 more hours (14,400 to 15,100)`, `about 1,130 hours less (1,090 to 1,170)`. */
function moreOrLess(row: Estimate): string {
  if (isNothing(row)) return "as many hours as without the outage";
  return (row.mean ?? 0) < 0 ? stated(negated(row), ["hour less", "hours less"]) : stated(row, ["more hour", "more hours"]);
}

/** Work is not done because it does not arrive where more contacts fail than appointments. */
function whyLess(document: ResultDocument, hours: Estimate): string {
  const unconnected = figureOf(document, "contactsNotConnected")?.mean ?? 0;
  const undelivered = figureOf(document, "appointmentsDisrupted", { part: "reason:not delivered on its day" })?.mean ?? 0;
  return (hours.high ?? hours.mean ?? 0) < 0 && unconnected > 0 && unconnected > undelivered ? ", because patients did not get through" : "";
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

/** Recovery never stands without what was never made good. */
function recovery(document: ResultDocument): string {
  const price = [undelivered(document), unmet(document)].filter((part) => part !== "");
  const isPaid = (overPractices(document, "backlogRecovery")?.p50 ?? null) !== null && ["netUndelivered", "needUnmetSameDay"].some((id) => (figureOf(document, id)?.mean ?? 0) > 0);
  return `${recoveryTime(document)}${price.length === 0 ? "" : `; ${isPaid ? "even so, " : ""}${price.join(", and ")}`}.`;
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

/** Shown even where they are 0: that nothing was left undone is worth knowing. */
const kept: ReadonlySet<string> = new Set(["appointmentsDisrupted", "backlogRecovery", "netUndelivered", "needUnmetSameDay"]);

function keyFigures(document: ResultDocument): Html {
  const cells = ["appointmentsDisrupted", "contactsNotConnected", "extraWorkHours", "notesToTypeIn", "backlogRecovery", "netUndelivered", "needUnmetSameDay"].flatMap((id) => {
    if (id === "backlogRecovery") return recoveryCell(document, overPractices(document, id));
    const row = figureOf(document, id);
    return row === undefined || (isNothing(row) && !kept.has(id)) ? [] : [cell(document, id, about(row), html`${row.unit}${boundsOf(row) === null ? "" : `, between ${boundsOf(row)!.join(" and ")}`}`)];
  });
  return html`<dl class="figures">
${cells}</dl>
`;
}

function recoveryCell(document: ResultDocument, spread: OutcomeRow | undefined): Html[] {
  if (spread === undefined) return [];
  const isOne = recoveriesOf(document).length === 1;
  if (spread.p50 === null) return [cell(document, "backlogRecovery", quantileOf(document, spread, "p50"), isOne ? "for the affected practice" : spread.defined === 0 ? "" : "for half of the affected practices or more")];
  const most = spread.p90 === null ? quantileOf(document, spread, "p90") : recoveryIn(spread.p90);
  return [cell(document, "backlogRecovery", capital(recoveryIn(spread.p50)), isOne ? "for the affected practice" : most === recoveryIn(spread.p50) ? "for nine in ten affected practices" : `for half of the affected practices; ${most} for nine in ten`)];
}

function cell(document: ResultDocument, id: string, value: Content, range: Content): Html {
  return html`<div><dt><dfn>${labelOf(document, id)}</dfn></dt><dd class="value">${value}</dd><dd class="range">${range}</dd><dd class="definition">${clauseOf(id)}${definitionOf(document, id) === "" ? null : html`<details><summary>What exactly</summary>${definitionOf(document, id)}</details>`}</dd></div>
`;
}

function ranges(document: ResultDocument): string {
  const replications = simulatedRuns(document);
  const few = replications > 0 && replications < FEW ? " Intervals from so few runs say little: for figures to rely on, run more." : "";
  if (document.plausible.length > 0) {
    return "Ranges, “between” and in brackets, are plausible ranges: nine in ten results lie within them when every assumption is drawn over its stated range. Simulation error stands in the table of outcomes." + few;
  }
  if (replications < 2) return "One simulated run gives no ranges, and the next may differ: for figures to rely on, run more.";
  return `Ranges, “between” and in brackets, show simulation error alone: the 95% interval of the mean over ${replications} simulated runs. They do not show how unsure the assumptions are; no plausible range has been computed.${few}`;
}

function span(document: ResultDocument): string {
  const { window } = document;
  if (window.onset === null) return `The simulation runs from ${longDate(window.start)} to ${longDate(window.horizon)}.`;
  return `${when(document, window.onset)} Everything is counted until the end of the simulated time, the horizon: ${longDate(window.horizon)}.`;
}

/** Several outages are no single one that lasts from the first to the last. */
function when(document: ResultDocument, onset: string): string {
  const { window: { restored, horizon }, typical } = document;
  if (isMerelySlow(document)) return `Systems are slow from ${moment(onset)} on${slowUntil(document) === null ? "" : `, and as fast as usual again at ${moment(slowUntil(document)!)}`}.`;
  if (outagesIn(document) < 2) return `The outage begins at ${moment(onset)}${restored === null ? "." : ` and is over at ${moment(restored)}.`}`;
  const hours = typical === undefined || typical.practices.hit === 0 ? "" : `: the average practice hit lacks something for ${plain(typical.hours, 2)} hours in all`;
  return `${capital(outagesInWords(document))} between ${moment(onset)} and ${moment(restored ?? horizon)}${hours}.`;
}

/** ` Monday 29 May 2023 is a bank holiday.`; empty where none lies between the onset and the horizon. */
function holidays({ window: { onset, start, horizon } }: ResultDocument): string {
  const names = [...bankHolidays].filter((date) => date >= (onset ?? start).slice(0, 10) && date < horizon.slice(0, 10)).sort().map(longDay);
  return names.length === 0 ? "" : ` ${listed(names)} ${names.length === 1 ? "is a bank holiday" : "are bank holidays"}.`;
}
