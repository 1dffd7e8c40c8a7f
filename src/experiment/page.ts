/** One replication's tallies, added up by place as they come in. */
import type { Minutes } from "../facts/days.js";
import type { DaySum } from "../outcomes/day-sums.js";
import type { Places } from "./places.js";
import type { HourlyTally, PracticeTally, Sum, UnitTally } from "./tally.js";

/** By number of the place; places below practices hold weighted sums. */
interface Totals {
  readonly values: Float64Array;
  readonly over: Float64Array;
  /** How many values were cut at the horizon; a place of which none was is absent. */
  readonly censored: Map<number, number>;
}

/** Of one region, downstream of its practices; of a sample, for all for whom it stands. */
export interface RegionTally {
  /** Index in the estate. */
  readonly region: number;
  readonly sums: readonly Sum[];
}

/**
 * A neighbourhood that is never added was not touched and counts 0 in every difference, and so does a region. What comes of sums of fractions depends, in the last digit, on the order in which
 * neighbourhoods are added: let it be the estate's.
 */
export class Page {
  readonly #places: Places;
  readonly #totals = new Map<string, Totals>();
  /** By number of the place: 1 where at least one of its neighbourhoods was simulated. */
  readonly simulated: Uint8Array;
  /** By practice index; undefined where its neighbourhood was not simulated. */
  readonly practices: (PracticeTally | undefined)[] = [];
  /** By number of the place, "all" and regions only; undefined where nothing was simulated. */
  readonly hourly: (HourlyTally | undefined)[] = [];
  /** The same; by id, part and arm. */
  readonly days: (Map<string, DaySum> | undefined)[] = [];
  /** Infinity where nothing happens. */
  onset: Minutes = Infinity;

  constructor(places: Places) {
    this.#places = places;
    this.simulated = new Uint8Array(places.codes.length);
  }

  addNeighbourhood({ onset, sums, practices, hourly, days }: UnitTally): void {
    const { weights, above } = this.#places;
    this.onset = Math.min(this.onset, onset);
    const first = practices[0]!.practice;
    const weight = weights[first]!;
    const [region, neighbourhood] = above[first]!;
    for (const { id, part, arm, values, over } of sums) {
      const totals = this.#totalsOf(id, part, arm);
      practices.forEach(({ practice }, place) => {
        for (const to of [neighbourhood, above[practice]![2]]) {
          totals.values[to]! += values[place]!;
          if (over !== null) totals.over[to]! += over[place]!;
        }
      });
      // Multiplied once, as a whole: what cancels within a neighbourhood leaves no rounding error.
      for (const to of [0, region]) {
        totals.values[to]! += weight * totals.values[neighbourhood]!;
        if (over !== null) totals.over[to]! += weight * totals.over[neighbourhood]!;
      }
    }
    for (const tally of practices) {
      this.practices[tally.practice] = tally;
      for (const place of [0, ...above[tally.practice]!]) this.simulated[place] = 1;
    }
    for (const place of [0, region]) {
      this.hourly[place] = addHours(this.hourly[place] ?? noHours(hourly), hourly, weight);
      addDays((this.days[place] ??= new Map()), days, weight);
    }
  }

  addRegion({ region, sums }: RegionTally): void {
    for (const { id, part, arm, values, over, censored } of sums) {
      const totals = this.#totalsOf(id, part, arm);
      for (const to of [0, 1 + region]) {
        cut(totals, to, censored);
        totals.values[to]! += values[0]!;
        if (over !== null) totals.over[to]! += over[0]!;
      }
    }
    for (const place of [0, 1 + region]) this.simulated[place] = 1;
  }

  addTeams(sums: readonly Sum[]): void {
    for (const { id, part, arm, values, censored } of sums) {
      const totals = this.#totalsOf(id, part, arm);
      cut(totals, 0, censored);
      totals.values[0]! += values[0]!;
    }
  }

  /** Sum (and, for a ratio, denominator) of one part at a place, and how many values were cut at the horizon; 0 where nothing was added. */
  total(id: string, part: string, arm: string, place: number): { readonly value: number; readonly over: number; readonly censored: number } {
    const totals = this.#totals.get(key(id, part, arm));
    return { value: totals?.values[place] ?? 0, over: totals?.over[place] ?? 0, censored: totals?.censored.get(place) ?? 0 };
  }

  #totalsOf(id: string, part: string, arm: string): Totals {
    const name = key(id, part, arm);
    let totals = this.#totals.get(name);
    if (totals === undefined) {
      const places = this.simulated.length;
      totals = { values: new Float64Array(places), over: new Float64Array(places), censored: new Map() };
      this.#totals.set(name, totals);
    }
    return totals;
  }
}

function key(id: string, part: string, arm: string): string {
  return `${id} ${part} ${arm}`;
}

function cut({ censored }: Totals, place: number, number: number): void {
  if (number > 0) censored.set(place, (censored.get(place) ?? 0) + number);
}

function addDays(sums: Map<string, DaySum>, added: readonly DaySum[], weight: number): void {
  for (const { values, ...named } of added) {
    const name = key(named.id, named.part, named.arm);
    if (!sums.has(name)) sums.set(name, { ...named, values: new Float64Array(values.length) });
    addTo(sums.get(name)!.values, values, weight);
  }
}

function addHours(sum: HourlyTally, added: HourlyTally, weight: number): HourlyTally {
  addTo(sum.usual, added.usual, weight);
  added.excess.forEach((values, queue) => addTo(sum.excess[queue]!, values, weight));
  addTo(sum.calls.none, added.calls.none, weight);
  addTo(sum.calls.outage, added.calls.outage, weight);
  addTo(sum.blind, added.blind, weight);
  addTo(sum.unconnected, added.unconnected, weight);
  addTo(sum.cancelled, added.cancelled, weight);
  return sum;
}

function noHours({ usual, excess, calls, blind, unconnected, cancelled }: HourlyTally): HourlyTally {
  const zeros = ({ length }: Float64Array): Float64Array => new Float64Array(length);
  return {
    usual: zeros(usual), excess: excess.map(zeros), calls: { none: zeros(calls.none), outage: zeros(calls.outage) }, blind: zeros(blind), unconnected: zeros(unconnected), cancelled: zeros(cancelled),
  };
}

function addTo(sum: Float64Array, values: Float64Array, weight: number): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += weight * values[at]!;
}
