/** Appointments in General Practice, the monthly file of an area: how its appointments are shared out, under one label where the file has several for the same thing. */
import { countIn, fieldIn, ImportError, monthIn, readTable } from "./table.js";

const columns = { month: "Appointment_Month", status: "APPT_STATUS", clinician: "HCP_TYPE", mode: "APPT_MODE", lead: "TIME_BETWEEN_BOOK_AND_APPT", count: "COUNT_OF_APPOINTMENTS" } as const;

/** Labels that stand for another, by what they read in lower case; all that is unknown, whatever the reason, is `unknown`. */
const synonyms: Readonly<Record<string, string>> = { "video conference/online": "Video/Online", "did not attend": "DNA" };

export interface AppointmentCounts {
  /** The months that were counted, such as `2021-08`, ascending. */
  readonly months: readonly string[];
  readonly all: number;
  /** By label; `unknown` where the file does not say. */
  readonly clinicians: Readonly<Record<string, number>>;
  readonly modes: Readonly<Record<string, number>>;
  readonly leads: Readonly<Record<string, number>>;
  /** Of those by lead time, those to which nobody came. */
  readonly missedByLead: Readonly<Record<string, number>>;
}

/** Appointments of the months `from` to `to`, such as `2019-03`; of all by default. Throws `ImportError`. */
export function appointmentCounts(bytes: Uint8Array, from = "0000-00", to = "9999-99"): AppointmentCounts {
  const table = readTable(bytes, "appointments (Appointments in General Practice, regional file)", Object.values(columns));
  const months = new Set<string>();
  const [clinicians, modes, leads, missedByLead]: Record<string, number>[] = [{}, {}, {}, {}];
  let all = 0;
  for (const row of table.rows) {
    const month = monthIn(table, row, columns.month);
    if (month < from || month > to) continue;
    const label = (column: string): string => plainLabel(fieldIn(table, row, column));
    const count = countIn(table, row, columns.count);
    months.add(month);
    all += count;
    add(clinicians!, label(columns.clinician), count);
    add(modes!, label(columns.mode), count);
    add(leads!, label(columns.lead), count);
    if (label(columns.status) === "DNA") add(missedByLead!, label(columns.lead), count);
  }
  if (all === 0) throw new ImportError(`${table.file}: no appointments from ${from} to ${to}. Give months that the file has.`);
  return { months: [...months].sort(), all, clinicians: clinicians!, modes: modes!, leads: leads!, missedByLead: missedByLead! };
}

/** Shares of what is known. */
export function sharesOf(counts: Readonly<Record<string, number>>): Record<string, number> {
  const known = Object.entries(counts).filter(([label]) => label !== "unknown");
  const all = known.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries(known.map(([label, count]) => [label, count / all]));
}

function plainLabel(label: string): string {
  const spaced = label.replace(/\s+/g, " ").trim();
  return /^unknown\b/i.test(spaced) ? "unknown" : (synonyms[spaced.toLowerCase()] ?? spaced);
}

function add(counts: Record<string, number>, label: string, count: number): void {
  counts[label] = (counts[label] ?? 0) + count;
}
