/** The integrated care boards (ICBs) of England: the 42 of before April 2026 and the 36 since, by code. */
import type { Default } from "./default.js";
import type { IcbFacts, StaffRates } from "./icb.js";
import { icbTable, subIcbs } from "./icb-table.js";

const byCode: ReadonlyMap<string, IcbFacts> = new Map(icbTable.map((facts) => [facts.code, facts]));

/** Every accepted code: the 42, then those of the 36 that are new. */
export const icbCodes: readonly string[] = icbTable.map(({ code }) => code);

/** The 42 ICBs of before April 2026, which together are England. */
export const englishIcbs: readonly string[] = icbTable.filter(({ successors }) => successors !== undefined).map(({ code }) => code);

/** Facts of an ICB of either era. A code of both eras has the facts of before April 2026; only Hampshire and Isle of Wight, `QRL`, differs since. */
export function icbFacts(code: string): IcbFacts | undefined {
  return byCode.get(code);
}

/** The ICBs that the practices of `code` have been in since April 2026, most practices first. */
export function successorsOf(code: string): readonly string[] {
  return byCode.get(code)?.successors ?? [code];
}

/** Which of the 42 ICBs a sub-ICB location, such as `91Q`, lay in. */
export function icbOfSubIcb(code: string): string | undefined {
  return subIcbs[code];
}

/** ICBs with an appointment rate of their own: appointments per 1,000 registered patients and working day. */
export const appointmentRates: Readonly<Record<string, Default>> = {
  QKS: rate(19.6, "Kent and Medway"),
  QNC: rate(20.3, "Staffordshire and Stoke-on-Trent"),
  QKK: rate(16.3, "South East London"),
};

function rate(value: number, name: string): Default {
  return {
    value,
    unit: "appointments per 1,000 patients and working day",
    meaning: `Appointments in ${name}`,
    source: "NHS England, Appointments in General Practice, 2025",
    grade: "A",
  };
}

/**
 * Appointments per 1,000 registered patients and working day: the ICB's own figure; where it has none here, in proportion to its clinical staff per patient, so that
 * England's mean is `national`. That is an assumption: by staff alone South East London would have 17.0, where 16.3 is published, and Kent and Medway 21.9 (19.6).
 */
export function appointmentRateOf(code: string, national: number): number {
  const facts = byCode.get(code);
  return ownRate(code) ?? (facts === undefined ? national : ratePerStaff(national) * clinicalStaff(facts.staff));
}

/** Of the ICBs without a rate of their own, whose patients have what those of the others leave of `national`. */
function ratePerStaff(national: number): number {
  let [left, staff] = [0, 0];
  for (const code of englishIcbs) {
    const facts = byCode.get(code)!;
    const own = ownRate(code);
    left += facts.patients * (national - (own ?? 0));
    if (own === undefined) staff += facts.patients * clinicalStaff(facts.staff);
  }
  return left / staff;
}

function ownRate(code: string): number | undefined {
  return appointmentRates[code]?.value as number | undefined;
}

/** How far a rate in proportion to staff may lie from the true one, as parts of it: it misses those of the three ICBs above by 4, 12 and 15%. */
export const proportionSpread: readonly [low: number, high: number] = [0.8, 1.2];

/** Calls and online requests of an ICB per 1,000 registered patients and working day; none where it is not known, so that the nation's hold. */
export function contactRatesOf(code: string): { readonly callRate?: number; readonly onlineRate?: number } {
  const facts = byCode.get(code);
  return facts === undefined ? {} : { callRate: facts.calls.mean, onlineRate: facts.online.mean };
}

function clinicalStaff({ gp, locumAndTrainee, nurse, other }: StaffRates): number {
  return gp + locumAndTrainee + nurse + other;
}
