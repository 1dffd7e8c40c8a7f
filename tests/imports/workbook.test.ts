import { expect, test } from "vitest";
import { ImportError, monthIn } from "../../src/imports/table.js";
import { readWorkbook } from "../../src/imports/workbook.js";
import { february, workbookOf, zipOf } from "./workbook.js";

const labelled = workbookOf({ Notes: [["nothing"]], "Table 3": [["Some title"], [], ["Month [1]", "PCN  Code\r\n[2,3]", "Calls [4]"], [february, " U90001 ", 12.5], [february, null, 7]] });

test("a table is found under its title; footnote marks, double spaces and line breaks in labels do not matter", async () => {
  const table = await readWorkbook(labelled, "list", "Table 3", ["Month", "PCN Code", "Calls"]);
  expect(table.columns).toEqual(["Month", "PCN Code", "Calls"]);
  expect(table.rows.map((row) => ["Month", "PCN Code", "Calls"].map(row.get))).toEqual([["2026-02-01", "U90001", "12.5"], ["2026-02-01", "", "7"]]);
  expect(monthIn(table, table.rows[0]!, "Month")).toBe("2026-02");
});

test("lines are the rows of the sheet", async () => {
  expect((await readWorkbook(labelled, "list", "Table 3", ["Calls"])).rows.map(({ line }) => line)).toEqual([4, 5]);
});

test("bytes that are a part of a larger buffer are read, and left as they are", async () => {
  const larger = new Uint8Array(labelled.length + 20).fill(7);
  larger.set(labelled, 10);
  const part = larger.subarray(10, 10 + labelled.length);
  expect((await readWorkbook(part, "list", "Table 3", ["Calls"])).rows).toHaveLength(2);
  expect(part).toEqual(labelled);
});

test.each([
  ["an empty file", new Uint8Array(), /^list: the file is empty\. Give the Excel workbook as published/],
  ["a CSV file", new TextEncoder().encode("Month,Calls\n"), /^list: found no Excel workbook \(XLSX\)\. Give the workbook as published/],
  ["an archive of something else", zipOf({ "a.csv": "Month,Calls\n" }), /^list: found a ZIP archive that is no Excel workbook, or a broken one/],
  ["half a workbook", labelled.subarray(0, 500), /^list: found a ZIP archive that is no Excel workbook, or a broken one/],
  ["a workbook without that sheet", workbookOf({ "Table 1": [["Month"]], "Table 2": [["Calls"]] }), /^list: no sheet "Table 3"\. Found: Table 1, Table 2\. Give the workbook as published/],
  ["a sheet without those columns", workbookOf({ "Table 3": [["Month", "Visits"]] }), /^list: no row of the sheet "Table 3" has the columns Month, Calls\. Give the workbook as published/],
])("%s is refused", async (_, bytes, message) => {
  const refusal = readWorkbook(bytes, "list", "Table 3", ["Month", "Calls"]);
  await expect(refusal).rejects.toThrow(ImportError);
  await expect(refusal).rejects.toThrow(message);
});
