/** What single practices have of their own, from those of the files that were given. */
import type { OwnFigures } from "../estate/furnish.js";
import type { Parameters } from "../facts/defaults.js";
import { plural, some } from "./codes.js";
import type { EstateFiles } from "./files.js";
import { judge, readOrganisations } from "./organisations.js";
import type { Place } from "./places.js";
import { spelt, type Table } from "./table.js";
import { cloudTelephony } from "./telephony.js";
import { ownStaff, readWorkforce } from "./workforce.js";

export interface Own {
  readonly of: (code: string) => OwnFigures;
  /** As the map has it, or epraccur where it has none. */
  readonly nameOf: (place: Place) => string;
  /** The files, to go on with a sentence about the others; empty where there are none. */
  readonly source: string;
}

/** What does not fit the practices of the map, or the `places` that are left of them, is told in `warnings`. Throws `ImportError`. */
export function ownFigures(files: EstateFiles, map: Table, places: readonly Place[], { estate }: Parameters, warnings: string[]): Own {
  const workforce = files.workforce && readWorkforce(files.workforce);
  const staff = workforce && ownStaff(workforce, places, estate.receptionShare, warnings);
  if (workforce) strangers("the workforce file", workforce.rows.keys(), places, warnings);

  const telephony = files.telephony && cloudTelephony(files.telephony, warnings);
  if (telephony) strangers("the cloud telephony", telephony.reporting, places, warnings);

  const organisations = files.ods && readOrganisations(files.ods);
  if (organisations) judge(map.rows.map((row) => row.get("PRACTICE_CODE")), organisations, warnings);

  return {
    of: (code) => ({ staff: staff?.get(code), telephony: telephony?.reporting.has(code) === true ? "cloud" : undefined }),
    nameOf: ({ code, name }) => name || (organisations?.get(code)?.name ?? ""),
    source: [
      workforce ? `; General Practice Workforce, ${workforce.year}` : "",
      telephony ? `; Cloud Based Telephony, ${spelt(telephony.month)}` : "",
      organisations ? "; ODS, epraccur" : "",
    ].join(""),
  };
}

/** Codes of a file that no practice of the estate has. */
function strangers(file: string, codes: Iterable<string>, places: readonly Place[], warnings: string[]): void {
  const known = new Set(places.map(({ code }) => code));
  const unknown = [...codes].filter((code) => !known.has(code));
  if (unknown.length > 0) warnings.push(`Left out: ${plural(unknown.length, "practice")} (${some(unknown)}) of ${file} that map and registered patients do not both have.`);
}
