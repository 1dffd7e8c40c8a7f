/** Rows of the result: every part of every outcome at every place, with its interval and quantiles. */
import { descriptions } from "../outcomes/index.js";
import { byDay, byTeam, type Description } from "../outcomes/outcome.js";
import { dayAt, dayParts } from "../outcomes/window.js";
import { meanInterval } from "../statistics/interval.js";
import { quantile } from "../statistics/quantile.js";
import { OF_REGION, sorted, type Cut, type Replicates } from "./replicates.js";
import { rounded } from "./rounded.js";

export interface OutcomeRow {
  readonly id: string;
  readonly part: string;
  readonly unit: string;
  readonly arm: string;
  readonly against: string | null;
  readonly where: string;
  readonly kind: "difference" | "ratio" | "level";
  /** Over replications; a value cut at the horizon counts as the horizon, so that the mean is a lower bound where `censored` is above 0. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /**
   * Quantiles over replications; of a per-practice outcome (`backlogRecovery`, `recoveryRatio`, `peakBacklog`) at more than one practice over its affected
   * practices, as a mean over replications. A value cut at the horizon counts as infinite, and null stands for an infinite quantile.
   */
  readonly p5: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly replications: number;
  /**
   * Replications in which it is defined, and how many values were cut at the horizon. Where a per-practice outcome finds nobody affected it is exactly 0 (a ratio
   * null) and not defined.
   */
  readonly defined: number;
  readonly censored: number;
}

export const quantiles = { p5: 0.05, p10: 0.1, p50: 0.5, p90: 0.9, p95: 0.95 } as const;
/** Digits that rows keep: far more than any of them means, far fewer than rounding errors reach. */
const DIGITS = 9;

/** Rows of "all", regions and neighbourhoods. */
export function groupRows(replicates: Replicates): OutcomeRow[] {
  return rowsOf(replicates, 0, replicates.ledger.places.firstPractice);
}

/** Rows of practices. */
export function practiceRows(replicates: Replicates): OutcomeRow[] {
  const { firstPractice, codes } = replicates.ledger.places;
  return rowsOf(replicates, firstPractice, codes.length);
}

function rowsOf(replicates: Replicates, first: number, end: number): OutcomeRow[] {
  const { ledger: { places, period, onset, teams }, objectives } = replicates;
  const days = dayParts(period).filter((_, day) => day >= dayAt(onset));
  const expanded: Readonly<Record<string, readonly string[]>> = { [byDay]: days, [byTeam]: teams.map((team) => byTeam + team) };
  const rows: OutcomeRow[] = [];
  for (let place = first; place < end; place++) {
    for (const outcome of descriptions) {
      if (outcome.ofTeams === true && (place > 0 || teams.length === 0)) continue;
      if (outcome.ofObjectives === true && Object.keys(objectives).length === 0) continue;
      if (outcome.ofPractices === true && place < places.firstPractice) continue;
      const arms = outcome.kind === "level" && outcome.outageOnly !== true ? ["none", "outage"] : ["outage"];
      for (const declared of outcome.parts) {
        if ((declared === byDay || declared === OF_REGION || outcome.ofRegions === true) && place >= places.firstNeighbourhood) continue;
        for (const part of expanded[declared] ?? [declared]) for (const arm of arms) rows.push(rowOf(replicates, outcome, part, arm, place));
      }
    }
  }
  return rows;
}

/** One row; `place` is its number in `Places`. */
export function rowOf(replicates: Replicates, outcome: Description, part: string, arm: string, place: number): OutcomeRow {
  const { places, replications } = replicates.ledger;
  const values = replicates.of(outcome, part, arm, place);
  const { mean, low, high } = replicates.interval(values.flatMap(({ value }) => (value === null ? [] : [value])));
  const at = isSpreadOverPractices(outcome, part, place, places.firstPractice)
    ? (p: number) => meanOfQuantiles(replicates.quantileOfPractices(outcome, part, arm, place, p))
    : (p: number) => quantile(sorted(values.flatMap(({ value, censored }) => (value === null ? [] : [censored > 0 ? Infinity : value]))), p);
  const spread = Object.fromEntries(Object.entries(quantiles).map(([name, p]) => [name, rounded(at(p), DIGITS)])) as Record<keyof typeof quantiles, number | null>;
  return {
    id: outcome.id, part, unit: outcome.unit, arm, against: outcome.kind === "level" ? null : "none", where: places.codes[place]!, kind: outcome.kind,
    mean: rounded(mean, DIGITS), low: rounded(low, DIGITS), high: rounded(high, DIGITS), ...spread,
    replications, defined: values.filter(({ isDefined }) => isDefined).length, censored: values.reduce((sum, { censored }) => sum + censored, 0),
  };
}

/** null where there is none, or one of them is infinite. */
function meanOfQuantiles(quantiles: readonly (Cut | null)[]): number | null {
  const defined = quantiles.filter((cut) => cut !== null);
  return defined.some(({ censored }) => censored) ? null : meanInterval(defined.map(({ value }) => value)).mean;
}

function isSpreadOverPractices({ combination }: Description, part: string, place: number, firstPractice: number): boolean {
  return combination === "practices" && part !== OF_REGION && place < firstPractice;
}
