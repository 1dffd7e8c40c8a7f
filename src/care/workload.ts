/** Minutes of staff time that an average working day of a practice asks for, by role, and what is rostered for it. */
import { roles, type Estate, type Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { BOOKABLE, ONLINE, PLANNED, SAME_DAY } from "../demand/demand.js";
import { otherDirectCare, ratesOf, type Rates } from "../demand/rates.js";
import { weekendShare } from "./weekend.js";

export interface Workload {
  /** By role: minutes for appointments, contacts and tasks, and for all of them. */
  readonly appointments: readonly number[];
  readonly contacts: readonly number[];
  readonly tasks: readonly number[];
  readonly required: readonly number[];
  /** By role: minutes present. */
  readonly rostered: readonly number[];
  /** Of the receptionists' required minutes, those on the telephone. */
  readonly onTelephone: number;
  /** By clinical role: same-day needs, needs booked ahead for working days, and those for weekends, which the network's clinics see. */
  readonly sameDay: readonly number[];
  readonly ahead: readonly number[];
  readonly atWeekends: readonly number[];
  /** By clinical role: share of home visits, and mean minutes of the other consultations. */
  readonly atHome: readonly number[];
  readonly inClinic: readonly number[];
}

export function workloadOf(estate: Estate, practice: Practice, parameters: Parameters, seed: string): Workload {
  const { care, demand } = parameters;
  const rates = ratesOf(estate, practice, parameters, seed);
  const sameDay = rates.sameDayRoles.map((share) => share * rates.needs[SAME_DAY]!);
  const bookedAhead = rates.aheadRoles.map((share) => share * (rates.needs[BOOKABLE]! + rates.needs[PLANNED]!));
  const atWeekends = bookedAhead.map((count, role) => Math.min(count, weekendShare(parameters) * (sameDay[role]! + count)));
  const ahead = bookedAhead.map((count, role) => count - atWeekends[role]!);
  const faceToFace = [demand.minutesGp[0]!, demand.minutesNurse[0]!, demand.minutesOther[0]!];
  const modes = [demand.modesGp, demand.modesNurse, demand.modesOther];
  const atHome = modes.map((shares) => shares[3]!);
  const inClinic = modes.map(([inPerson, byTelephone, online], role) =>
    (inPerson! * faceToFace[role]! + byTelephone! * demand.minutesByTelephone[0]! + online! * demand.minutesOnline[0]!) / Math.max(Number.EPSILON, 1 - atHome[role]!));
  const consultation = inClinic.map((minutes, role) => (1 - atHome[role]!) * minutes + atHome[role]! * demand.minutesAtHome[0]!);
  const [results, letters, repeats, reports] = rates.items as readonly [number, number, number, number];
  const booked = sameDay.map((count, role) => count + ahead[role]!);
  const contact = contactsOf(rates, parameters);
  const appointments = roles.map((_, role) => (role < booked.length ? booked[role]! * consultation[role]! : 0));
  const contacts = [0, 0, 0, contact.telephone + contact.elsewhere, 0];
  const reviews = (role: number): number => results * care.resultRoles[role]! * care.resultMinutes;
  const referrals = (role: number): number => (booked[role]! + atWeekends[role]!) * care.referralShare * care.referralMinutes;
  const prescriptions = (who: number): number => repeats * care.prescriptionRoles[who]! * care.prescriptionMinutes;
  const writing = reports * care.reportMinutes;
  const tasks = [
    reviews(0) + letters * care.letterActionShare * care.letterActionMinutes + prescriptions(0) + referrals(0) + contact.online * care.triageShare * care.triageMinutes + care.reportByGp * writing,
    reviews(1) + referrals(1),
    reviews(2) + prescriptions(1) + referrals(2),
    rates.needs[PLANNED]! * care.invitationMinutes,
    letters * care.letterMinutes + prescriptions(2) + (1 - care.reportByGp) * writing,
  ];
  const required = roles.map((_, role) => appointments[role]! + contacts[role]! + tasks[role]!);
  const present = roles.map((role) => (role === "other" ? otherDirectCare(practice, parameters) : practice.staff[role]));
  // Staff follow need: where patients ask for more, a practice has more people in the likeness of its ICB.
  return { appointments, contacts, tasks, required, rostered: present.map((fte) => fte * care.minutesPerFte * rates.effect), onTelephone: contact.telephone, sameDay, ahead, atWeekends, atHome, inClinic };
}

/** Mean minutes of an answered call, by the published classes. */
export function meanCall(parameters: Parameters): number {
  const middles = [0.6, 1.5, 3.5, 8.5];
  return parameters.demand.callMinutes.reduce((sum, share, bin) => sum + share * middles[bin]!, 0);
}

/** Minutes on the telephone and elsewhere, and how many online requests are clinical. */
function contactsOf(rates: Rates, parameters: Parameters): { telephone: number; elsewhere: number; online: number } {
  const { care } = parameters;
  let calls = 0, online = 0, desk = 0;
  rates.byChannel.forEach(([telephone, request, person], kind) => {
    // The last kind, information, ends in the menu and takes nobody's time.
    if (kind < 5) calls += telephone!;
    online += request!;
    desk += person!;
  });
  const clinical = rates.byChannel[SAME_DAY]![ONLINE]! + rates.byChannel[BOOKABLE]![ONLINE]!;
  return { telephone: calls * (meanCall(parameters) + care.afterCallMinutes), elsewhere: online * care.onlineMinutes + desk * care.deskMinutes, online: clinical };
}
