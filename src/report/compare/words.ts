/** A decision in words: pounds, sets of options, chances, and what a price would change. */
import type { CandidateRow, CompareDocument, FlipRow } from "../../result/compare-document.js";
import { html, type Html } from "../html.js";
import { listed, withinSentence } from "../labels.js";
import { about, exact, plain, rangeOf, type Estimate } from "../numbers.js";

/** `£365,000`, to three figures; `£2.86`, to the penny, below ten. */
export function pounds(value: number): string {
  const amount = Math.abs(value) < 10 && value !== 0 ? Math.abs(value).toFixed(2).replace(/\.00$/, "") : plain(Math.abs(value), Math.abs(value) < 1000 && Number.isInteger(value) ? 6 : 3);
  return `${value < 0 ? "−" : ""}£${amount}`;
}

/** A price that somebody stated, with every digit. */
export function price(value: number): string {
  return `${value < 0 ? "−" : ""}£${exact(Math.abs(value))}`;
}

/** Of a set: its options within a sentence; of nothing, `nothing`. */
export function namesOf({ decision }: CompareDocument, row: CandidateRow): string {
  return row.options.length === 0 ? "nothing" : listed(row.options.map((option) => withinSentence(labelOf(decision.options, option))));
}

export function labelOf(options: CompareDocument["decision"]["options"], option: string): string {
  return options.find(({ name }) => name === option)?.label ?? option;
}

/** Of a set in a table or chart: `Second firewall + alerts by text message`. */
export function shortOf({ decision }: CompareDocument, row: CandidateRow): string {
  if (row.options.length === 0) return "Nothing bought";
  return row.options.map((option, index) => (index === 0 ? labelOf(decision.options, option) : withinSentence(labelOf(decision.options, option)))).join(" + ");
}

export function effectOf(row: CandidateRow, id: string): CandidateRow["outcomes"][number] | undefined {
  return row.outcomes.find((outcome) => outcome.id === id);
}

export function delayOf(row: CandidateRow): Estimate {
  return effectOf(row, "careDelay")?.averted ?? { mean: null, low: null, high: null };
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

/** `a practice`, `in all`. */
export function perWhat(per: string): string {
  return per === "all" ? "in all" : `a ${per}`;
}

/** Flips that a price without a source may bring about, nearest first by how much of its range lies between. */
export function reachable({ decision }: CompareDocument): FlipRow[] {
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

/** What another set coming first means: `alerts by text message would have to go`. */
export function changeTo(document: CompareDocument, to: number): string {
  const { candidates, recommendation, options } = document.decision;
  const [now, then] = [candidates[recommendation.candidate]!.options, candidates[to]!.options];
  const [gone, come] = [now.filter((option) => !then.includes(option)), then.filter((option) => !now.includes(option))].map((names) => listed(names.map((option) => withinSentence(labelOf(options, option))))) as [string, string];
  if (come === "") return `without ${gone}`;
  return gone === "" ? `with ${come} as well` : `with ${come} in place of ${gone}`;
}
