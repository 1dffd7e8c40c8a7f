/** When every practice has recovered, in every replication: possible only once all are in, since they tell what two ordinary periods differ by. */
import { DAY, type Minutes } from "../facts/days.js";
import { recoveryOf, recoveryOfMost, type Recovery } from "../outcomes/recovery.js";
import { timeOfWorkingDays, workingTimeOf, type WorkingTime } from "../outcomes/working-time.js";
import { meanInterval } from "../statistics/interval.js";
import { quantile } from "../statistics/quantile.js";
import type { Ledger } from "./ledger.js";

export interface Recoveries {
  /** By replication, then practice index; undefined for a practice that goes through nothing. */
  readonly ofPractice: readonly (readonly (Recovery | undefined)[])[];
  /** By replication, then number of the place, "all" and regions: 90% of the affected practices recovered; null where there are none. */
  readonly ofMost: readonly (readonly (Recovery | null)[])[];
  /**
   * Mean over the replications that affect somebody of the time, in minutes, at which nine in ten of all affected practices have recovered, each on its own:
   * the quantile that `backlogRecovery` has of how long they take, here of when. It is a mean of working days, so it never falls on a night or a weekend; null
   * where one lies beyond the horizon, or nothing is affected in any.
   */
  readonly mean: number | null;
}

export function recoveriesOf(ledger: Ledger): Recoveries {
  const clock = workingTimeOf(ledger.period);
  const noise = ledger.places.weights.map((_, practice) => noiseOf(ledger, practice, clock));
  const ofPractice = ledger.pages.map((_, replication) => {
    const recoveries: (Recovery | undefined)[] = [];
    for (const tally of ledger.affected(replication, 0)) recoveries[tally.practice] = recoveryOf(tally, noise[tally.practice]!, clock);
    return recoveries;
  });
  const regions = Array.from({ length: ledger.places.firstNeighbourhood }, (_, place) => place);
  const ofMost = ofPractice.map((recoveries, replication) =>
    regions.map((place) => recoveryOfMost(ledger.affected(replication, place).map(({ practice }) => recoveries[practice]!))),
  );
  return { ofPractice, ofMost, mean: meanTime(ledger, ofPractice, clock) };
}

/**
 * Minutes of open work by which two ordinary periods of a practice differ: the median, over the working days from the earliest onset and over pairs of
 * consecutive replications that simulate it, of the absolute difference between their twins at the end of the day. 0 where fewer than two do.
 */
function noiseOf({ pages, onset }: Ledger, practice: number, clock: WorkingTime): number {
  const differences: number[] = [];
  const twins = pages.map(({ practices }) => practices[practice]?.usual).filter((usual) => usual !== undefined);
  twins.slice(1).forEach((other, index) => {
    const one = twins[index]!;
    for (let day = Math.floor(onset / DAY); day < one.length; day++) if (clock.isWorking[day]!) differences.push(Math.abs(one[day]! - other[day]!));
  });
  return quantile(Float64Array.from(differences).sort(), 0.5) ?? 0;
}

function meanTime(ledger: Ledger, ofPractice: Recoveries["ofPractice"], clock: WorkingTime): number | null {
  const nineInTen = (times: readonly number[]): number | null => quantile(Float64Array.from(times).sort(), 0.9);
  const restored: Minutes[] = [];
  let sum = 0;
  for (const [replication, recoveries] of ofPractice.entries()) {
    const affected = ledger.affected(replication, 0);
    if (affected.length === 0) continue;
    const recovered = nineInTen(affected.map(({ practice }) => recoveries[practice]!).map(({ until, censored }) => (censored ? Infinity : until)));
    if (recovered === null) return null;
    restored.push(nineInTen(affected.map((tally) => tally.restored))!);
    sum += recovered;
  }
  // Working time stands still at night, when systems may return, and nobody recovers before that.
  return restored.length === 0 ? null : Math.max(meanInterval(restored).mean!, timeOfWorkingDays(clock, sum / restored.length));
}
