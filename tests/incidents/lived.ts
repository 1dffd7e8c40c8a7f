/** What the practices of a shipped story live through: both arms of some of its neighbourhoods, in this thread. */
import { simulateNeighbourhood } from "../../src/care/neighbourhood.js";
import type { Journal } from "../../src/care/journal.js";
import { planOf, type Plan } from "../../src/care/plan.js";
import type { Practice } from "../../src/estate/estate.js";
import type { Model } from "../../src/experiment/model.js";
import { sumsOf, type Sum } from "../../src/experiment/tally.js";
import { neighbourhoodUnits } from "../../src/experiment/neighbourhoods.js";
import { disruptionsOf } from "../../src/experiment/upstream.js";
import { DAY, daysOf, minutesAt, type Minutes } from "../../src/facts/days.js";
import { openWork, queues } from "../../src/outcomes/backlog.js";
import { outcomes } from "../../src/outcomes/index.js";
import type { Pair } from "../../src/outcomes/outcome.js";

export interface Lived extends Pair {
  readonly replication: number;
  readonly plan: Plan;
  /** By place in the neighbourhood. */
  readonly who: readonly Practice[];
  readonly region: string;
}

/** The neighbourhoods of `regions` (all by default), at most `most` of them, that the story touches in this replication. */
export function lived(model: Model, { replication = 0, regions, most = Infinity }: { replication?: number; regions?: readonly string[]; most?: number } = {}): Lived[] {
  const { seed, estate, period, parameters, policies } = model;
  const regionOf = (neighbourhood: number): string => estate.regions[estate.neighbourhoods[neighbourhood]!.region]!.code;
  return neighbourhoodUnits(model, replication, disruptionsOf(model).of(replication), daysOf(period) * DAY)
    .filter(({ neighbourhood }) => regions === undefined || regions.includes(regionOf(neighbourhood)))
    .slice(0, most)
    .map(({ neighbourhood, histories, onset }) => {
      const place = { seed, replication, estate, neighbourhood, period, parameters };
      const { demand, none, outage } = simulateNeighbourhood(place, histories, policies);
      const { practices } = estate.neighbourhoods[neighbourhood]!;
      const who = practices.map((practice) => estate.practices[practice]!);
      return { replication, demand, none, outage, practices, histories, onset, period, plan: planOf(place), who, region: regionOf(neighbourhood) };
    });
}

/** The same for a neighbourhood in the same replication of another story. */
export function keyOf({ replication, who }: Lived): string {
  return `${replication} ${who[0]!.code}`;
}

/** An outcome of all these neighbourhoods together, its numerator where it is a ratio. */
export function totalOf(pairs: readonly Lived[], id: string, part = "all"): number {
  const folds = outcomes.filter((outcome) => outcome.id === id);
  const isAsked = (sum: Sum): boolean => sum.id === id && sum.part === part && sum.arm === "outage";
  return pairs.reduce((total, pair) => total + (sumsOf(folds, pair).find(isAsked)?.values.reduce((sum, value) => sum + value, 0) ?? 0), 0);
}

/** Minutes of open work in excess of the twin's at the full hour of a date, of all practices of these neighbourhoods. */
export function backlogAt(pairs: readonly Lived[], date: string, clock: string): Minutes {
  return pairs.reduce((total, pair) => {
    const hour = minutesAt(pair.period, date, clock) / 60;
    const [none, outage] = [openWork(pair, pair.none), openWork(pair, pair.outage)];
    return total + queues.reduce((sum, _, queue) => sum + pair.who.reduce((excess, _, place) => excess + outage[queue]![place]![hour]! - none[queue]![place]![hour]!, 0), 0);
  }, 0);
}

/** Rows of jobs of these kinds that arrive from `from` to before `until`, of one practice or of all. */
export function jobsOf({ jobs }: Journal, kinds: readonly number[], from = -Infinity, until = Infinity, place?: number): number[] {
  const rows: number[] = [];
  for (let job = 0; job < jobs.count; job++) {
    if (kinds.includes(jobs.kind[job]!) && jobs.arrivedAt[job]! >= from && jobs.arrivedAt[job]! < until && (place === undefined || jobs.practice[job] === place)) rows.push(job);
  }
  return rows;
}

/** A figure of each neighbourhood for each thousand patients, so that large and small ones are alike: mean and standard error. */
export function rateOf<P extends Pick<Lived, "who">>(pairs: readonly P[], figure: (pair: P, index: number) => number): { readonly mean: number; readonly error: number } {
  return estimate(pairs.map((pair, index) => (1000 * figure(pair, index)) / pair.who.reduce((sum, { patients }) => sum + patients, 0)));
}

/** Mean of a sample and its standard error. */
export function estimate(figures: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  return { mean, error: Math.sqrt(figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (figures.length - 1) / figures.length) };
}
