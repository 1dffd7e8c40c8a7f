/** What arms with options avert, replication by replication: paired, so that differences between arms are of the same patients and the same incident. */
import { hourlyCost, type PaidRole } from "../facts/defaults-cost.js";
import { meanInterval, type MeanInterval } from "../statistics/interval.js";

/** One outcome of one arm, in its unit; each list has a value a replication, null where it is not defined. */
export interface PairedValues {
  /** Outage minus none; the same in every arm. */
  readonly without: readonly (number | null)[];
  /** Outage with the options minus none with them. */
  readonly with: readonly (number | null)[];
  /** None with the options minus none: what they change on days without an outage, over the window. */
  readonly ordinary: readonly (number | null)[];
}

/** Options that were simulated together; without any it is the arm in which nothing is bought. */
export interface Arm {
  readonly name: string;
  /** In the order of the cost sheets. */
  readonly options: readonly string[];
  /** By outcome, or outcome and part (`extraWorkHours role:gp`). */
  readonly effects: Readonly<Record<string, PairedValues>>;
}

/** What ranks: patient-days between when care was due and when it was given. */
export const DELAY = "careDelay";
export const HOURS = "extraWorkHours";
/** Outcomes that are read, each in this unit: one id may stand for several. */
export const units: Readonly<Record<string, string>> = { [DELAY]: "patient-days", [HOURS]: "staff hours", appointmentsDisrupted: "appointments", backlogRecovery: "working days" };

/** Without minus with: positive where the options help. Zeros where nothing is bought; empty where the outcome was not measured. */
export function avertedOf({ effects }: Arm, id: string): (number | null)[] {
  const values = effects[id];
  return values === undefined ? [] : values.without.map((value, replication) => minus(value, values.with[replication] ?? null));
}

function minus(value: number | null, other: number | null): number | null {
  return value === null || other === null ? null : value - other;
}

/** Interval of the mean by Student's t over the replications in which there is a value. */
export function intervalOf(values: readonly (number | null)[]): MeanInterval {
  return meanInterval(values.filter((value) => value !== null));
}

/** Patient-days averted in an outage, or added on ordinary days over the window. Throws a RangeError where one is missing: patient-days are defined in every replication. */
export function delayOf(arm: Arm, kind: "averted" | "ordinary"): number[] {
  const values = kind === "averted" ? avertedOf(arm, DELAY) : (arm.effects[DELAY]?.ordinary ?? []);
  if (values.length === 0) throw new RangeError(`“${arm.name}” has no ${DELAY}, by which options are ranked`);
  return values.map((value) => {
    if (value === null) throw new RangeError(`“${arm.name}” has a replication without ${DELAY}`);
    return value;
  });
}

/** Pounds that the hours of work cost which are averted, or added on ordinary days, by role at the price of a working hour; zeros where no hours were measured. */
export function staffTimeOf(arm: Arm, kind: "averted" | "ordinary"): number[] {
  const total = delayOf(arm, kind).map(() => 0);
  for (const role of Object.keys(hourlyCost) as PaidRole[]) {
    const id = `${HOURS} role:${role}`;
    const hours = kind === "averted" ? avertedOf(arm, id) : (arm.effects[id]?.ordinary ?? []);
    hours.forEach((value, replication) => { total[replication]! += (value ?? 0) * hourlyCost[role].value; });
  }
  return total;
}

/** Of at least one value. */
export function meanOf(values: readonly number[]): number {
  return meanInterval(values).mean!;
}
