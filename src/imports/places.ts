/** The practice map and the file of registered patients put together, in either layout of the map. */
import { icbOfSubIcb, successorsOf } from "../facts/icbs.js";
import { MOST_PATIENTS, MOST_PRACTICES } from "./bounds.js";
import { grouped, plural, some } from "./codes.js";
import { byCode, countIn, fieldIn, ImportError, type Row, type Table } from "./table.js";

/** A practice as the two files have it. */
export interface Place {
  readonly code: string;
  /** As the map has it; empty where it has none. */
  readonly name: string;
  readonly patients: number;
  readonly icb: string;
  readonly icbName: string;
  /** Its ICB of before April 2026 where the map is of later and the code another. */
  readonly formerly: string | undefined;
  /** Code of its neighbourhood, unique to one ICB. */
  readonly network: string;
  /** Empty where it is in no network. */
  readonly networkName: string;
  /** As the map has it; empty where it has none. */
  readonly supplier: string;
}

/** Every practice that both files have and that has patients; what does not fit is told in `warnings`. */
export function placesIn(map: Table, patients: Table, warnings: string[]): Place[] {
  const { icb, icbName } = columnsOf(map);
  const listed = byCode(withoutAgeGroups(patients), "CODE");
  const mapped = byCode(map, "PRACTICE_CODE");
  const joined = [...mapped].filter(([code]) => listed.has(code));
  if (joined.length === 0) throw new ImportError(`${map.file} and ${patients.file} have no practice in common. Give two files of the same publication.`);
  if (joined.length > MOST_PRACTICES) throw new ImportError(`${map.file}: found ${grouped(joined.length)} practices, and ${grouped(MOST_PRACTICES)} are the most. Give the CSV file as published.`);
  tell(warnings, [...mapped.keys()].filter((code) => !listed.has(code)), mapped.size, "of the practice map have no registered patients in the other file");
  tell(warnings, [...listed.keys()].filter((code) => !mapped.has(code)), listed.size, "with registered patients are not in the practice map");

  const counted = joined.map(([code, row]) => ({ code, row, size: listSize(patients, listed.get(code)!) }));
  tell(warnings, counted.flatMap(({ code, size }) => (size === 0 ? [code] : [])), joined.length, "have a list of 0 patients");
  const present = counted.filter(({ size }) => size > 0);
  const homeOf = homes(present.map(({ row }) => row), icb, warnings);
  return present.map(({ code, row, size }) => {
    const icbCode = fieldIn(map, row, icb);
    const network = fieldIn(map, row, "PCN_CODE");
    const isAllocated = network !== "U";
    const before = icbOfSubIcb(listed.get(code)!.get("SUB_ICB_LOCATION_CODE"));
    return {
      code,
      name: row.get("PRACTICE_NAME"),
      patients: size,
      icb: icbCode,
      icbName: row.get(icbName),
      formerly: before !== undefined && before !== icbCode && successorsOf(before).includes(icbCode) ? before : undefined,
      network: !isAllocated ? `U-${code}` : homeOf.get(network) === icbCode ? network : `${network}-${icbCode}`,
      networkName: isAllocated ? row.get("PCN_NAME") : "",
      supplier: row.get("SUPPLIER_NAME"),
    };
  });
}

function listSize(patients: Table, row: Row): number {
  const size = countIn(patients, row, "NUMBER_OF_PATIENTS");
  if (size > MOST_PATIENTS) throw new ImportError(`${patients.file}, line ${row.line}: NUMBER_OF_PATIENTS is ${grouped(size)}, which is above ${grouped(MOST_PATIENTS)}. Write the patients of one practice, such as 8824.`);
  return size;
}

/** Where the ICB stands: until 2022 it was called STP, with mostly the same codes. */
function columnsOf({ file, columns }: Table): { icb: string; icbName: string } {
  if (columns.includes("ICB_CODE")) return { icb: "ICB_CODE", icbName: "ICB_NAME" };
  if (columns.includes("STP_CODE")) return { icb: "STP_CODE", icbName: "STP_NAME" };
  throw new ImportError(`${file}, line 1: no column ICB_CODE, nor STP_CODE as until 2022. Give the CSV file as published.`);
}

/** Rows for both sexes and all ages, where the file tells them apart. */
function withoutAgeGroups(patients: Table): Table {
  const isTotal = (row: Row): boolean => ["SEX", "AGE"].every((column) => !patients.columns.includes(column) || row.get(column) === "ALL");
  return { ...patients, rows: patients.rows.filter(isTotal) };
}

/** For each network the ICB with most of its practices, the first by code of equals. Where it has others too, they become a neighbourhood of their own. */
function homes(rows: readonly Row[], icb: string, warnings: string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const network = row.get("PCN_CODE");
    const known = counts.get(network) ?? new Map<string, number>();
    counts.set(network, known.set(row.get(icb), (known.get(row.get(icb)) ?? 0) + 1));
  }
  counts.delete("U");
  const split = [...counts].flatMap(([network, icbs]) => (icbs.size > 1 ? [network] : []));
  if (split.length > 0) warnings.push(`${plural(split.length, "network")} (${some(split)}) with practices in more than one ICB: cut at the border, one neighbourhood for each.`);
  return new Map([...counts].map(([network, icbs]) => [network, [...icbs].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0]]));
}

function tell(warnings: string[], codes: readonly string[], of: number, what: string): void {
  if (codes.length > 0) warnings.push(`Left out: ${grouped(codes.length)} of ${grouped(of)} practices (${some(codes)}) ${what}.`);
}
