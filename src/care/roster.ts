/** Sessions: how many clinicians of a group are at work in each half day. A group is a practice's clinicians of one role, or those whom a network employs. */
import type { Parameters } from "../facts/defaults.js";
import { HALF_HOURS, type Days } from "./opening.js";
import type { Workload } from "./workload.js";

/** What an average working day asks of a group. */
export interface GroupWork {
  /** Minutes at work. */
  readonly minutes: number;
  /** Same-day needs and needs booked ahead, home visits apart. */
  readonly sameDay: number;
  readonly ahead: number;
  /** Mean minutes of a consultation that is not a home visit. */
  readonly consultation: number;
  readonly hasVisits: boolean;
}

/** People at their desks by weekday, Monday to Friday, and half hour from 08:00: index 21 * weekday + half hour. */
export interface Desks {
  readonly handlers: readonly number[];
  readonly backOffice: readonly number[];
  readonly admin: readonly number[];
}

export const noWork: GroupWork = { minutes: 0, sameDay: 0, ahead: 0, consultation: 0, hasVisits: false };

/** `share` of what a practice asks of a clinical role. */
export function workOf(workload: Workload, role: number, share: number, parameters: Parameters): GroupWork {
  const atHome = workload.atHome[role]!;
  const inClinic = share * (1 - atHome);
  return {
    minutes: share * minutesAtWork(workload, role, parameters), sameDay: inClinic * workload.sameDay[role]!, ahead: inClinic * workload.ahead[role]!,
    consultation: workload.inClinic[role]!, hasVisits: atHome > 0,
  };
}

/** Of two practices and one role, whose mean consultation is the same everywhere. */
export function together(one: GroupWork, other: GroupWork): GroupWork {
  return { ...other, minutes: one.minutes + other.minutes, sameDay: one.sameDay + other.sameDay, ahead: one.ahead + other.ahead };
}

/** Minutes a working day for which staff of this role are at work: what is required and the slack on top; the rest of rostered time goes to breaks and other duties. */
export function minutesAtWork({ required, rostered }: Workload, role: number, { care }: Parameters): number {
  const slack = [care.slackGp, care.slackNurse, care.slackOther, care.slackReception, care.slackAdmin][role]!;
  return required[role]! + slack * rostered[role]!;
}

/** Fills `on` with the number of sessions by half day, carrying fractions forward from `phase`; answers the most there ever are together. */
export function rosterSessions({ minutes }: GroupWork, { care }: Parameters, { open, weekday, season }: Days, phase: number, on: Uint16Array): number {
  const sessions = minutes / care.sessionMinutes;
  let carried = phase;
  let most = 0;
  for (let day = 0; day < open.length; day++) {
    if (open[day] === 0) continue;
    for (let half = 0; half < 2; half++) {
      carried += (sessions / 2) * care.staffByWeekday[weekday[day]!]! * season[day]!;
      const whole = Math.floor(carried);
      carried -= whole;
      on[day * 2 + half] = whole;
      most = Math.max(most, whole);
    }
  }
  return most;
}

/**
 * Minutes for which people are rostered on each of the first `simulated` days: index (place * simulated + day) * 5 + role. `on`: sessions by group and half day;
 * `clinicMinutes`: those of a weekend's by clinical role and day; `desks`: by practice, the same every week.
 */
export function rosteredMinutes(on: Uint16Array, clinicMinutes: Float64Array, desks: readonly Desks[], simulated: number, { open, weekday }: Days, { care }: Parameters): Float64Array {
  const groups = on.length / 2 / open.length;
  const minutes = new Float64Array((groups / 3) * simulated * 5);
  for (let group = 0; group < groups; group++) {
    for (let day = 0; day < simulated; day++) {
      const at = 2 * (group * open.length + day);
      minutes[(Math.floor(group / 3) * simulated + day) * 5 + (group % 3)] = (on[at]! + on[at + 1]!) * (open[day] === 1 ? care.sessionMinutes : clinicMinutes[(group % 3) * open.length + day]!);
    }
  }
  desks.forEach(({ handlers, backOffice, admin }, place) => {
    const minutesOn = (counts: readonly number[], from: number): number => 30 * counts.slice(from, from + HALF_HOURS).reduce((sum, count) => sum + count, 0);
    for (let day = 0; day < simulated; day++) {
      if (open[day] === 0) continue;
      const from = HALF_HOURS * weekday[day]!;
      minutes[(place * simulated + day) * 5 + 3] = minutesOn(handlers, from) + minutesOn(backOffice, from);
      minutes[(place * simulated + day) * 5 + 4] = minutesOn(admin, from);
    }
  });
  return minutes;
}
