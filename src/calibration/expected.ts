/** What practices are expected to be asked for, known before anything is simulated and of those practices, too, that no sample holds. */
import { ONLINE, TELEPHONE } from "../demand/demand.js";
import { kindsBy, ratesOf } from "../demand/rates.js";
import type { Estate, Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { quantile } from "../statistics/quantile.js";

/** Needs for appointments, by telephone and online, a working day. */
export type Expected = readonly [appointments: number, calls: number, online: number];

export function expectedOf(estate: Estate, practice: Practice, parameters: Parameters, seed: string): Expected {
  const rates = ratesOf(estate, practice, parameters, seed);
  const [sameDay, bookable, planned] = rates.needs as [number, number, number];
  return [sameDay + bookable + planned, kindsBy(rates, TELEPHONE).total, kindsBy(rates, ONLINE).total];
}

export interface ExpectedOfAll {
  /** Of all practices together, per 1,000 patients. */
  readonly rates: Expected;
  /** Online requests per 1,000 patients of the practice at the 10th, 50th and 90th percentile. */
  readonly onlinePercentiles: readonly number[];
}

/** Before lasting differences between practices are drawn: with them a region would stand some percent off, by luck of the seed. */
export function expectedOfAll(estate: Estate, { demand, ...others }: Parameters, seed: string): ExpectedOfAll {
  const parameters = { ...others, demand: { ...demand, practiceSd: 0 } };
  const sums: [number, number, number] = [0, 0, 0];
  let patients = 0;
  const online = Float64Array.from(estate.practices, (practice) => {
    const expected = expectedOf(estate, practice, parameters, seed);
    expected.forEach((value, at) => (sums[at]! += value));
    patients += practice.patients;
    return expected[2] / (practice.patients / 1000);
  }).sort();
  return { rates: sums.map((sum) => sum / (patients / 1000)) as unknown as Expected, onlinePercentiles: [0.1, 0.5, 0.9].map((p) => quantile(online, p)!) };
}
