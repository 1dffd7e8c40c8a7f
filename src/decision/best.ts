/** How probable it is of each candidate that it is the best. */

/** What is best in one draw: the candidates that share the first place. */
export type Winners = (draw: number) => readonly number[];

export interface Chance {
  readonly probability: number;
  /** 95% interval for the number of draws: how far the probability itself is known (Wilson). */
  readonly low: number;
  readonly high: number;
}

/** Those who share the first place share its draw, so that probabilities add up to 1. Without draws nothing is known: null. */
export function chancesOfBest(candidates: number, draws: number, winners: Winners): Chance[] | null {
  if (draws === 0) return null;
  const won = new Float64Array(candidates);
  for (let draw = 0; draw < draws; draw++) {
    const first = winners(draw);
    for (const candidate of first) won[candidate]! += 1 / first.length;
  }
  return Array.from(won, (wins) => chance(wins / draws, draws));
}

/** Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212. */
function chance(probability: number, draws: number): Chance {
  const z = 1.959963984540054;
  const z2 = z * z;
  const centre = (probability + z2 / (2 * draws)) / (1 + z2 / draws);
  const half = (z * Math.sqrt((probability * (1 - probability)) / draws + z2 / (4 * draws * draws))) / (1 + z2 / draws);
  return { probability, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Those with the highest value; of equals those with the lowest cost. -Infinity is out of the question. */
export function highest(count: number, valueOf: (candidate: number) => number, costOf: (candidate: number) => number): number[] {
  let first: number[] = [];
  let [value, cost] = [-Infinity, Infinity];
  for (let candidate = 0; candidate < count; candidate++) {
    const [its, price] = [valueOf(candidate), costOf(candidate)];
    if (its === -Infinity || its < value || (its === value && price > cost)) continue;
    if (its > value || price < cost) first = [];
    first.push(candidate);
    [value, cost] = [its, price];
  }
  return first;
}
