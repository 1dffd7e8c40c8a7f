/** What practices are expected to be asked for, known before anything is simulated and of those practices, too, that no sample holds. */
import { ONLINE, TELEPHONE } from "../demand/demand.js";
import { kindsBy, ratesOf } from "../demand/rates.js";
import type { Estate, Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";

/** Needs for appointments, by telephone and online, a working day. */
export type Expected = readonly [appointments: number, calls: number, online: number];

export function expectedOf(estate: Estate, practice: Practice, parameters: Parameters, seed: string): Expected {
  const rates = ratesOf(estate, practice, parameters, seed);
  const [sameDay, bookable, planned] = rates.needs as [number, number, number];
  return [sameDay + bookable + planned, kindsBy(rates, TELEPHONE).total, kindsBy(rates, ONLINE).total];
}

/** The same of all practices together, per 1,000 patients. */
export function expectedRates(estate: Estate, parameters: Parameters, seed: string): Expected {
  const sums: [number, number, number] = [0, 0, 0];
  let patients = 0;
  for (const practice of estate.practices) {
    expectedOf(estate, practice, parameters, seed).forEach((value, at) => (sums[at]! += value));
    patients += practice.patients;
  }
  return sums.map((sum) => sum / (patients / 1000)) as unknown as Expected;
}
