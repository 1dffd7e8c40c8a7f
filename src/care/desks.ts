/** Desks of receptionists and administrators by half hour of the week: an ordinary week of each practice. */
import { exp, inverseNormal } from "../engine/maths.js";
import { CALL_EDGES } from "../demand/tables.js";
import type { Parameters } from "../facts/defaults.js";
import { HALF_HOURS, OPENS, WORKING_DAYS_A_WEEK } from "./opening.js";
import { minutesAtWork, type Desks } from "./roster.js";
import type { Workload } from "./workload.js";

/** Half hour from 10:00. */
const LOOK_IN = 4;
const MONDAY = 0;

/**
 * Call handlers follow the pattern of calls, and somebody always answers the telephone. What is left of reception's time, and administrators', is spread evenly over the
 * days, by their contacts or alike.
 */
export function desksOf(workload: Workload, parameters: Parameters, phase: number, chance: number): Desks {
  const { contactsByWeekday } = parameters.demand;
  const { phoneOccupancy, phoneOccupancySd } = parameters.care;
  // Practices differ in how many of their people answer the telephone.
  const occupancy = phoneOccupancy * exp(phoneOccupancySd * inverseNormal(chance));
  const handlers = contactsByWeekday.flatMap((contacts, weekday) => handlersOn(weekday, (workload.onTelephone * contacts) / occupancy, parameters));
  const atTelephone = (30 * handlers.reduce((sum, count) => sum + count, 0)) / WORKING_DAYS_A_WEEK;
  return {
    handlers, backOffice: spread(Math.max(0, minutesAtWork(workload, 3, parameters) - atTelephone), contactsByWeekday, phase),
    admin: spread(minutesAtWork(workload, 4, parameters), contactsByWeekday.map(() => 1), 1 - phase),
  };
}

/** `minutes`: of handlers a day. */
function handlersOn(weekday: number, minutes: number, { demand }: Parameters): number[] {
  const calls = weekday === MONDAY ? demand.callsByTimeMonday : demand.callsByTime;
  const total = calls.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: HALF_HOURS }, (_, half) => {
    const clock = OPENS + half * 30;
    const bin = CALL_EDGES.findLastIndex((edge) => edge <= clock);
    const share = (calls[bin]! / total) * (30 / (CALL_EDGES[bin + 1]! - CALL_EDGES[bin]!));
    // Those who called before opening call again in the first half hour.
    const early = half === 0 ? calls[0]! / total : 0;
    return Math.max(1, Math.round((minutes * (share + early)) / 30));
  });
}

/** People for so many minutes an average day, more on days of a greater factor; fractions are carried from half hour to half hour and from day to day. */
function spread(minutes: number, factors: readonly number[], phase: number): number[] {
  let carried = phase;
  return factors.flatMap((factor) => {
    const desks = Array.from({ length: HALF_HOURS }, (): number => {
      carried += (minutes * factor) / (HALF_HOURS * 30);
      const whole = Math.floor(carried);
      carried -= whole;
      return whole;
    });
    // In the smallest practice somebody looks in once a day.
    if (minutes > 0 && desks.every((count) => count < 1)) desks[LOOK_IN] = 1;
    return desks;
  });
}
