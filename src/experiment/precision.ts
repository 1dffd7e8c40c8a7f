/** Whether the decisive means are known well. */
import { meanInterval, type MeanInterval } from "../statistics/interval.js";
import { skewedInterval } from "../statistics/skewed-interval.js";
import type { Ledger } from "./ledger.js";

/** Outcomes whose means are to be known well. */
const decisive = ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn"] as const;
/** Half width of the 95% interval, as a share of the mean. */
const TOLERANCE = 0.05;

/**
 * True when the 95% intervals of the decisive means over the whole estate, by `interval`, are no wider to either side, on average of the two, than `tolerance` of the mean, or than one unit for every practice
 * that the incident touches; with `times`, so many times narrower than that. False with fewer than two replications.
 */
export function isPrecise(ledger: Ledger, tolerance = TOLERANCE, times = 1, interval: (values: readonly number[]) => MeanInterval = skewedInterval): boolean {
  const { pages, places } = ledger;
  const touched = pages.map((_, page) => ledger.affected(page, 0).reduce((sum, { practice }) => sum + places.weights[practice]!, 0));
  const perPractice = meanInterval(touched).mean ?? 0;
  return decisive.every((id) => {
    const { mean, low, high } = interval(pages.map((_, page) => ledger.total(page, id, "all", "outage", 0).value));
    return low !== null && (times * (high! - low)) / 2 <= Math.max(tolerance * Math.abs(mean!), perPractice);
  });
}
