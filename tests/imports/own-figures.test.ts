import { expect, test } from "vitest";
import { parametersWith } from "../../src/facts/defaults.js";
import { coverageInWords } from "../../src/imports/coverage.js";
import type { EstateFiles } from "../../src/imports/files.js";
import { importEstate } from "../../src/imports/import-estate.js";
import { ImportError } from "../../src/imports/table.js";
import { onlineTable } from "../../src/imports/online.js";
import { telephonyTable } from "../../src/imports/telephony.js";
import { expectIntegrity } from "../estate/integrity.js";
import { bytesOf, epraccurRow, mapHeader, mapRow, patientsHeader, patientsRow, workforceHeader, workforceRow } from "./rows.js";
import { onlineOf, onlineRow, telephonyOf, telephonyRow } from "./workbook.js";

const parameters = parametersWith();
const codes = ["X90001", "X90002", "X90003", "X90004"];
const files: EstateFiles = {
  map: bytesOf(mapHeader, codes.map((code) => mapRow({ code }))),
  patients: bytesOf(patientsHeader, codes.map((code) => patientsRow(code, 10_000))),
};
const plain = importEstate(files, parameters, 1);
const importedWith = (more: Partial<EstateFiles>) => importEstate({ ...files, ...more }, parameters, 1);
const staffOf = (rows: readonly string[]) => importedWith({ workforce: bytesOf(workforceHeader, rows) });
const own = (figure: string, { coverage }: ReturnType<typeof importEstate>): number => coverage.find((each) => each.figure === figure)!.own;

test("staff are the practice's own, GPs with locums and trainees, reception by its share of administrative staff", () => {
  const { estate } = staffOf([workforceRow("X90001", [3.5, 1.5, 2, 1, 10])]);
  expectIntegrity(estate);
  const share = parameters.estate.receptionShare;
  expect(estate.practices[0]!.staff).toEqual({ gp: 5, nurse: 2, other: 1, reception: 10 * share, admin: 10 * (1 - share) });
  // Workstations follow staff.
  expect(estate.practices[0]!.workstations).toBe(Math.ceil(18 * parameters.estate.workstationsPerFte));
  expect(estate.source).toMatch(/registered patients of 1 March 2026; General Practice Workforce, 2025\.$/);
});

test("nothing but staff and what follows from it changes with the workforce file", () => {
  const bare = ({ estate }: ReturnType<typeof importEstate>) => estate.practices.map(({ staff: _, workstations: __, ...rest }) => rest);
  expect(bare(staffOf(codes.map((code) => workforceRow(code, [1, 1, 1, 1, 1]))))).toEqual(bare(plain));
});

test("practices without a row, and figures that are blank, keep those of the ICB by list size", () => {
  const { estate } = staffOf([workforceRow("X90001", [3.5, 1.5, "NA", "", "NA"]), workforceRow("X90002", ["NA", "NA", 2, 1, 10]), workforceRow("X90003", [3, "NA", 2, 0, 10])]);
  const [first, second, third, fourth] = estate.practices.map(({ staff }) => staff);
  const byList = plain.estate.practices[0]!.staff;
  expect(first).toEqual({ ...byList, gp: 5 });
  expect(second).toMatchObject({ gp: byList.gp, nurse: 2, other: 1 });
  // GPs without their locums and trainees would be too few; other direct care may be the network's alone.
  expect(third).toMatchObject({ gp: byList.gp, nurse: 2, other: 0 });
  expect(fourth).toEqual(byList);
});

test("a practice for which no GPs, nurses or administrators are recorded has some all the same", () => {
  const { estate } = staffOf([workforceRow("X90001", [0, 0, 0, 0, 0])]);
  expect(estate.practices[0]!.staff).toEqual({ ...plain.estate.practices[0]!.staff, other: 0 });
  expect(own("nurses", staffOf([workforceRow("X90001", [0, 0, 0, 0, 0])]))).toBe(0);
});

test("of several years the latest counts", () => {
  const { estate } = staffOf([workforceRow("X90001", [9, 9, 9, 9, 9], { year: 2024 }), workforceRow("X90001", [1, 1, 1, 1, 1]), workforceRow("X90002", [9, 9, 9, 9, 9], { year: 2023 })]);
  expect(estate.practices[0]!.staff.nurse).toBe(1);
  expect(estate.practices[1]!.staff).toEqual(plain.estate.practices[1]!.staff);
});

test("where a list has more than doubled or halved since, staff follow from the list; lists of any size otherwise keep theirs", () => {
  const sizes = [90, 114_460, 10_000, 10_000];
  const { estate, warnings } = importEstate({
    map: files.map,
    patients: bytesOf(patientsHeader, codes.map((code, index) => patientsRow(code, sizes[index]!))),
    workforce: bytesOf(workforceHeader, [90, 114_460, 4999, "NA"].map((patients, index) => workforceRow(codes[index]!, [1, 1, 1, 1, 1], { patients }))),
  }, parameters, 1);
  expect(estate.practices.map(({ staff }) => staff.nurse === 1)).toEqual([true, true, false, true]);
  expect(warnings).toEqual([expect.stringContaining("1 practice (X90003) with a list less than half or more than twice")]);
});

test.each([["*"], ["-1"], ["1e3"], ["many"]])("a figure that reads %s is refused with where and what to write", (text) => {
  expect(() => staffOf([workforceRow("X90001", [1, 1, text, 1, 1])])).toThrow(/^workforce .*, line 2: TOTAL_NURSES_FTE is ".*"\. Write a number, or NA\.$/);
});

const reporting = async (rows: Parameters<typeof telephonyOf>[0]) => importedWith({ telephony: await telephonyTable(telephonyOf(rows)) });

test("practices that report calls have cloud telephony; the others stay as they were drawn", async () => {
  // With a share of 0 all are drawn on site, so that what the file says shows.
  const allOnSite = parametersWith({ estate: { cloudTelephonyShare: 0 } });
  const telephony = await telephonyTable(telephonyOf([telephonyRow("X90002"), telephonyRow("X90003", 0)]));
  const { estate, coverage } = importEstate({ ...files, telephony }, allOnSite, 1);
  expect(estate.practices.map((practice) => practice.telephony)).toEqual(["on site", "cloud", "on site", "on site"]);
  expect(coverage.find(({ figure }) => figure === "telephony")).toMatchObject({ own: 1, of: 4 });
  // February has 20 working days; who reports no calls has none of its own. Nothing else of a practice changes with the file.
  expect(estate.practices.map(({ callRate }) => callRate)).toEqual([undefined, 25, undefined, undefined]);
  expect(coverage.find(({ figure }) => figure === "calls")).toMatchObject({ own: 1, of: 4 });
  const drawn = importEstate(files, allOnSite, 1).estate.practices;
  expect(estate.practices.map(({ callRate: _, ...practice }) => ({ ...practice, telephony: "on site" }))).toEqual(drawn);
});

test("of several months the last counts; shared accounts and practices that are elsewhere in no file are told", async () => {
  const { estate, warnings } = await reporting([
    telephonyRow("X90001"), telephonyRow("X90009"), telephonyRow("Unassigned"), telephonyRow("Unassigned"), telephonyRow("X90002", 5000, "JAN2026"),
  ]);
  expect(warnings).toEqual([
    '2 rows of the cloud telephony are of accounts that practices share and name none ("Unassigned"): they count for no practice.',
    "Left out: 1 practice (X90009) of the cloud telephony that map and registered patients do not both have.",
  ]);
  expect(estate.source).toMatch(/; Cloud Based Telephony, February 2026\.$/);
  expect(own("telephony", await reporting([telephonyRow("X90001"), telephonyRow("X90002", 5000, "JAN2026")]))).toBe(1);
});

test.each([
  [[telephonyRow("X90001", "*")], /^cloud telephony .*, line 15: Count of Inbound calls is "\*"\. Write a whole number/],
  [[telephonyRow("X90001", 1, "spring")], /^cloud telephony .*, line 15: Month is "spring"\. Write a month such as 2026-02 or FEB2026/],
  [[], /^cloud telephony .*: no row has the code of a practice/],
])("rows %s are refused", async (rows, message) => {
  await expect(reporting(rows)).rejects.toThrow(ImportError);
  await expect(reporting(rows)).rejects.toThrow(message);
});

test("practices that take part and have online requests have their own rate, by the list of that month; the others are drawn", async () => {
  const online = await onlineTable(onlineOf([onlineRow("X90001", 1000, { patients: 5000 }), onlineRow("X90002", 0), onlineRow("X90003", 400, { takesPart: 0 }), onlineRow("X90009", 7), onlineRow("X90004", 9, { month: "JAN2026" })]));
  const { estate, coverage, warnings } = importedWith({ online });
  expect(estate.practices.map(({ onlineRate }) => onlineRate)).toEqual([10, undefined, undefined, undefined]);
  expect(estate.practices.map(({ onlineRate: _, ...practice }) => practice)).toEqual(plain.estate.practices);
  expect(coverage.find(({ figure }) => figure === "online requests")).toMatchObject({ own: 1, of: 4 });
  expect(warnings).toEqual(["Left out: 1 practice (X90009) of the online requests that map and registered patients do not both have."]);
  expect(estate.source).toMatch(/; Submissions via Online Consultation Systems, February 2026\.$/);
});

test.each([[onlineRow("X90001", "*"), /^online requests .*, line 7: Submissions is "\*"\. Write a whole number/], [onlineRow("Total", 1), /^online requests .*: no row has the code of a practice/]])("row %s is refused", async (row, message) => {
  const online = await onlineTable(onlineOf([row]));
  expect(() => importedWith({ online })).toThrow(ImportError);
  expect(() => importedWith({ online })).toThrow(message);
});

test("closed practices, those that are none and those that ODS does not know are told, and stay", () => {
  const { estate, warnings } = importedWith({ ods: bytesOf(epraccurRow("X90001", "QKS"), [epraccurRow("X90002", "QKS", { status: "C" }), epraccurRow("X90003", "QKS", { setting: "9" }), epraccurRow("X90009", "QKS")]) });
  expect(estate.practices).toHaveLength(4);
  expect(warnings).toEqual([
    "1 of 4 practices of the practice map (X90002) are closed, says epraccur. Those with registered patients stay in the estate.",
    "1 of 4 practices of the practice map (X90003) are no general practices of England, says epraccur. Those with registered patients stay in the estate.",
    "1 of 4 practices of the practice map (X90004) are not in epraccur. Those with registered patients stay in the estate.",
  ]);
  const welsh = importedWith({ ods: bytesOf(epraccurRow("X90001", "7A1", { grouping: "W00" }), codes.slice(1).map((code) => epraccurRow(code, "QKS"))) });
  expect(welsh.warnings).toEqual([expect.stringContaining("(X90001) are no general practices of England")]);
});

test("a practice that the map does not name has its name of ODS, and so has its neighbourhood where it is alone", () => {
  const ods = bytesOf(epraccurRow("X90001", "QKS", { name: "THE  OLD FORGE" }), [epraccurRow("X90002", "QKS", { name: "ANOTHER" })]);
  const { estate } = importEstate({
    map: bytesOf(mapHeader, [mapRow({ code: "X90001", name: "", pcn: "U", pcnName: "Unallocated" }), mapRow({ code: "X90002" })]), patients: files.patients, ods,
  }, parameters, 1);
  expect(estate.practices.map(({ name }) => name)).toEqual(["The Old Forge", "Surgery, X90002"]);
  expect(estate.neighbourhoods[0]).toMatchObject({ code: "U-X90001", name: "The Old Forge" });
});

test("a file of other columns is refused", () => {
  expect(() => importedWith({ ods: bytesOf("CODE,NAME", ["X90001,Surgery"]) })).toThrow(/^organisations \(epraccur\), line 1: found 2 columns\. Give the CSV file as published: 27 columns and no header\.$/);
  expect(() => importedWith({ workforce: bytesOf(mapHeader, [mapRow({ code: "X90001" })]) })).toThrow(/^workforce .*, line 1: no column Practice\.Code, Year, TOTAL_PATIENTS/);
});

test("how many practices have figures of their own is counted in the part that is asked for, and put in words", async () => {
  const map = bytesOf(mapHeader, codes.map((code, index) => mapRow(index < 3 ? { code } : { code, icb: "QNX", icbName: "NHS Sussex Integrated Care Board", pcn: "U90002" })));
  const workforce = bytesOf(workforceHeader, [workforceRow("X90001", [3, 1, 2, 1, 10]), workforceRow("X90004", [3, 1, 2, 1, 10]), workforceRow("X90009", [3, 1, 2, 1, 10])]);
  const { coverage, warnings } = importEstate({ ...files, map, workforce, telephony: await telephonyTable(telephonyOf([telephonyRow("X90001")])) }, parameters, 1, ["QKS"]);
  expect(coverage.map(({ figure, own, of }) => [figure, own, of])).toEqual([
    ["GPs", 1, 3], ["nurses", 1, 3], ["other direct care", 1, 3], ["reception and administration", 1, 3], ["calls", 1, 3], ["online requests", 0, 3], ["telephony", 1, 3], ["clinical systems", 3, 3],
  ]);
  expect(coverageInWords(coverage)).toBe(
    "Of 3 practices these have figures of their own: GPs 1, nurses 1, other direct care 1, reception and administration 1, calls 1, online requests none, telephony 1, clinical systems all. " +
      "The others: GPs, nurses, other direct care, reception and administration by list size, as in their ICB; calls, online requests as in their ICB, but for chance; telephony by chance, with the share of practices in the cloud.",
  );
  expect(warnings).toEqual(["Left out: 1 practice (X90009) of the workforce file that map and registered patients do not both have."]);
  expect(coverageInWords(coverage.slice(7))).toBe("Of 3 practices these have figures of their own: clinical systems all.");
});
