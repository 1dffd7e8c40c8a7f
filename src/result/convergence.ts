/** How a mean settles as replications are added. */
import { meanInterval } from "../statistics/interval.js";

export interface Settling {
  /** Replications so far, those without a value left out. */
  readonly replications: number;
  readonly mean: number;
  /** Of the 95% interval by Student's t. */
  readonly low: number;
  readonly high: number;
}

/** From the second value on: one alone has no interval. */
export function settlingOf(values: readonly (number | null)[]): Settling[] {
  const known = values.filter((value) => value !== null);
  return known.slice(1).map((_, at) => {
    const { mean, low, high } = meanInterval(known.slice(0, at + 2));
    return { replications: at + 2, mean: mean!, low: low!, high: high! };
  });
}
