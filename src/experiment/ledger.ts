/** Tallies of all replications, added up by place: what every figure of the result is made from. */
import type { Estate } from "../estate/estate.js";
import type { Minutes, Period } from "../facts/days.js";
import type { DaySum } from "../outcomes/day-sums.js";
import { placesOf, type Places } from "./places.js";
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

/** One replication. */
interface Page {
  readonly totals: ReadonlyMap<string, Totals>;
  /** By number of the place: 1 where at least one of its neighbourhoods was simulated. */
  readonly simulated: Uint8Array;
  /** By practice index; undefined where its neighbourhood was not simulated. */
  readonly practices: readonly (PracticeTally | undefined)[];
  /** By number of the place, "all" and regions only; undefined where nothing was simulated. */
  readonly hourly: readonly (HourlyTally | undefined)[];
  /** The same; by id, part and arm. */
  readonly days: readonly (ReadonlyMap<string, DaySum> | undefined)[];
}

export class Ledger {
  readonly places: Places;
  readonly period: Period;
  /** Names of the teams that serve many practices. */
  readonly teams: readonly string[];
  readonly pages: Page[] = [];
  /** Earliest onset of all replications; Infinity where nothing happens in any. */
  onset: Minutes = Infinity;

  constructor(estate: Estate, period: Period, teams: readonly string[] = []) {
    this.places = placesOf(estate);
    this.period = period;
    this.teams = teams;
  }

  /**
   * Adds the next replication: the tallies of its neighbourhoods, in whatever order they were finished; they are added up in the estate's. A neighbourhood
   * that is absent was not touched and counts 0 in every difference, and so does a region that is absent from `regions`. `teams`: sums over teams.
   */
  addReplication(units: readonly UnitTally[], regions: readonly RegionTally[] = [], teams: readonly Sum[] = []): void {
    const { places } = this;
    const page = { totals: new Map<string, Totals>(), simulated: new Uint8Array(places.codes.length), practices: [] as PracticeTally[], hourly: [] as HourlyTally[], days: [] as Map<string, DaySum>[] };
    const inOrder = [...units].sort((a, b) => neighbourhoodOf(a, places) - neighbourhoodOf(b, places));
    for (const unit of inOrder) {
      this.onset = Math.min(this.onset, unit.onset);
      const first = unit.practices[0]!.practice;
      const weight = places.weights[first]!;
      for (const { id, part, arm, values, over } of unit.sums) {
        const totals = totalsOf(page.totals, key(id, part, arm), places.codes.length);
        const [region, neighbourhood] = places.above[first]!;
        unit.practices.forEach(({ practice }, place) => {
          for (const to of [neighbourhood, places.above[practice]![2]]) {
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
      for (const tally of unit.practices) {
        page.practices[tally.practice] = tally;
        for (const place of [0, ...places.above[tally.practice]!]) page.simulated[place] = 1;
      }
      for (const place of [0, places.above[first]![0]]) {
        page.hourly[place] = hourlySum(page.hourly[place], unit.hourly, weight);
        addDays((page.days[place] ??= new Map()), unit.days, weight);
      }
    }
    for (const { region, sums } of regions) {
      for (const { id, part, arm, values, over, censored } of sums) {
        const totals = totalsOf(page.totals, key(id, part, arm), places.codes.length);
        for (const to of [0, 1 + region]) {
          cut(totals, to, censored);
          totals.values[to]! += values[0]!;
          if (over !== null) totals.over[to]! += over[0]!;
        }
      }
      for (const place of [0, 1 + region]) page.simulated[place] = 1;
    }
    for (const { id, part, arm, values, censored } of teams) {
      const totals = totalsOf(page.totals, key(id, part, arm), places.codes.length);
      cut(totals, 0, censored);
      totals.values[0]! += values[0]!;
    }
    this.pages.push(page);
  }

  get replications(): number {
    return this.pages.length;
  }

  /** Sum (and, for a ratio, denominator) of one part at a place in one replication, and how many values were cut at the horizon; 0 where nothing was added. */
  total(replication: number, id: string, part: string, arm: string, place: number): { readonly value: number; readonly over: number; readonly censored: number } {
    const totals = this.pages[replication]!.totals.get(key(id, part, arm));
    return { value: totals?.values[place] ?? 0, over: totals?.over[place] ?? 0, censored: totals?.censored.get(place) ?? 0 };
  }

  /** Tallies of a place's practices that go through something in a replication, ascending. */
  affected(replication: number, place: number): PracticeTally[] {
    const { practices } = this.pages[replication]!;
    return this.places.practices[place]!.flatMap((practice) => {
      const tally = practices[practice];
      return tally === undefined || Number.isNaN(tally.restored) ? [] : [tally];
    });
  }
}

function key(id: string, part: string, arm: string): string {
  return `${id} ${part} ${arm}`;
}

function cut({ censored }: Totals, place: number, number: number): void {
  if (number > 0) censored.set(place, (censored.get(place) ?? 0) + number);
}

function neighbourhoodOf({ practices }: UnitTally, places: Places): number {
  return places.above[practices[0]!.practice]![1];
}

function totalsOf(all: Map<string, Totals>, name: string, places: number): Totals {
  let totals = all.get(name);
  if (totals === undefined) {
    totals = { values: new Float64Array(places), over: new Float64Array(places), censored: new Map() };
    all.set(name, totals);
  }
  return totals;
}

function addDays(sums: Map<string, DaySum>, added: readonly DaySum[], weight: number): void {
  for (const { values, ...named } of added) {
    const name = key(named.id, named.part, named.arm);
    const sum = sums.get(name)?.values;
    sums.set(name, { ...named, values: values.map((value, day) => (sum?.[day] ?? 0) + weight * value) });
  }
}

function hourlySum(sum: HourlyTally | undefined, added: HourlyTally, weight: number): HourlyTally {
  const plus = (into: Float64Array | undefined, values: Float64Array): Float64Array => values.map((value, hour) => (into?.[hour] ?? 0) + weight * value);
  return {
    usual: plus(sum?.usual, added.usual),
    excess: added.excess.map((values, queue) => plus(sum?.excess[queue], values)),
    calls: { none: plus(sum?.calls.none, added.calls.none), outage: plus(sum?.calls.outage, added.calls.outage) },
    blind: plus(sum?.blind, added.blind),
    unconnected: plus(sum?.unconnected, added.unconnected),
    cancelled: plus(sum?.cancelled, added.cancelled),
  };
}
