/** Files that are no publication but could fill the memory are refused, with what they have. */
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { parametersWith } from "../../src/facts/defaults.js";
import { LARGEST_FILE } from "../../src/imports/bounds.js";
import { importEstate } from "../../src/imports/import-estate.js";
import { ImportError, readTable } from "../../src/imports/table.js";
import { readWorkbook } from "../../src/imports/workbook.js";
import { bytesOf, mapHeader, mapRow, patientsHeader, patientsRow } from "./rows.js";
import { workbookOf, zipOf } from "./workbook.js";

const sheet = (rows: string): Uint8Array => zipOf({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>` });

test.each([
  ["more bytes than any publication", new Uint8Array(LARGEST_FILE + 1).fill(44), /^list: the file has 33 MB, and 32 MB are the most\. Give the CSV file as published/],
  ["a line without end", bytesOf("CODE", [",".repeat(200_000)]), /^list, line 2: the line has more than 100,000 characters/],
  ["lines and nothing in them", new Uint8Array(600_000).fill(10), /^list, line 500001: the file has more than 500,000 lines/],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x43, 0, 0x0a, 0]), /^list: found text in UTF-16\. Save it as CSV in UTF-8/],
])("a CSV file of %s", (_, bytes, message) => {
  expect(() => readTable(bytes, "list", ["CODE"])).toThrow(ImportError);
  expect(() => readTable(bytes, "list", ["CODE"])).toThrow(message);
});

test.each([
  // A few hundred kilobytes on the disk.
  ["more unpacked than any publication", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(70_000_000) }, { level: 1 }), /^list: unpacked the workbook would have more than 64 MB/],
  ["a cell in the last corner of a sheet", sheet('<row r="1"/><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), /^list: xl\/worksheets\/sheet1\.xml reaches to row 1,048,576 and column 16,384/],
  ["a cell beyond any sheet", sheet("<row r='999999999'><c r='ZZZZZZ999999999'/></row>"), /reaches to row 999,999,999 and column 321,272,406/],
])("a workbook with %s", async (_, bytes, message) => {
  const refusal = readWorkbook(bytes, "list", "Table 3", ["Calls"]);
  await expect(refusal).rejects.toThrow(ImportError);
  await expect(refusal).rejects.toThrow(message);
});

test("a sheet far larger than any publication's, yet within the bounds, is read", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [index]);
  expect((await readWorkbook(workbookOf({ "Table 3": [["Calls"], ...rows] }), "list", "Table 3", ["Calls"])).rows).toHaveLength(20_000);
});

test("a practice has no more patients, and a map no more practices, than a scenario may write", () => {
  const imported = (codes: readonly string[], patients: number) => () =>
    importEstate({ map: bytesOf(mapHeader, codes.map((code) => mapRow({ code }))), patients: bytesOf(patientsHeader, codes.map((code) => patientsRow(code, patients))) }, parametersWith(), 1);
  expect(imported(["X90001", "X90002"], 1_000_001)).toThrow(/^registered patients \(gp-reg-pat-prac-all\), line 2: NUMBER_OF_PATIENTS is 1,000,001, which is above 1,000,000/);
  expect(imported(Array.from({ length: 20_001 }, (_, index) => `X${index}`), 500)).toThrow(/^practice map \(gp-reg-pat-prac-map\): found 20,001 practices, and 20,000 are the most/);
});
