/** What each replication says: the values from which means, intervals and quantiles are made. */
import type { Description } from "../outcomes/outcome.js";
import { lateDays } from "../outcomes/continuity.js";
import type { Recovery } from "../outcomes/recovery.js";
import { areWorst, carried } from "../outcomes/worst-tenth.js";
import { workingTimeOf, type WorkingTime } from "../outcomes/working-time.js";
import { dayAt } from "../outcomes/window.js";
import { meanInterval, type MeanInterval } from "../statistics/interval.js";
import { quantile } from "../statistics/quantile.js";
import type { Ledger } from "./ledger.js";
import type { Places } from "./places.js";
import type { Objectives } from "./model.js";
import { recoveriesOf, type Recoveries } from "./recoveries.js";
import type { PracticeTally } from "./tally.js";

/** A value that may have been cut at the horizon: then it is a lower bound. */
export interface Cut {
  readonly value: number;
  readonly censored: boolean;
}

export interface Replicate {
  /** null where there is none: a ratio over nothing, a level that nobody simulated. */
  readonly value: number | null;
  /** False as well for the 0 of a per-practice outcome where no practice is affected: nothing to recover from. */
  readonly isDefined: boolean;
  /** How many of the values behind it were cut at the horizon. */
  readonly censored: number;
}

/** Part of `backlogRecovery` that only "all" and regions have. */
export const OF_REGION = "region";

export class Replicates {
  readonly ledger: Ledger;
  readonly recoveries: Recoveries;
  readonly objectives: Objectives;
  readonly #clock: WorkingTime;
  /** By replication, found when first asked for. */
  readonly #worst: ReadonlySet<number>[] = [];

  /** Of a mean over replications. */
  readonly interval: (values: ArrayLike<number>) => MeanInterval;

  /** To be made when the ledger is complete. */
  constructor(ledger: Ledger, objectives: Objectives | undefined, interval: (values: ArrayLike<number>) => MeanInterval = meanInterval) {
    this.interval = interval;
    this.ledger = ledger;
    this.recoveries = recoveriesOf(ledger);
    this.objectives = objectives ?? {};
    this.#clock = workingTimeOf(ledger.period);
  }

  /** By replication: the value of one part of an outcome at a place. */
  of(outcome: Description, part: string, arm: string, place: number): Replicate[] {
    return this.ledger.pages.map((_, replication) => this.#replicate(replication, outcome, part, arm, place));
  }

  /** The values of a place's affected practices in one replication, by practice index; a practice for which there is none is left out. */
  ofPractices(replication: number, outcome: Description, part: string, arm: string, place: number): (Cut & { readonly weight: number })[] {
    const { places } = this.ledger;
    return this.ledger.affected(replication, place).flatMap((tally) => {
      const cut = this.#ofPractice(replication, outcome, part, arm, tally);
      return cut === null ? [] : [{ ...cut, weight: place < places.firstNeighbourhood ? places.weights[tally.practice]! : 1 }];
    });
  }

  /**
   * By replication: the quantile p over a place's affected practices; null where there is none that has a value. It is censored where it is infinite, if values
   * cut at the horizon count as infinite; its value then is the one that it has if they count as the horizon.
   */
  quantileOfPractices(outcome: Description, part: string, arm: string, place: number, p: number): (Cut | null)[] {
    return this.ledger.pages.map((_, replication) => {
      const cuts = this.ofPractices(replication, outcome, part, arm, place);
      if (cuts.length === 0) return outcome.kind === "difference" ? { value: 0, censored: false } : null;
      const value = quantile(sorted(cuts.map((cut) => cut.value)), p)!;
      const open = quantile(sorted(cuts.map((cut) => (cut.censored ? Infinity : cut.value))), p);
      return open === null ? { value, censored: true } : { value: open, censored: false };
    });
  }

  #replicate(replication: number, outcome: Description, part: string, arm: string, place: number): Replicate {
    if (outcome.combination !== "practices") {
      const value = combined(this.ledger, replication, outcome, part, arm, place);
      return { value, isDefined: value !== null, censored: this.ledger.total(replication, outcome.id, part, arm, place).censored };
    }
    const nothing = { value: outcome.kind === "difference" ? 0 : null, isDefined: false, censored: 0 };
    if (part === OF_REGION) {
      const most = this.recoveries.ofMost[replication]![place];
      return most ? { value: most.until - most.from, isDefined: true, censored: Number(most.censored) } : nothing;
    }
    const values = this.ofPractices(replication, outcome, part, arm, place);
    if (values.length === 0) return nothing;
    const first = values[0]!.value;
    let sum = 0, weights = 0, censored = 0;
    // Measured from the first value, equal values have a mean without rounding error.
    for (const cut of values) {
      sum += cut.weight * (cut.value - first);
      weights += cut.weight;
      censored += Number(cut.censored);
    }
    return { value: first + sum / weights, isDefined: true, censored };
  }

  /** In hundredths of the working days from the earliest onset on. */
  #breaches(recovery: Recovery, part: string, { service }: PracticeTally): number {
    const { recoveryTime } = this.objectives;
    const late = recoveryTime === undefined || part === "minimum service" ? [] : lateDays(recovery, recoveryTime, this.#clock);
    const days = new Set([...late, ...(part === "recovery time" ? [] : (service?.short ?? []))]);
    const all = this.#clock.before.at(-1)! - this.#clock.before[dayAt(this.ledger.onset)]!;
    return all === 0 ? 0 : (100 * days.size) / all;
  }

  /** Indices of the tenth of all affected practices that are hit worst. */
  #worstIn(replication: number): ReadonlySet<number> {
    let worst = this.#worst[replication];
    if (worst === undefined) {
      const affected = this.ledger.affected(replication, 0);
      const are = areWorst(affected.map(({ excess, day }) => carried(excess, day)));
      this.#worst[replication] = worst = new Set(affected.filter((_, index) => are[index]).map(({ practice }) => practice));
    }
    return worst;
  }

  #ofPractice(replication: number, outcome: Description, part: string, arm: string, tally: PracticeTally): Cut | null {
    const { practice, lostDays } = tally;
    const recovery = this.recoveries.ofPractice[replication]![practice]!;
    switch (outcome.id) {
      case "backlogRecovery": return cut(recovery, 1);
      case "recoveryRatio": return lostDays > 0 ? cut(recovery, lostDays) : null;
      case "worstTenth": return { value: Number(this.#worstIn(replication).has(practice)), censored: false };
      case "continuityBreaches": return { value: this.#breaches(recovery, part, tally), censored: false };
      default: {
        const value = combined(this.ledger, replication, outcome, part, arm, this.ledger.places.above[practice]![2]);
        return value === null ? null : { value, censored: false };
      }
    }
  }
}

export function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

function cut({ from, until, censored }: Recovery, over: number): Cut {
  return { value: (until - from) / over, censored };
}

/** Sum, rate, mean over patients, ratio or remainder at a place. */
function combined(ledger: Ledger, replication: number, { id, kind, combination }: Description, part: string, arm: string, place: number): number | null {
  const { value, over } = ledger.total(replication, id, part, arm, place);
  // Where nobody is simulated nothing is lost.
  if (combination === "remainder") return 100 - value / practicesAt(ledger.places, place);
  if (kind === "level" && ledger.pages[replication]!.simulated[place] === 0) return null;
  switch (combination) {
    case "ratio": return over === 0 ? null : value / over;
    case "patients": return value === 0 ? 0 : value / ledger.places.patients[place]!;
    case "rate": return value === 0 ? 0 : (value * 1000) / ledger.places.patients[place]!;
    default: return value;
  }
}

/** How many practices a place has, weighted as its sums are. */
function practicesAt({ practices, weights, firstNeighbourhood }: Places, place: number): number {
  const members = practices[place]!;
  return place < firstNeighbourhood ? members.reduce((sum, practice) => sum + weights[practice]!, 0) : members.length;
}
