/** The shipped facts of the ICBs, counted from the published files. */
import { quantileSorted } from "d3-array";
import { workingDaysIn } from "../facts/days.js";
import { staffGroups, type ContactRates, type IcbFacts, type StaffRates } from "../facts/icb.js";
import { onlineRequests } from "./online.js";
import { plainIcbName } from "./plain-name.js";
import { byCode, countIn, ImportError, readRows, readTable, type Row, type Table } from "./table.js";
import { cloudTelephony } from "./telephony.js";
import { fteIn, patientsIn, readWorkforce, type Workforce } from "./workforce.js";

/** Publications as bytes: practice map since April 2026, registered patients up to March 2026, epraccur, workforce by practice; and as tables: calls and online requests. */
export interface FactFiles {
  readonly map: Uint8Array;
  readonly patients: Uint8Array;
  readonly practices: Uint8Array;
  readonly workforce: Uint8Array;
  readonly telephony: Table;
  readonly online: Table;
}

export interface DerivedFacts {
  readonly england: IcbFacts;
  /** The 42 by code, then those of the 36 that are new, by code. */
  readonly icbs: readonly IcbFacts[];
  /** Sub-ICB location -> the one of the 42 it lay in, or most of it. */
  readonly subIcbs: Readonly<Record<string, string>>;
}

/** One practice with registered patients. */
interface Counted {
  readonly code: string;
  readonly patients: number;
  /** ICB before and since April 2026. */
  readonly before: string;
  readonly since: string;
  /** Its line of the map, where it has one. */
  readonly mapped: Row | undefined;
}

/** Throws `ImportError` where a file is not what it should be or a practice with patients is in no ICB. */
export function deriveFacts(files: FactFiles): DerivedFacts {
  const map = readTable(files.map, "practice map", ["PRACTICE_CODE", "PCN_CODE", "SUB_ICB_LOCATION_CODE", "ICB_CODE", "ICB_NAME", "SUPPLIER_NAME"]);
  const patients = readTable(files.patients, "registered patients", ["CODE", "SUB_ICB_LOCATION_CODE", "NUMBER_OF_PATIENTS"]);
  const workforce = readWorkforce(files.workforce);
  const telephony = cloudTelephony(files.telephony, []);
  const online = onlineRequests(files.online);
  // epraccur has no header: the practice's code stands first, its ICB fourth.
  const icbOf = new Map(readRows(files.practices, "epraccur").map((fields) => [fields[0]!, fields[3] ?? ""]));

  const mapped = byCode(map, "PRACTICE_CODE");
  const listed = byCode(patients, "CODE");
  const subIcbSince = mostOften([...listed].map(([code, row]) => [row.get("SUB_ICB_LOCATION_CODE"), mapped.get(code)?.get("ICB_CODE")]));
  const counted = [...listed].map(([code, row]): Counted => {
    const before = icbOf.get(code);
    const since = mapped.get(code)?.get("ICB_CODE") ?? subIcbSince.get(row.get("SUB_ICB_LOCATION_CODE"));
    if (!before || !since) throw new ImportError(`registered patients, line ${row.line}: practice ${code} is in no ICB. Give files of the same years.`);
    return { code, patients: countIn(patients, row, "NUMBER_OF_PATIENTS"), before, since, mapped: mapped.get(code) };
  });

  const nameBefore = mostOften(counted.map(({ code, before }) => [before, workforce.rows.get(code)?.get("ICB_NAME")]));
  const nameSince = mostOften(map.rows.map((row) => [row.get("ICB_CODE"), row.get("ICB_NAME")]));
  const codesBefore = [...new Set(counted.map(({ before }) => before))].sort();
  const codesSince = [...new Set(counted.map(({ since }) => since))].filter((code) => !codesBefore.includes(code)).sort();
  const facts = (code: string, name: string, members: readonly Counted[]): IcbFacts => ({
    code, name, ...totals(members), staff: staffRates(members, workforce),
    calls: contactRates(members, ({ code: practice, patients: list }) => contactsAt(telephony.calls.get(practice), list), telephony.month),
    online: contactRates(members, ({ code: practice }) => contactsAt(online.of.get(practice)?.requests, online.of.get(practice)?.patients), online.month),
  });

  return {
    england: facts("England", "England", counted),
    icbs: [
      ...codesBefore.map((code) => {
        const members = counted.filter(({ before }) => before === code);
        return { ...facts(code, plainIcbName(nameBefore.get(code) ?? code), members), successors: ranked(members.map(({ since }) => since)) };
      }),
      ...codesSince.map((code) => facts(code, plainIcbName(nameSince.get(code)!), counted.filter(({ since }) => since === code))),
    ],
    subIcbs: subIcbsOf(counted, listed),
  };
}

function totals(members: readonly Counted[]): Omit<IcbFacts, "code" | "name" | "staff" | "calls" | "online"> {
  const sizes = members.map(({ patients }) => patients).sort((a, b) => a - b);
  const suppliers = { EMIS: 0, TPP: 0, Medicus: 0, unknown: 0 };
  const membersOf = new Map<string, number>();
  let patients = 0;
  let unallocated = 0;
  for (const practice of members) {
    patients += practice.patients;
    const supplier = practice.mapped?.get("SUPPLIER_NAME") ?? "";
    suppliers[supplier in suppliers ? (supplier as keyof typeof suppliers) : "unknown"]++;
    const network = practice.mapped?.get("PCN_CODE") ?? "U";
    if (network === "U") unallocated++;
    else membersOf.set(network, (membersOf.get(network) ?? 0) + 1);
  }
  const networks = Array.from({ length: Math.max(...membersOf.values()) }, (_, index) => [...membersOf.values()].filter((size) => size === index + 1).length);
  const listSizes = Array.from({ length: 41 }, (_, step) => Math.round(quantileSorted(sizes, step / 40)!));
  return { practices: members.length, patients, suppliers, listSizes, networks, unallocated };
}

/** Of the practices that record a group; what is not recorded is not 0. */
function staffRates(members: readonly Counted[], workforce: Workforce): StaffRates {
  return Object.fromEntries(
    staffGroups.map((group) => {
      let fte = 0;
      let patients = 0;
      for (const { code } of members) {
        const row = workforce.rows.get(code);
        const own = row && fteIn(workforce, row, group);
        const size = (row && patientsIn(workforce, row)) ?? 0;
        if (own === undefined || size === 0) continue;
        fte += own;
        patients += size;
      }
      return [group, Math.round((fte / patients) * 1e7) / 1000];
    }),
  ) as StaffRates;
}

interface Contacts {
  readonly count: number;
  readonly patients: number;
}

function contactsAt(count: number | undefined, patients: number | undefined): Contacts | null {
  return count === undefined || patients === undefined || patients === 0 ? null : { count, patients };
}

/** Of the practices that are known one by one. */
function contactRates(members: readonly Counted[], contactsOf: (practice: Counted) => Contacts | null, month: string): ContactRates {
  const known = members.flatMap((practice) => contactsOf(practice) ?? []);
  const rate = ({ count, patients }: Contacts): number => (count / patients) * (1000 / workingDaysIn(month));
  const [all, patients] = [known.reduce((sum, { count }) => sum + count, 0), known.reduce((sum, practice) => sum + practice.patients, 0)];
  const rates = known.map(rate).sort((a, b) => a - b);
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return {
    mean: rounded(rate({ count: all, patients })), quantiles: Array.from({ length: 21 }, (_, step) => rounded(quantileSorted(rates, step / 20)!)),
    coverage: rounded(Math.min(1, patients / members.reduce((sum, practice) => sum + practice.patients, 0))),
  };
}

/** Sub-ICBs of the patients file lie in one ICB each; those that came after it count by their practices. */
function subIcbsOf(counted: readonly Counted[], listed: ReadonlyMap<string, Row>): Record<string, string> {
  const then = mostOften(counted.map(({ code, before }) => [listed.get(code)!.get("SUB_ICB_LOCATION_CODE"), before]));
  const later = mostOften(counted.map(({ mapped, before }) => [mapped?.get("SUB_ICB_LOCATION_CODE"), before]));
  return Object.fromEntries([...new Map([...later, ...then])].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** For every key the value that it stands with most often. */
function mostOften(pairs: readonly (readonly [string | undefined, string | undefined])[]): Map<string, string> {
  const values = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    if (!key || !value) continue;
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return new Map([...values].map(([key, all]) => [key, ranked(all)[0]!]));
}

/** Distinct values, the most frequent first, then by code. */
function ranked(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

/** The facts as the text of `src/facts/icb-table.ts`. */
export function factsModule({ england, icbs, subIcbs }: DerivedFacts): string {
  return `/**
 * Counted by \`npm run facts\` from publications of NHS England (Patients Registered at a GP Practice with its practice map, General Practice
 * Workforce, ODS epraccur, Cloud Based Telephony, Submissions via Online Consultation Systems), Open Government Licence v3.0. Not written by hand.
 */
import type { IcbFacts } from "./icb.js";

export const england: IcbFacts = ${JSON.stringify(england)};

export const icbTable: readonly IcbFacts[] = [
${icbs.map((facts) => `  ${JSON.stringify(facts)},`).join("\n")}
];

export const subIcbs: Readonly<Record<string, string>> = ${JSON.stringify(subIcbs)};
`;
}
