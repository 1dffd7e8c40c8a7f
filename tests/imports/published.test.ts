import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ClinicalSystem, Estate, Role } from "../../src/estate/estate.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { importEstate } from "../../src/imports/import-estate.js";
import { onlineTable } from "../../src/imports/online.js";
import { telephonyTable } from "../../src/imports/telephony.js";
import { expectIntegrity, patientsOf } from "../estate/integrity.js";

const published = "../shared/data/nhs";
const whereAtHand = test.skipIf(!existsSync(published));
const parameters = parametersWith();
const imported = (map: string, only?: readonly string[]) =>
  importEstate({ map: readFileSync(`${published}/${map}`), patients: readFileSync(`${published}/gp-reg-pat-prac-all_2026-03-01.csv`) }, parameters, 1, only);
const of2026 = "gp-reg-pat-prac-map_2026-08-01.csv";
const of2022 = "gp-reg-pat-prac-map_2022-01-01_CCG-era.csv";
const total = (role: Role, practices: Estate["practices"]): number => practices.reduce((sum, { staff }) => sum + staff[role], 0);
const on = ({ practices }: Estate, system: ClinicalSystem): number => practices.filter(({ clinicalSystem }) => clinicalSystem === system).length;

// All of these are skipped where the published files are not at hand.

whereAtHand("Kent and Medway of 2026: 175 practices, 2,041,841 patients, 46 neighbourhoods, all on EMIS Web", () => {
  const { estate } = imported(of2026, ["QKS"]);
  expectIntegrity(estate);
  expect(estate.regions.map(({ name }) => name)).toEqual(["Kent and Medway"]);
  expect(estate.practices).toHaveLength(175);
  expect(patientsOf(estate)).toBe(2_041_841);
  expect(estate.neighbourhoods).toHaveLength(46);
  expect(on(estate, "EMIS Web")).toBe(175);
});

whereAtHand("England of 2026: 6,129 practices of 36 ICBs; the 40 that the map lacks are told", () => {
  const { estate, warnings } = imported(of2026);
  expectIntegrity(estate);
  expect(estate.regions).toHaveLength(36);
  expect(estate.practices).toHaveLength(6129);
  expect([on(estate, "EMIS Web"), on(estate, "SystmOne"), on(estate, "Medicus")]).toEqual([3581, 2540, 8]);
  expect(estate.neighbourhoods.filter(({ code }) => code.startsWith("U-"))).toHaveLength(52);
  expect(warnings).toEqual([expect.stringContaining("40 of 6,169 practices"), expect.stringContaining("1 network (U41591)")]);
  for (const { name } of [...estate.regions, ...estate.neighbourhoods, ...estate.practices]) expect(name).not.toMatch(/ {2}|INTEGRATED/);
});

whereAtHand("Frimley, shared out among three ICBs in 2026, is found whole by its old code", () => {
  const { estate } = imported(of2026, ["QNQ"]);
  expect(estate.practices).toHaveLength(66);
  expect(estate.regions.map(({ code }) => code)).toEqual(["QRL", "S0E4D", "S9B9J"]);
});

whereAtHand("the map of 2022 has the 42 ICBs; Kent's clinical systems are drawn, and all are EMIS Web", () => {
  const { estate, warnings } = imported(of2022);
  expectIntegrity(estate);
  expect(estate.regions).toHaveLength(42);
  expect(estate.regions.every(({ name }) => !/Partnership|Our|ICS/.test(name))).toBe(true);
  expect(warnings.some((warning) => warning.includes("names no suppliers"))).toBe(true);
  const kent = imported(of2022, ["QKS"]).estate;
  expect(on(kent, "EMIS Web")).toBe(kent.practices.length);
  expect(kent.practices.length).toBeGreaterThan(165);
});

whereAtHand("Kent inside England is Kent alone, in either layout", () => {
  for (const map of [of2026, of2022]) {
    const { estate } = imported(map);
    const kent = estate.regions.findIndex(({ code }) => code === "QKS");
    const place = { region: 0, neighbourhood: 0 };
    expect(imported(map, ["QKS"]).estate.practices.map((practice) => ({ ...practice, ...place }))).toEqual(
      estate.practices.filter(({ region }) => region === kent).map((practice) => ({ ...practice, ...place })),
    );
  }
});

whereAtHand("England with all files: own staff of 99 practices in 100, own telephony of those that report it, within five seconds", async () => {
  const of = (name: string) => readFileSync(`${published}/${name}`);
  const begin = process.cpuUsage();
  const { estate, warnings, coverage } = importEstate({
    map: of(of2026),
    patients: of("gp-reg-pat-prac-all_2026-03-01.csv"),
    workforce: of("GP_workforce_practice_FYmean_2023_2025.csv"),
    telephony: await telephonyTable(of("CBT_Publication_Summary_February_2026.xlsx")),
    online: await onlineTable(of("Submissions_via_OC_Systems_February_2026.xlsx")),
    ods: of("epraccur_2025-09.csv"),
  }, parameters, 1);
  const { user, system } = process.cpuUsage(begin);
  // It takes a third of that. Processor time: how busy the machine is does not count.
  expect((user + system) / 1e6).toBeLessThan(5);
  // Every practice has somebody of every role; but other direct care may be the network's alone.
  expectIntegrity({ ...estate, practices: estate.practices.map((practice) => ({ ...practice, staff: { ...practice.staff, other: practice.staff.other + 0.1 } })) });
  expect(estate.practices.filter(({ staff }) => staff.other === 0)).toHaveLength(531);
  expect(Object.fromEntries(coverage.map(({ figure, own }) => [figure, own]))).toEqual({
    GPs: 6058, nurses: 5861, "other direct care": 6017, "reception and administration": 6072, calls: 4741, "online requests": 5989, telephony: 4752, "clinical systems": 6129,
  });
  expect(coverage.every(({ of }) => of === 6129)).toBe(true);
  // Rates by list size were counted from the same file; lists have grown since, by a little.
  const byList = imported(of2026).estate.practices;
  for (const role of ["gp", "nurse", "other", "reception", "admin"] as const) expect(Math.abs(total(role, estate.practices) / total(role, byList) - 1)).toBeLessThan(0.03);
  // Every practice of this map is an open one, says the file of the year before.
  expect(warnings.filter((warning) => warning.includes("epraccur"))).toEqual([]);
  expect(warnings).toContainEqual(expect.stringMatching(/^Left out: 183 practices .* of the workforce file/));
  expect(warnings).toContainEqual(expect.stringMatching(/^Left out: 19 practices .* of the cloud telephony/));
  expect(warnings).toContainEqual(expect.stringMatching(/^100 rows of the cloud telephony .* "?\("Unassigned"\)/));
});

whereAtHand("of the map of 2022, practices that have closed since are told", () => {
  const { warnings } = importEstate({
    map: readFileSync(`${published}/${of2022}`), patients: readFileSync(`${published}/gp-reg-pat-prac-all_2026-03-01.csv`), ods: readFileSync(`${published}/epraccur_2025-09.csv`),
  }, parameters, 1);
  expect(warnings).toContainEqual(expect.stringMatching(/^341 of 6,527 practices of the practice map .* are closed, says epraccur/));
  expect(warnings).toContainEqual(expect.stringMatching(/^10 of 6,527 practices of the practice map .* are no general practices of England, says epraccur/));
});
