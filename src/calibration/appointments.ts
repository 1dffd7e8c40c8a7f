/** Appointments as Appointments in General Practice counts them: by the day they are for, attended or not, without those that were cancelled. */
import { ATTENDED, CANCELLED_BY_PRACTICE, DID_NOT_ATTEND } from "../care/journal.js";
import { DAY, daysOf } from "../facts/days.js";
import { classOf, type Baseline, type Sums } from "./tally.js";

/** Days between booking and appointment: same day, 1, 2-7, 8-14, 15-21, 22-28, more. */
const LEADS = [0, 1, 2, 8, 15, 22, 29] as const;
const LONGEST = 61;

/** `daily`: by place and working day. */
export function countAppointments({ demand: { needs }, journal, period }: Baseline, sums: Sums, daily: Float64Array): void {
  const { bookings } = journal;
  const [from, until] = [period.warmUpDays * DAY, daysOf(period) * DAY];
  const workingDays = (period.days / 7) * 5;
  for (let booking = 0; booking < bookings.count; booking++) {
    const startsAt = bookings.startsAt[booking]!;
    const state = bookings.state[booking];
    if (startsAt < from || startsAt >= until || state === CANCELLED_BY_PRACTICE) continue;
    const need = bookings.need[booking]!;
    const day = Math.floor((startsAt - from) / DAY);
    const days = Math.floor(startsAt / DAY) - Math.floor(bookings.madeAt[booking]! / DAY);
    const lead = classOf(LEADS, days);
    sums.appointmentsByDay[day % 7]!++;
    if (day % 7 < 5) daily[needs.practice[need]! * workingDays + Math.floor(day / 7) * 5 + (day % 7)]!++;
    sums.appointmentsByLead[lead]!++;
    sums.appointmentsByRole[needs.role[need]!]!++;
    if (days === 0) sums.sameDayByRole[needs.role[need]!]!++;
    sums.appointmentsByMode[needs.mode[need]!]!++;
    if (state !== ATTENDED && state !== DID_NOT_ATTEND) continue;
    sums.endedByLead[lead]!++;
    if (state === DID_NOT_ATTEND) sums.notAttendedByLead[lead]!++;
    else sums.consultationsByMinute[Math.min(LONGEST, Math.round(journal.needs.consultedMinutes[need]!))]!++;
  }
}
