import type { Default } from "./default.js";

const COSTMOS = "NICE COSTmos (PSSRU, Unit Costs of Health and Social Care 2025)";

/** What an hour of work costs its employer, by role, at prices of 2025, and how money of other years counts. Roles are those of `extraWorkHours`. */
export const costDefaults = {
  hourGp: {
    value: 148, unit: "pounds a working hour", grade: "B",
    source: `239 pounds an hour of patient contact, qualification excluded (${COSTMOS}, table 9.4.2), of which 0.621 are worked with patients (8th GP Worklife Survey, 2015)`,
    meaning: "A GP's working hour, 2025",
  },
  hourNurse: { value: 50, unit: "pounds a working hour", grade: "A", source: `${COSTMOS}, practice nurse, qualification excluded`, meaning: "A practice nurse's working hour, 2025" },
  hourOther: { value: 50, unit: "pounds a working hour", grade: "assumption", source: "no figure found: as a practice nurse", meaning: "A working hour of other direct care staff, such as pharmacists, 2025" },
  hourReception: {
    value: 32, unit: "pounds a working hour", grade: "assumption", range: { low: 21, high: 42 },
    source: `below 42 pounds of band 4 (${COSTMOS}), since receptionists are mostly paid less`, meaning: "A receptionist's working hour, 2025",
  },
  hourAdmin: {
    value: 32, unit: "pounds a working hour", grade: "assumption", range: { low: 21, high: 42 },
    source: `as a receptionist: below 42 pounds of band 4 (${COSTMOS})`, meaning: "An administrator's working hour, 2025",
  },
  discountRate: {
    value: 0.035, unit: "share a year", grade: "A", range: { fixed: "a convention of public spending" },
    source: "HM Treasury, The Green Book, annex on discounting: 3.5% a year in real terms for up to 30 years", meaning: "How much less a pound counts that is paid a year later",
  },
  vat: { value: 0.2, unit: "share of the price", grade: "A", range: { fixed: "set by law" }, source: "HM Revenue and Customs, standard rate since 4 January 2011", meaning: "Value added tax on prices that are given without it" },
  budgetYears: {
    value: 5, unit: "years", grade: "assumption", range: { fixed: "a convention" }, source: "the usual life of network equipment in its accounts",
    meaning: "Years over which all that an option costs counts towards a budget",
  },
} as const satisfies Record<string, Default>;

export type PaidRole = "gp" | "nurse" | "other" | "reception" | "admin";

/** Pounds a working hour, by the name that a role has in the parts of `extraWorkHours`. */
export const hourlyCost: Readonly<Record<PaidRole, Default & { readonly value: number }>> = {
  gp: costDefaults.hourGp, nurse: costDefaults.hourNurse, other: costDefaults.hourOther, reception: costDefaults.hourReception, admin: costDefaults.hourAdmin,
};
