/** What charts tell by day and reason, fate, role or kind: of all and of regions alone, as rows of the result would be too many. */
import { activities } from "../care/journal.js";
import { roles } from "../estate/estate.js";
import { eachCancelled } from "./appointments-cancelled.js";
import { eachDisrupted } from "./appointments-disrupted.js";
import { eachAbandoned } from "./contacts.js";
import type { Pair } from "./outcome.js";
import { eachOnPaper } from "./paperwork.js";
import { dayAt } from "./window.js";
import { eachExtra } from "./work.js";

/** Of a neighbourhood. */
export interface DaySum {
  readonly id: string;
  readonly part: string;
  readonly arm: "none" | "outage";
  readonly unit: string;
  /** By reported day. */
  readonly values: Float64Array;
}

/**
 * `appointmentsDisrupted` by reason and the day for which they were booked; `appointmentsCancelled` by fate and the day on which they were; `callsAbandoned` of both arms from
 * the onset on, by the day of the call; `paperHours`: staff time of consultations on paper whose note has been typed in, by the day of the consultation, in parts: what they take
 * `with records`, `on paper`, and `typing in` afterwards, whenever that is; `extraWorkHours` by role, and by role and activity. What never occurs is absent.
 */
export function daySumsOf(pair: Pair): DaySum[] {
  const { warmUpDays, days } = pair.period;
  const sums = new Map<string, DaySum>();
  const add = (id: string, part: string, arm: DaySum["arm"], unit: string, day: number, value: number): void => {
    const name = `${id} ${part} ${arm}`;
    let sum = sums.get(name);
    if (sum === undefined) sums.set(name, (sum = { id, part, arm, unit, values: new Float64Array(days) }));
    if (day >= warmUpDays) sum.values[day - warmUpDays]! += value;
  };
  eachDisrupted(pair, (_, day, reason) => add("appointmentsDisrupted", reason, "outage", "appointments", day, 1));
  eachCancelled(pair, (_, at, fate, sign) => add("appointmentsCancelled", fate, "outage", "appointments", dayAt(at), sign));
  eachAbandoned(pair, (arrivedAt, sign) => add("callsAbandoned", "all", sign === 1 ? "outage" : "none", "calls", dayAt(arrivedAt), 1));
  const { consultedAt, consultedMinutes, entryMinutes } = pair.outage.needs;
  eachOnPaper(pair, (need) => {
    const hours = [["with records", pair.demand.needs.minutes[need]!], ["on paper", consultedMinutes[need]!], ["typing in", entryMinutes[need]!]] as const;
    for (const [part, minutes] of hours) add("paperHours", part, "outage", "staff hours", dayAt(consultedAt[need]!), minutes / 60);
  });
  eachExtra(pair, (_, day, role, activity, minutes) => {
    for (const part of [`role:${roles[role]}`, `role:${roles[role]} activity:${activities[activity]}`]) add("extraWorkHours", part, "outage", "staff hours", day, minutes / 60);
  });
  return [...sums.values()];
}
