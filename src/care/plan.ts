/** What a neighbourhood has planned for before anything happens: sessions, slots and desks, the same in every arm and replication. Read-only. */
import { stream, uniform } from "../engine/random.js";
import { networkShareOf } from "../demand/rates.js";
import type { Estate } from "../estate/estate.js";
import { daysOf, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import type { Hub } from "../estate/hub.js";
import { desksOf } from "./desks.js";
import { quotaOf, type HubQuota } from "./hub-quota.js";
import { WORKING_DAYS_A_WEEK, daysAhead } from "./opening.js";
import { noWork, rosterSessions, rosteredMinutes, together, workOf } from "./roster.js";
import { SLOT_KINDS, eveningSlots, layOutSlots } from "./slots.js";
import { rosterClinics } from "./weekend.js";
import { workloadOf } from "./workload.js";

export { CLOSES, HALF_HOURS, OPENS } from "./opening.js";

/** Clinical roles: that of other direct care the network's staff have on working days, too; at weekends they are of all. */
export const GP = 0, OTHER = 2;

/** Places are numbered as the neighbourhood's practices; place `practices`, after them, is the network's, whose staff they share. */
export interface Plan {
  readonly practices: number;
  readonly days: number;
  /** Days for which the diary has slots: beyond the horizon too, since patients book ahead there. */
  readonly diaryDays: number;
  /** By day: 1 where practices are open. */
  readonly open: Uint8Array;
  /** The same of the last days before the first. */
  readonly openBefore: Uint8Array;
  /** By day: working days before it, since the first. */
  readonly workingDay: Int32Array;
  /** Clinicians who may be at work together: those of place p and clinical role r, group 3p + r, are `firstServer[3p + r]` up to the next entry. */
  readonly firstServer: Int32Array;
  /** By server: its place and its role. */
  readonly serverPlace: Uint16Array;
  readonly serverRole: Uint8Array;
  /** How many of them are on: index (group * diaryDays + day) * 2 + half. */
  readonly on: Uint16Array;
  /** Minutes for which those who hold a weekend's clinic are there: index role * diaryDays + day. */
  readonly clinicMinutes: Float64Array;
  /** First slot of (group * diaryDays + day) * SLOT_KINDS + kind; the next entry ends it. Slots of one range stand in order of time. */
  readonly slotFrom: Int32Array;
  readonly slotStart: Float64Array;
  readonly slotServer: Int32Array;
  /** By day: 0 Monday to 6 Sunday. */
  readonly weekday: Uint8Array;
  /** Call handlers, other receptionists and administrators by half hour from 08:00: index 21 * (5p + weekday) + half hour. */
  readonly handlers: Uint16Array;
  readonly backOffice: Uint16Array;
  readonly admin: Uint16Array;
  /** By practice: most evening sessions of GPs on a day, and slots of one. */
  readonly mostEvenings: Uint8Array;
  readonly eveningSlots: number;
  /** Minutes rostered: sessions, and desks by half hour; index (place * days + day) * 5 + role. */
  readonly rostered: Float64Array;
  /** By practice: what a hub sets aside for its patients; null where it has none. */
  readonly hubs: readonly (HubQuota | null)[];
  /** Telephone lines by practice. */
  readonly lines: Int32Array;
  /** By practice: share of its other direct care that the network's staff give. */
  readonly networkShare: Float64Array;
}

export interface Site {
  readonly seed: string;
  readonly estate: Estate;
  readonly neighbourhood: number;
  readonly period: Period;
  readonly parameters: Parameters;
  readonly hubs?: readonly Hub[];
}

export function planOf(site: Site): Plan {
  const { estate, parameters, period, seed } = site;
  const neighbourhood = estate.neighbourhoods[site.neighbourhood]!;
  const practices = neighbourhood.practices.map((index) => estate.practices[index]!);
  const days = daysAhead(period, parameters);
  const diaryDays = days.open.length;
  const workloads = practices.map((practice) => workloadOf(estate, practice, parameters, seed));
  const shares = practices.map((practice) => networkShareOf(practice, parameters));
  const work = [
    ...workloads.flatMap((workload, at) => [0, 1, OTHER].map((role) => workOf(workload, role, role === OTHER ? 1 - shares[at]! : 1, parameters))),
    ...[0, 1, OTHER].map((role) => workloads.map((workload, at) => workOf(workload, role, role === OTHER ? shares[at]! : 0, parameters)).reduce(together, noWork)),
  ];
  const weekends = stream(seed, "weekend", neighbourhood.code);
  const phases = [...practices.map(({ code }) => stream(seed, "roster", code)), stream(seed, "roster", "network", neighbourhood.code)];

  const firstServer = new Int32Array(work.length + 1);
  const on = new Uint16Array(work.length * diaryDays * 2);
  const noClinics = new Uint16Array(diaryDays);
  const clinicMinutes = new Float64Array(3 * diaryDays);
  const server = { place: [] as number[], role: [] as number[] };
  const mostEvenings: number[] = [];
  const slots = { from: new Int32Array(work.length * diaryDays * SLOT_KINDS + 1), start: [] as number[], server: [] as number[] };
  work.forEach((asked, group) => {
    const [place, role] = [Math.floor(group / 3), group % 3];
    const phase = (): number => uniform(phases[place]!);
    const own = on.subarray(group * diaryDays * 2, (group + 1) * diaryDays * 2);
    firstServer[group] = server.place.length;
    const inWeek = rosterSessions(asked, parameters, days, phase(), own);
    let clinics: Uint16Array = noClinics;
    if (place === practices.length) {
      const perDay = workloads.reduce((sum, { atWeekends }) => sum + atWeekends[role]!, 0);
      const { slots, minutes } = rosterClinics(perDay, asked.consultation, parameters, days, uniform(weekends), own);
      clinics = slots;
      clinicMinutes.set(minutes, role * diaryDays);
    }
    const most = own.reduce((most, count) => Math.max(most, count), inWeek);
    for (let i = 0; i < most; i++) {
      server.place.push(place);
      server.role.push(role);
    }
    const evenings = role === GP && place < practices.length ? Math.min(most, Math.ceil(parameters.response.extraSessions / WORKING_DAYS_A_WEEK)) : 0;
    if (role === GP && place < practices.length) mostEvenings.push(evenings);
    layOutSlots(asked, { group, firstServer: firstServer[group]!, endServer: server.place.length, on: own, clinics, evenings }, parameters, days, [phase(), phase()], slots);
  });
  firstServer[work.length] = server.place.length;
  slots.from[slots.from.length - 1] = slots.start.length;
  const simulated = daysOf(period);
  const desks = workloads.map((workload, place) => desksOf(workload, parameters, uniform(phases[place]!), uniform(phases[place]!)));
  return {
    practices: practices.length, days: simulated, diaryDays, open: days.open, openBefore: days.openBefore, workingDay: days.workingDay, weekday: days.weekday,
    firstServer, serverPlace: Uint16Array.from(server.place), serverRole: Uint8Array.from(server.role),
    on, clinicMinutes, slotFrom: slots.from, slotStart: Float64Array.from(slots.start), slotServer: Int32Array.from(slots.server),
    handlers: Uint16Array.from(desks.flatMap((desk) => desk.handlers)), backOffice: Uint16Array.from(desks.flatMap((desk) => desk.backOffice)),
    admin: Uint16Array.from(desks.flatMap((desk) => desk.admin)),
    mostEvenings: Uint8Array.from(mostEvenings), eveningSlots: eveningSlots(work[GP]!, parameters), rostered: rosteredMinutes(on, clinicMinutes, desks, simulated, days, parameters),
    hubs: neighbourhood.practices.map((practice) => quotaOf(site.hubs ?? [], practice, simulated)), lines: Int32Array.from(practices.map(({ lines }) => lines)), networkShare: Float64Array.from(shares),
  };
}
