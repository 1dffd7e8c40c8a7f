/** General Practice Workforce by practice: full-time equivalents of staff groups. */
import type { OwnFigures } from "../estate/furnish.js";
import type { StaffGroup } from "../facts/icb.js";
import { plural, some } from "./codes.js";
import { fileNames } from "./files.js";
import type { Place } from "./places.js";
import { byCode, fieldIn, ImportError, readTable, type Row, type Table } from "./table.js";

const staffColumns: Readonly<Record<StaffGroup, string>> = {
  gp: "TOTAL_GP_EXTGL_FTE",
  locumAndTrainee: "TOTAL_LOCUUM_TRN_FTE",
  nurse: "TOTAL_NURSES_FTE",
  other: "TOTAL_DPC_FTE",
  admin: "TOTAL_ADMIN_FTE",
};

export interface Workforce {
  readonly table: Table;
  /** The latest that the file has. */
  readonly year: string;
  /** Rows of that year by practice. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** Throws `ImportError`. */
export function readWorkforce(bytes: Uint8Array): Workforce {
  const table = readTable(bytes, fileNames.workforce, ["Practice.Code", "Year", "ICB_NAME", "TOTAL_PATIENTS", ...Object.values(staffColumns)]);
  const year = table.rows.map((row) => fieldIn(table, row, "Year")).reduce((latest, other) => (other > latest ? other : latest));
  return { table, year, rows: byCode({ ...table, rows: table.rows.filter((row) => row.get("Year") === year) }, "Practice.Code") };
}

/** Full-time equivalents of a group; undefined where nothing was recorded, which is not 0. */
export function fteIn({ table }: Workforce, row: Row, group: StaffGroup): number | undefined {
  return figureIn(table, row, staffColumns[group]);
}

/** Patients when staff were counted. */
export function patientsIn({ table }: Workforce, row: Row): number | undefined {
  return figureIn(table, row, "TOTAL_PATIENTS");
}

function figureIn({ file }: Table, row: Row, column: string): number | undefined {
  const text = row.get(column);
  if (text === "" || text === "NA") return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new ImportError(`${file}, line ${row.line}: ${column} is "${text}". Write a number, or NA.`);
  return Number(text);
}

type OwnStaff = NonNullable<OwnFigures["staff"]>;

/** A list that has grown or shrunk by more than this since staff were counted is of a practice that has merged or been divided. */
const SAME_PRACTICE = 2;

/**
 * Own staff by practice. What is blank stays out, and so does a role that nobody is recorded for: every practice has GPs, nurses and administrative staff, be
 * it in no file; only other direct care may be the network's alone. Practices that are no longer what they were are told in `warnings`.
 */
export function ownStaff(workforce: Workforce, places: readonly Place[], receptionShare: number, warnings: string[]): Map<string, OwnStaff> {
  const own = new Map<string, OwnStaff>();
  const changed: string[] = [];
  for (const { code, patients } of places) {
    const row = workforce.rows.get(code);
    if (row === undefined) continue;
    const then = patientsIn(workforce, row);
    if (then !== undefined && (then > SAME_PRACTICE * patients || patients > SAME_PRACTICE * then)) changed.push(code);
    else own.set(code, staffIn(workforce, row, receptionShare));
  }
  if (changed.length > 0) {
    warnings.push(`${plural(changed.length, "practice")} (${some(changed)}) with a list less than half or more than twice what it was when staff were counted: staff are put by list size.`);
  }
  return own;
}

function staffIn(workforce: Workforce, row: Row, receptionShare: number): OwnStaff {
  const [gp, locums, nurse, other, admin] = (["gp", "locumAndTrainee", "nurse", "other", "admin"] as const).map((group) => fteIn(workforce, row, group));
  return {
    ...(gp !== undefined && locums !== undefined && gp + locums > 0 && { gp: gp + locums }),
    ...(nurse !== undefined && nurse > 0 && { nurse }),
    ...(other !== undefined && { other }),
    ...(admin !== undefined && admin > 0 && { reception: admin * receptionShare, admin: admin * (1 - receptionShare) }),
  };
}
