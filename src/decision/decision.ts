/** What is decided and how sure that is: the part of a comparison's document from which page and tables are drawn. Plain data; money in pounds, effects of one incident, costs in real terms. */
import type { Chance } from "./best.js";
import type { PricedOption } from "./candidates.js";
import type { Cost, CostLine, Terms } from "./cost.js";
import type { Standing } from "./frontier.js";
import type { MeanInterval } from "../statistics/interval.js";

export interface Decision {
  /** `budget`: most patient-days averted for the budget. `value for money`: least pounds for each patient-day averted, of single options. */
  readonly basis: "budget" | "value for money";
  readonly budget: number | null;
  readonly terms: Terms;
  readonly replications: number;
  readonly estate: { readonly practices: number; readonly patients: number };
  /** For every probability. */
  readonly draws: number;
  /** Pounds a patient-day and years between incidents that were swept. */
  readonly thresholds: readonly number[];
  readonly intervals: readonly number[];
  readonly options: readonly OptionRow[];
  /** Nothing first, then every arm that was simulated; what follows refers to them by index. */
  readonly candidates: readonly CandidateRow[];
  readonly recommendation: Recommendation;
  /** Sets by the pairwise model and as they were simulated, in the model's order; absent without a budget. */
  readonly model?: ModelCheck;
  readonly acceptability: readonly AcceptabilityRow[];
  readonly netBenefits: readonly NetBenefitRow[];
  readonly flips: readonly FlipRow[];
  readonly twoWay: TwoWay | null;
}

export interface OptionRow {
  readonly name: string;
  readonly label: string;
  readonly against: PricedOption["against"];
  readonly lines: readonly CostLine[];
  readonly cost: Cost;
  /** That it is part of what is best on the basis of the decision, over replications and prices; null where that is not known. */
  readonly inBest: number | null;
}

export interface CandidateRow {
  readonly name: string;
  readonly label: string;
  /** Names of options. */
  readonly options: readonly string[];
  readonly cost: Cost;
  /** `null` without a budget. */
  readonly isAffordable: boolean | null;
  /** That the budget pays for it, over the plausible ranges of prices; null without a budget or a range. */
  readonly chanceAffordable: number | null;
  readonly outcomes: readonly OutcomeEffect[];
  /** Pounds of staff time averted in an incident. */
  readonly staffTime: MeanInterval;
  /** Pounds for each patient-day averted if such an incident comes once a year: with N years between them it is N times as much. */
  readonly priceOfDay: Spread;
  readonly breakEven: readonly BreakEven[];
  /** By yearly cost and patient-days averted. */
  readonly standing: Standing;
  /** That it is the best on the basis of the decision. */
  readonly chances: Chances;
}

export interface OutcomeEffect {
  readonly id: string;
  readonly without: MeanInterval;
  readonly with: MeanInterval;
  /** The first minus the second, paired. */
  readonly averted: MeanInterval;
  /** On days without an outage, over the window. */
  readonly ordinary: MeanInterval;
}

/** At prices and effects as they are; and the 5th, 50th and 95th percentile over both. A percentile beyond all bounds is null. */
export interface Spread {
  readonly value: number | null;
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** Most years between incidents at which it is worth its price, at a threshold; `always` where it needs no incident. */
export interface BreakEven extends Omit<Spread, "value"> {
  readonly threshold: number;
  readonly years: number | "always";
}

/** null where nothing can be said: one replication, or no price that varies. */
export interface Chances {
  /** Prices as stated; how far the means over replications may be from the truth. */
  readonly replications: Chance | null;
  /** Means as simulated; prices over their plausible ranges. */
  readonly prices: Chance | null;
  readonly both: Chance | null;
}

export interface Recommendation {
  /** 0 where nothing is worth buying. */
  readonly candidate: number;
  readonly chances: Chances;
  /** The next on the same basis, and how many more patient-days the first averts, paired; null where there is no other. */
  readonly next: { readonly candidate: number; readonly more: MeanInterval } | null;
  /** The cheapest that averts at least nine tenths as much, where there is a cheaper one, and its share of what the first averts. */
  readonly nearly: { readonly candidate: number; readonly share: number } | null;
  /** What each option adds to the rest of a set. */
  readonly members: readonly { readonly option: string; readonly adds: MeanInterval; readonly from: "simulated" | "pairwise model"; readonly cost: Cost }[];
}

export interface ModelCheck {
  readonly rows: readonly ModelRow[];
  /** Of sets of three or more, which the model does not know from their own simulation: mean and largest distance, as shares of what was simulated; null without any. */
  readonly meanShare: number | null;
  readonly largestShare: number | null;
  /** Whether the set that the model puts first is first when simulated. */
  readonly isFirstConfirmed: boolean;
}

export interface ModelRow {
  readonly candidate: number;
  readonly predicted: number;
  readonly simulated: MeanInterval;
  /** Simulated minus predicted, paired. */
  readonly difference: MeanInterval;
  /** How many patient-days fewer it averts than what is recommended, paired. */
  readonly behind: MeanInterval;
}

export interface AcceptabilityRow {
  readonly every: number;
  readonly threshold: number;
  /** Highest net benefit at prices and effects as they are. */
  readonly best: number;
  /** Probability of the highest net benefit, over replications and prices; those above 0. */
  readonly chances: readonly { readonly candidate: number; readonly probability: number }[];
}

export interface NetBenefitRow {
  readonly candidate: number;
  readonly every: number;
  readonly threshold: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FlipRow {
  readonly option: string;
  readonly what: string;
  readonly per: string;
  readonly isYearly: boolean;
  readonly now: number;
  readonly range: CostLine["range"];
  readonly source: string | null;
  readonly below: { readonly price: number; readonly to: number } | null;
  readonly above: { readonly price: number; readonly to: number } | null;
  /** Whether one of them lies within the range. */
  readonly isWithinRange: boolean;
}

/** Which candidate comes first at each of two prices: `first[y][x]`. */
export interface TwoWay {
  readonly x: Axis;
  readonly y: Axis;
  readonly first: readonly (readonly number[])[];
}

export interface Axis {
  readonly option: string;
  readonly what: string;
  readonly per: string;
  readonly isYearly: boolean;
  readonly now: number;
  readonly prices: readonly number[];
}
