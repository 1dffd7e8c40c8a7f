/** The unit of work of a calibration: one neighbourhood's ordinary weeks in one replication, simulated and counted. */
import { simulateNeighbourhood } from "../care/neighbourhood.js";
import { noPolicies } from "../care/policies.js";
import { createMemory } from "../engine/memory.js";
import type { Estate } from "../estate/estate.js";
import type { Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { undisturbed } from "../infrastructure/disruption.js";
import { countAppointments } from "./appointments.js";
import { countCalls } from "./calls.js";
import { expectedOf } from "./expected.js";
import { countOnline } from "./online.js";
import { countAccess, countStaffTime } from "./staff-time.js";
import { noSums, type Baseline, type Tally } from "./tally.js";

/** All that a thread needs to know once. */
export interface OrdinaryWeeks {
  readonly seed: string;
  /** What is simulated; a sample, or all of it. */
  readonly estate: Estate;
  readonly period: Period;
  readonly parameters: Parameters;
}

export interface CalibrationUnit {
  readonly replication: number;
  /** Index into `estate.neighbourhoods`. */
  readonly neighbourhood: number;
}

export function simulateOrdinaryWeeks(weeks: OrdinaryWeeks, { replication, neighbourhood }: CalibrationUnit, memory = createMemory()): Tally {
  const { estate, period, parameters, seed } = weeks;
  const members = estate.neighbourhoods[neighbourhood]!.practices;
  const practices = members.map((index) => estate.practices[index]!);
  const { demand, none } = simulateNeighbourhood({ ...weeks, replication, neighbourhood }, members.map(() => undisturbed), noPolicies, memory);
  return tallyOf({
    demand, journal: none, period, parameters, patients: practices.map(({ patients }) => patients), expected: practices.map((practice) => expectedOf(estate, practice, parameters, seed)),
  });
}

export function tallyOf(baseline: Baseline): Tally {
  const { patients, expected, period } = baseline;
  const workingDays = (period.days / 7) * 5;
  const sums = noSums();
  const [callRate, daily] = [new Float64Array(patients.length), new Float64Array(patients.length * workingDays)];
  countAppointments(baseline, sums, daily);
  countCalls(baseline, sums, callRate);
  countOnline(baseline, sums);
  countStaffTime(baseline, sums);
  countAccess(baseline, sums);
  patients.forEach((list, place) => {
    const thousandDays = (list / 1000) * workingDays;
    expected[place]!.forEach((needs, at) => (sums.expected[at]! += needs * workingDays));
    callRate[place]! /= thousandDays;
  });
  return { sums, callRate, daily };
}
