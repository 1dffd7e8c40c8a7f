/** What the published files have that trips up who reads them: a test for each. Rows are made up; where the files themselves are at hand, they are read too. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { observed } from "../../src/calibration/observed.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { appointmentCounts, sharesOf } from "../../src/imports/appointments.js";
import { importEstate } from "../../src/imports/import-estate.js";
import { onlineTable } from "../../src/imports/online.js";
import { ImportError } from "../../src/imports/table.js";
import { telephonyTable } from "../../src/imports/telephony.js";
import { bytesOf, mapHeader, mapRow, patientsHeader, patientsRow, workforceHeader, workforceRow } from "./rows.js";
import { onlineOf, onlineRow, telephonyOf, telephonyRow } from "./workbook.js";

const parameters = parametersWith();
const imported = (map: readonly string[], patients: readonly string[], only?: readonly string[]) =>
  importEstate({ map: bytesOf(mapHeader, map), patients: bytesOf(patientsHeader, patients) }, parameters, 1, only);

const appointmentHeader = "CCG_CODE,CCG_ONS_CODE,CCG_NAME,STP_ONS,STPNM,REGION_ONS_CODE,REGION_NAME,Appointment_Month,APPT_STATUS,HCP_TYPE,APPT_MODE,TIME_BETWEEN_BOOK_AND_APPT,COUNT_OF_APPOINTMENTS";
const appointmentRow = ({ month = "MAR2019", status = "Attended", clinician = "GP", mode = "Face-to-Face", lead = "Same Day", count = 10 as number | string } = {}): string =>
  `99X,E38000000,NHS Somewhere CCG,E54000000,Somewhere  STP,E40000000,Somewhere,${month},${status},${clinician},${mode},${lead},${count}`;
const counted = (...rows: Parameters<typeof appointmentRow>[0][]) => appointmentCounts(bytesOf(appointmentHeader, rows.map(appointmentRow)));

test("42 ICBs until March 2026 and 36 after: a practice of one that was merged is found by either code, and keeps its old one beside the new", () => {
  const [map, patients] = [[mapRow({ code: "X90001", icb: "S0E4D", icbName: "NHS Thames Valley Integrated Care Board", subIcb: "U2G6B" })], [patientsRow("X90001", 500, "14Y")]];
  for (const code of ["S0E4D", "QU9"]) expect(imported(map, patients, [code]).estate.practices.map(({ formerly }) => formerly)).toEqual(["QU9"]);
});

test("PCN_CODE U is no network: its practices are neighbours of nobody", () => {
  const rows = ["X90001", "X90002"].map((code) => mapRow({ code, pcn: "U", pcnName: "Unallocated" }));
  expect(imported(rows, [patientsRow("X90001", 500), patientsRow("X90002", 500)]).estate.neighbourhoods.map(({ practices }) => practices.length)).toEqual([1, 1]);
});

test("labels with double spaces are those with single ones: 8  to 14 Days", () => {
  expect(counted({ lead: "8  to 14 Days", count: 3 }, { lead: "8 to 14 Days", count: 4 }).leads).toEqual({ "8 to 14 Days": 7 });
});

test("Unknown / Data Issue, Unknown / Data Quality and Unknown are all unknown, and no part of shares", () => {
  const { leads, clinicians } = counted({ lead: "Unknown / Data Issue", count: 3 }, { lead: "Unknown / Data Quality", count: 4 }, { lead: "1 Day", count: 2, clinician: "Unknown" });
  expect(leads).toEqual({ unknown: 7, "1 Day": 2 });
  expect(sharesOf(leads)).toEqual({ "1 Day": 1 });
  expect(clinicians).toEqual({ GP: 7, unknown: 2 });
});

test("Video Conference/Online is Video/Online", () => {
  expect(counted({ mode: "Video Conference/Online", count: 3 }, { mode: "Video/Online", count: 4 }).modes).toEqual({ "Video/Online": 7 });
});

test("a month may be MAR2019, a day 01Aug2026 or 26MAY2023", () => {
  expect(counted({ month: "MAR2019" }, { month: "FEB2021" }, { month: "26MAY2023" }).months).toEqual(["2019-03", "2021-02", "2023-05"]);
  for (const [date, spelt] of [["01Aug2026", "1 August 2026"], ["26MAY2023", "26 May 2023"]] as const) {
    expect(imported([mapRow({ code: "X90001", date })], [patientsRow("X90001", 500)]).estate.source).toContain(`practice map of ${spelt}`);
  }
});

test("lists of under 100 and of 114,460 patients are practices; where calls cannot be the list's own, the practice has none of its own", async () => {
  const codes = ["X90001", "X90002"];
  const telephony = await telephonyTable(telephonyOf([telephonyRow("X90001", 1283), telephonyRow("X90002", 60_000)]));
  const { estate, warnings } = importEstate({
    map: bytesOf(mapHeader, codes.map((code) => mapRow({ code }))), patients: bytesOf(patientsHeader, [patientsRow("X90001", 5), patientsRow("X90002", 114_460)]), telephony,
  }, parameters, 1);
  expect(estate.practices.map(({ patients }) => patients)).toEqual([5, 114_460]);
  expect(estate.practices.map(({ telephony: kind }) => kind)).toEqual(["cloud", "cloud"]);
  expect(estate.practices[0]!.callRate).toBeUndefined();
  expect(estate.practices[1]!.callRate).toBeCloseTo(26.2, 1);
  expect(warnings).toEqual(["1 practice (X90001) with more than 100 calls per 1,000 patients and working day: they have calls as in their ICB."]);
});

test("practice codes in one file and not in the other are left out and told, whichever file it is", async () => {
  const { estate, warnings } = importEstate({
    map: bytesOf(mapHeader, [mapRow({ code: "X90001" }), mapRow({ code: "X90002" })]), patients: bytesOf(patientsHeader, [patientsRow("X90001", 500), patientsRow("X90003", 500)]),
    workforce: bytesOf(workforceHeader, [workforceRow("X90004", [1, 1, 1, 1, 1])]), telephony: await telephonyTable(telephonyOf([telephonyRow("X90005")])), online: await onlineTable(onlineOf([onlineRow("X90006", 5)])),
  }, parameters, 1);
  expect(estate.practices.map(({ code }) => code)).toEqual(["X90001"]);
  for (const code of ["X90002", "X90003", "X90004", "X90005", "X90006"]) expect(warnings.filter((warning) => warning.startsWith("Left out: ") && warning.includes(`(${code})`))).toHaveLength(1);
});

test.each([
  [{ count: "*" }, /^appointments .*, line 2: COUNT_OF_APPOINTMENTS is "\*"\. Write a whole number/],
  [{ month: "spring" }, /^appointments .*, line 2: Appointment_Month is "spring"/],
  [{ lead: "" }, /^appointments .*, line 2: TIME_BETWEEN_BOOK_AND_APPT is empty/],
])("appointments with %s are refused", (row, message) => {
  expect(() => counted(row)).toThrow(ImportError);
  expect(() => counted(row)).toThrow(message);
});

const valuesOf = (id: string): number[] => observed.filter((row) => row.id === id).map((row) => row.observed!);
const file = "../shared/data/nhs/GPAD_Regional_CSV_KentMedway_2019-03_2021-08.csv";
test.skipIf(!existsSync(file))("Kent's appointments of the year before the pandemic fall into seven lead times, two clinicians and three modes, about as the nation's (skipped where the file is not at hand)", () => {
  const { months, leads, missedByLead, modes, clinicians } = appointmentCounts(readFileSync(file), "2019-03", "2020-02");
  expect(months).toHaveLength(12);
  expect(Object.keys(sharesOf(modes)).sort()).toEqual(["Face-to-Face", "Home Visit", "Telephone"]);
  expect(Object.keys(sharesOf(clinicians)).sort()).toEqual(["GP", "Other Practice staff"]);
  const order = ["Same Day", "1 Day", "2 to 7 Days", "8 to 14 Days", "15 to 21 Days", "22 to 28 Days", "More than 28 Days"];
  const shares = sharesOf(leads);
  expect(Object.keys(shares).sort()).toEqual([...order].sort());
  // Another area and other years: within 3 points of each.
  const nation = valuesOf("leadTime");
  order.forEach((lead, at) => expect(Math.abs(shares[lead]! - nation[at]!), lead).toBeLessThan(0.03));
  // Whoever comes on the day comes; later, lead times hardly mattered then.
  const missed = order.map((lead) => missedByLead[lead]! / leads[lead]!);
  expect(Math.min(...missed.slice(1))).toBeGreaterThan(1.5 * missed[0]!);
});
