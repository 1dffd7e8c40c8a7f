/** Whether the state in which a simulation begins still matters when counting begins: ordinary weeks from three starts with the same chance. */
import { habitsOf } from "../care/habits.js";
import { simulateArms } from "../care/neighbourhood.js";
import { planOf } from "../care/plan.js";
import { drawDemand } from "../demand/draw.js";
import { ratesOf } from "../demand/rates.js";
import { createMemory, takeBack } from "../engine/memory.js";
import { sampleEstate } from "../estate/sample.js";
import type { Period } from "../facts/days.js";
import { parametersWith } from "../facts/defaults.js";
import { undisturbed } from "../infrastructure/disruption.js";
import { meanInterval } from "../statistics/interval.js";
import { mserTruncation } from "../statistics/mser.js";
import { slope } from "../statistics/slope.js";
import { welchAverage } from "../statistics/welch.js";
import { demandFrom } from "./starts.js";
import type { Study } from "./study.js";
import type { CalibrationUnit, OrdinaryWeeks } from "./unit.js";
import { starts, type Interval, type Start, type WarmUp, type WarmUpVerdict } from "./warm-up-types.js";
import { weeklyMeasures, weeklyOf, type Weekly, type WeeklyMeasure } from "./weekly.js";

/** Twelve weeks that are counted and four before, from Monday 1 September to 21 December 2025: the only sixteen of some years without a bank holiday. */
export const warmUpPeriod: Period = { start: "2025-09-29", warmUpDays: 28, days: 84 };
/** Weeks on either side of a week in Welch's moving average. */
const WINDOW = 1;

export interface StartUnit extends CalibrationUnit {
  readonly start: Start;
}

export interface WarmUpStudy {
  readonly weeks: OrdinaryWeeks;
  readonly replications: number;
}

/**
 * `neighbourhoods` of those that the study samples, or all where it has fewer. All months are alike: what moves is the start, not the season, to which utilisation and
 * waits answer (October's vaccinations).
 */
export function warmUpStudyOf({ whole, weeks: { seed } }: Study, neighbourhoods: number, replications: number): WarmUpStudy {
  const alike = Array.from({ length: 12 }, () => 1);
  const parameters = parametersWith({ demand: { contactsByMonth: alike, plannedByMonth: alike } });
  return { weeks: { seed, estate: sampleEstate(whole, neighbourhoods, seed), period: warmUpPeriod, parameters }, replications };
}

/** The three starts of a neighbourhood and replication stand together. */
export function startUnits({ weeks: { estate }, replications }: WarmUpStudy): StartUnit[] {
  return estate.neighbourhoods.flatMap((_, neighbourhood) =>
    Array.from({ length: replications }, (_unused, replication) => starts.map((start) => ({ neighbourhood, replication, start }))).flat());
}

export function simulateStart(weeks: OrdinaryWeeks, { replication, neighbourhood, start }: StartUnit, memory = createMemory()): Weekly {
  const { estate, period, parameters, seed } = weeks;
  takeBack(memory);
  const place = { ...weeks, replication, neighbourhood };
  const practices = estate.neighbourhoods[neighbourhood]!.practices.map((index) => estate.practices[index]!);
  const habits = practices.map((practice) => habitsOf(practice, parameters, seed, replication));
  const demand = demandFrom(start, place, drawDemand(place, memory));
  const { none } = simulateArms({ plan: planOf(place), demand, habits, parameters }, practices.map(() => undisturbed), [], [], memory);
  return weeklyOf({
    journal: none, period, parameters, patients: practices.map(({ patients }) => patients), rates: practices.map((practice) => ratesOf(estate, practice, parameters, seed)),
  });
}

/** `found`: by unit, in the order of `startUnits`. Neighbourhoods are taken as they were sampled, by patients, so that each counts alike. */
export function warmUpOf({ weeks: { estate, period }, replications }: WarmUpStudy, found: readonly Weekly[]): WarmUp {
  const neighbourhoods = estate.neighbourhoods.length;
  const warmUpWeeks = period.warmUpDays / 7;
  const clusters = weeklyMeasures.map((_, measure) => starts.map((_start, at) => clustersOf(neighbourhoods, replications, (unit) => found[starts.length * unit + at]![measure]!)));
  return {
    weeks: warmUpWeeks + period.days / 7, warmUpWeeks, neighbourhoods, replications,
    series: weeklyMeasures.flatMap(({ id, label, unit }, measure) => starts.map((start, at) => {
      const weekly = meanSeries(clusters[measure]![at]!);
      return { id, label, unit, start, weekly, smoothed: welchAverage(weekly, WINDOW) };
    })),
    verdicts: weeklyMeasures.map((measure, at) => {
      const runs = found.filter((_, unit) => unit % starts.length === 0).map((weekly) => weekly[at]!);
      return verdictOn(measure, truncationOf(runs), clusters[at]!, warmUpWeeks);
    }),
  };
}

/** Series that are independent of each other: of neighbourhoods, over replications, or of the replications where there is but one neighbourhood. */
function clustersOf(neighbourhoods: number, replications: number, seriesOf: (unit: number) => readonly number[]): number[][] {
  const all = Array.from({ length: neighbourhoods }, (_, neighbourhood) => Array.from({ length: replications }, (_unused, replication) => seriesOf(neighbourhood * replications + replication)));
  return neighbourhoods === 1 ? all[0]!.map((series) => [...series]) : all.map(meanSeries);
}

/**
 * The weeks that do for half of the runs. A single run of sixteen weeks that has no beginning to drop would still have MSER-5 drop more than four, or give no verdict,
 * with a probability of 0.23; of twelve such runs six or fewer do with one of 0.99.
 */
function truncationOf(runs: readonly (readonly number[])[]): number | null {
  const dropped = runs.map((series) => mserTruncation(series) ?? Infinity).sort((a, b) => a - b)[Math.ceil(runs.length / 2) - 1]!;
  return dropped === Infinity ? null : dropped;
}

/** `byStart`: clusters' series, by start. */
export function verdictOn({ id, label, unit, bound }: WeeklyMeasure, truncation: number | null, byStart: readonly (readonly (readonly number[])[])[], warmUpWeeks: number): WarmUpVerdict {
  const [seeded, empty, overfull] = byStart.map((clusters) => clusters.map((series) => series.slice(warmUpWeeks))) as [number[][], number[][], number[][]];
  const less = (other: number[][]): Interval => interval(other.map((series, at) => mean(series) - mean(seeded[at]!)));
  const [emptyLess, overfullLess, slopePerWeek] = [less(empty), less(overfull), interval(seeded.map((series) => slope(series)))];
  const weeks = seeded[0]!.length - 1;
  return {
    id, label, unit, truncation, emptyLess, overfullLess, bound,
    agrees: [emptyLess, overfullLess].every(({ low, high }) => low >= -bound && high <= bound),
    slopePerWeek, isStable: slopePerWeek.low * weeks <= bound && slopePerWeek.high * weeks >= -bound,
  };
}

/** Of two clusters or more. */
function interval(values: readonly number[]): Interval {
  return meanInterval(values) as Interval;
}

function meanSeries(all: readonly (readonly number[])[]): number[] {
  return all[0]!.map((_, week) => mean(all.map((series) => series[week]!)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
