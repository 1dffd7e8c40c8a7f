/** Desks of receptionists and administrators by half hour: an ordinary day of each practice. */
import { CALL_EDGES } from "../demand/tables.js";
import type { Parameters } from "../facts/defaults.js";
import { HALF_HOURS, OPENS } from "./opening.js";
import { minutesAtWork, type Desks } from "./roster.js";
import type { Workload } from "./workload.js";

/** Half hour from 10:00. */
const LOOK_IN = 4;

/** Call handlers follow the pattern of calls; other receptionists and administrators are spread evenly. */
export function desksOf(workload: Workload, parameters: Parameters, phase: number): Desks {
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
