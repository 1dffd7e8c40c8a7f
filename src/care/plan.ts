/** What a neighbourhood has planned for before anything happens: sessions, slots and desks, the same in every arm and replication. Read-only. */
import { stream, uniform } from "../engine/random.js";
import type { Estate } from "../estate/estate.js";
import { DAY, daysOf, firstDay, isWorkingDay, weekdayOf, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { CALL_EDGES } from "../demand/tables.js";
import { workloadOf, type Workload } from "./workload.js";

export const OPENS = 480, CLOSES = 1110, HALF_HOURS = 21;
/** Half hour from 10:00. */
const LOOK_IN = 4;
/** Kinds of slot. */
export const SAME_DAY_SLOT = 0, BOOKABLE_SLOT = 1;

export interface Plan {
  readonly practices: number;
  readonly days: number;
  /** Days for which the diary has slots: beyond the horizon too, since patients book ahead there. */
  readonly diaryDays: number;
  /** By day: 1 where practices are open. */
  readonly open: Uint8Array;
  /** Clinicians who may be at work together: those of place p and clinical role r are `firstServer[3p + r]` up to the next entry. */
  readonly firstServer: Int32Array;
  readonly serverPractice: Uint16Array;
  readonly serverRole: Uint8Array;
  /** How many of them are on: index ((3p + r) * diaryDays + day) * 2 + half. */
  readonly on: Uint16Array;
  /** First slot of ((3p + r) * diaryDays + day) * 2 + kind; the next entry ends it. Slots of one range stand in order of time. */
  readonly slotFrom: Int32Array;
  readonly slotStart: Float64Array;
  readonly slotServer: Int32Array;
  /** Call handlers, other receptionists and administrators by half hour from 08:00: index 21p + half hour. */
  readonly handlers: Uint16Array;
  readonly backOffice: Uint16Array;
  readonly admin: Uint16Array;
  /** Telephone lines by place. */
  readonly lines: Int32Array;
}

export interface Site {
  readonly seed: string;
  readonly estate: Estate;
  readonly neighbourhood: number;
  readonly period: Period;
  readonly parameters: Parameters;
}

export function planOf(site: Site): Plan {
  const { estate, parameters, period, seed } = site;
  const practices = estate.neighbourhoods[site.neighbourhood]!.practices.map((index) => estate.practices[index]!);
  const diaryDays = daysOf(period) + parameters.care.horizonDays + 1;
  const first = firstDay(period);
  const open = new Uint8Array(diaryDays);
  for (let day = 0; day < diaryDays; day++) open[day] = isWorkingDay(first + day) ? 1 : 0;
  const weekday = (day: number) => weekdayOf(first + day);
  const workloads = practices.map((practice) => workloadOf(estate, practice, parameters, seed));
  const phases = practices.map(({ code }) => stream(seed, "roster", code));

  const firstServer = new Int32Array(practices.length * 3 + 1);
  const on = new Uint16Array(practices.length * 3 * diaryDays * 2);
  const serverPractice: number[] = [];
  const serverRole: number[] = [];
  const slotFrom = new Int32Array(practices.length * 3 * diaryDays * 2 + 1);
  const slots = { start: [] as number[], server: [] as number[] };
  practices.forEach((_, place) => {
    for (let role = 0; role < 3; role++) {
      const group = place * 3 + role;
      firstServer[group] = serverPractice.length;
      const most = rosterSessions(workloads[place]!, role, parameters, open, weekday, uniform(phases[place]!), on.subarray(group * diaryDays * 2, (group + 1) * diaryDays * 2));
      const server = serverPractice.length;
      for (let i = 0; i < most; i++) {
        serverPractice.push(place);
        serverRole.push(role);
      }
      layOutSlots(workloads[place]!, role, parameters, open, weekday, [uniform(phases[place]!), uniform(phases[place]!)], on, slotFrom, group, diaryDays, server, slots);
    }
  });
  firstServer[practices.length * 3] = serverPractice.length;
  slotFrom[slotFrom.length - 1] = slots.start.length;
  const desks = practices.map((_, place) => desksOf(workloads[place]!, parameters, uniform(phases[place]!)));
  return {
    practices: practices.length, days: daysOf(period), diaryDays, open, firstServer, serverPractice: Uint16Array.from(serverPractice), serverRole: Uint8Array.from(serverRole),
    on, slotFrom, slotStart: Float64Array.from(slots.start), slotServer: Int32Array.from(slots.server),
    handlers: Uint16Array.from(desks.flatMap((desk) => desk.handlers)), backOffice: Uint16Array.from(desks.flatMap((desk) => desk.backOffice)), admin: Uint16Array.from(desks.flatMap((desk) => desk.admin)),
    lines: Int32Array.from(practices.map(({ lines }) => lines)),
  };
}

/** Minutes a working day for which staff of this role are at work: what is required and the slack on top; the rest of rostered time goes to breaks and other duties. */
function minutesAtWork({ required, rostered }: Workload, role: number, parameters: Parameters): number {
  const { care } = parameters;
  const slack = [care.slackGp, care.slackNurse, care.slackOther, care.slackReception, care.slackAdmin][role]!;
  return required[role]! + slack * rostered[role]!;
}

/** Fills `on` with the number of sessions by half day, carrying fractions forward; answers the most there ever are together. */
function rosterSessions(workload: Workload, role: number, parameters: Parameters, open: Uint8Array, weekday: (day: number) => number, phase: number, on: Uint16Array): number {
  const sessions = minutesAtWork(workload, role, parameters) / parameters.care.sessionMinutes;
  let carried = phase;
  let most = 0;
  for (let day = 0; day < open.length; day++) {
    if (open[day] === 0) continue;
    for (let half = 0; half < 2; half++) {
      carried += (sessions / 2) * parameters.care.staffByWeekday[weekday(day)]!;
      const whole = Math.floor(carried);
      carried -= whole;
      on[day * 2 + half] = whole;
      most = Math.max(most, whole);
    }
  }
  return most;
}

/**
 * Lays the slots of a group into its sessions: bookable ones first, same-day ones behind them, evenly over the day's sessions. Same-day slots follow the
 * weekday pattern of contacts, all slots together that of staff.
 */
function layOutSlots(
  workload: Workload, role: number, parameters: Parameters, open: Uint8Array, weekday: (day: number) => number, phases: readonly number[], on: Uint16Array,
  slotFrom: Int32Array, group: number, diaryDays: number, firstServer: number, slots: { start: number[]; server: number[] },
): void {
  const { care, demand } = parameters;
  const starts = [care.morningSession, care.afternoonSession];
  const carried = [phases[0]!, phases[1]!];
  for (let day = 0; day < diaryDays; day++) {
    const at = (group * diaryDays + day) * 2;
    const sessions = on[at]! + on[at + 1]!;
    const counts = [0, 0];
    if (open[day] === 1) {
      const expected = workload.sameDay[role]! * demand.contactsByWeekday[weekday(day)]!;
      const all = (workload.sameDay[role]! + workload.ahead[role]!) * care.staffByWeekday[weekday(day)]!;
      carried[SAME_DAY_SLOT]! += expected * (1 + care.sameDayMargin);
      carried[BOOKABLE_SLOT]! += Math.max(0, all - expected) * (1 + care.bookableMargin);
      if (sessions > 0) {
        for (const kind of [SAME_DAY_SLOT, BOOKABLE_SLOT]) {
          counts[kind] = Math.floor(carried[kind]!);
          carried[kind]! -= counts[kind]!;
        }
      }
    }
    const deepest = sessions > 0 ? Math.ceil((counts[0]! + counts[1]!) / sessions) : 0;
    // A long list is squeezed into the session rather than run over its end.
    const length = Math.min(workload.consultation[role]!, care.sessionMinutes / Math.max(1, deepest));
    for (const kind of [SAME_DAY_SLOT, BOOKABLE_SLOT]) {
      slotFrom[at + kind] = slots.start.length;
      const from = kind === BOOKABLE_SLOT ? 0 : counts[BOOKABLE_SLOT]!;
      const to = from + counts[kind]!;
      for (let half = 0; half < 2; half++) {
        const before = half === 0 ? 0 : on[at]!;
        const here = on[at + half]!;
        // Slot i of the day is position floor(i / sessions) in session i mod sessions.
        for (let position = Math.floor(from / Math.max(1, sessions)); position * sessions < to; position++) {
          for (let server = 0; server < here; server++) {
            const slot = position * sessions + before + server;
            if (slot < from || slot >= to) continue;
            slots.start.push(day * DAY + starts[half]! + position * length);
            slots.server.push(firstServer + server);
          }
        }
      }
    }
  }
}

/** Desks by half hour. Call handlers follow the pattern of calls; the others are spread evenly. */
function desksOf(workload: Workload, parameters: Parameters, phase: number): { handlers: number[]; backOffice: number[]; admin: number[] } {
  const { care, demand } = parameters;
  const total = demand.callsByTime.reduce((sum, share) => sum + share, 0);
  const handlers: number[] = [];
  for (let half = 0; half < HALF_HOURS; half++) {
    const clock = OPENS + half * 30;
    const bin = CALL_EDGES.findLastIndex((edge) => edge <= clock);
    const share = (demand.callsByTime[bin]! / total) * (30 / (CALL_EDGES[bin + 1]! - CALL_EDGES[bin]!));
    // Those who called before opening call again in the first half hour.
    const early = half === 0 ? demand.callsByTime[0]! / total : 0;
    handlers.push(Math.max(1, Math.round((workload.onTelephone * (share + early)) / (30 * care.phoneOccupancy))));
  }
  const even = (minutes: number, from: number) => {
    let carried = from;
    const desks = Array.from({ length: HALF_HOURS }, (): number => {
      carried += minutes / (HALF_HOURS * 30);
      const whole = Math.floor(carried);
      carried -= whole;
      return whole;
    });
    // In the smallest practice somebody looks in once a day.
    if (minutes > 0 && desks.every((count) => count < 1)) desks[LOOK_IN] = 1;
    return desks;
  };
  return { handlers, backOffice: even(minutesAtWork(workload, 3, parameters) - workload.onTelephone, phase), admin: even(minutesAtWork(workload, 4, parameters), 1 - phase) };
}
