/** The second result's figure less the first's, with an interval. */
import type { OutcomeRow, ResultDocument } from "../../result/document.js";
import { figureOf } from "../find.js";
import { html, type Html } from "../html.js";
import { rangeOf, rounded, type Estimate } from "../numbers.js";
import type { Pair } from "./pair.js";
import { pairedDifference } from "./paired.js";

export interface Difference {
  readonly mean: number;
  /** Bounds of the 95% interval; null where one of the results has none. */
  readonly low: number | null;
  readonly high: number | null;
  /** True where both rows hold the same in every statistic: nothing differs in any run. */
  readonly isNone: boolean;
  /** False where chance alone may explain it. */
  readonly isClear: boolean;
}

export type Figures = readonly [a: OutcomeRow | undefined, b: OutcomeRow | undefined];

export function figuresOf({ a, b }: Pair, of: (document: ResultDocument) => OutcomeRow | undefined): Figures {
  return [of(a), of(b)];
}

export function figuresNamed(pair: Pair, id: string, part = "all"): Figures {
  return figuresOf(pair, (document) => figureOf(document, id, { part }));
}

/** Run by run where both are of the same chance, else of independent means; null where one has no mean. */
export function differenceIn(pair: Pair, figures: Figures): Difference | null {
  const [a, b] = figures;
  const independent = differenceOf(figures);
  // Single runs tell of everything simulated.
  const paired = independent === null || ![a!, b!].every(isInAll) ? undefined : pairedDifference(pair, a!.id, a!.part);
  if (paired === undefined) return independent;
  const { mean, low, high, isNone } = paired;
  return { mean, low, high, isNone, isClear: low > 0 || high < 0 };
}

function isInAll({ where, arm }: OutcomeRow): boolean {
  return where === "all" && arm === "outage";
}

/**
 * Of results that hold no values of single runs, or are of different chance: both are taken as independent, and the bounds recovered from those of the two means (Zou and Donner 2008, Statistics in
 * Medicine 27:1693, method of variance estimates recovery), which keeps intervals that are wider on one side. null where one has no mean.
 */
export function differenceOf([a, b]: Figures): Difference | null {
  if (a === undefined || b === undefined || a.mean === null || b.mean === null) return null;
  const mean = b.mean - a.mean;
  const isNone = statistics.every((name) => a[name] === b[name]);
  if (a.low === null || a.high === null || b.low === null || b.high === null) return { mean, low: null, high: null, isNone, isClear: false };
  if (isNone) return { mean: 0, low: 0, high: 0, isNone, isClear: false };
  const low = mean - Math.sqrt(square(b.mean - b.low) + square(a.high - a.mean));
  const high = mean + Math.sqrt(square(b.high - b.mean) + square(a.mean - a.low));
  return { mean, low, high, isNone, isClear: low > 0 || high < 0 };
}

const statistics = ["mean", "low", "high", "p5", "p10", "p50", "p90", "p95", "defined", "censored"] as const;

function square(value: number): number {
  return value * value;
}

/** `−1,200 (−1,500 to −900)`, `none`; below it where chance may explain it, or nobody knows. */
export function differenceCell(difference: Difference | null): Html {
  if (difference === null) return html`–`;
  if (difference.isNone) return html`none`;
  const range = rangeOf(difference);
  const note = range === "" ? "" : `(${range})`;
  return html`${signed(difference)}${note === "" ? null : html` <span class="interval">${note}</span>`}${difference.isClear ? null : html` <span class="interval">${difference.low === null ? "no range" : "may be chance"}</span>`}`;
}

/** With its sign, above 0 as well. */
function signed(estimate: Estimate): string {
  const text = rounded(estimate);
  return (estimate.mean ?? 0) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
