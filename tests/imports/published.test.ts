import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ClinicalSystem, Estate } from "../../src/estate/estate.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { importEstate } from "../../src/imports/import-estate.js";
import { expectIntegrity, patientsOf } from "../estate/integrity.js";

const published = "../shared/data/nhs";
const whereAtHand = test.skipIf(!existsSync(published));
const parameters = parametersWith();
const imported = (map: string, only?: readonly string[]) =>
  importEstate({ map: readFileSync(`${published}/${map}`), patients: readFileSync(`${published}/gp-reg-pat-prac-all_2026-03-01.csv`) }, parameters, 1, only);
const of2026 = "gp-reg-pat-prac-map_2026-08-01.csv";
const of2022 = "gp-reg-pat-prac-map_2022-01-01_CCG-era.csv";
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
