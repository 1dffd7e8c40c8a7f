/** Cloud Based Telephony: which practices report calls of a telephone system in the cloud. */
import { plural } from "./codes.js";
import { fileNames } from "./files.js";
import { countIn, ImportError, monthIn, type Row, type Table } from "./table.js";
import { readWorkbook } from "./workbook.js";

const columns = { month: "Month", code: "GP Practice (ODS_CODE)", calls: "Count of Inbound calls" };

/** The calls by practice of a workbook `CBT_Publication_Summary`. Rejects with `ImportError`. */
export function telephonyTable(bytes: Uint8Array): Promise<Table> {
  return readWorkbook(bytes, fileNames.telephony, "Table 3", Object.values(columns));
}

export interface CloudTelephony {
  /** Codes of the practices with calls in that month. */
  readonly reporting: ReadonlySet<string>;
  /** The last month that the table has, such as `2026-02`. */
  readonly month: string;
}

/** Rows of several practices that share an account name none of them: they are told in `warnings`. Throws `ImportError`. */
export function cloudTelephony(table: Table, warnings: string[]): CloudTelephony {
  const isShared = (row: Row): boolean => row.get(columns.code) === "Unassigned";
  // Totals and notes have no code.
  const rows = table.rows.filter((row) => isShared(row) || /^[A-Z]\d{5}$/.test(row.get(columns.code)));
  if (rows.length === 0) throw new ImportError(`${table.file}: no row has the code of a practice. Give the workbook as published.`);
  const months = rows.map((row) => monthIn(table, row, columns.month));
  const month = months.reduce((latest, other) => (other > latest ? other : latest));
  const current = rows.filter((_, index) => months[index] === month);
  const shared = current.filter(isShared).length;
  if (shared > 0) warnings.push(`${plural(shared, "row")} of the cloud telephony are of accounts that practices share and name none ("Unassigned"): they count for no practice.`);
  return { reporting: new Set(current.filter((row) => !isShared(row) && countIn(table, row, columns.calls) > 0).map((row) => row.get(columns.code))), month };
}
