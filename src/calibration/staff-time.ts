/** What staff worked of what they were rostered for, and how far ahead routine appointments were to be had. */
import type { Baseline, Sums } from "./tally.js";

const STAFF = 5, ACTIVITIES = 4;
const FOUR_WEEKS = 28;

export function countStaffTime({ journal, period }: Baseline, sums: Sums): void {
  const { days, practices } = journal;
  // Staff whom the neighbourhood shares are rostered in a place of their own, and work for its practices.
  for (let place = 0; place <= practices; place++) {
    for (let day = period.warmUpDays; day < days; day++) {
      for (let staff = 0; staff < STAFF; staff++) {
        const at = (place * days + day) * STAFF + staff;
        sums.rosteredByStaff[staff]! += journal.rostered[at]!;
        if (place === practices) continue;
        sums.overtimeByStaff[staff]! += journal.overtime[at]!;
        for (let activity = 0; activity < ACTIVITIES; activity++) sums.workedByStaff[staff]! += journal.worked[at * ACTIVITIES + activity]!;
      }
    }
  }
}

export function countAccess({ journal: { access, days, practices }, period }: Baseline, sums: Sums): void {
  for (let place = 0; place < practices; place++) {
    for (let day = period.warmUpDays; day < days; day++) {
      const ahead = access[place * days + day]!;
      if (Number.isNaN(ahead)) continue;
      if (day < period.warmUpDays + FOUR_WEEKS) add(sums.accessEarly, ahead);
      if (day >= days - FOUR_WEEKS) add(sums.accessLate, ahead);
    }
  }
}

function add(sum: Float64Array, value: number): void {
  sum[0]! += value;
  sum[1]!++;
}
