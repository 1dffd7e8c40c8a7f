/** What arms with options avert, replication by replication: paired, so that differences between arms are of the same patients and the same incident. */
import { hourlyCost, type PaidRole } from "../facts/defaults-cost.js";
import { meanInterval, type MeanInterval } from "../statistics/interval.js";

/** One outcome of one arm, in its unit; each list has a value a replication. */
export interface Effect {
  /** Outage minus none; the same in every arm. */
  readonly without: readonly number[];
  /** Outage with the options minus none with them. */
  readonly with: readonly number[];
  /** None with the options minus none: what they change on days without an outage, over the window. */
  readonly ordinary: readonly number[];
}

/** Options that were simulated together; without any it is the arm in which nothing is bought. */
export interface Arm {
  readonly name: string;
  /** In the order of the cost sheets. */
  readonly options: readonly string[];
  /** By outcome, or outcome and part (`extraWorkHours role:gp`). */
  readonly effects: Readonly<Record<string, Effect>>;
}

/** What ranks: patient-days between when care was due and when it was given. */
export const DELAY = "careDelay";
const HOURS = "extraWorkHours role:";

/** Without minus with: positive where the options help. Empty where the outcome was not measured. */
export function avertedOf({ effects }: Arm, id: string): readonly number[] {
  const effect = effects[id];
  return effect === undefined ? [] : effect.without.map((value, replication) => value - effect.with[replication]!);
}

/** Interval of the mean by Student's t over replications. */
export function averted(arm: Arm, id: string): MeanInterval {
  return meanInterval(avertedOf(arm, id));
}

/** Pounds that the averted hours of work cost, at the price of a working hour by role; zeros where no hours were measured. */
export function staffTimeOf(arm: Arm, kind: "averted" | "ordinary"): readonly number[] {
  const count = avertedOf(arm, DELAY).length;
  const total = new Array<number>(count).fill(0);
  for (const role of Object.keys(hourlyCost) as PaidRole[]) {
    const hours = kind === "averted" ? avertedOf(arm, HOURS + role) : (arm.effects[HOURS + role]?.ordinary ?? []);
    hours.forEach((value, replication) => { total[replication]! += value * hourlyCost[role].value; });
  }
  return total;
}

export function meanOf(values: readonly number[]): number {
  return meanInterval(values).mean ?? 0;
}
