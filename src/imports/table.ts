/** Published CSV files: bytes -> rows, with a complaint that says where. */
import { csvParseRows } from "d3-dsv";
import { isDate, months } from "../facts/days.js";
import { LARGEST_FILE, LONGEST_LINE, MB, MOST_LINES } from "./bounds.js";
import { grouped } from "./codes.js";

/** A file cannot be read as what it should be. The message says file, line, what was found and what to write. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}

export interface Row {
  /** Line of the file, from 1, where no field spans lines. */
  readonly line: number;
  /** Field of a column, without spaces around it; empty where the row is short. */
  readonly get: (column: string) => string;
}

export interface Table {
  /** What to call the file in messages. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Rows of a CSV file with a header; a byte order mark, CRLF and blank lines do not matter. Throws `ImportError` where a required column is absent. */
export function readTable(bytes: Uint8Array, file: string, required: readonly string[]): Table {
  const [header = [], ...lines] = readRows(bytes, file);
  const columns = header.map((column) => column.trim());
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const found = columns.length > 12 ? `${columns.slice(0, 12).join(", ")} and ${columns.length - 12} more` : columns.join(", ");
    throw new ImportError(`${file}, line 1: no column ${missing.join(", ")}. Found: ${found}. Give the CSV file as published, with its header.`);
  }
  const indexOf = new Map(columns.map((column, index) => [column, index]));
  const rows: Row[] = [];
  lines.forEach((fields, index) => {
    if (fields.length > 1 || fields[0] !== "") rows.push({ line: index + 2, get: (column) => (fields[indexOf.get(column) ?? -1] ?? "").trim() });
  });
  if (rows.length === 0) throw new ImportError(`${file}: a header and no rows. Give the CSV file as published.`);
  return { file, columns, rows };
}

/** Fields of every line of a CSV file. */
export function readRows(bytes: Uint8Array, file: string): string[][] {
  if (bytes.length === 0) throw new ImportError(`${file}: the file is empty. Give the CSV file as published.`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) {
    throw new ImportError(`${file}: found a ZIP archive or an Excel workbook. Unpack it, or save it as CSV.`);
  }
  refuseExcess(bytes, file);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new ImportError(`${file}: found text in UTF-16. Save it as CSV in UTF-8, or give the CSV file as published.`);
  if (bytes.includes(0)) throw new ImportError(`${file}: found bytes that are no text. Give the CSV file as published.`);
  return csvParseRows(textOf(bytes));
}

const NEWLINE = 10;

/** Throws `ImportError` where a CSV file is too large to be one of the publications. */
export function refuseExcess(bytes: Uint8Array, file: string): void {
  if (bytes.length > LARGEST_FILE) throw new ImportError(`${file}: the file has ${grouped(Math.ceil(bytes.length / MB))} MB, and ${LARGEST_FILE / MB} MB are the most. Give the CSV file as published.`);
  for (let line = 1, start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found;
    if (end - start > LONGEST_LINE) throw new ImportError(`${file}, line ${line}: the line has more than ${grouped(LONGEST_LINE)} characters. Give the CSV file as published.`);
    if (line > MOST_LINES) throw new ImportError(`${file}, line ${line}: the file has more than ${grouped(MOST_LINES)} lines. Give the CSV file as published.`);
    start = end + 1;
  }
}

/** UTF-8, or Windows-1252 where it cannot be that: older publications have it. A byte order mark goes. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The whole number, 0 or more, in a column of a row. */
export function countIn({ file }: Table, row: Row, column: string): number {
  const text = row.get(column);
  if (!/^\d{1,9}$/.test(text)) throw new ImportError(`${file}, line ${row.line}: ${column} is "${text}". Write a whole number, such as 8824.`);
  return Number(text);
}

/** The field of a column of a row, which must not be empty. */
export function fieldIn({ file }: Table, row: Row, column: string): string {
  const text = row.get(column);
  if (text === "") throw new ImportError(`${file}, line ${row.line}: ${column} is empty. Write its code, or take the line out.`);
  return text;
}

/** `2026-08-01` of a field that has it so or as `01Aug2026`. */
export function dateIn({ file }: Table, row: Row, column: string): string {
  const text = row.get(column);
  const date = dashed(text);
  if (!isDate(date)) throw new ImportError(`${file}, line ${row.line}: ${column} is "${text}". Write a date such as 2026-08-01 or 01Aug2026.`);
  return date;
}

/** `2026-02` of a field that has the month so or as `FEB2026`, or a date in it. */
export function monthIn({ file }: Table, row: Row, column: string): string {
  const text = row.get(column);
  const date = [text, `01${text}`, `${text}-01`].map(dashed).find(isDate);
  if (date === undefined) throw new ImportError(`${file}, line ${row.line}: ${column} is "${text}". Write a month such as 2026-02 or FEB2026.`);
  return date.slice(0, 7);
}

/** Rows of practices that are of the last month in `column`, and that month. None at all is an `ImportError`. */
export function latestMonth(table: Table, column: string, isPractice: (row: Row) => boolean): { rows: Row[]; month: string } {
  const practices = table.rows.filter(isPractice);
  if (practices.length === 0) throw new ImportError(`${table.file}: no row has the code of a practice. Give the workbook as published.`);
  const ofRows = practices.map((row) => monthIn(table, row, column));
  const month = ofRows.reduce((latest, other) => (other > latest ? other : latest));
  return { rows: practices.filter((_, index) => ofRows[index] === month), month };
}

/** `2026-08-01` of `01Aug2026`; any other text as it is. */
function dashed(text: string): string {
  const [, day, name = "", year] = /^(\d{2})([A-Za-z]{3})(\d{4})$/.exec(text) ?? [];
  const month = months.findIndex((full) => full.slice(0, 3).toLowerCase() === name.toLowerCase()) + 1;
  return month > 0 ? `${year}-${String(month).padStart(2, "0")}-${day}` : text;
}

/** `1 August 2026`, or `August 2026` of a month. */
export function spelt(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day === undefined ? "" : `${day} `}${months[month! - 1]} ${year}`;
}

/** Rows by the code in `column`; the same code twice is an `ImportError`. */
export function byCode(table: Table, column: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of table.rows) {
    const code = fieldIn(table, row, column);
    const earlier = rows.get(code);
    if (earlier) throw new ImportError(`${table.file}, line ${row.line}: ${column} ${code} stands in line ${earlier.line} already. Leave one of them.`);
    rows.set(code, row);
  }
  return rows;
}
