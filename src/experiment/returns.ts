/** What hangs on whom NHS 111 sends back to practices, however busy it is: a run once more with nobody sent back, and with twice as many. */
import { repeats, type Repeat, type Told } from "./again.js";
import type { Model } from "./model.js";
import type { Run } from "./run.js";

export interface ReturnsLevel extends Repeat {
  /** How many times the run's own share, and the share itself, 0 to 1. */
  readonly factor: number;
  readonly sentBack: number;
}

const told: Told = [
  ["needUnmetSameDay", "all"], ["contactsNotConnected", "all"], ["requestsDeclined", "all"], ["contactsElsewhere", "service:111"], ["backlogRecovery", "all"], ["extraWorkHours", "all"],
];

/** The run of `model` with each of these times as many sent back; see `repeats`. */
export async function returnsLevels(model: Model, run: Run, factors: readonly number[], again: (model: Model) => Promise<Run>): Promise<ReturnsLevel[]> {
  const others = factors.map((factor) => withReturns(model, factor));
  const found = await repeats(model, run, others, told, again);
  return found.map((repeat, at) => ({ factor: factors[at]!, sentBack: others[at]!.parameters.response.sentBackShare, ...repeat }));
}

/** The same with so many times the share of callers sent back, all of them at most; `model` itself where that is its own share. */
export function withReturns(model: Model, factor: number): Model {
  const { parameters } = model;
  const sentBackShare = Math.min(1, factor * parameters.response.sentBackShare);
  return sentBackShare === parameters.response.sentBackShare ? model : { ...model, parameters: { ...parameters, response: { ...parameters.response, sentBackShare } } };
}
