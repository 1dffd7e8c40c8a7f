/** Cloud Based Telephony: calls by practice, of those that have a telephone system in the cloud and report. */
import { plural } from "./codes.js";
import { fileNames } from "./files.js";
import { countIn, latestMonth, type Row, type Table } from "./table.js";
import { readWorkbook } from "./workbook.js";

const columns = { month: "Month", code: "GP Practice (ODS_CODE)", calls: "Count of Inbound calls" };

/** The calls by practice of a workbook `CBT_Publication_Summary`. Rejects with `ImportError`. */
export function telephonyTable(bytes: Uint8Array): Promise<Table> {
  return readWorkbook(bytes, fileNames.telephony, "Table 3", Object.values(columns));
}

export interface CloudTelephony {
  /** Calls in that month, by code of the practices that have any. */
  readonly calls: ReadonlyMap<string, number>;
  /** The last month that the table has, such as `2026-02`. */
  readonly month: string;
}

/** Rows of several practices that share an account name none of them: they are told in `warnings`. Throws `ImportError`. */
export function cloudTelephony(table: Table, warnings: string[]): CloudTelephony {
  const isShared = (row: Row): boolean => row.get(columns.code) === "Unassigned";
  // Totals and notes have no code.
  const { rows, month } = latestMonth(table, columns.month, (row) => isShared(row) || /^[A-Z]\d{5}$/.test(row.get(columns.code)));
  const shared = rows.filter(isShared).length;
  if (shared > 0) warnings.push(`${plural(shared, "row")} of the cloud telephony are of accounts that practices share and name none ("Unassigned"): they count for no practice.`);
  const counted = rows.filter((row) => !isShared(row)).map((row) => [row.get(columns.code), countIn(table, row, columns.calls)] as const);
  return { calls: new Map(counted.filter(([, calls]) => calls > 0)), month };
}
