import fc from "fast-check";
import { csvFormatRows } from "d3-dsv";
import { expect, test } from "vitest";
import { dateIn, ImportError, monthIn, readTable, spelt } from "../../src/imports/table.js";
import { bytesOf } from "./rows.js";

const values = (bytes: Uint8Array, column: string): string[] => readTable(bytes, "list", [column]).rows.map((row) => row.get(column));

test("quoted commas, spaces around fields, CRLF, blank lines and a byte order mark do not matter", () => {
  const bytes = bytesOf("\uFEFFCODE, NAME ", ['X1,"Lane, The "', "", "X2,  Mill", "X3"], "\r\n");
  expect(values(bytes, "CODE")).toEqual(["X1", "X2", "X3"]);
  expect(values(bytes, "NAME")).toEqual(["Lane, The", "Mill", ""]);
});

test("whatever fields are written, they are read", () => {
  const field = fc.string().map((text) => text.replaceAll("\uFEFF", "").trim()).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
      const bytes = new TextEncoder().encode(csvFormatRows([["A", "B"], ...rows]));
      expect(readTable(bytes, "list", ["A"]).rows.map((row) => [row.get("A"), row.get("B")])).toEqual(rows);
    }),
  );
});

test("text of Windows-1252 is read", () => {
  // é in that encoding, which is no UTF-8.
  expect(values(new Uint8Array([0x43, 0x0a, 0x43, 0x61, 0x66, 0xe9, 0x0a]), "C")).toEqual(["Café"]);
});

test("lines are counted as an editor counts them", () => {
  expect(readTable(bytesOf("CODE", ["a", "b"]), "list", []).rows.map(({ line }) => line)).toEqual([2, 3]);
});

test.each([
  ["an empty file", new Uint8Array(), /list: the file is empty/],
  ["a workbook", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0]), /list: found a ZIP archive or an Excel workbook\. Unpack it, or save it as CSV/],
  ["a picture", new Uint8Array([0x89, 0x50, 0, 0x0d]), /list: found bytes that are no text/],
  ["a web page", bytesOf("<!DOCTYPE html>", ["<html>"]), /list, line 1: no column CODE\. Found: <!DOCTYPE html>\. Give the CSV file as published/],
  ["a header alone", bytesOf("CODE", []), /list: a header and no rows/],
])("%s is refused", (_, bytes, message) => {
  expect(() => readTable(bytes, "list", ["CODE"])).toThrow(ImportError);
  expect(() => readTable(bytes, "list", ["CODE"])).toThrow(message);
});

test.each([
  ["01Aug2026", "2026-08-01"],
  ["26MAY2023", "2023-05-26"],
  ["2026-03-01", "2026-03-01"],
])("%s is %s", (text, date) => {
  const table = readTable(bytesOf("DAY", [text]), "list", []);
  expect(dateIn(table, table.rows[0]!, "DAY")).toBe(date);
});

test.each(["31Feb2026", "01Foo2026", "MAR2019", "2026-02-30", "1/8/2026", ""])("'%s' is no date", (text) => {
  const table = readTable(bytesOf("DAY,X", [`${text},x`]), "list", []);
  expect(() => dateIn(table, table.rows[0]!, "DAY")).toThrow(/list, line 2: DAY is/);
});

test.each([
  ["MAR2019", "2019-03"],
  ["2019-03", "2019-03"],
  ["2026-02-01", "2026-02"],
  ["26MAY2023", "2023-05"],
])("%s is in the month %s", (text, month) => {
  const table = readTable(bytesOf("MONTH", [text]), "list", []);
  expect(monthIn(table, table.rows[0]!, "MONTH")).toBe(month);
});

test.each(["FOO2019", "2019-13", "March", "2019", "46054"])("'%s' is no month", (text) => {
  const table = readTable(bytesOf("MONTH", [text]), "list", []);
  expect(() => monthIn(table, table.rows[0]!, "MONTH")).toThrow(`list, line 2: MONTH is "${text}". Write a month such as 2026-02 or FEB2026.`);
});

test("dates and months are spelt out", () => {
  expect(spelt("2026-08-01")).toBe("1 August 2026");
  expect(spelt("2026-02")).toBe("February 2026");
});
