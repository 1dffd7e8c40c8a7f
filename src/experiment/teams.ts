/** The unit of work that is all teams of one replication, simulated and folded. */
import { teamOutcomes } from "../outcomes/index.js";
import { systemsOf, type Systems } from "../overflow/systems.js";
import { simulateTeam } from "../overflow/team.js";
import type { Model } from "./model.js";
import { sumsAt, type Sum } from "./tally.js";
import type { Lived } from "./upstream.js";

export interface TeamsUnit {
  readonly kind: "teams";
  readonly replication: number;
  /** By team: what it reaches its work through. */
  readonly systems: readonly Systems[];
}

/** None where the model has no teams. */
export function teamsUnits({ teams = [] }: Pick<Model, "teams">, replication: number, { histories, historyOf, historyOfWhole = historyOf }: Lived): TeamsUnit[] {
  return teams.length === 0 ? [] : [{ kind: "teams", replication, systems: teams.map((team) => systemsOf(team, (practice) => histories[historyOfWhole[practice]!]!)) }];
}

export function simulateTeams({ seed, period, teams = [] }: Pick<Model, "seed" | "period" | "teams">, { replication, systems }: TeamsUnit): Sum[] {
  return sumsAt(teamOutcomes, { teams: teams.map((team, index) => simulateTeam({ seed, replication, team, systems: systems[index]!, period })), period }, 1);
}
