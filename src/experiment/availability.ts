/** Who has which capability, hour by hour: shares of practices and of patients, everywhere and by region, over replications. */
import type { Estate } from "../estate/estate.js";
import { DAY, daysOf, type Minutes, type Period } from "../facts/days.js";
import { capabilities, type Capability, type Disruption, type History, type Steps } from "../infrastructure/disruption.js";
import { quantile } from "../statistics/quantile.js";
import { placesOf, type Places } from "./places.js";

const HOUR: Minutes = 60;

/** Values of hours, one after the other. */
export interface Band {
  /** Over replications. */
  readonly mean: readonly number[];
  /** 5th and 95th percentile over replications. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * Of capabilities that fare alike. A value is the mean over its hour, so that an outage of minutes is not missed; a practice that does not lose the capability,
 * or never has it, counts with level 1.
 */
export interface Availability {
  /** "all" or the code of a region. */
  readonly where: string;
  readonly capabilities: readonly Capability[];
  /** Beginning of the first hour; the same in all. */
  readonly from: Minutes;
  /** Mean level over practices. */
  readonly practices: Band;
  /** Mean level over patients, each with their practice's. */
  readonly patients: Band;
  /** Mean over patients and replications; 1 is normal. */
  readonly slowness: readonly number[];
}

/** One place's and capability's hours in one replication: 1 before `first`, the last value after the last. */
interface Hours {
  readonly first: number;
  readonly practices: Float64Array;
  readonly patients: Float64Array;
  readonly slowness: Float64Array;
}

/** Takes in one replication's disruption after the other. Keeps hours in which something is lost, and no disruption. */
export class Availabilities {
  readonly #estate: Estate;
  readonly #places: Places;
  /** Simulated hours. */
  readonly #hours: number;
  /** By replication, place (all, then regions) and capability; null where nothing is lost. What fares alike shares one object. */
  readonly #kept: (readonly (readonly (Hours | null)[])[])[] = [];

  constructor(estate: Estate, period: Period) {
    this.#estate = estate;
    this.#places = placesOf(estate);
    this.#hours = daysOf(period) * (DAY / HOUR);
  }

  add({ histories, historyOf }: Disruption): void {
    const alike = alikeIn(histories);
    this.#kept.push(this.#places.practices.slice(0, this.#places.firstNeighbourhood).map((members) => {
      const weights = new Map<History, Weight>();
      let all = 0;
      for (const practice of members) {
        const share = this.#places.weights[practice]!;
        all += share;
        const history = histories[historyOf[practice]!]!;
        const weight = weights.get(history);
        const patients = share * this.#estate.practices[practice]!.patients;
        if (weight === undefined) weights.set(history, { practices: share, patients });
        else {
          weight.practices += share;
          weight.patients += patients;
        }
      }
      const patients = members.reduce((sum, practice) => sum + this.#estate.practices[practice]!.patients * this.#places.weights[practice]!, 0);
      const hours: (Hours | null)[] = [];
      alike.forEach((like, capability) => void hours.push(like < capability ? hours[like]! : hoursOf(capability, weights, { practices: all, patients }, this.#hours)));
      return hours;
    }));
  }

  /** Everywhere, then by region; those of which nothing is lost in any replication are left out. All over the same hours: from the first loss until all are back. */
  rows(): Availability[] {
    const lost = this.#kept.flat(2).filter((hours) => hours !== null);
    if (lost.length === 0) return [];
    const first = lost.reduce((least, hours) => Math.min(least, hours.first), Infinity);
    // What does not come back stays away until the horizon.
    const end = lost.reduce((most, hours) => Math.max(most, isBack(hours) ? hours.first + hours.practices.length : this.#hours), 0);
    return this.#places.codes.slice(0, this.#places.firstNeighbourhood).flatMap((where, place) => {
      const groups = new Map<string, number[]>();
      const names = new Map<Hours, number>();
      const nameOf = (hours: Hours | null): number => {
        if (hours === null) return -1;
        if (!names.has(hours)) names.set(hours, names.size);
        return names.get(hours)!;
      };
      capabilities.forEach((_, capability) => {
        const key = this.#kept.map((places) => nameOf(places[place]![capability]!)).join();
        groups.set(key, [...(groups.get(key) ?? []), capability]);
      });
      return [...groups.values()].flatMap((group): Availability[] => {
        const replications = this.#kept.map((places) => places[place]![group[0]!]!);
        if (replications.every((hours) => hours === null)) return [];
        return [{
          where, capabilities: group.map((capability) => capabilities[capability]!), from: first * HOUR,
          practices: band(replications, "practices", first, end), patients: band(replications, "patients", first, end),
          slowness: band(replications, "slowness", first, end).mean,
        }];
      });
    });
  }
}

interface Weight {
  practices: number;
  patients: number;
}

/** By index of `capabilities`: the first with which it shares its steps in every history. */
function alikeIn(histories: readonly History[]): readonly number[] {
  let alike = capabilities.map(() => 0);
  for (const history of histories) {
    const firsts = new Map<string, number>();
    const names = new Map<Steps, number>();
    alike = alike.map((like, capability) => {
      const steps = history.capabilities[capability]!;
      const name = steps.times.length === 0 ? -1 : (names.get(steps) ?? capability);
      if (name >= 0) names.set(steps, name);
      const key = `${like} ${name}`;
      if (!firsts.has(key)) firsts.set(key, capability);
      return firsts.get(key)!;
    });
  }
  return alike;
}

/** Each step changes the rest of its hour and all hours after it, so two sums tell every hour: steps are walked once. */
function hoursOf(capability: number, weights: ReadonlyMap<History, Weight>, all: Weight, horizon: number): Hours | null {
  let [first, last] = [Infinity, -Infinity];
  const changes = [0, 1, 2].map(() => new Map<number, number>());
  const change = (sum: number, hour: number, by: number): void => void changes[sum]!.set(hour, (changes[sum]!.get(hour) ?? 0) + by);
  for (const [history, weight] of weights) {
    const { times, level, slowness } = history.capabilities[capability]!;
    for (let step = 0; step < times.length; step++) {
      const time = times[step]! / HOUR;
      const hour = Math.floor(time);
      if (hour >= horizon) break;
      const rest = hour + 1 - time;
      const [up, slower] = [level[step]! - (level[step - 1] ?? 1), slowness[step]! - (slowness[step - 1] ?? 1)];
      [up * weight.practices, up * weight.patients, slower * weight.patients].forEach((by, sum) => {
        if (by === 0) return;
        change(sum, hour, by * rest);
        if (rest < 1) change(sum, hour + 1, by * (1 - rest));
      });
      first = Math.min(first, hour);
      last = Math.max(last, rest < 1 ? hour + 1 : hour);
    }
  }
  if (first === Infinity) return null;
  const length = Math.min(last, horizon - 1) - first + 1;
  const [practices, patients, slowness] = changes.map((sums, sum) => {
    const values = new Float64Array(length);
    let value = 0;
    for (let hour = 0; hour < length; hour++) {
      value += sums.get(first + hour) ?? 0;
      values[hour] = exact(1 + value / (sum === 0 ? all.practices : all.patients));
    }
    return values;
  }) as [Float64Array, Float64Array, Float64Array];
  return { first, practices, patients, slowness };
}

/** To a thousand-millionth: sums of shares end a trace beside 0 and 1, which are said to be exact; one practice of England for one minute in a thousand replications is more. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

function isBack({ practices, slowness }: Hours): boolean {
  return practices.at(-1) === 1 && slowness.at(-1) === 1;
}

function band(replications: readonly (Hours | null)[], what: "practices" | "patients" | "slowness", first: number, end: number): Band {
  const [mean, low, high]: [number[], number[], number[]] = [[], [], []];
  const values = new Float64Array(replications.length);
  for (let hour = first; hour < end; hour++) {
    let sum = 0;
    for (let replication = 0; replication < values.length; replication++) {
      const hours = replications[replication]!;
      sum += values[replication] = hours === null || hour < hours.first ? 1 : hours[what][Math.min(hour - hours.first, hours[what].length - 1)]!;
    }
    mean.push(exact(sum / values.length));
    values.sort();
    low.push(exact(quantile(values, 0.05)!));
    high.push(exact(quantile(values, 0.95)!));
  }
  return { mean, low, high };
}
