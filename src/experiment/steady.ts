/**
 * Whether practices are in balance before anything fails: chaos engineering begins with the hypothesis of a steady state. A few neighbourhoods are simulated without
 * any incident, and what grows where staff do not keep up is followed from week to week: time worked, open work, the wait for an appointment.
 */
import { simulateNeighbourhood } from "../care/neighbourhood.js";
import { workloadOf } from "../care/workload.js";
import { workedIndex, type Journal } from "../care/journal.js";
import { plannedFor, seasonOf } from "../demand/calendar.js";
import { roles } from "../estate/estate.js";
import { DAY, dayNumber, firstDay, isWorkingDay, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { undisturbed } from "../infrastructure/disruption.js";
import { meanDay, openWork } from "../outcomes/backlog.js";
import { slope } from "../statistics/slope.js";
import { studentQuantile } from "../statistics/student.js";
import type { Model } from "./model.js";
import { rounded } from "./rounded.js";

/** One neighbourhood in which nothing happens, in one replication. */
export interface SteadyUnit {
  readonly replication: number;
  /** Index into `estate.neighbourhoods`. */
  readonly neighbourhood: number;
}

/** By measure, in the order of `measures`. */
export type SteadyValues = readonly number[];

/** A measure of balance at one place. */
export interface SteadyMeasure {
  /** `timeWorked`: of the time that staff are employed for. The others are changes a week: of that, of open work, of the third next available appointment with a GP. */
  readonly id: "timeWorked" | "timeWorkedDrift" | "openWorkDrift" | "accessDrift";
  readonly part: string;
  readonly unit: string;
  /** "all" for the mean of the neighbourhoods that were looked at, or the code of one of them. */
  readonly where: string;
  readonly mean: number;
  /** Bounds of an interval such that all of them together hold with 95%. */
  readonly low: number;
  readonly high: number;
  /** What it may be at most; null where it is reported only: the drift of time worked always, the others where too few weeks are simulated. */
  readonly limit: number | null;
  /** False where the whole interval lies above the limit. */
  readonly isSteady: boolean;
}

export interface Steadiness {
  readonly verdict: "steady" | "unsteady" | "not judged";
  /** Whole weeks without a bank holiday that are judged, after the warm-up. */
  readonly weeks: number;
  readonly replications: number;
  readonly neighbourhoods: readonly { readonly code: string; readonly name: string }[];
  /** Of how many neighbourhoods. */
  readonly of: number;
  readonly measures: readonly SteadyMeasure[];
}

interface Measure extends Pick<SteadyMeasure, "id" | "part" | "unit"> {
  /** In all, and in one neighbourhood, judged over so many weeks. */
  readonly limit: (parameters: Parameters, place: "all" | "one", weeks: number) => number | null;
}

/**
 * Limits. Of time worked what a scenario is refused beyond, `care.highestUtilisation`, and in one place all of it, beyond which the model would have staff at work
 * whom nobody employs. Of open work a fiftieth of a week's more each week, of the third next available appointment half a day. In the shipped scenarios staff work
 * 76% at most, open work grows by under 1% a week and the wait for an appointment by under a twentieth of a day. What falls is no imbalance that an outage could be
 * taken for. Time worked has no limit to its drift: all replications share one rota, in which a small practice has a nurse in two sessions this week and in three the
 * next, so that over a few weeks time worked drifts by ten points either way although nothing piles up, and replications do not show that as chance.
 */
const measures: readonly Measure[] = [
  ...roles.map((role): Measure => ({ id: "timeWorked", part: `role:${role}`, unit: "% of time employed", limit: ({ care }, place) => (place === "all" ? 100 * care.highestUtilisation : 100) })),
  ...roles.map((role): Measure => ({ id: "timeWorkedDrift", part: `role:${role}`, unit: "points a week", limit: () => null })),
  { id: "openWorkDrift", part: "all", unit: "% of a week's work a week", limit: (_, __, weeks) => (weeks < FEWEST_WEEKS_OF_DRIFT ? null : 2) },
  { id: "accessDrift", part: "all", unit: "working days a week", limit: (_, __, weeks) => (weeks < FEWEST_WEEKS_OF_DRIFT ? null : 0.5) },
];

const MOST_NEIGHBOURHOODS = 4;
/** Neighbourhoods times replications, at least. */
const UNITS = 12;
/** Weeks from the start on after which nothing new is learnt: what is out of balance shows in fewer. */
const MOST_WEEKS = 8;
/** Over fewer nothing is judged. */
const FEWEST_WEEKS = 3;
/** Over fewer, a session of a small practice's rota that falls into the last week and not into the first passes for growth. */
const FEWEST_WEEKS_OF_DRIFT = 4;
const CONFIDENCE = 0.95;
const DIGITS = 6;

/** The replications of a neighbourhood stand together; none where too few weeks can be judged. */
export function steadyUnits(model: Model): SteadyUnit[] {
  if (judgedWeeks(model.period).length < FEWEST_WEEKS) return [];
  const chosen = neighbourhoodsToCheck(model);
  const replications = Math.ceil(UNITS / chosen.length);
  return chosen.flatMap((neighbourhood) => Array.from({ length: replications }, (_, replication) => ({ replication, neighbourhood })));
}

/**
 * At most four, ascending, without chance: the one whose staff have most to do for the time that they are employed, by whichever role is worst off; and of the others,
 * in the order of size, those in the middle of three equal parts of the patients, so that large and small come in their shares.
 */
export function neighbourhoodsToCheck({ estate: { neighbourhoods, practices, ...rest }, parameters, seed }: Pick<Model, "estate" | "parameters" | "seed">): number[] {
  const all = [...neighbourhoods.keys()];
  if (all.length <= MOST_NEIGHBOURHOODS) return all;
  const members = neighbourhoods.map((each) => each.practices.map((index) => practices[index]!));
  const load = members.map((of) => {
    const workloads = of.map((practice) => workloadOf({ neighbourhoods, practices, ...rest }, practice, parameters, seed));
    return Math.max(...roles.map((_, role) => sum(workloads.map(({ required }) => required[role]!)) / Math.max(Number.EPSILON, sum(workloads.map(({ rostered }) => rostered[role]!)))));
  });
  const chosen = new Set([all.reduce((most, next) => (load[next]! > load[most]! ? next : most))]);
  const size = members.map((of) => sum(of.map(({ patients }) => patients)));
  const others = all.filter((each) => !chosen.has(each)).sort((a, b) => size[a]! - size[b]! || a - b);
  const part = sum(others.map((each) => size[each]!)) / (MOST_NEIGHBOURHOODS - 1);
  let passed = 0;
  for (const each of others) {
    passed += size[each]!;
    if (passed > (chosen.size - 0.5) * part) chosen.add(each);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Follows a neighbourhood through whole weeks from the first simulated day to the last that is judged. */
export function simulateSteady(model: Model, { replication, neighbourhood }: SteadyUnit): SteadyValues {
  const { seed, estate, hubs } = model;
  const weeks = judgedWeeks(model.period);
  const period = { ...model.period, days: 7 * (weeks.at(-1)! + 1) - model.period.warmUpDays };
  const parameters = withoutSeason(model.parameters, model.period);
  const { practices } = estate.neighbourhoods[neighbourhood]!;
  const histories = practices.map(() => undisturbed);
  const arms = simulateNeighbourhood({ seed, replication, estate, neighbourhood, period, parameters, ...(hubs && { hubs }) }, histories);
  const pair = { ...arms, practices, histories, onset: period.warmUpDays * DAY, period };
  const journal = arms.none;
  const open = openWork(pair, journal).flat();
  const weekOfWork = 5 * sum(meanDay(pair));
  const employed = practices.map((practice) => workloadOf(estate, estate.practices[practice]!, parameters, seed).rostered);
  const worked = roles.map((_, role) => weeks.map((week) => share(workedIn(journal, period, week, role), 5 * sum(employed.map((minutes) => minutes[role]!)))));
  return [
    ...worked.map(mean), ...worked.map((shares) => slope(shares, weeks)),
    slope(weeks.map((week) => share(sum(open.map((minutes) => minutes[(week + 1) * 7 * 24]!)), weekOfWork)), weeks),
    slope(weeks.map((week) => mean([...accessIn(journal, week)])), weeks),
  ];
}

/** `found`: by unit, in the order of `steadyUnits`. */
export function steadinessOf(model: Model, found: readonly SteadyValues[]): Steadiness {
  const { neighbourhoods } = model.estate;
  const places = neighbourhoodsToCheck(model).map((each) => ({ code: neighbourhoods[each]!.code, name: neighbourhoods[each]!.name }));
  const weeks = judgedWeeks(model.period).length;
  const judged = measures.flatMap((measure, at) => measured(measure, model.parameters, weeks, places.map(({ code }) => code), found.map((values) => values[at]!)));
  const verdict = found.length === 0 ? "not judged" : judged.every(({ isSteady }) => isSteady) ? "steady" : "unsteady";
  return { verdict, weeks, replications: found.length / places.length, neighbourhoods: places, of: neighbourhoods.length, measures: found.length === 0 ? [] : judged };
}

/** In all, and in each neighbourhood. What chance does to a value is learnt from the replications of all neighbourhoods together, since each has but a few. */
function measured({ limit: limitOf, ...measure }: Measure, parameters: Parameters, weeks: number, codes: readonly string[], values: readonly number[]): SteadyMeasure[] {
  const replications = values.length / codes.length;
  const groups = codes.map((where, index) => ({ where, of: values.slice(index * replications, (index + 1) * replications) }));
  const squares = sum(groups.map(({ of }) => sum(of.map((value) => (value - mean(of)) * (value - mean(of))))));
  const freedom = values.length - codes.length;
  const intervals = measures.length * (codes.length + 1);
  const wide = studentQuantile(1 - (1 - CONFIDENCE) / 2 / intervals, freedom) * Math.sqrt(squares / freedom);
  return [{ where: "all", of: values }, ...groups].map(({ where, of }) => {
    const [low, high] = [mean(of) - wide / Math.sqrt(of.length), mean(of) + wide / Math.sqrt(of.length)];
    const limit = limitOf(parameters, where === "all" ? "all" : "one", weeks);
    return { ...measure, where, limit, isSteady: limit === null || low <= limit, mean: rounded(mean(of), DIGITS), low: rounded(low, DIGITS), high: rounded(high, DIGITS) };
  });
}

/** Whole weeks from the first simulated day, counted from it, that lie in the reported days and have no bank holiday. */
function judgedWeeks({ warmUpDays, days, start }: Period): number[] {
  const first = dayNumber(start) - warmUpDays;
  const begins = Math.ceil(warmUpDays / 7);
  const whole = Math.floor((warmUpDays + days) / 7) - begins;
  return Array.from({ length: Math.max(0, Math.min(MOST_WEEKS, whole)) }, (_, week) => begins + week)
    .filter((week) => Array.from({ length: 7 }, (_, day) => first + 7 * week + day).filter(isWorkingDay).length === 5);
}

/** Every month as the mean of the reported working days, and no claims at the end of the year: what is judged is balance, not October's vaccinations. */
function withoutSeason(parameters: Parameters, { start, days }: Period): Parameters {
  const working = Array.from({ length: days }, (_, day) => dayNumber(start) + day).filter(isWorkingDay);
  const alike = (factor: (date: number, parameters: Parameters) => number): number[] => Array.from({ length: 12 }, () => mean(working.map((date) => factor(date, parameters))));
  return { ...parameters, demand: { ...parameters.demand, contactsByMonth: alike(seasonOf), plannedByMonth: alike(plannedFor), yearEndRate: 0 } };
}

/** Minutes that all practices' staff of a role work on the working days of a week, overtime included. */
function workedIn(journal: Journal, period: Period, week: number, role: number): number {
  let minutes = 0;
  for (let day = 7 * week; day < 7 * (week + 1); day++) {
    if (!isWorkingDay(firstDay(period) + day)) continue;
    for (let place = 0; place < journal.practices; place++) {
      const first = workedIndex(journal, place, day, role, 0);
      minutes += sum(journal.worked.subarray(first, first + 4));
    }
  }
  return minutes;
}

function* accessIn({ access, practices, days }: Journal, week: number): Generator<number> {
  for (let place = 0; place < practices; place++) for (let day = 7 * week; day < 7 * (week + 1); day++) if (!Number.isNaN(access[place * days + day]!)) yield access[place * days + day]!;
}

/** In hundredths; of nothing there is none. */
function share(minutes: number, of: number): number {
  return of === 0 ? 0 : (100 * minutes) / of;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
