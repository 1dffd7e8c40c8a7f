/** What every single replication says of the outcomes that matter most: whether their means have settled can be seen from nothing else. */
import { descriptionOf } from "../outcomes/index.js";
import type { Replicates } from "./replicates.js";
import { rounded } from "./rounded.js";

export interface ByReplication {
  readonly id: string;
  readonly part: string;
  readonly unit: string;
  /** By replication, of everything simulated; null where there is no value. One cut at the horizon counts as the horizon. */
  readonly values: readonly (number | null)[];
}

/** Those by which a run decides how often to repeat itself, and those that its answer tells. */
const told = ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn", "backlogRecovery", "netUndelivered", "needUnmetSameDay", "contactsNotConnected", "workloadFactor"] as const;

/** Digits that they keep, as rows do. */
const DIGITS = 9;

export function eachReplication(replicates: Replicates): ByReplication[] {
  return told.map((id) => {
    const outcome = descriptionOf(id, "all")!;
    return { id, part: "all", unit: outcome.unit, values: replicates.of(outcome, "all", "outage", 0).map(({ value }) => rounded(value, DIGITS)) };
  });
}
