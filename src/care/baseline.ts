/** Required against rostered time: whether staff can do an ordinary day's work at all. Above a certain utilisation queues have no steady state, and an outage no end. */
import { roles, type Estate, type Role } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { workloadOf, type Workload } from "./workload.js";

export interface Utilisation {
  /** Name of the region. */
  readonly region: string;
  readonly role: Role;
  /** Hours a working day, over all practices of the region: what appointments, contacts and tasks take, and what is rostered. */
  readonly required: number;
  readonly rostered: number;
}

/** Required against rostered hours of an average working day, by region and role. */
export function utilisations(estate: Estate, parameters: Parameters, seed: string): Utilisation[] {
  const hours = estate.regions.map(() => roles.map(() => ({ required: 0, rostered: 0 })));
  for (const practice of estate.practices) {
    const { required, rostered } = workloadOf(estate, practice, parameters, seed);
    hours[practice.region]!.forEach((sum, role) => {
      sum.required += required[role]! / 60;
      sum.rostered += rostered[role]! / 60;
    });
  }
  return hours.flatMap((byRole, region) => byRole.map((sum, role) => ({ region: estate.regions[region]!.name, role: roles[role]!, ...sum })));
}

/** Hours of an average working day of a role, over the whole estate. What is rostered is the five before it together. */
export interface Balance {
  readonly role: Role;
  readonly appointments: number;
  readonly contacts: number;
  readonly tasks: number;
  readonly slack: number;
  /** Breaks and other duties: the remainder, below 0 where slack no longer fits. */
  readonly breaks: number;
  readonly rostered: number;
}

export function balances(estate: Estate, parameters: Parameters, seed: string): Balance[] {
  const { slackGp, slackNurse, slackOther, slackReception, slackAdmin } = parameters.care;
  const slacks = [slackGp, slackNurse, slackOther, slackReception, slackAdmin];
  const workloads = estate.practices.map((practice) => workloadOf(estate, practice, parameters, seed));
  return roles.map((role, index) => {
    const hours = (minutes: (workload: Workload) => readonly number[]): number => workloads.reduce((sum, workload) => sum + minutes(workload)[index]! / 60, 0);
    const [appointments, contacts, tasks, rostered] = [hours((of) => of.appointments), hours((of) => of.contacts), hours((of) => of.tasks), hours((of) => of.rostered)];
    const slack = slacks[index]! * rostered;
    return { role, appointments, contacts, tasks, slack, breaks: rostered - appointments - contacts - tasks - slack, rostered };
  });
}

/** Those above `care.highestUtilisation`. */
export function overloaded(estate: Estate, parameters: Parameters, seed: string): Utilisation[] {
  return utilisations(estate, parameters, seed).filter(({ required, rostered }) => required > parameters.care.highestUtilisation * rostered);
}

export interface Unstaffed {
  /** Code of the practice. */
  readonly practice: string;
  readonly role: Role;
}

/** Practices that have work for a role and nobody to do it. */
export function unstaffed(estate: Estate, parameters: Parameters, seed: string): Unstaffed[] {
  return estate.practices.flatMap((practice) => {
    const { required, rostered } = workloadOf(estate, practice, parameters, seed);
    return roles.flatMap((role, index) => (required[index]! > 0 && rostered[index] === 0 ? [{ practice: practice.code, role }] : []));
  });
}
