/** What single practices have of their own, from those of the files that were given. */
import type { OwnFigures } from "../estate/furnish.js";
import type { Parameters } from "../facts/defaults.js";
import { workingDaysIn } from "../facts/days.js";
import { plural, some } from "./codes.js";
import type { EstateFiles } from "./files.js";
import { onlineRequests } from "./online.js";
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
  if (telephony) strangers("the cloud telephony", telephony.calls.keys(), places, warnings);
  const callRates = telephony && ownRates("calls", places, ({ code, patients }) => perThousand(telephony.calls.get(code), patients, telephony.month), warnings);

  const online = files.online && onlineRequests(files.online);
  if (online) strangers("the online requests", online.of.keys(), places, warnings);
  const onlineRates = online && ownRates("online requests", places, ({ code }) => perThousand(online.of.get(code)?.requests, online.of.get(code)?.patients, online.month), warnings);

  const organisations = files.ods && readOrganisations(files.ods);
  if (organisations) judge(map.rows.map((row) => row.get("PRACTICE_CODE")), organisations, warnings);

  return {
    of: (code) => ({
      staff: staff?.get(code), telephony: telephony?.calls.has(code) === true ? "cloud" : undefined, callRate: callRates?.get(code), onlineRate: onlineRates?.get(code),
    }),
    nameOf: ({ code, name }) => name || (organisations?.get(code)?.name ?? ""),
    source: [
      workforce ? `; General Practice Workforce, ${workforce.year}` : "",
      telephony ? `; Cloud Based Telephony, ${spelt(telephony.month)}` : "",
      online ? `; Submissions via Online Consultation Systems, ${spelt(online.month)}` : "",
      organisations ? "; ODS, epraccur" : "",
    ].join(""),
  };
}

/** More than this, per 1,000 patients and working day, is not of the list alone: of 4,771 practices 12 had more calls, some of them with lists of 3, 5 and 53. */
const MOST_CONTACTS = 100;

/** Rates by practice, where there is one. Those that the list cannot account for are told in `warnings`. */
function ownRates(what: string, places: readonly Place[], rateOf: (place: Place) => number | undefined, warnings: string[]): Map<string, number> {
  const found = places.flatMap((place) => {
    const rate = rateOf(place);
    return rate === undefined ? [] : [[place.code, rate] as const];
  });
  const excessive = found.filter(([, rate]) => rate > MOST_CONTACTS).map(([code]) => code);
  if (excessive.length > 0) warnings.push(`${plural(excessive.length, "practice")} (${some(excessive)}) with more than ${MOST_CONTACTS} ${what} per 1,000 patients and working day: they have ${what} as in their ICB.`);
  return new Map(found.filter(([, rate]) => rate <= MOST_CONTACTS));
}

/** Of a month's `count`, per 1,000 patients and working day. None and 0 are not told apart in publications: neither is a rate. */
function perThousand(count: number | undefined, patients: number | undefined, month: string): number | undefined {
  return count === undefined || count === 0 || patients === undefined || patients === 0 ? undefined : (count / patients) * (1000 / workingDaysIn(month));
}

/** Codes of a file that no practice of the estate has. */
function strangers(file: string, codes: Iterable<string>, places: readonly Place[], warnings: string[]): void {
  const known = new Set(places.map(({ code }) => code));
  const unknown = [...codes].filter((code) => !known.has(code));
  if (unknown.length > 0) warnings.push(`Left out: ${plural(unknown.length, "practice")} (${some(unknown)}) of ${file} that map and registered patients do not both have.`);
}
