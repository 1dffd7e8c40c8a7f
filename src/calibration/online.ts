/** Online requests as Submissions via Online Consultation Systems counts them. */
import { ONLINE_REQUEST } from "../care/journal.js";
import { PLANNED } from "../demand/demand.js";
import { DAY } from "../facts/days.js";
import type { Baseline, Sums } from "./tally.js";

export function countOnline({ demand: { needs }, journal: { jobs }, period }: Baseline, sums: Sums): void {
  const from = period.warmUpDays * DAY;
  for (let job = 0; job < jobs.count; job++) {
    const arrivedAt = jobs.arrivedAt[job]!;
    if (jobs.kind[job] !== ONLINE_REQUEST || arrivedAt < from) continue;
    const clock = arrivedAt % DAY;
    sums.onlineByDay[Math.floor((arrivedAt - from) / DAY) % 7]!++;
    if (clock >= 480 && clock < 600) sums.onlineFromEight[0]!++;
    if (needs.kind[jobs.subject[job]!]! <= PLANNED) sums.onlineClinical[0]!++;
  }
}
