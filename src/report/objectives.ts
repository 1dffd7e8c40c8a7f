/** What a scenario wants of practices beside what they achieve, and how far its hypotheses hold, in words. */
import type { ObjectiveFigures, ResilienceScore, ResultDocument } from "../result/document.js";
import { horizonOf } from "./find.js";
import { exact, plain, rangeOf, rounded, wholePercent } from "./numbers.js";

/** `Resilience score 50% to 75%`, as what is undecided turns out. */
export function scoreSentence({ held, undecided }: ResilienceScore): string {
  return `Resilience score ${wholePercent(held)}${undecided === 0 ? "" : ` to ${wholePercent(held + undecided)}`}`;
}

/** Objective, what half and nine in ten of the affected practices achieve, share of them that do. */
export function objectiveRow(document: ResultDocument, figures: ObjectiveFigures): [wanted: string, half: string, nineInTen: string, within: string] {
  return [wantedOf(figures), reached(document, figures, figures.half), reached(document, figures, figures.nineInTen), shareWithin(figures)];
}

/** For the screen. */
export function objectiveInShort(figures: ObjectiveFigures): string {
  return `${wantedOf(figures)}: ${figures.within.mean === null ? "nobody is affected" : `${shareWithin(figures)} of affected practices`}`;
}

function wantedOf({ id, objective }: ObjectiveFigures): string {
  return id === "recoveryTime" ? `Back to normal within ${exact(objective)} working ${objective === 1 ? "day" : "days"}` : `At least ${plain(objective)}% of an ordinary day's consultations`;
}

function reached(document: ResultDocument, { id, within }: ObjectiveFigures, value: number | null): string {
  if (within.mean === null) return "–";
  if (value === null) return `beyond ${horizonOf(document)}`;
  return id === "recoveryTime" ? `${plain(value, 2)} working ${plain(value, 2) === "1" ? "day" : "days"}` : `${plain(value, 2)}%`;
}

/** `45% (40 to 50)` */
function shareWithin({ within }: ObjectiveFigures): string {
  if (within.mean === null) return "–";
  // A symmetric interval may reach beyond what a share can be.
  const bounded = { mean: within.mean, low: within.low === null ? null : Math.max(0, within.low), high: within.high === null ? null : Math.min(100, within.high) };
  const range = rangeOf(bounded);
  return `${rounded(bounded)}%${range === "" ? "" : ` (${range})`}`;
}
