/** A hub that sees patients whom their practices cannot see that day, as data. Its appointments are shared out in quotas, before anything happens. */
import type { OpeningHours } from "./team.js";

export interface Hub {
  readonly name: string;
  readonly hours: OpeningHours;
  /** Component by which the hub sees records; what it is for the patient's practice it is for the hub. Without one the hub always sees patients. */
  readonly component?: string;
  /** Practices of the estate that is simulated, ascending. */
  readonly practices: readonly number[];
  /** Appointments for the patients of each: index place in `practices` * simulated days + day. */
  readonly quotas: Uint16Array;
}

/**
 * Shares out `appointments` on each of `days` days in proportion to `patients`, one by one to whomever most is owed (the earlier first where that is equal): what a day leaves
 * owed or overdrawn is carried over. Those of a day add up to `appointments`; nobody is ever owed as much as two. Index place * days + day; 0 where `isOpen` is false.
 */
export function quotasOf(appointments: number, patients: readonly number[], days: number, isOpen: (day: number) => boolean): Uint16Array {
  const quotas = new Uint16Array(patients.length * days);
  const all = patients.reduce((sum, own) => sum + own, 0);
  const owed = new Float64Array(patients.length);
  for (let day = 0; day < days; day++) {
    if (!isOpen(day)) continue;
    patients.forEach((own, place) => (owed[place]! += (appointments * own) / all));
    for (let given = 0; given < appointments; given++) {
      let most = 0;
      for (let place = 1; place < owed.length; place++) if (owed[place]! > owed[most]!) most = place;
      owed[most]!--;
      quotas[most * days + day]!++;
    }
  }
  return quotas;
}
