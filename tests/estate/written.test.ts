import { expect, test } from "vitest";
import { writtenEstate, type WrittenSpec } from "../../src/estate/written.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { england } from "../../src/facts/icb-table.js";
import { icbFacts } from "../../src/facts/icbs.js";
import { expectIntegrity } from "./integrity.js";

const parameters = parametersWith();
const written = (spec: WrittenSpec) => writtenEstate(spec, parameters);

test("a code and a list size are enough", () => {
  const estate = written({ practices: [{ code: "P1", patients: 10_000 }, { code: "P2", patients: 5_000 }] });
  expectIntegrity(estate);
  expect(estate.regions).toEqual([{ code: "LOCAL", name: "Local area", appointmentRate: 23.3 }]);
  expect(estate.neighbourhoods.map(({ code }) => code)).toEqual(["P1", "P2"]);
  expect(estate.practices[0]).toMatchObject({ name: "P1", clinicalSystem: "EMIS Web", tags: [], telephony: "cloud", lines: 40 });
  const { staff, workstations } = estate.practices[0]!;
  expect(staff.gp).toBeCloseTo(england.staff.gp + england.staff.locumAndTrainee, 9);
  const present = Object.values(staff).reduce((sum, fte) => sum + fte);
  expect(workstations).toBe(Math.ceil(present * parameters.estate.workstationsPerFte));
});

test("an ICB's code brings its name, its appointment rate and its staff", () => {
  const estate = written({ practices: [{ code: "P1", patients: 10_000, region: "QKS" }] });
  expect(estate.regions).toEqual([{ code: "QKS", name: "Kent and Medway", appointmentRate: 19.6, callRate: 25.32, onlineRate: 6.76 }]);
  expect(estate.practices[0]!.staff.nurse).toBeCloseTo(icbFacts("QKS")!.staff.nurse, 9);
});

test("what is written stands, and the rest follows", () => {
  const estate = written({
    regions: [{ code: "R", name: "Riverside", appointmentRate: 18 }],
    neighbourhoods: [{ code: "N", name: "North" }],
    practices: [
      { code: "P1", patients: 8_000, neighbourhood: "N", name: "Mill Lane", clinicalSystem: "SystmOne", tags: ["pilot"], workstations: 7, lines: 5, telephony: "on site", staff: { gp: 2 } },
      { code: "P2", patients: 9_000, neighbourhood: "N" },
      { code: "P3", patients: 9_000, neighbourhood: "S" },
    ],
  });
  expectIntegrity(estate);
  expect(estate.regions).toEqual([{ code: "R", name: "Riverside", appointmentRate: 18 }]);
  expect(estate.neighbourhoods).toEqual([
    { code: "N", name: "North", region: 0, practices: [0, 1] },
    { code: "S", name: "S", region: 0, practices: [2] },
  ]);
  expect(estate.practices[0]).toMatchObject({ name: "Mill Lane", clinicalSystem: "SystmOne", tags: ["pilot"], workstations: 7, lines: 5, telephony: "on site", staff: { gp: 2 } });
  expect(estate.practices[0]!.staff.admin).toBeGreaterThan(0);
});

test("practices take the region of their neighbourhood, whichever says it", () => {
  const estate = written({
    regions: [{ code: "R" }, { code: "S" }, { code: "T" }],
    neighbourhoods: [{ code: "N", region: "S" }],
    practices: [
      { code: "P1", patients: 1, neighbourhood: "N" },
      { code: "P2", patients: 1, neighbourhood: "M" },
      { code: "P3", patients: 1, neighbourhood: "M", region: "T" },
      { code: "P4", patients: 1 },
    ],
  });
  expect(estate.practices.map(({ region }) => estate.regions[region]!.code)).toEqual(["S", "T", "T", "R"]);
});

test("all complaints come at once", () => {
  const spec: WrittenSpec = {
    regions: [{ code: "R" }, { code: "R" }, { code: "Empty" }],
    neighbourhoods: [{ code: "N", region: "R" }, { code: "Bare" }],
    practices: [
      { code: "P", patients: 1, neighbourhood: "N" },
      { code: "P", patients: 1, neighbourhood: "N", region: "Q" },
    ],
  };
  for (const complaint of ["Region R stands there twice", "Practice P stands there twice", "in region Q, its neighbourhood N in R", "Region Empty has no practice", "Neighbourhood Bare has no practice"]) {
    expect(() => written(spec)).toThrow(complaint);
  }
  expect(() => written({ practices: [] })).toThrow(/no practice\. Write at least one/);
});
