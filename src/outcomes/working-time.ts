/** Time as the NHS counts it: working days, each from 08:00 to 18:30, and nothing in between. */
import { DAY, daysOf, firstDay, isWorkingDay, type Minutes, type Period } from "../facts/days.js";

/** Core hours of general practice in England (GMS contract): 08:00 to 18:30. */
const OPENS: Minutes = 480;
const CLOSES: Minutes = 1110;

export interface WorkingTime {
  /** By simulated day. */
  readonly isWorking: readonly boolean[];
  /** By simulated day: working days before it; one more entry counts them all. */
  readonly before: readonly number[];
}

export function workingTimeOf(period: Period): WorkingTime {
  const first = firstDay(period);
  const isWorking = Array.from({ length: daysOf(period) }, (_, day) => isWorkingDay(first + day));
  const before = [0];
  for (const working of isWorking) before.push(before.at(-1)! + Number(working));
  return { isWorking, before };
}

/** Working days from the first simulated midnight to `time`, with the share of the present one that has passed; beyond the horizon those up to the horizon. */
export function workingDaysAt({ isWorking, before }: WorkingTime, time: Minutes): number {
  if (!(time > 0)) return 0;
  const day = Math.floor(time / DAY);
  if (day >= isWorking.length) return before.at(-1)!;
  const passed = isWorking[day]! ? Math.min(1, Math.max(0, (time - day * DAY - OPENS) / (CLOSES - OPENS))) : 0;
  return before[day]! + passed;
}

/** Earliest time at which `workingDays` (more than 0) have passed; the horizon where fewer are simulated. */
export function timeOfWorkingDays({ isWorking, before }: WorkingTime, workingDays: number): Minutes {
  const day = before.findIndex((count) => count >= workingDays) - 1;
  if (day < 0) return isWorking.length * DAY;
  return day * DAY + OPENS + (workingDays - before[day]!) * (CLOSES - OPENS);
}
