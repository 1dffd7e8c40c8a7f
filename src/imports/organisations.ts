/** ODS epraccur: which organisations are general practices, open or closed. */
import { grouped, some } from "./codes.js";
import { fileNames } from "./files.js";
import { ImportError, readRows } from "./table.js";

/** The file has no header: where in a line its fields stand. */
const FIELDS = 27;
const [CODE, NAME, NATIONAL_GROUPING, STATUS, SETTING] = [0, 1, 2, 12, 25];

interface Organisation {
  readonly name: string;
  readonly isOpen: boolean;
  /** Of England (`W00` is Wales), and its prescribing setting that of general practice. */
  readonly isPractice: boolean;
}

/** Organisations by code. Throws `ImportError`. */
export function readOrganisations(bytes: Uint8Array): Map<string, Organisation> {
  const organisations = new Map<string, Organisation>();
  readRows(bytes, fileNames.ods).forEach((line, index) => {
    const fields = line.map((field) => field.trim());
    if (fields.length === 1 && fields[0] === "") return;
    if (fields.length !== FIELDS) {
      throw new ImportError(`${fileNames.ods}, line ${index + 1}: found ${grouped(fields.length)} column${fields.length === 1 ? "" : "s"}. Give the CSV file as published: 27 columns and no header.`);
    }
    organisations.set(fields[CODE]!, {
      name: fields[NAME]!,
      isOpen: fields[STATUS] === "A",
      isPractice: fields[SETTING] === "4" && fields[NATIONAL_GROUPING] !== "W00",
    });
  });
  return organisations;
}

/** Tells in `warnings` which practices of the map, given by code, are closed, are no general practices of England, or are unknown. */
export function judge(mapped: readonly string[], organisations: ReadonlyMap<string, Organisation>, warnings: string[]): void {
  const tell = (what: string, isSo: (organisation: Organisation | undefined) => boolean): void => {
    const codes = mapped.filter((code) => isSo(organisations.get(code)));
    if (codes.length > 0) warnings.push(`${grouped(codes.length)} of ${grouped(mapped.length)} practices of the practice map (${some(codes)}) ${what}. Those with registered patients stay in the estate.`);
  };
  tell("are closed, says epraccur", (organisation) => organisation?.isOpen === false);
  tell("are no general practices of England, says epraccur", (organisation) => organisation?.isOpen === true && !organisation.isPractice);
  tell("are not in epraccur", (organisation) => organisation === undefined);
}
