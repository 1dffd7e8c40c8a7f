/** What the change does, in sentences, and what to beware of. */
import type { OutcomeRow } from "../../../result/document.js";
import { figureOf, isUnaffected, labelOf, overPractices } from "../../find.js";
import { html, type Html } from "../../html.js";
import { capital, listed, withinSentence } from "../../labels.js";
import { about, isSome, negated, plain, rangeOf, rounded } from "../../numbers.js";
import { countedAs, inWords } from "../../ranges.js";
import { section } from "../../section.js";
import { recoveryTime } from "../../sentences.js";
import { differenceIn, figuresNamed } from "../difference.js";
import { cautionsFor, isSame, type Pair } from "../pair.js";
import { pairedOutcomes } from "../paired.js";

export function answer(pair: Pair): Html {
  const cautions = cautionsFor(pair);
  const [grave, slight] = [cautions.filter(({ isGrave }) => isGrave), cautions.filter(({ isGrave }) => !isGrave)];
  return section("answer", "What is different", [
    html`<p class="note"><strong>A</strong> is ${pair.a.scenario.name}. <strong>B</strong> is ${pair.b.scenario.name}.</p>\n`,
    grave.length === 0 ? null : html`<div class="warnings" role="note"><p><strong>Do not read the differences below as what a change of plan brings.</strong></p>\n${grave.map(({ text }) => html`<p>${text}</p>\n`)}</div>\n`,
    sentencesFor(pair).map((sentence) => html`<p class="answer">${sentence}</p>\n`),
    slight.map(({ text }) => html`<p class="note">${text}</p>\n`),
    html`<p class="note">${howCompared(pair)}</p>\n`,
  ]);
}

/** Which ranges are of differences run by run, and which of two means. */
function howCompared(pair: Pair): string {
  const paired = pairedOutcomes(pair).map((id) => withinSentence(labelOf(pair.a, id)));
  const how = paired.length === 0
    ? "The two are compared as if they were independent: ranges are 95% intervals made of those of both (unpaired; simulation error alone). With the same seed, places, version and number of runs in both, runs of this version are compared one by one, which tells smaller differences from chance."
    : `Run by run both are about the same patients, staff and chance, so what differs is the change alone: ranges of ${listed(paired)} are 95% intervals of the mean difference of single runs (paired; simulation error alone). Of the other outcomes a result holds no single runs; their ranges are made of those of both (unpaired), and wider than they need be.`;
  return `Differences are B less A. ${how} “May be chance”: the range contains 0.`;
}

function sentencesFor(pair: Pair): string[] {
  if (isSame(pair)) return ["Nothing: both are the same run of the same scenario."];
  if (isUnaffected(pair.a) && isUnaffected(pair.b)) return ["In neither of them is anything lost."];
  return [disrupted(pair), work(pair), recovery(pair), price(pair)].filter((sentence) => sentence !== "");
}

/** Of a difference without an interval. */
const UNKNOWN = "one simulated run cannot tell whether that is chance";

function disrupted(pair: Pair): string {
  return compared(pair, "appointmentsDisrupted", ["appointment is disrupted", "appointments are disrupted"]);
}

/** `In B about 1,200 fewer appointments are disrupted than in A (900 to 1,500 fewer): about 6,100 rather than about 7,300.` */
function compared(pair: Pair, id: string, [one, many]: readonly [one: string, many: string]): string {
  const figures = figuresNamed(pair, id);
  const [a, b] = figures;
  const difference = differenceIn(pair, figures);
  if (difference === null) return "";
  const [before, after] = [about(a!), about(b!)];
  if (difference.isNone) return `In B as many ${many} as in A: ${after}.`;
  if (difference.low === null) return `In A ${before} ${before === "1" ? one : many}, in B ${after}; ${UNKNOWN}.`;
  if (!difference.isClear) return `In A ${before} ${before === "1" ? one : many}, in B ${after}; so small a difference may be chance${rangeInWords(difference)}.`;
  const amount = amountOf(difference);
  // Of what is less than without the outage the two totals would need words of their own; they stand in the table.
  const totals = Math.min(a!.mean!, b!.mean!) < 0 ? "" : `: ${after} rather than ${before}${shareOf(a!, difference.mean)}`;
  return `In B ${amount} ${difference.mean < 0 ? "fewer" : "more"} ${amount === "1" ? one : many} than in A (${boundsOf(difference)})${totals}.`;
}

function amountOf({ mean, low, high }: Bounded): string {
  return about(mean < 0 ? negated({ mean, low, high }) : { mean, low, high });
}

interface Bounded {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

function boundsOf({ mean, low, high }: Bounded): string {
  return rangeOf(mean < 0 ? negated({ mean, low, high }) : { mean, low, high });
}

function rangeInWords({ mean, low, high }: Bounded): string {
  const range = rangeOf({ mean, low, high });
  return range === "" ? "" : ` (B less A: ${rounded({ mean, low, high })}, ${range})`;
}

/** `, 16% less` */
function shareOf({ mean }: OutcomeRow, difference: number): string {
  const share = mean === null || mean <= 0 ? 0 : Math.abs(difference) / mean;
  return share < 0.01 || share > 10 ? "" : `, ${plain(share * 100, 2)}% ${difference < 0 ? "less" : "more"}`;
}

function work(pair: Pair): string {
  const [a, b] = figuresNamed(pair, "extraWorkHours");
  if (a?.mean != null && b?.mean != null && Math.min(a.mean, b.mean) < 0) return lessWork(pair, a, b);
  return compared(pair, "extraWorkHours", ["hour of extra work is done by staff", "hours of extra work are done by staff"]);
}

/** Where staff work less than usual in one of them, no hours of extra work are told. */
function lessWork(pair: Pair, a: OutcomeRow, b: OutcomeRow): string {
  const difference = differenceIn(pair, [a, b]);
  const [before, after] = [a, b].map((row) => inWords(row, countedAs.extraWorkHours));
  if (difference?.isNone === true) return `Compared with an ordinary period staff work ${before}, in both alike.`;
  return `Compared with an ordinary period staff work ${before}, in A; ${after}, in B${difference === null || difference.low === null ? `; ${UNKNOWN}` : difference.isClear ? "" : "; what differs may be chance"}.`;
}

function recovery({ a, b }: Pair): string {
  const [before, after] = [recoveryTime(a), recoveryTime(b)];
  if (overPractices(a, "backlogRecovery") === undefined || overPractices(b, "backlogRecovery") === undefined) return "";
  if (before === after) return `In both alike: ${withinSentence(before)}.`;
  return `In A ${withinSentence(before)}; in B ${withinSentence(after)}.`;
}

/** Recovery never stands without what was never made good. */
function price(pair: Pair): string {
  const told = ([["netUndelivered", "appointments are not made up for"], ["needUnmetSameDay", "patients do not get help on the day from their practice"]] as const).flatMap(([id, words]) => {
    const [a, b] = [figureOf(pair.a, id), figureOf(pair.b, id)];
    const difference = differenceIn(pair, [a, b]);
    if (difference === null || (!isSome(a!) && !isSome(b!))) return [];
    return [`${about(a!)} ${words} in A, and ${about(b!)} in B${difference.isClear || difference.isNone || difference.low === null ? "" : " (may be chance)"}`];
  });
  return told.length === 0 ? "" : `${told.map((text, index) => (index === 0 ? capital(text) : text)).join("; ")}.`;
}
