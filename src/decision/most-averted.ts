/** Which arm averts most, and how sure that is. */
import { draw, stream } from "../engine/random.js";

/** Samples of the replications, with repetition, by which chance is judged: an error of a probability of one in a hundred at most. */
const SAMPLES = 2500;

/**
 * For each arm the probability that its mean is the highest, by the bootstrap over replications: `values` by arm and replication, all arms with the same replications. Arms
 * that share the first place share its probability. None where no arm's mean is above 0. `names` fix the draws.
 */
export function probabilitiesOfBest(values: readonly (readonly number[])[], names: readonly (string | number)[]): readonly number[] | null {
  const replications = values[0]?.length ?? 0;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
  if (replications === 0 || !values.some((own) => sum(own) > 0)) return null;
  const random = stream(...names, "best");
  const wins = new Float64Array(values.length);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const sums = new Float64Array(values.length);
    for (let drawn = 0; drawn < replications; drawn++) {
      const replication = Math.floor(((draw(random) >>> 0) / 4294967296) * replications);
      values.forEach((own, arm) => (sums[arm]! += own[replication]!));
    }
    const most = sums.reduce((highest, value) => Math.max(highest, value), -Infinity);
    const winners = [...sums.keys()].filter((arm) => sums[arm] === most);
    for (const arm of winners) wins[arm]! += 1 / winners.length;
  }
  return [...wins].map((won) => won / SAMPLES);
}
