/** What the scenario wants of practices, beside what they achieve. */
import { backlogRecovery } from "../outcomes/recovery.js";
import { meanInterval } from "../statistics/interval.js";
import { quantile } from "../statistics/quantile.js";
import type { Replicates } from "./replicates.js";
import { rounded } from "./rounded.js";

export interface ObjectiveFigures {
  readonly id: "recoveryTime" | "minimumService";
  readonly unit: string;
  readonly objective: number;
  /** What half of the affected practices achieve or better, and nine in ten, as a mean over replications; null where it lies beyond the horizon, or none is affected. */
  readonly half: number | null;
  readonly nineInTen: number | null;
  /** Affected practices that achieve the objective, in hundredths: mean over the replications that affect any, and bounds of its 95% interval. */
  readonly within: { readonly mean: number | null; readonly low: number | null; readonly high: number | null };
}

const DIGITS = 9;

/** Of each objective that is stated, over all affected practices. */
export function objectiveFigures(replicates: Replicates): ObjectiveFigures[] {
  const { recoveryTime, minimumService } = replicates.objectives;
  const pages = [...replicates.ledger.pages.keys()];
  const times = (replication: number): Achieved[] =>
    replicates.ofPractices(replication, backlogRecovery, "all", "outage", 0).map(({ value, censored, weight }) => ({ value: censored ? Infinity : value, weight }));
  const services = (replication: number): Achieved[] =>
    replicates.ledger.affected(replication, 0).map(({ practice, service }) => ({ value: 100 * (service?.least ?? 1), weight: replicates.ledger.places.weights[practice]! }));
  return [
    ...(recoveryTime === undefined ? [] : [figures("recoveryTime", "working days", recoveryTime, pages.map(times), "most")]),
    ...(minimumService === undefined ? [] : [figures("minimumService", "% of an ordinary day's consultations", 100 * minimumService, pages.map(services), "least")]),
  ];
}

interface Achieved {
  readonly value: number;
  readonly weight: number;
}

/** `bound`: whether the objective is the most or the least that is to be. `all`: by replication. */
function figures(id: ObjectiveFigures["id"], unit: string, objective: number, all: readonly (readonly Achieved[])[], bound: "most" | "least"): ObjectiveFigures {
  const affected = all.filter((practices) => practices.length > 0);
  const reached = (p: number): number | null => {
    const each = affected.map((practices) => quantile(Float64Array.from(practices.map(({ value }) => value)).sort(), bound === "most" ? p : 1 - p));
    return each.length === 0 || each.includes(null) ? null : rounded(each.reduce<number>((sum, value) => sum + value!, 0) / each.length, DIGITS);
  };
  const shares = affected.map((practices) => {
    const [met, weight] = practices.reduce(([sum, of], practice) => [sum + (isMet(practice.value) ? practice.weight : 0), of + practice.weight], [0, 0]);
    return (100 * met) / weight;
  });
  const { mean, low, high } = meanInterval(shares);
  return { id, unit, objective, half: reached(0.5), nineInTen: reached(0.9), within: { mean: rounded(mean, DIGITS), low: rounded(low, DIGITS), high: rounded(high, DIGITS) } };

  function isMet(value: number): boolean {
    return bound === "most" ? value <= objective : value >= objective;
  }
}
