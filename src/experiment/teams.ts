/** What a replication does to teams that serve many practices. */
import { teamOutcomes } from "../outcomes/index.js";
import { systemsOf, type Systems } from "../overflow/systems.js";
import { simulateTeam } from "../overflow/team.js";
import type { Model } from "./model.js";
import { sumsAt, type Sum } from "./tally.js";
import type { Lived } from "./upstream.js";

export class Teams {
  readonly #model: Pick<Model, "seed" | "period" | "teams">;
  /** By replication that has begun and is not tallied: by team, what it reaches its work through. */
  readonly #expected = new Map<number, readonly Systems[]>();

  constructor(model: Pick<Model, "seed" | "period" | "teams">) {
    this.#model = model;
  }

  /** To be told of every replication before its sums are asked for. */
  expect(replication: number, { histories, historyOf, historyOfWhole = historyOf }: Lived): void {
    const { teams = [] } = this.#model;
    this.#expected.set(replication, teams.map((team) => systemsOf(team, (practice) => histories[historyOfWhole[practice]!]!)));
  }

  sums(replication: number): Sum[] {
    const { seed, period, teams = [] } = this.#model;
    if (teams.length === 0) return [];
    const systems = this.#expected.get(replication)!;
    this.#expected.delete(replication);
    return sumsAt(teamOutcomes, { teams: teams.map((team, index) => simulateTeam({ seed, replication, team, systems: systems[index]!, period })), period }, 1);
  }
}
