/** How the check of the warm-up is told: in what state a simulation begins, what each week then has, and whether it still matters when counting begins. */

/** `seeded`: as every simulation begins. `empty`: nothing is booked or waits. `overfull`: as seeded, with a surplus in the diary and work that waits. */
export const starts = ["seeded", "empty", "overfull"] as const;
export type Start = (typeof starts)[number];

/** A mean and its two-sided interval of 95%, over neighbourhoods, or over replications where there is but one neighbourhood. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One measure from one start. */
export interface WarmUpSeries {
  readonly id: string;
  readonly label: string;
  /** Of the values: `of expected` is a ratio to what the calendar expects of the week. */
  readonly unit: string;
  readonly start: Start;
  /** By week from the first simulated one on. */
  readonly weekly: readonly number[];
  /** Welch's moving average of `weekly`. */
  readonly smoothed: readonly number[];
}

export interface WarmUpVerdict {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Weeks that MSER-5 says to drop from the seeded start of half of the runs, at most; null where it has no verdict on them. */
  readonly truncation: number | null;
  /** The other start less the seeded one, over the counted weeks. */
  readonly emptyLess: Interval;
  readonly overfullLess: Interval;
  /** Largest difference, in the unit, that counts as agreement. */
  readonly bound: number;
  /** The intervals of both differences lie within the bound. */
  readonly agrees: boolean;
  /** Change a week over the counted weeks of the seeded start. */
  readonly slopePerWeek: Interval;
  /** By its interval the slope may be one that from the first counted week to the last comes to no more than the bound. */
  readonly isStable: boolean;
}

export interface WarmUp {
  /** Simulated in all, the warm-up among them. */
  readonly weeks: number;
  readonly warmUpWeeks: number;
  readonly neighbourhoods: number;
  readonly replications: number;
  readonly series: readonly WarmUpSeries[];
  readonly verdicts: readonly WarmUpVerdict[];
}
