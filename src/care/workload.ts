/** Minutes of staff time that an average working day of a practice asks for, by role, and what is rostered for it. */
import { roles, type Estate, type Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { BOOKABLE, PLANNED, SAME_DAY } from "../demand/demand.js";
import { otherDirectCare, ratesOf, type Rates } from "../demand/rates.js";

export interface Workload {
  /** By role: minutes for appointments, contacts and tasks. */
  readonly required: readonly number[];
  /** By role: minutes present. */
  readonly rostered: readonly number[];
  /** Of the receptionists' required minutes, those on the telephone. */
  readonly onTelephone: number;
  /** By clinical role: same-day needs and needs booked ahead. */
  readonly sameDay: readonly number[];
  readonly ahead: readonly number[];
  /** By clinical role: mean minutes of a consultation. */
  readonly consultation: readonly number[];
}

export function workloadOf(estate: Estate, practice: Practice, parameters: Parameters, seed: string): Workload {
  const { care, demand } = parameters;
  const rates = ratesOf(estate, practice, parameters, seed);
  const sameDay = rates.sameDayRoles.map((share) => share * rates.needs[SAME_DAY]!);
  const ahead = rates.aheadRoles.map((share) => share * (rates.needs[BOOKABLE]! + rates.needs[PLANNED]!));
  const faceToFace = [demand.minutesGp[0]!, demand.minutesNurse[0]!, demand.minutesOther[0]!];
  const modes = [demand.modesGp, demand.modesNurse, demand.modesOther];
  const consultation = modes.map((shares, role) => {
    const [inPerson, byTelephone, online, atHome] = shares as readonly [number, number, number, number];
    return inPerson * faceToFace[role]! + byTelephone * demand.minutesByTelephone[0]! + online * demand.minutesOnline[0]! + atHome * demand.minutesAtHome[0]!;
  });
  const [results, letters, repeats] = rates.items as readonly [number, number, number];
  const appointments = sameDay.map((count, role) => count + ahead[role]!);
  const contact = contacts(rates, parameters);
  const required = [
    appointments[0]! * consultation[0]! + results * care.resultRoles[0]! * care.resultMinutes + letters * care.letterActionShare * care.letterActionMinutes
      + repeats * care.prescriptionRoles[0]! * care.prescriptionMinutes + appointments[0]! * care.referralShare * care.referralMinutes,
    appointments[1]! * consultation[1]! + results * care.resultRoles[1]! * care.resultMinutes + appointments[1]! * care.referralShare * care.referralMinutes,
    appointments[2]! * consultation[2]! + results * care.resultRoles[2]! * care.resultMinutes + repeats * care.prescriptionRoles[1]! * care.prescriptionMinutes
      + appointments[2]! * care.referralShare * care.referralMinutes,
    contact.telephone + contact.elsewhere + rates.needs[PLANNED]! * care.invitationMinutes,
    letters * care.letterMinutes + repeats * care.prescriptionRoles[2]! * care.prescriptionMinutes,
  ];
  const present = roles.map((role) => (role === "other" ? otherDirectCare(practice, parameters) : practice.staff[role]));
  // Staff follow need: where patients ask for more, a practice has more people in the likeness of its ICB.
  return { required, rostered: present.map((fte) => fte * care.minutesPerFte * rates.effect), onTelephone: contact.telephone, sameDay, ahead, consultation };
}

/** Mean minutes of an answered call, by the published classes. */
export function meanCall(parameters: Parameters): number {
  const middles = [0.6, 1.5, 3.5, 8.5];
  return parameters.demand.callMinutes.reduce((sum, share, bin) => sum + share * middles[bin]!, 0);
}

function contacts(rates: Rates, parameters: Parameters): { telephone: number; elsewhere: number } {
  const { care } = parameters;
  let calls = 0, online = 0, desk = 0;
  rates.byChannel.forEach(([telephone, request, person], kind) => {
    // The last kind, information, ends in the menu and takes nobody's time.
    if (kind < 5) calls += telephone!;
    online += request!;
    desk += person!;
  });
  return { telephone: calls * (meanCall(parameters) + care.afterCallMinutes), elsewhere: online * care.onlineMinutes + desk * care.deskMinutes };
}
