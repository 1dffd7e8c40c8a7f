/** A number with its range in plain words, for those who read no brackets: `about 21,000 appointments, between 17,000 and 26,000`. */
import { placeOf, possible, written, type Estimate } from "./numbers.js";

export interface Ranged extends Estimate {
  /** Values that were cut at the horizon: the mean is a lower bound where there are any. */
  readonly censored?: number;
}

/** What is counted, one and many. Of what is measured, such as hours, there are parts. */
export interface Counted {
  readonly one: string;
  readonly many: string;
  readonly isMeasured?: true;
}

/** As sentences name what an outcome counts. */
export const countedAs = {
  appointmentsDisrupted: { one: "appointment", many: "appointments" },
  appointmentsCancelled: { one: "appointment", many: "appointments" },
  netUndelivered: { one: "appointment", many: "appointments" },
  contactsNotConnected: { one: "call or online request", many: "calls and online requests" },
  requestsDeclined: { one: "request", many: "requests" },
  excessAbandonment: { one: "call", many: "calls" },
  needUnmetSameDay: { one: "patient", many: "patients" },
  patientsAffected: { one: "patient", many: "patients" },
  notesToTypeIn: { one: "paper note", many: "paper notes" },
  extraWorkHours: { one: "hour", many: "hours", isMeasured: true },
} as const satisfies Readonly<Record<string, Counted>>;

/**
 * Rounded as the range allows, and things and people to whole ones. `no appointments` where nothing varies about 0; `fewer than 1 appointment` where it comes to less; `about 64 fewer appointments,
 * between 62 and 66` below 0; where the range spans 0 it says which way it may go; `at least` a mean of values cut at the horizon, without the upper bound that nobody knows; no range where its ends are
 * written alike, and a word on it where one run gives none. `not known` without a mean.
 */
export function inWords(estimate: Ranged, { one, many, isMeasured }: Counted): string {
  const { mean, low, high, censored = 0 } = possible(estimate);
  if (mean === null) return "not known";
  const place = isMeasured === true ? placeOf(estimate) : Math.max(0, placeOf(estimate));
  const size = (value: number): string => written(Math.abs(value), place);
  const sized = `${size(mean)} ${mean < 0 ? "fewer " : ""}${size(mean) === "1" ? one : many}`;
  const little = isMeasured === true ? `hardly any ${many}` : `fewer than 1 ${one}`;
  const isNothing = !/[1-9]/.test(size(mean));
  if (mean === 0 && (low === null || (low === 0 && high === 0))) return `no ${many}`;
  if (censored > 0) return `at least ${sized}`;
  if (low === null || high === null) return `${isNothing ? little : `about ${sized}`} (one simulated run gives no range)`;
  if (low === high) return isNothing ? little : Number.isInteger(mean) ? sized : `about ${sized}`;
  if (low < 0 && high > 0 && (size(low) !== size(0) || size(high) !== size(0))) {
    return `${isNothing ? `about as many ${many} as ever` : `about ${sized}`}, between ${size(low)} fewer and ${size(high)} more`;
  }
  const [least, most] = Math.abs(low) < Math.abs(high) ? [size(low), size(high)] : [size(high), size(low)];
  const range = least === most ? "" : `, between ${least} and ${most}`;
  return isNothing ? `${little}${range}` : `about ${sized}${range}`;
}

/** The same before a verb: a comma closes the range where there is one. */
export function asSubject(estimate: Ranged, counted: Counted): string {
  const words = inWords(estimate, counted);
  return words.includes(", between ") ? `${words},` : words;
}

/** The mean alone, as whole things or people: `21,000`; `0` where it comes to less than half of one. */
export function wholly(estimate: Estimate): string {
  return estimate.mean === null ? "–" : written(estimate.mean, Math.max(0, placeOf(estimate)));
}
