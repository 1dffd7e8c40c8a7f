/** A decision in words: pounds, sets of options, chances, and what a price would change. */
import type { CandidateRow, DecisionDocument, FlipRow } from "../../result/decision-document.js";
import { html, type Html } from "../html.js";
import { listed, withinSentence } from "../labels.js";
import { about, exact, plain, rangeOf, type Estimate } from "../numbers.js";

/** `£365,000`, to three figures; `£15`, to the pound, below a hundred; `£2.86`, to the penny, below ten; `£0.003`, to two figures, below ten pence. */
export function pounds(value: number): string {
  const size = Math.abs(value);
  const amount = size > 0 && size < 0.095 ? plain(size, 2) : size > 0 && size < 9.995 ? size.toFixed(2).replace(/\.00$/, "") : size < 100 ? String(Math.round(size)) : plain(size, 3);
  return `${value < 0 ? "−" : ""}£${amount}`;
}

/** A price that somebody stated, with every digit. */
export function price(value: number): string {
  return `${value < 0 ? "−" : ""}£${exact(Math.abs(value))}`;
}

/** Options within a sentence; their labels may have commas of their own. */
export function namesOf({ decision }: DecisionDocument, options: readonly string[]): string {
  const labels = options.map((option) => withinSentence(labelOf(decision.options, option)));
  return labels.some((label) => label.includes(",")) && labels.length > 1 ? labels.join("; ") : listed(labels);
}

export function labelOf(options: DecisionDocument["decision"]["options"], option: string): string {
  return options.find(({ name }) => name === option)?.label ?? option;
}

/** Of a set in a table or chart: `Second firewall + alerts by text message`. */
export function shortOf({ decision }: DecisionDocument, row: CandidateRow): string {
  if (row.options.length === 0) return "Nothing bought";
  return row.options.map((option, index) => (index === 0 ? labelOf(decision.options, option) : withinSentence(labelOf(decision.options, option)))).join(" + ");
}

export function effectOf(row: CandidateRow, id: string): CandidateRow["outcomes"][number] | undefined {
  return row.outcomes.find((outcome) => outcome.id === id);
}

export function delayOf(row: CandidateRow): Estimate {
  return effectOf(row, "careDelay")?.averted ?? { mean: null, low: null, high: null };
}

const MILLION = 1e6;

/** From a million on in millions, since so many digits are not read; and the word for it. */
export function scaled(estimate: Estimate): readonly [estimate: Estimate, unit: string] {
  const { mean, low, high } = estimate;
  const by = (value: number | null): number | null => (value === null ? null : value / MILLION);
  return Math.abs(mean ?? 0) < MILLION ? [estimate, ""] : [{ ...estimate, mean: by(mean), low: by(low), high: by(high) }, " million"];
}

/** `about 31,000`; `about 10.0 million`. */
export function aboutInWords(estimate: Estimate): string {
  const [its, unit] = scaled(estimate);
  return `${about(its)}${unit}`;
}

/** `30,000 to 32,000`; `9.2 to 10.7 million`; empty where there is none. */
export function rangeInWords(estimate: Estimate): string {
  const [its, unit] = scaled(estimate);
  const range = rangeOf(its);
  return range === "" ? "" : `${range}${unit}`;
}

/** The value, with its interval below it. */
export function withRange(estimate: Estimate | undefined): Html {
  if (estimate === undefined || estimate.mean === null) return html`–`;
  const range = rangeOf(estimate);
  return html`${about(estimate).replace("about ", "")}${range === "" ? null : html` <span class="interval">(${range})</span>`}`;
}

/** `48%`; `under 1%` and `over 99%` at the ends, since draws never show what is certain. */
export function likely(probability: number | null): string {
  if (probability === null) return "not known";
  return probability < 0.01 ? "under 1%" : probability > 0.99 ? "over 99%" : `${Math.round(probability * 100)}%`;
}

/** After a price: ` a practice a year`; nothing for one that is paid once for all. */
export function perWhat({ per, isYearly }: { readonly per: string; readonly isYearly: boolean }): string {
  return `${per === "all" ? "" : ` a ${per}`}${isYearly ? " a year" : ""}`;
}

const faultNames: Readonly<Record<string, string>> = {
  firewall: "a failed firewall of the ICB", circuit: "cut lines of practices", "health network": "a failure of the national health network", hosting: "a failure of the clinical system’s data centres",
  "code push": "a bad release of the clinical system", workstations: "a bad update that crashes workstations", telephony: "a failure of cloud telephones alone", power: "a power cut",
};

/** `cut lines of practices` for `circuit`; a fault without a name speaks for itself. */
export function faultInWords(fault: string): string {
  return Object.hasOwn(faultNames, fault) ? faultNames[fault]! : fault;
}

/** Years of all prices, earliest first. */
export function priceYears({ decision: { options } }: DecisionDocument): string[] {
  return [...new Set(options.flatMap(({ lines }) => lines).map(({ priceYear }) => priceYear))].sort();
}

/** Flips that a price may bring about, nearest first by how much of its range lies between. */
export function reachable({ decision }: DecisionDocument): FlipRow[] {
  const distance = ({ now, range, below, above }: FlipRow): number => {
    const width = range!.high - range!.low;
    return Math.min(...[below, above].flatMap((flip) => (flip === null ? [] : [Math.abs(flip.price - now) / width])));
  };
  return decision.flips.filter(({ isWithinRange }) => isWithinRange).sort((a, b) => distance(a) - distance(b));
}

/** Which end of a flip lies within the range; the nearer one where both do. */
export function endOf({ now, range, below, above }: FlipRow): { readonly side: "below" | "above"; readonly price: number; readonly to: number } | null {
  const ends = [...(below === null ? [] : [{ side: "below" as const, ...below }]), ...(above === null ? [] : [{ side: "above" as const, ...above }])];
  const within = ends.filter(({ price: at }) => range !== null && at >= range.low && at <= range.high);
  return (within.length > 0 ? within : ends).sort((a, b) => Math.abs(a.price - now) - Math.abs(b.price - now))[0] ?? null;
}

/** What another choice coming first means: `the best is without alerts by text message`. */
export function changeTo(document: DecisionDocument, to: number): string {
  const { candidates, recommendation } = document.decision;
  const [now, then] = [candidates[recommendation.candidate]!.options, candidates[to]!.options];
  const [gone, come] = [now.filter((option) => !then.includes(option)), then.filter((option) => !now.includes(option))].map((names) => namesOf(document, names)) as [string, string];
  if (come === "") return `without ${gone}`;
  return gone === "" ? `with ${come} as well` : `with ${come} in place of ${gone}`;
}
