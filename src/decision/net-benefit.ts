/**
 * Net benefit: what an option is worth a year, less what it costs a year, in pounds. An effect is of one incident, a cost is yearly: how often such an incident comes is a circumstance that is always stated.
 *
 *     net benefit = (threshold x patient-days averted + staff time averted) / every - (threshold x patient-days added + staff time added on ordinary days a year) - yearly cost
 *
 * Source: A. A. Stinnett and J. Mullahy, Medical Decision Making 18 (1998), S68-S80. Acceptability: E. Fenwick, K. Claxton and M. Sculpher, Health Economics 10 (2001), 779-787.
 */
import { meanInterval, type MeanInterval } from "../statistics/interval.js";
import { quantile } from "../statistics/quantile.js";
import type { Candidate } from "./candidates.js";
import { meanOf } from "./effects.js";

/** What nobody can tell from a simulation. */
export interface Circumstances {
  /** Pounds that the avoidance of a patient-day of care delay is taken to be worth. */
  readonly threshold: number;
  /** Mean years from one such incident to the next. */
  readonly every: number;
}

/** Thresholds that are swept: pounds a patient-day, from nothing to 10,000 in even steps of proportion. None of them is a default. */
export const thresholds: readonly number[] = [0, ...[0.1, 1, 10, 100, 1000].flatMap((decade) => [1, 1.5, 2, 3, 5, 7].map((step) => tidy(step * decade))), 10_000];
/** Years between incidents that are swept. */
export const intervals: readonly number[] = [1, 2, 5, 10, 20, 50];

function tidy(value: number): number {
  return Number(value.toPrecision(2));
}

/** By replication, a year, against buying nothing. */
export function netBenefits({ delay, staff, ordinaryDelay, ordinaryStaff, cost }: Candidate, at: Circumstances): number[] {
  return delay.map((days, replication) => netBenefit({ delay: days, staff: staff[replication]!, ordinaryDelay: ordinaryDelay[replication]!, ordinaryStaff: ordinaryStaff[replication]!, annual: cost.annual }, at));
}

/** One value of each of what makes up a net benefit. */
export interface Worth {
  readonly delay: number;
  readonly staff: number;
  readonly ordinaryDelay: number;
  readonly ordinaryStaff: number;
  readonly annual: number;
}

export function netBenefit({ delay, staff, ordinaryDelay, ordinaryStaff, annual }: Worth, { threshold, every }: Circumstances): number {
  return (threshold * delay + staff) / every - (threshold * ordinaryDelay + ordinaryStaff) - annual;
}

/** How much more one is worth than another, with the interval of the paired difference. */
export function moreThan(candidate: Candidate, other: Candidate, at: Circumstances): MeanInterval {
  const its = netBenefits(other, at);
  return meanInterval(netBenefits(candidate, at).map((value, replication) => value - its[replication]!));
}

export function worthOf({ delay, staff, ordinaryDelay, ordinaryStaff, cost }: Candidate): Worth {
  return { delay: meanOf(delay), staff: meanOf(staff), ordinaryDelay: meanOf(ordinaryDelay), ordinaryStaff: meanOf(ordinaryStaff), annual: cost.annual };
}

/** Pounds for each patient-day averted, if such an incident comes once a year; it is `every` times as much if it comes so seldom. null where nothing is averted. */
export function priceOfDay({ delay, annual }: Pick<Worth, "delay" | "annual">): number | null {
  return delay > 0 ? annual / delay : null;
}

/** Most years between incidents at which it is worth what it costs; `always` where ordinary days alone pay for it, 0 where no incident does. */
export function breakEven({ delay, staff, ordinaryDelay, ordinaryStaff, annual }: Worth, threshold: number): number | "always" {
  const incident = threshold * delay + staff;
  const year = annual + threshold * ordinaryDelay + ordinaryStaff;
  if (year <= 0) return incident >= 0 ? "always" : 0;
  return incident > 0 ? incident / year : 0;
}

/** 5th, 50th and 95th percentile of drawn values; those that are no finite number count as beyond any, and a percentile among them is null. */
export function percentiles(drawn: ArrayLike<number>): { readonly p5: number | null; readonly p50: number | null; readonly p95: number | null } {
  const sorted = Float64Array.from(drawn).sort();
  return { p5: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}
