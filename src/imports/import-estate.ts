/** Published files -> estate: practice map and registered patients, and practices' own figures where a file has them. */
import { clinicalSystemDrawn, furnished } from "../estate/furnish.js";
import { partOf } from "../estate/part.js";
import { selects } from "../estate/selector.js";
import type { ClinicalSystem, Estate, Neighbourhood, Practice, Region } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { dayNumber } from "../facts/days.js";
import { england } from "../facts/icb-table.js";
import { appointmentRateOf, contactRatesOf, icbFacts } from "../facts/icbs.js";
import type { Coverage } from "./coverage.js";
import { fileNames, type EstateFiles } from "./files.js";
import { ownFigures, type Own } from "./own.js";
import { placesIn, type Place } from "./places.js";
import { plainIcbName, plainName } from "./plain-name.js";
import { dateIn, ImportError, readTable, spelt } from "./table.js";

export interface ImportedEstate {
  readonly estate: Estate;
  /** What was left out, drawn by chance or does not fit together, in sentences. */
  readonly warnings: readonly string[];
  /** Figure by figure: for how many practices of the estate it is their own. */
  readonly coverage: readonly Coverage[];
}

/**
 * The practices that map and patients both have, with the list sizes of one and the places of the other. Staff and telephony are their own where a file has them;
 * elsewhere staff follow from list size by the figures of the ICB, and telephony is drawn; so is the clinical system where the map has no supplier. `only`: ICB
 * codes of either era. What a practice gets depends on the files, its code and the seed, not on `only`. Throws `ImportError`.
 */
export function importEstate(files: EstateFiles, parameters: Parameters, seed: string | number, only?: readonly string[]): ImportedEstate {
  const map = readTable(files.map, fileNames.map, ["EXTRACT_DATE", "PRACTICE_CODE", "PRACTICE_NAME", "PCN_CODE", "PCN_NAME"]);
  const patients = readTable(files.patients, fileNames.patients, ["EXTRACT_DATE", "CODE", "SUB_ICB_LOCATION_CODE", "NUMBER_OF_PATIENTS"]);
  const warnings: string[] = [];
  const hasSuppliers = map.columns.includes("SUPPLIER_NAME");
  const places = placesIn(map, patients, warnings);
  const own = ownFigures(files, map, places, parameters, warnings);

  const regionCodes = [...new Set(places.map(({ icb }) => icb))].sort();
  const regions = regionCodes.map((code): Region => {
    const facts = icbFacts(code);
    const name = facts?.name ?? plainIcbName(places.find(({ icb }) => icb === code)!.icbName);
    if (facts === undefined) warnings.push(`${code} (${name}) is not among the known ICBs: it gets the staff and the shares of suppliers of England.`);
    return { code, name, appointmentRate: appointmentRateOf(code, parameters.estate.appointmentRate), ...contactRatesOf(code) };
  });

  const neighbourhoods: Neighbourhood[] = [];
  const practices: Practice[] = [];
  for (const members of networksOf(places)) {
    const { icb, network, networkName } = members[0]!;
    const region = regionCodes.indexOf(icb);
    const facts = icbFacts(icb) ?? england;
    neighbourhoods.push({
      code: network,
      name: plainName(networkName === "" ? own.nameOf(members[0]!) : networkName),
      region,
      practices: members.map((_, member) => practices.length + member),
    });
    for (const place of members) {
      const { code, formerly } = place;
      const clinicalSystem = hasSuppliers ? systemOf(place.supplier) : clinicalSystemDrawn(code, facts.suppliers, seed);
      const bare = { code, name: plainName(own.nameOf(place)), region, neighbourhood: neighbourhoods.length - 1, patients: place.patients, clinicalSystem };
      practices.push(furnished(formerly === undefined ? bare : { ...bare, formerly }, facts.staff, parameters, seed, own.of(code)));
    }
  }
  if (!hasSuppliers) warnings.push("The practice map names no suppliers: clinical systems are drawn in the shares that each ICB had in 2026, practice by practice.");
  const others = places.filter(({ supplier }) => hasSuppliers && systemOf(supplier) === "other").length;
  if (others > 0) warnings.push(`${others === 1 ? "1 practice has" : `${others} practices have`} another supplier than EMIS, TPP or Medicus, or none: "other" is put for it.`);

  const dates = [dateIn(map, map.rows[0]!, "EXTRACT_DATE"), dateIn(patients, patients.rows[0]!, "EXTRACT_DATE")] as const;
  if (Math.abs(dayNumber(dates[0]) - dayNumber(dates[1])) > 366) warnings.push(`The practice map is of ${spelt(dates[0])}, the registered patients of ${spelt(dates[1])}: more than a year lies between them.`);
  const drawn = hasSuppliers ? "" : " Clinical systems are drawn in the shares of each ICB in 2026.";
  const source = `NHS England, Patients Registered at a GP Practice: practice map of ${spelt(dates[0])}, registered patients of ${spelt(dates[1])}${own.source}.${drawn}`;
  const whole: Estate = { regions, neighbourhoods, practices, source };
  const estate = only === undefined ? whole : { ...partOf(whole, isIn(whole, only)), source };
  return { estate, warnings, coverage: coverageOf(estate, own, hasSuppliers) };
}

function coverageOf({ practices }: Estate, own: Own, hasSuppliers: boolean): Coverage[] {
  const count = (figure: string, isOwn: (practice: Practice) => boolean, otherwise: string): Coverage => {
    return { figure, own: practices.filter(isOwn).length, of: practices.length, otherwise };
  };
  const byList = "by list size, as in their ICB";
  return [
    count("GPs", ({ code }) => own.of(code).staff?.gp !== undefined, byList),
    count("nurses", ({ code }) => own.of(code).staff?.nurse !== undefined, byList),
    count("other direct care", ({ code }) => own.of(code).staff?.other !== undefined, byList),
    count("reception and administration", ({ code }) => own.of(code).staff?.admin !== undefined, byList),
    count("calls", ({ code }) => own.of(code).callRate !== undefined, "as in their ICB, but for chance"),
    count("online requests", ({ code }) => own.of(code).onlineRate !== undefined, "as in their ICB, but for chance"),
    count("telephony", ({ code }) => own.of(code).telephony !== undefined, "by chance, with the share of practices in the cloud"),
    count("clinical systems", () => hasSuppliers, "by chance, in the shares of their ICB"),
  ];
}

/** True for practices in one of the ICBs; a code under which there is none is an `ImportError`. */
function isIn(estate: Estate, only: readonly string[]): (practice: number) => boolean {
  const kept = new Set<number>();
  for (const region of only) {
    const found = estate.practices.flatMap((_, index) => (selects({ region }, estate, index) ? [index] : []));
    if (found.length === 0) {
      throw new ImportError(`The practice map has no practice in "${region}". Write one of ${estate.regions.map(({ code, name }) => `${code} (${name})`).join(", ")}.`);
    }
    for (const index of found) kept.add(index);
  }
  return (practice) => kept.has(practice);
}

/** Places by neighbourhood: by ICB, then network, then practice. */
function networksOf(places: readonly Place[]): Place[][] {
  const networks = new Map<string, Place[]>();
  for (const place of [...places].sort((a, b) => order(a.icb, b.icb) || order(a.network, b.network) || order(a.code, b.code))) {
    const known = networks.get(place.network);
    if (known) known.push(place);
    else networks.set(place.network, [place]);
  }
  return [...networks.values()];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function systemOf(supplier: string): ClinicalSystem {
  const name = supplier.toUpperCase();
  if (name.startsWith("EMIS")) return "EMIS Web";
  if (name.startsWith("TPP")) return "SystmOne";
  return name.startsWith("MEDICUS") ? "Medicus" : "other";
}
