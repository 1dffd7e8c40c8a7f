/** Tallies of all replications, added up by place: what every figure of the result is made from. */
import type { Estate } from "../estate/estate.js";
import type { Minutes, Period } from "../facts/days.js";
import { Page, type RegionTally } from "./page.js";
import { placesOf, type Places } from "./places.js";
import type { PracticeTally, Sum, UnitTally } from "./tally.js";

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

  /** Adds the next replication. */
  add(page: Page): void {
    this.onset = Math.min(this.onset, page.onset);
    this.pages.push(page);
  }

  /** The same of a replication's tallies, of neighbourhoods in whatever order; `teams`: sums over teams. */
  addReplication(units: readonly UnitTally[], regions: readonly RegionTally[] = [], teams: readonly Sum[] = []): void {
    const page = new Page(this.places);
    const neighbourhoodOf = ({ practices }: UnitTally): number => this.places.above[practices[0]!.practice]![1];
    for (const unit of [...units].sort((a, b) => neighbourhoodOf(a) - neighbourhoodOf(b))) page.addNeighbourhood(unit);
    regions.forEach((region) => page.addRegion(region));
    page.addTeams(teams);
    this.add(page);
  }

  get replications(): number {
    return this.pages.length;
  }

  /** As a page has it. */
  total(replication: number, id: string, part: string, arm: string, place: number): ReturnType<Page["total"]> {
    return this.pages[replication]!.total(id, part, arm, place);
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
