/** A situation report to send on: what, where, since when, with what impact, what is needed, when it is normal again, how sure that is. One page of A4, and the same as plain text. */
import type { ResultDocument } from "../result/document.js";
import { longDate, moment } from "./dates.js";
import { saidIn } from "./directive-words.js";
import { figureOf, isAboutContacts, isNothing, isWithoutEffect, regionsOf, simulatedRuns } from "./find.js";
import { html } from "./html.js";
import { storyOf } from "./incident-words.js";
import { capital, enumerated } from "./labels.js";
import { isMerelySlow, slowUntil } from "./losses.js";
import { exact } from "./numbers.js";
import { inOrder, outagesIn, outagesInWords } from "./outages.js";
import { inRuns, isMadeUp, toRing } from "./outlook.js";
import { hoursSentences, normalSentences, telephoneSentences } from "./planning.js";
import { asSubject, countedAs, inWords } from "./ranges.js";
import { nothingDiffers, slackAssumed } from "./sentences.js";
import { shell } from "./shell.js";
import { storylineOf } from "./storyline.js";

export interface SituationFact {
  readonly head: string;
  /** Whole sentences. */
  readonly sentences: readonly string[];
}

const NOTICE = "Simulation for planning: this is not a report of real events.";

/** A complete HTML document. */
export function situationReport(document: ResultDocument): string {
  return shell({
    name: `${document.scenario.name}, situation report`, question: titleOf(document), contents: [],
    sections: html`<p class="exercise">${NOTICE}</p>
<dl class="situation">
${situation(document).map(({ head, sentences }) => html`<div><dt>${head}</dt><dd>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</dd></div>
`)}</dl>
<p class="note"><a href="index.html">The whole report</a> has every figure, its range and what it rests on.</p>
`,
    footer: `Made with Outage Lab ${document.version}, seed ${document.seed}.`,
  });
}

/** The same for an email. */
export function situationText(document: ResultDocument): string {
  const facts = situation(document).map(({ head, sentences }) => `${head.toUpperCase()}\n${sentences.map((sentence) => `- ${sentence}\n`).join("")}`);
  return `${titleOf(document)}\n${NOTICE}\n\n${facts.join("\n")}\nMade with Outage Lab ${document.version}, scenario ${document.scenario.name}, seed ${document.seed}.\n`;
}

/** Dated in the time of the scenario: as things stand when it begins, with what is to be expected. */
export function situation(document: ResultDocument): SituationFact[] {
  const { window: { onset, horizon } } = document;
  const facts: readonly (readonly [head: string, sentences: readonly string[]])[] = onset === null || isWithoutEffect(document) ? [
    ["As at", [onset === null ? `${longDate(document.window.start)}.` : `${moment(onset)}.`]],
    ["Impact", [onset === null ? "Nothing that these practices depend on is lost." : `${nothingDiffers(document)}.`]],
  ] : [
    ["As at", [`${moment(onset)}, with what is to be expected up to ${longDate(horizon)}.`]],
    ["What", what(document)],
    ["Where", [where(document)]],
    ["Since when", [sinceWhen(document, onset)]],
    ["Told to practices", document.directives.slice(0, MOST_TOLD).map((directive) => capital(saidIn(directive)))],
    ["Impact", impact(document)],
    ["What is needed", [...hoursSentences(document, "short"), ...notes(document), ...telephoneSentences(document, "short")].map(stopped).concat(ringFirst(document))],
    ["When normal", [...normalSentences(document).map(stopped), ...leftUndone(document)]],
    ["How sure", confidence(document)],
  ];
  return facts.filter(([, sentences]) => sentences.length > 0).map(([head, sentences]) => ({ head, sentences }));
}

/** So many fit on a page. */
const MOST_TOLD = 2, MOST_INCIDENTS = 2, MOST_RUNG = 5;

function titleOf(document: ResultDocument): string {
  const { onset, start } = document.window;
  const regions = regionsOf(document).map(({ name }) => name);
  const place = regions.length === 0 || regions.length > 3 ? "general practices" : enumerated(regions);
  return `Situation report: loss of IT systems, ${place}, ${longDate(onset ?? start)}`;
}

function what(document: ResultDocument): string[] {
  const stories = inOrder(document.incidents).slice(0, MOST_INCIDENTS).map((incident) => storyOf(incident)[0]).filter((sentence) => sentence !== undefined);
  const lost = storylineOf(document).find(({ kind }) => kind === "lost");
  return [...stories, ...(lost === undefined ? [] : [lost.words])];
}

function where(document: ResultDocument): string {
  const regions = regionsOf(document);
  const { typical } = document;
  const names = regions.length > 5 ? `${exact(regions.length)} regions` : enumerated(regions.map(({ name }) => name));
  const patients = regions.reduce((sum, place) => sum + place.patients, 0);
  return `${capital(names)}${isMerelySlow(document) ? ": systems are slow, and none is lost" : typical === undefined ? "" : `: ${exact(typical.practices.hit)} of ${exact(typical.practices.all)} practices lose something`}${document.sample !== undefined || patients === 0 ? "" : `; ${exact(patients)} patients are registered there`}.`;
}

function sinceWhen(document: ResultDocument, onset: string): string {
  const { restored } = document.window;
  const end = isMerelySlow(document) ? slowUntil(document) : restored;
  if (outagesIn(document) > 1) return `${capital(outagesInWords(document))} from ${moment(onset)} on${end === null ? "" : `, the last over by ${moment(end)}`}.`;
  return `${moment(onset)}${end === null ? "; no end is in sight before the end of the simulated time" : `. All systems are ${isMerelySlow(document) ? "as fast as usual again" : "back"} at ${moment(end)}`}.`;
}

function impact(document: ResultDocument): string[] {
  const [disrupted, unconnected, ...others] = [
    ["appointmentsDisrupted", "are disrupted: not held on their day, or held without full records"], ["contactsNotConnected", "do not connect"], ["needUnmetSameDay", "who need help on the day do not get it from their practice that day"],
    ["appointmentsCancelled", "are cancelled by practices"],
  ] as const;
  return [...(isAboutContacts(document) ? [unconnected, disrupted] : [disrupted, unconnected]), ...others].flatMap(([id, words]) => {
    const row = figureOf(document, id);
    return row === undefined || isNothing(row) ? [] : [capital(`${asSubject(row, countedAs[id])} ${words}.`)];
  });
}

function notes(document: ResultDocument): string[] {
  const row = figureOf(document, "notesToTypeIn");
  return row === undefined || isNothing(row) ? [] : [`To be typed into records: ${inWords(row, countedAs.notesToTypeIn)}`];
}

/** Made-up practices are nobody's to ring. */
function ringFirst(document: ResultDocument): string[] {
  const practices = toRing(document).filter(({ place, chance }) => !isMadeUp(place) && (chance?.mean ?? 1) > 0).slice(0, MOST_RUNG);
  return practices.length === 0 ? [] : [`Practices to ring first: ${practices.map(({ place, chance }) => `${place.name}${chance === undefined ? "" : ` (among the worst tenth in ${inRuns(chance)})`}`).join("; ")}.`];
}

function leftUndone(document: ResultDocument): string[] {
  const row = figureOf(document, "netUndelivered");
  return row === undefined || isNothing(row) || (row.mean ?? 0) <= 0 ? [] : [`Not made up for by ${longDate(document.window.horizon)}: ${inWords(row, countedAs.netUndelivered)}.`];
}

function confidence(document: ResultDocument): string[] {
  const runs = simulatedRuns(document);
  const slack = slackAssumed(document);
  return [
    document.plausible.length > 0 ? "Ranges are plausible ranges: nine in ten results lie within them when every assumption is drawn over its stated range."
      : runs < 2 ? "One simulated run gives no ranges, and the next may differ: take figures as orders of size at most."
      : `Ranges show simulation error alone, the 95% interval of the mean over ${exact(runs)} simulated runs. They do not show how unsure the assumptions are: take figures as orders of size, and decide nothing on their last digits.`,
    ...(slack === null ? [] : [`${slack}.`]),
    ...(document.steadiness?.verdict === "unsteady" ? ["Practices are not in balance without the outage: figures may mislead."] : []),
  ];
}

function stopped(sentence: string): string {
  return `${sentence}.`;
}
