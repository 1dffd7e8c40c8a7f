/** Published Excel workbooks: bytes -> one table of one sheet. */
import { readSheet } from "read-excel-file/universal";
import { refuseBomb } from "./bomb.js";
import { ImportError, type Row, type Table } from "./table.js";

/** Rows above the header of a published sheet: title, links, totals. */
const MOST_ABOVE = 40;

/**
 * The table in `sheet` of a workbook, under the first row that has all `required` columns. Lines are rows of the sheet; labels of columns are without double
 * spaces, line breaks and marks of footnotes (`PCN  Name [2,3]` is `PCN Name`); dates are such as `2026-02-01`. Rejects with `ImportError`.
 */
export async function readWorkbook(bytes: Uint8Array, file: string, sheet: string, required: readonly string[]): Promise<Table> {
  if (bytes.length === 0) throw new ImportError(`${file}: the file is empty. Give the Excel workbook as published.`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new ImportError(`${file}: found no Excel workbook (XLSX). Give the workbook as published, not a table saved from it.`);
  refuseBomb(bytes, file);
  const cells = await cellsOf(bytes, file, sheet);
  const header = cells.slice(0, MOST_ABOVE).findIndex((row) => required.every((column) => row.some((cell) => plainLabel(cell) === column)));
  if (header === -1) {
    throw new ImportError(`${file}: no row of the sheet "${sheet}" has the columns ${required.join(", ")}. Give the workbook as published.`);
  }
  const columns = cells[header]!.map(plainLabel);
  const indexOf = new Map(columns.map((column, index) => [column, index]));
  const rows = cells.slice(header + 1).map((row, index): Row => ({ line: header + index + 2, get: (column) => (row[indexOf.get(column) ?? -1] ?? "").trim() }));
  return { file, columns, rows };
}

async function cellsOf(bytes: Uint8Array, file: string, sheet: string): Promise<string[][]> {
  try {
    // A copy: the bytes may be a part of a larger buffer.
    return (await readSheet(new Uint8Array(bytes).buffer, sheet)).map((row) => row.map(textOf));
  } catch (error) {
    const [, sheets] = /^Sheet not found: .*Available sheets: (.*)$/.exec(error instanceof Error ? error.message : "") ?? [];
    if (sheets !== undefined) throw new ImportError(`${file}: no sheet "${sheet}". Found: ${sheets}. Give the workbook as published.`);
    throw new ImportError(`${file}: found a ZIP archive that is no Excel workbook, or a broken one. Give the workbook as published.`);
  }
}

/** Dates, the only cells that are objects, come as midnight of Greenwich. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell).slice(1, 11) : String(cell);
}

function plainLabel(label: string): string {
  return label.replace(/\[[\d,\s]+\]/g, " ").replace(/\s+/g, " ").trim();
}
