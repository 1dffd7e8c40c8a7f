/** The pairwise model: a set averts what its options avert one by one, corrected by what pairs were found to avert beyond their sum. It guides which sets are simulated, and is then judged by them. */
import type { Choice } from "./budget.js";
import type { Candidate } from "./candidates.js";
import { meanOf } from "./effects.js";

export interface PairwiseModel {
  /** By option and replication; null where the option was not simulated by itself. */
  readonly singles: readonly (readonly number[] | null)[];
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly correction: readonly number[] }[];
}

/** Of so many options. */
export function pairwiseModel(candidates: readonly Candidate[], options: number): PairwiseModel {
  const singles = Array.from({ length: options }, (_, option) => candidates.find(({ members }) => members.length === 1 && members[0] === option)?.delay ?? null);
  const pairs = candidates.filter(({ members }) => members.length === 2).flatMap(({ members: [a, b], delay }) => {
    const [one, other] = [singles[a!], singles[b!]];
    return one == null || other == null ? [] : [{ a: a!, b: b!, correction: delay.map((days, replication) => days - one[replication]! - other[replication]!) }];
  });
  return { singles, pairs };
}

/** Patient-days that a set averts by the model, by replication. Throws a RangeError where an option of it was not simulated by itself. */
export function predicted({ singles, pairs }: PairwiseModel, members: readonly number[], replications: number): number[] {
  const sum = new Array<number>(replications).fill(0);
  const add = (values: readonly number[]): void => values.forEach((value, replication) => { sum[replication]! += value; });
  for (const member of members) {
    const single = singles[member];
    if (single == null) throw new RangeError("an option of the set was not simulated by itself");
    add(single);
  }
  for (const { a, b, correction } of pairs) if (members.includes(a) && members.includes(b)) add(correction);
  return sum;
}

/** The same in means, as sets are chosen by it. Options that were not simulated by themselves are worth nothing in it. */
export function choiceOf({ singles, pairs }: PairwiseModel, costs: readonly number[], exclusions: Choice["exclusions"]): Choice {
  return {
    values: singles.map((single) => (single === null ? 0 : meanOf(single))), costs, exclusions,
    pairs: pairs.map(({ a, b, correction }) => ({ a, b, value: meanOf(correction) })),
  };
}
