import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deriveFacts, factsModule } from "../../src/imports/derive-facts.js";
import { onlineTable } from "../../src/imports/online.js";
import { telephonyTable } from "../../src/imports/telephony.js";
import { onlineOf, onlineRow, telephonyOf, telephonyRow } from "./workbook.js";
import { bytesOf, epraccurRow, mapHeader, mapRow, patientsHeader, patientsRow, workforceHeader } from "./rows.js";

const published = "../shared/data/nhs";
const file = (name: string): Uint8Array => readFileSync(`${published}/${name}`);

/** Two ICBs of before, A and B; B went in part to C, in part to A. X10005 closed between the files, X10004 is in no network. */
const files = {
  map: bytesOf(mapHeader, [
    mapRow({ code: "X10001", icb: "QA", icbName: "NHS Ay Integrated Care Board", subIcb: "1A", pcn: "U1" }),
    mapRow({ code: "X10002", icb: "QC", icbName: "NHS Cee Integrated Care Board", subIcb: "2C", pcn: "U2", supplier: "TPP" }),
    mapRow({ code: "X10003", icb: "QC", icbName: "NHS Cee Integrated Care Board", subIcb: "2C", pcn: "U2", supplier: "Medicus" }),
    mapRow({ code: "X10004", icb: "QA", icbName: "NHS Ay Integrated Care Board", subIcb: "1A", pcn: "U", pcnName: "Unallocated" }),
  ]),
  patients: bytesOf(patientsHeader, [patientsRow("X10001", 1000, "1A"), patientsRow("X10002", 2000, "2B"), patientsRow("X10003", 3000, "2B"), patientsRow("X10004", 4000, "2B"), patientsRow("X10005", 5000, "1A")]),
  practices: bytesOf(epraccurRow("X10001", "QA"), [epraccurRow("X10002", "QB"), epraccurRow("X10003", "QB"), epraccurRow("X10004", "QB"), epraccurRow("X10005", "QA")]),
  workforce: bytesOf(workforceHeader, [
    '"X10001","2024","Ay",1000,9,9,9,9,9',
    '"X10001","2025","Ay",1000,1,0.5,NA,0.2,1',
    '"X10005","2025","Ay",3000,1,0.5,0.9,0.2,3',
    '"X10002","2025","Bee",2000,1,0,1,1,1',
    '"X10003","2025","Bee",0,1,0,1,1,1',
    '"X10009","2025","Bee",2000,7,7,7,7,7',
  ]),
  telephony: await telephonyTable(telephonyOf([telephonyRow("X10001", 100), telephonyRow("X10002", 400), telephonyRow("X10003", 1200), telephonyRow("Unassigned", 9000)])),
  online: await onlineTable(onlineOf([onlineRow("X10001", 40, { patients: 1000 }), onlineRow("X10002", 0, { patients: 2000 }), onlineRow("X10003", 120, { patients: 3000 }), onlineRow("X10004", 0, { patients: 4000, takesPart: 0 })])),
};

test("facts are counted by the ICBs of before and by those that are new since", () => {
  const { england, icbs, subIcbs } = deriveFacts(files);
  expect(icbs.map(({ code, name, successors }) => [code, name, successors])).toEqual([
    ["QA", "Ay", ["QA"]],
    ["QB", "Bee", ["QC", "QA"]],
    ["QC", "Cee", undefined],
  ]);
  const [a, b, c] = icbs;
  expect(england).toMatchObject({ practices: 5, patients: 15_000, unallocated: 2 });
  // The practice that closed is in no network any more.
  expect(a).toMatchObject({ practices: 2, patients: 6000, suppliers: { EMIS: 1, TPP: 0, Medicus: 0, unknown: 1 }, networks: [1], unallocated: 1 });
  expect(b).toMatchObject({ practices: 3, patients: 9000, suppliers: { EMIS: 1, TPP: 1, Medicus: 1, unknown: 0 }, networks: [0, 1], unallocated: 1 });
  expect(c).toMatchObject({ practices: 2, patients: 5000, networks: [0, 1], unallocated: 0 });
  expect([b!.listSizes[0], b!.listSizes[20], b!.listSizes[40]]).toEqual([2000, 3000, 4000]);
  expect(subIcbs).toEqual({ "1A": "QA", "2B": "QB", "2C": "QB" });
});

test("staff are of the latest year, of practices that still have patients, and NA is not 0", () => {
  const [a, b] = deriveFacts(files).icbs;
  expect(a!.staff).toEqual({ gp: 5, locumAndTrainee: 2.5, nurse: 3, other: 1, admin: 10 });
  expect(b!.staff).toEqual({ gp: 5, locumAndTrainee: 0, nurse: 5, other: 5, admin: 5 });
});

test("calls and online requests are of practices published one by one: per 1,000 patients and each of February's 20 working days", () => {
  const [, b] = deriveFacts(files).icbs;
  expect(b!.calls.mean).toBe(16);
  expect([0, 10, 20].map((step) => b!.calls.quantiles[step])).toEqual([10, 15, 20]);
  // Of 9,000 patients those of two practices.
  expect(b!.calls.coverage).toBe(0.56);
  // One had none; another does not take part.
  expect(b!.online).toMatchObject({ mean: 1.2, coverage: 0.56 });
});

test("a practice in no ICB is refused", () => {
  expect(() => deriveFacts({ ...files, practices: bytesOf(epraccurRow("X10001", "QA"), []) })).toThrow(/registered patients, line 3: practice X10002 is in no ICB/);
});

test.skipIf(!existsSync(published))("the shipped table is what the published files give (skipped where they are not at hand)", async () => {
  const derived = deriveFacts({
    map: file("gp-reg-pat-prac-map_2026-08-01.csv"),
    patients: file("gp-reg-pat-prac-all_2026-03-01.csv"),
    practices: file("epraccur_2025-09.csv"),
    workforce: file("GP_workforce_practice_FYmean_2023_2025.csv"),
    telephony: await telephonyTable(file("CBT_Publication_Summary_February_2026.xlsx")),
    online: await onlineTable(file("Submissions_via_OC_Systems_February_2026.xlsx")),
  });
  expect(factsModule(derived)).toBe(readFileSync("src/facts/icb-table.ts", "utf8"));

  // A second count of the same, published beside them.
  const summary = readFileSync(`${published}/icb42_summary_2026-03.csv`, "utf8").trim().split("\n").slice(1);
  for (const line of summary) {
    const [, code, practices, patients] = /^(\w+),(?:"[^"]*"|[^,]*),(\d+),(\d+),/.exec(line)!;
    expect(derived.icbs.find((facts) => facts.code === code)).toMatchObject({ practices: Number(practices), patients: Number(patients) });
  }
  expect(summary).toHaveLength(42);
});
