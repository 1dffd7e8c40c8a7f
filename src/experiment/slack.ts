/** What recovery owes to slack, the share of staff's time that no source tells: a run once more with other shares. */
import type { Findings } from "./findings.js";
import type { Model } from "./model.js";
import type { OutcomeRow } from "./rows.js";
import type { Run } from "./run.js";

export interface SlackLevel {
  /** Share of rostered time, 0 to 1, of every kind of staff. */
  readonly slack: number;
  /** Practices that go through something, added up over replications: of `backlogRecovery` so many values are there of which `censored` were cut. */
  readonly affected: number;
  /** Of all and of regions, with the outage. */
  readonly outcomes: readonly OutcomeRow[];
}

/** What slack decides, and what it should leave alone. */
const told: readonly (readonly [id: string, part: string])[] = [
  ["backlogRecovery", "all"], ["backlogRecovery", "region"], ["peakBacklog", "all"], ["extraWorkHours", "all"], ["appointmentsDisrupted", "all"],
];

/**
 * The run of `model` at each of these shares, which take the place of what the scenario says of any kind of staff: with the same draws and as many replications as
 * `run`, which is itself taken where it has that share. `again` runs a model as `run` was run; rejects with what it threw.
 */
export async function slackLevels(model: Model, run: Run, shares: readonly number[], again: (model: Model) => Promise<Run>): Promise<SlackLevel[]> {
  const count = run.findings.rows[0]!.replications;
  const levels: SlackLevel[] = [];
  for (const slack of shares) {
    const { findings } = hasSlack(model, slack) ? run : await again({ ...withSlack(model, slack), replications: { minimum: count, maximum: count } });
    levels.push(levelOf(slack, findings));
  }
  return levels;
}

/** The same with this share of rostered time as slack of every kind of staff. */
export function withSlack(model: Model, slack: number): Model {
  const { parameters } = model;
  return { ...model, parameters: { ...parameters, care: { ...parameters.care, slackGp: slack, slackNurse: slack, slackOther: slack, slackReception: slack, slackAdmin: slack } } };
}

function hasSlack({ parameters: { care } }: Model, slack: number): boolean {
  return [care.slackGp, care.slackNurse, care.slackOther, care.slackReception, care.slackAdmin].every((share) => share === slack);
}

function levelOf(slack: number, { rows, practiceRows, places }: Findings): SlackLevel {
  const wide = new Set(["all", ...places.flatMap(({ kind, code }) => (kind === "region" ? [code] : []))]);
  const isTold = (row: OutcomeRow): boolean => row.arm === "outage" && wide.has(row.where) && told.some(([id, part]) => row.id === id && row.part === part);
  const recoveries = practiceRows.filter(({ id, part }) => id === "backlogRecovery" && part === "all");
  return { slack, affected: recoveries.reduce((sum, { defined }) => sum + defined, 0), outcomes: rows.filter(isTold) };
}
