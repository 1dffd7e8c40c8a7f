/** Whether a scenario's hypotheses hold, judged on 95% intervals: never on an estimate alone. */
import { descriptionOf } from "../outcomes/index.js";
import type { MeanInterval } from "../statistics/interval.js";
import { quantileInterval, replicationsNeeded, type QuantileInterval } from "../statistics/quantile-interval.js";
import { quantile } from "../statistics/quantile.js";
import type { Hypothesis } from "./model.js";
import { sorted, type Cut, type Replicates } from "./replicates.js";
import { rounded } from "./rounded.js";
import { quantiles } from "./rows.js";

export interface JudgedHypothesis {
  readonly text: string;
  readonly verdict: "held" | "broken" | "undecided";
  /** null where nothing is defined, or where it lies beyond the horizon. */
  readonly estimate: number | null;
  /**
   * Bounds of the 95% interval, or of the interval that holds at all times in a run that goes on until all is decided; null where there is none on this side: too few
   * replications, or values cut at the horizon.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** Why it is undecided, or what decided it, in a sentence. */
  readonly reason: string;
  /** In the resilience score; 1 where absent. */
  readonly weight?: number;
}

/** What is known of a statistic. Infinity and -Infinity where a side is open. */
export interface Estimate {
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
  /** Replications that it rests on. */
  readonly of: number;
  /** Replications without which nothing is decided. */
  readonly least: number;
  /** Replications in which it lies beyond the horizon; then it is at least `low`. */
  readonly censored: number;
}

/** How what replications say becomes an interval. */
export interface Intervals {
  mean(values: readonly number[]): MeanInterval;
  /** `sorted` from least to greatest. */
  quantile(sorted: Float64Array, p: number): QuantileInterval;
  /** Replications without which nothing is said of a quantile. */
  leastForQuantile(p: number): number;
}

/** Digits of numbers in a reason; of a percentage near 100 the first two tell nothing. */
const DIGITS = 3;
const DIGITS_OF_PERCENT = 5;

/**
 * A mean, whether of practices or of replications, is that of the outcome's row, with its interval over replications. A quantile of practices is taken over
 * the affected practices in each replication, and has such an interval over replications; a quantile of replications has an interval of order statistics. Where values
 * are cut at the horizon the interval has no upper bound. Throws RangeError for an outcome, part or place that does not exist.
 */
export function judge(hypothesis: Hypothesis, replicates: Replicates): JudgedHypothesis {
  const { text, comparison, value } = hypothesis;
  const found = estimateOf(hypothesis, replicates, { mean: replicates.interval, quantile: quantileInterval, leastForQuantile: replicationsNeeded });
  const { estimate, low, high, of, least } = found;
  const verdict = of < least ? "undecided" : verdictOf(comparison, value, low, high);
  return { text, verdict, estimate: finite(estimate), low: finite(low), high: finite(high), reason: reasonOf(found, verdict, value, unitOf(hypothesis)) };
}

export function estimateOf(hypothesis: Hypothesis, replicates: Replicates, intervals: Intervals): Estimate {
  const { part, statistic, of, where } = hypothesis;
  const outcome = descriptionOf(hypothesis.outcome, part);
  if (outcome === undefined) throw new RangeError(`"${hypothesis.text}": there is no outcome "${hypothesis.outcome}" with a part "${part}"`);
  const place = replicates.ledger.places.codes.indexOf(where);
  if (place === -1) throw new RangeError(`"${hypothesis.text}": the estate has no place "${where}"`);
  const values = replicates.of(outcome, part, "outage", place).flatMap(({ value, censored }): Cut[] => (value === null ? [] : [{ value, censored: censored > 0 }]));
  if (statistic === "mean") return byMean(values, intervals);
  const p = quantiles[statistic];
  if (of === "practices") return byMean(replicates.quantileOfPractices(outcome, part, "outage", place, p).filter((cut) => cut !== null), intervals);
  const open = sorted(values.map(({ value, censored }) => (censored ? Infinity : value)));
  // Counted as the horizon, values cut there bound the quantile from below; counted as infinite, from above.
  const least = intervals.leastForQuantile(p);
  const low = values.length < least ? null : intervals.quantile(sorted(values.map(({ value }) => value)), p).low;
  const high = values.length < least ? null : intervals.quantile(open, p).high;
  return { estimate: quantile(open, p), low: low ?? -Infinity, high: high ?? Infinity, of: values.length, least, censored: values.filter((cut) => cut.censored).length };
}

/** The mean of values of which some may be lower bounds: then so are it and the interval's lower end, and there is no upper end. */
function byMean(values: readonly Cut[], intervals: Intervals): Estimate {
  const { mean, low, high } = intervals.mean(values.map(({ value }) => value));
  const censored = values.filter((cut) => cut.censored).length;
  return { estimate: censored > 0 ? null : mean, low: low ?? -Infinity, high: censored > 0 ? Infinity : (high ?? Infinity), of: values.length, least: 2, censored };
}

export function verdictOf(comparison: Hypothesis["comparison"], value: number, low: number, high: number): JudgedHypothesis["verdict"] {
  const [holds, breaks] = {
    "<": [high < value, low >= value],
    "<=": [high <= value, low > value],
    ">": [low > value, high <= value],
    ">=": [low >= value, high < value],
  }[comparison];
  return holds ? "held" : breaks ? "broken" : "undecided";
}

export function unitOf({ outcome, part }: Hypothesis): string {
  return descriptionOf(outcome, part)!.unit;
}

/** How a reason writes numbers of this unit. A time is never below 0, though an interval that is symmetric about a mean may reach there. */
export function numbersIn(unit: string): (number: number) => string {
  return (number) => String(rounded(unit === "working days" ? Math.max(0, number) : number, unit === "%" ? DIGITS_OF_PERCENT : DIGITS)).replace("-", "−");
}

function reasonOf({ estimate, low, high, of, least, censored }: Estimate, verdict: JudgedHypothesis["verdict"], value: number, unit: string): string {
  const short = numbersIn(unit);
  if (of === 0) return "It is not defined in any replication.";
  if (of < least) return `It needs at least ${least} replications; ${of === 1 ? "there is 1" : `there are ${of}`}.`;
  const interval = `The 95% interval ${high === Infinity ? `begins at ${short(low)} and has no upper end` : `is ${short(low)} to ${short(high)}`}`;
  const cut = censored > 0 ? `, since in ${censored} of ${of} replications it lies beyond the horizon` : "";
  if (verdict !== "undecided") return `${interval}${cut}.`;
  if (censored > 0 || estimate === null) return `${interval}${cut}: a later horizon is needed.`;
  const half = (high - low) / 2;
  const distance = Math.abs(estimate - value);
  // The half width shrinks as the square root of the replications; so many bring it down to the distance.
  const needed = roundedUp(Math.max(of + 1, Math.ceil((of * half * half) / (distance * distance))));
  return `${interval} and contains ${short(value)}${Number.isFinite(needed) ? `; about ${needed} replications would decide it` : ""}.`;
}

/** From a hundred on to two figures: it is a guess from few. */
function roundedUp(count: number): number {
  let step = 1;
  while (count / step >= 100) step *= 10;
  return Math.ceil(count / step) * step;
}

export function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
