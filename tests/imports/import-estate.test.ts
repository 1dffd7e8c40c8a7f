import { expect, test } from "vitest";
import { parametersWith } from "../../src/facts/defaults.js";
import { icbFacts } from "../../src/facts/icbs.js";
import { importEstate } from "../../src/imports/import-estate.js";
import { ImportError } from "../../src/imports/table.js";
import { expectIntegrity } from "../estate/integrity.js";
import { bytesOf, mapHeader, mapRow, olderMapHeader, olderMapRow, patientsHeader, patientsRow } from "./rows.js";

const parameters = parametersWith();
const imported = (map: readonly string[], patients: readonly string[], only?: readonly string[]) =>
  importEstate({ map: bytesOf(mapHeader, map), patients: bytesOf(patientsHeader, patients) }, parameters, 1, only);

test("a practice that both files have, with staff of its ICB by list size", () => {
  const { estate, warnings } = imported([mapRow({ code: "X90001" })], [patientsRow("X90001", 10_000)]);
  expectIntegrity(estate);
  expect(warnings).toEqual([]);
  expect(estate.regions).toEqual([{ code: "QKS", name: "Kent and Medway", appointmentRate: 19.6, callRate: 25.32, onlineRate: 6.76 }]);
  expect(estate.neighbourhoods).toEqual([{ code: "U90001", name: "Harbour PCN", region: 0, practices: [0] }]);
  expect(estate.practices[0]).toMatchObject({ code: "X90001", name: "Surgery, X90001", patients: 10_000, clinicalSystem: "EMIS Web", lines: 40 });
  expect(estate.practices[0]!.staff.nurse).toBeCloseTo(icbFacts("QKS")!.staff.nurse, 9);
  expect(estate.source).toBe("NHS England, Patients Registered at a GP Practice: practice map of 1 August 2026, registered patients of 1 March 2026.");
});

test("suppliers are clinical systems", () => {
  const suppliers = ["EMIS", "TPP", "Medicus", "Vision"];
  const { estate, warnings } = imported(suppliers.map((supplier, index) => mapRow({ code: `X9000${index}`, supplier })), suppliers.map((_, index) => patientsRow(`X9000${index}`, 9000)));
  expect(estate.practices.map(({ clinicalSystem }) => clinicalSystem)).toEqual(["EMIS Web", "SystmOne", "Medicus", "other"]);
  expect(warnings).toEqual([expect.stringContaining('1 practice has another supplier')]);
});

test("each unallocated practice is a neighbourhood by itself, under its own name", () => {
  const unallocated = { pcn: "U", pcnName: "Unallocated" };
  const { estate } = imported([mapRow({ code: "X90001", ...unallocated }), mapRow({ code: "X90002", ...unallocated }), mapRow({ code: "X90003" })], ["X90001", "X90002", "X90003"].map((code) => patientsRow(code, 500)));
  expectIntegrity(estate);
  expect(estate.neighbourhoods.map(({ code, name }) => [code, name])).toEqual([
    ["U-X90001", "Surgery, X90001"],
    ["U-X90002", "Surgery, X90002"],
    ["U90001", "Harbour PCN"],
  ]);
});

test("practices that one file lacks, or with nobody on the list, are left out and counted", () => {
  const { estate, warnings } = imported(
    [mapRow({ code: "X90001" }), mapRow({ code: "X90002" }), mapRow({ code: "X90004" })],
    [patientsRow("X90001", 1), patientsRow("X90003", 114_460), patientsRow("X90004", 0)],
  );
  expect(estate.practices.map(({ code, patients }) => [code, patients])).toEqual([["X90001", 1]]);
  expect(warnings).toEqual([
    "Left out: 1 of 3 practices (X90002) of the practice map have no registered patients in the other file.",
    "Left out: 1 of 3 practices (X90003) with registered patients are not in the practice map.",
    "Left out: 1 of 2 practices (X90004) have a list of 0 patients.",
  ]);
});

test("a network across a border is cut there", () => {
  const across = [mapRow({ code: "X90001" }), mapRow({ code: "X90002" }), mapRow({ code: "X90003", icb: "QNX", icbName: "NHS Sussex Integrated Care Board" })];
  const { estate, warnings } = imported(across, ["X90001", "X90002", "X90003"].map((code) => patientsRow(code, 500)));
  expectIntegrity(estate);
  expect(estate.neighbourhoods.map(({ code, practices }) => [code, practices.length])).toEqual([["U90001", 2], ["U90001-QNX", 1]]);
  expect(warnings).toEqual([expect.stringContaining("1 network (U90001)")]);
});

const eras = {
  map: [
    mapRow({ code: "X90001" }),
    mapRow({ code: "X90002", icb: "S0E4D", subIcb: "U2G6B", icbName: "NHS Thames Valley Integrated Care Board", pcn: "U90002" }),
    mapRow({ code: "X90003", icb: "S0E4D", subIcb: "14Y", icbName: "NHS Thames Valley Integrated Care Board", pcn: "U90002" }),
  ],
  patients: [patientsRow("X90001", 500), patientsRow("X90002", 500, "D4U1Y"), patientsRow("X90003", 500, "14Y")],
};

test.each([
  [["QKS"], ["X90001"]],
  [["S0E4D"], ["X90002", "X90003"]],
  [["QNQ"], ["X90002"]],
  [["QU9", "QKS"], ["X90001", "X90003"]],
])("only %s, by codes of either era, leaves %s", (only, codes) => {
  const whole = imported(eras.map, eras.patients);
  const part = imported(eras.map, eras.patients, only);
  expectIntegrity(part.estate);
  expect(part.estate.practices.map(({ code }) => code)).toEqual(codes);
  for (const practice of part.estate.practices) {
    const before = whole.estate.practices.find(({ code }) => code === practice.code)!;
    expect({ ...practice, region: 0, neighbourhood: 0 }).toEqual({ ...before, region: 0, neighbourhood: 0 });
  }
});

test("an ICB that the file has not is refused with those that it has", () => {
  expect(() => imported(eras.map, eras.patients, ["QKS", "QNC"])).toThrow(/no practice in "QNC"\. Write one of QKS \(Kent and Medway\), S0E4D \(Thames Valley\)/);
});

test("an ICB of later years is kept under its name, with the figures of England", () => {
  const { estate, warnings } = imported([mapRow({ code: "X90001", icb: "Z0Z0Z", icbName: "NHS NORTH OF SOMEWHERE INTEGRATED CARE BOARD" })], [patientsRow("X90001", 500)]);
  expect(estate.regions).toEqual([{ code: "Z0Z0Z", name: "North of Somewhere", appointmentRate: 23.3 }]);
  expect(warnings).toEqual([expect.stringContaining("Z0Z0Z (North of Somewhere) is not among the known ICBs")]);
});

test("the layout of 2022: STPs are ICBs, suppliers are drawn in the ICB's shares, and it says so", () => {
  const codes = Array.from({ length: 2000 }, (_, index) => `X${10_000 + index}`);
  const files = {
    map: bytesOf(olderMapHeader, codes.map((code, index) => olderMapRow(index < 10 ? { code } : { code, icb: "QNX", icbName: "Sussex and East Surrey Health and Care Partnership", pcn: "U90002" }))),
    patients: bytesOf(patientsHeader, codes.map((code) => patientsRow(code, 9000))),
  };
  const { estate, warnings } = importEstate(files, parameters, 1);
  expectIntegrity(estate);
  expect(estate.regions.map(({ name }) => name)).toEqual(["Kent and Medway", "Sussex"]);
  const kent = estate.practices.filter(({ region }) => region === 0);
  expect(kent.every(({ clinicalSystem }) => clinicalSystem === "EMIS Web")).toBe(true);
  const { EMIS, TPP } = icbFacts("QNX")!.suppliers;
  const sussex = estate.practices.filter(({ region }) => region === 1);
  // Five standard errors of a share among 1,990; the seed is fixed.
  expect(Math.abs(sussex.filter(({ clinicalSystem }) => clinicalSystem === "EMIS Web").length / sussex.length - EMIS / (EMIS + TPP))).toBeLessThan(0.056);
  expect(warnings).toEqual([expect.stringContaining("names no suppliers"), expect.stringContaining("1 January 2022, the registered patients of 1 March 2026")]);
  expect(estate.source).toContain("Clinical systems are drawn");
});

test("the same seed imports the same estate", () => {
  expect(imported(eras.map, eras.patients)).toEqual(imported(eras.map, eras.patients));
});

test("only rows for both sexes and all ages count", () => {
  const { estate } = imported([mapRow({ code: "X90001" })], [patientsRow("X90001", 40, "91Q", "MALE"), patientsRow("X90001", 100)]);
  expect(estate.practices[0]!.patients).toBe(100);
});

test.each([
  ["a list size that is no number", [mapRow({ code: "X90001" })], [patientsRow("X90001", "*")], /registered patients .*, line 2: NUMBER_OF_PATIENTS is "\*"\. Write a whole number/],
  ["a fraction", [mapRow({ code: "X90001" })], [patientsRow("X90001", "12.5")], /line 2: NUMBER_OF_PATIENTS is "12\.5"/],
  ["a practice twice", [mapRow({ code: "X90001" }), mapRow({ code: "X90001" })], [patientsRow("X90001", 1)], /practice map .*, line 3: PRACTICE_CODE X90001 stands in line 2 already/],
  ["no ICB", [mapRow({ code: "X90001", icb: "" })], [patientsRow("X90001", 1)], /line 2: ICB_CODE is empty/],
  ["no date", [mapRow({ code: "X90001", date: "August" })], [patientsRow("X90001", 1)], /line 2: EXTRACT_DATE is "August"\. Write a date such as/],
  ["nothing in common", [mapRow({ code: "X90001" })], [patientsRow("X90002", 1)], /no practice in common/],
])("%s is refused with where and what to write", (_, map, patients, message) => {
  expect(() => imported(map, patients)).toThrow(ImportError);
  expect(() => imported(map, patients)).toThrow(message);
});

test("files the wrong way round, or a map without ICBs, are told by their columns", () => {
  const map = bytesOf(mapHeader, [mapRow({ code: "X90001" })]);
  const patients = bytesOf(patientsHeader, [patientsRow("X90001", 1)]);
  expect(() => importEstate({ map: patients, patients: map }, parameters, 1)).toThrow(/practice map .*, line 1: no column PRACTICE_CODE, PRACTICE_NAME, PCN_CODE, PCN_NAME\. Found: PUBLICATION, EXTRACT_DATE, TYPE/);
  const bare = bytesOf(mapHeader.replaceAll("ICB_CODE", "BOARD"), [mapRow({ code: "X90001" })]);
  expect(() => importEstate({ map: bare, patients }, parameters, 1)).toThrow(/no column ICB_CODE, nor STP_CODE/);
});
