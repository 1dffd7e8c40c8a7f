/** Enhanced access: clinics on days when practices are closed, which the network holds for patients of all of them. Everybody is booked ahead; nobody does anything else there. */
import type { Parameters } from "../facts/defaults.js";
import { WORKING_DAYS_A_WEEK, type Days } from "./opening.js";

const SATURDAY = 5;

/** Clinics of one role. */
export interface Clinics {
  /** By day: appointments; none on working days. */
  readonly slots: Uint16Array;
  /** By day: minutes for which each of the clinicians is there. */
  readonly minutes: Float64Array;
}

/** Of all appointments of an ordinary week, those at its weekend. */
export function weekendShare({ care }: Parameters): number {
  const weekend = care.saturdayShare + care.sundayShare;
  return weekend / (WORKING_DAYS_A_WEEK + weekend);
}

/**
 * Lays `perDay` appointments, weekends' appointments shared out over working days, together on Saturdays, Sundays and bank holidays in proportion to their shares;
 * fractions are carried forward from `phase`. Sets in `on`, by half day, how many clinicians hold the clinic: as few as get through their lists in a session.
 */
export function rosterClinics(perDay: number, consultation: number, { care }: Parameters, { open, weekday, season }: Days, phase: number, on: Uint16Array): Clinics {
  const clinics = { slots: new Uint16Array(open.length), minutes: new Float64Array(open.length) };
  if (perDay === 0) return clinics;
  const mean = (WORKING_DAYS_A_WEEK * perDay) / (care.saturdayShare + care.sundayShare);
  const longest = Math.max(1, Math.floor(care.sessionMinutes / consultation));
  const carried = [phase, phase];
  for (let day = 0; day < open.length; day++) {
    if (open[day] === 1) continue;
    const isSaturday = Number(weekday[day] === SATURDAY);
    carried[isSaturday]! += (isSaturday ? care.saturdayShare : care.sundayShare) * mean * season[day]!;
    const slots = Math.floor(carried[isSaturday]!);
    carried[isSaturday]! -= slots;
    if (slots === 0) continue;
    on[2 * day] = Math.ceil(slots / longest);
    clinics.slots[day] = slots;
    clinics.minutes[day] = Math.ceil(slots / on[2 * day]!) * consultation;
  }
  return clinics;
}
