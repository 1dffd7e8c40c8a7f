/** On what basis one candidate is better than another, when nobody says what a patient-day is worth nor how often such an incident comes. */
import { chancesOfBest, highest, type Chance } from "./best.js";
import type { Candidate } from "./candidates.js";
import type { Chances } from "./decision.js";
import type { Drawn, Draws } from "./drawn.js";

/** What a candidate is judged by: the higher the value the better; -Infinity is out of the question. `cost` decides between equals. */
export interface Basis {
  readonly name: "budget" | "value for money";
  readonly value: (candidate: number, delay: number, annual: number, budget: number) => number;
}

/** Most patient-days averted among those that the budget pays for, nothing included; without a budget, of single options that avert any, the least pounds for each. */
export function basisOf(candidates: readonly Candidate[], budget: number | null): Basis {
  if (budget !== null) return { name: "budget", value: (_, delay, __, cost) => (cost <= budget ? delay : -Infinity) };
  return { name: "value for money", value: (candidate, delay, annual) => (candidates[candidate]!.members.length === 1 && delay > 0 ? -annual / delay : -Infinity) };
}

/** Of all, best first; those out of the question are left out. Of equals the cheaper comes first, then the earlier. */
export function ranked({ value }: Basis, rows: readonly { readonly delay: number; readonly annual: number; readonly budget: number }[]): number[] {
  const values = rows.map(({ delay, annual, budget }, candidate) => value(candidate, delay, annual, budget));
  return rows.map((_, candidate) => candidate).filter((candidate) => values[candidate] !== -Infinity)
    .sort((a, b) => values[b]! - values[a]! || rows[a]!.annual - rows[b]!.annual || a - b);
}

/** Of each candidate that it is best. */
export function chancesOn(basis: Basis, { count, hasMeans, hasPrices, both, means, prices }: Draws): Chances[] {
  const over = (drawn: readonly Drawn[], isKnown: boolean): Chance[] | null => chancesOfBest(drawn.length, isKnown ? count : 0, (draw) => highest(
    drawn.length, (candidate) => basis.value(candidate, drawn[candidate]!.delay[draw]!, drawn[candidate]!.annual[draw]!, drawn[candidate]!.budget[draw]!), (candidate) => drawn[candidate]!.annual[draw]!,
  ));
  const [byReplications, byPrices, byBoth] = [over(means, hasMeans), over(prices, hasPrices), over(both, hasMeans || hasPrices)];
  return both.map((_, candidate) => ({ replications: byReplications?.[candidate] ?? null, prices: byPrices?.[candidate] ?? null, both: byBoth?.[candidate] ?? null }));
}
