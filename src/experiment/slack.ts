/** What recovery owes to slack, the share of staff's time that no source tells: a run once more with other shares. */
import { repeats, type Repeat, type Told } from "./again.js";
import type { Model } from "./model.js";
import type { Run } from "./run.js";

export interface SlackLevel extends Repeat {
  /** Share of rostered time, 0 to 1, of every kind of staff. */
  readonly slack: number;
}

/** What slack decides, and what it should leave alone. */
const told: Told = [["backlogRecovery", "all"], ["backlogRecovery", "region"], ["peakBacklog", "all"], ["extraWorkHours", "all"], ["appointmentsDisrupted", "all"]];

/** The run of `model` at each of these shares, which take the place of what the scenario says of any kind of staff; see `repeats`. */
export async function slackLevels(model: Model, run: Run, shares: readonly number[], again: (model: Model) => Promise<Run>): Promise<SlackLevel[]> {
  const found = await repeats(model, run, shares.map((share) => withSlack(model, share)), told, again);
  return found.map((repeat, at) => ({ slack: shares[at]!, ...repeat }));
}

/** The same with this share of rostered time as slack of every kind of staff; `model` itself where it is so already. */
export function withSlack(model: Model, slack: number): Model {
  const { parameters } = model;
  const { care } = parameters;
  if ([care.slackGp, care.slackNurse, care.slackOther, care.slackReception, care.slackAdmin].every((share) => share === slack)) return model;
  return { ...model, parameters: { ...parameters, care: { ...care, slackGp: slack, slackNurse: slack, slackOther: slack, slackReception: slack, slackAdmin: slack } } };
}
