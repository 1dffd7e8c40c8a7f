import { expect, test } from "vitest";
import { england } from "../../src/facts/icb-table.js";
import { staffGroups } from "../../src/facts/icb.js";
import { appointmentRateOf, appointmentRates, englishIcbs, icbCodes, icbFacts, icbOfSubIcb, proportionSpread, successorsOf } from "../../src/facts/icbs.js";

const all = icbCodes.map((code) => icbFacts(code)!);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test("42 ICBs to March 2026 became 36", () => {
  expect(englishIcbs).toHaveLength(42);
  expect(new Set(englishIcbs.flatMap((code) => successorsOf(code))).size).toBe(36);
  for (const code of englishIcbs.flatMap((before) => successorsOf(before))) expect(icbFacts(code), code).toBeDefined();
});

test("practices and patients of the 42 are those of England", () => {
  const facts = englishIcbs.map((code) => icbFacts(code)!);
  expect(sum(facts.map(({ practices }) => practices))).toBe(england.practices);
  expect(sum(facts.map(({ patients }) => patients))).toBe(england.patients);
  for (const supplier of ["EMIS", "TPP", "Medicus", "unknown"] as const) expect(sum(facts.map(({ suppliers }) => suppliers[supplier]))).toBe(england.suppliers[supplier]);
});

test.each([...all, england].map((facts) => [facts.code, facts] as const))("facts of %s fit together", (_, facts) => {
  expect(sum(Object.values(facts.suppliers))).toBe(facts.practices);
  expect(sum(facts.networks.map((count, index) => count * (index + 1))) + facts.unallocated).toBe(facts.practices);
  expect(facts.listSizes).toHaveLength(41);
  expect([...facts.listSizes].sort((a, b) => a - b)).toEqual(facts.listSizes);
  for (const group of staffGroups) expect(facts.staff[group], group).toBeGreaterThan(0.5);
  expect(facts.name).toMatch(/^[A-Z][a-z]/);
  expect(facts.name).not.toMatch(/NHS|ICB|Integrated|[A-Z]{3}/);
});

test("Kent and Medway", () => {
  const kent = icbFacts("QKS")!;
  expect(kent).toMatchObject({ name: "Kent and Medway", practices: 175, patients: 2_041_841, suppliers: { EMIS: 175, TPP: 0, Medicus: 0, unknown: 0 } });
  // 45 PCNs and one practice in none.
  expect(sum(kent.networks) + kent.unallocated).toBe(46);
});

test("names are in normal case", () => {
  expect(icbFacts("QNC")!.name).toBe("Staffordshire and Stoke-on-Trent");
  expect(icbFacts("QT6")!.name).toBe("Cornwall and the Isles of Scilly");
  expect(icbFacts("D7T5G")!.name).toBe("Essex");
});

test("England is as calibrated: shares of suppliers, list sizes, PCN sizes, staff", () => {
  const { suppliers, listSizes, networks, staff } = england;
  const known = suppliers.EMIS + suppliers.TPP + suppliers.Medicus;
  expect(suppliers.EMIS / known).toBeCloseTo(0.584, 3);
  expect(suppliers.TPP / known).toBeCloseTo(0.414, 3);
  expect(listSizes[20]).toBe(8824);
  expect([2, 10, 30, 38].map((step) => listSizes[step])).toEqual([3048, 5895, 12740, 22025]);
  expect(sum(networks.map((count, index) => count * (index + 1))) / sum(networks)).toBeCloseTo(4.68, 2);
  // 2%: published totals count practices that closed in the year, these do not.
  const published = { gp: 4.27, locumAndTrainee: 1.52, nurse: 2.66, other: 2.7, admin: 11.96 };
  for (const group of staffGroups) expect(Math.abs(staff[group] / published[group] - 1), group).toBeLessThan(0.02);
});

test("Frimley went to three ICBs, Kent to none other", () => {
  expect(successorsOf("QNQ")).toEqual(["S0E4D", "QRL", "S9B9J"]);
  expect(successorsOf("QKS")).toEqual(["QKS"]);
  expect(successorsOf("Q??")).toEqual(["Q??"]);
});

test("sub-ICB locations of both eras are known", () => {
  expect(icbOfSubIcb("91Q")).toBe("QKS");
  expect(icbOfSubIcb("D4U1Y")).toBe("QNQ");
  expect(icbOfSubIcb("U2G6B")).toBe("QNQ");
  expect(icbOfSubIcb("99Z")).toBeUndefined();
});

test("three ICBs have an appointment rate of their own; others have rates in proportion to their clinical staff", () => {
  expect(["QKS", "QNC", "QKK"].map((code) => appointmentRateOf(code, 23.3))).toEqual([19.6, 20.3, 16.3]);
  // Full-time equivalents per 10,000 of Cheshire and Merseyside over those of Greater Manchester.
  const staffOf = (code: string): number => Object.values(icbFacts(code)!.staff).slice(0, 4).reduce((sum, fte) => sum + fte, 0);
  expect(Object.keys(icbFacts("QYG")!.staff).slice(0, 4)).toEqual(["gp", "locumAndTrainee", "nurse", "other"]);
  expect(appointmentRateOf("QYG", 23.3) / appointmentRateOf("QOP", 23.3)).toBeCloseTo(staffOf("QYG") / staffOf("QOP"), 9);
  expect(appointmentRateOf("nowhere", 23.3)).toBe(23.3);
});

test("ICBs' appointment rates average out at England's, weighted by patients", () => {
  const all = englishIcbs.map((code) => icbFacts(code)!);
  const mean = all.reduce((sum, { code, patients }) => sum + patients * appointmentRateOf(code, 23.3), 0) / all.reduce((sum, { patients }) => sum + patients, 0);
  expect(mean).toBeCloseTo(23.3, 9);
});

test("a code of neither era has no facts", () => {
  expect(icbFacts("QXX")).toBeUndefined();
});

test("a rate in proportion to staff lies within its spread of those that are published", () => {
  const clinical = ({ gp, locumAndTrainee, nurse, other }: typeof england.staff): number => gp + locumAndTrainee + nurse + other;
  for (const [code, { value }] of Object.entries(appointmentRates)) {
    const part = Number(value) / ((23.3 * clinical(icbFacts(code)!.staff)) / clinical(england.staff));
    expect(part, code).toBeGreaterThan(proportionSpread[0]);
    expect(part, code).toBeLessThan(proportionSpread[1]);
  }
});
