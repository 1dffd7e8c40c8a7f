/** Submissions via Online Consultation Systems: online requests by practice. */
import { fileNames } from "./files.js";
import { countIn, latestMonth, type Row, type Table } from "./table.js";
import { readWorkbook } from "./workbook.js";

const columns = { month: "Month", code: "GP Code", requests: "Submissions", patients: "Registered Patient Count", takesPart: "Participation" };

/** The requests by practice of a workbook `Submissions_via_OC_Systems`. Rejects with `ImportError`. */
export function onlineTable(bytes: Uint8Array): Promise<Table> {
  return readWorkbook(bytes, fileNames.online, "Table 2", Object.values(columns));
}

export interface OnlineRequests {
  /** Those of the month and registered patients, by code of the practices that take part. 0: none came, or nothing was told. */
  readonly of: ReadonlyMap<string, { readonly requests: number; readonly patients: number }>;
  /** The last month that the table has, such as `2026-02`. */
  readonly month: string;
}

/** Throws `ImportError`. */
export function onlineRequests(table: Table): OnlineRequests {
  const { rows, month } = latestMonth(table, columns.month, (row: Row) => /^[A-Z]\d{5}$/.test(row.get(columns.code)));
  const taking = rows.filter((row) => row.get(columns.takesPart) === "1");
  return {
    of: new Map(taking.map((row) => [row.get(columns.code), { requests: countIn(table, row, columns.requests), patients: countIn(table, row, columns.patients) }])),
    month,
  };
}
