/** The estate section: makes the practices. */
import { changePractices, type PracticeChange } from "../estate/change.js";
import { EstateError } from "../estate/estate-error.js";
import type { Estate } from "../estate/estate.js";
import { generateEstate } from "../estate/generate.js";
import { sampleEstate } from "../estate/sample.js";
import { writtenEstate, type WrittenSpec } from "../estate/written.js";
import type { Parameters } from "../facts/defaults.js";
import { coverageInWords } from "../imports/coverage.js";
import { type EstateFiles, fileNames } from "../imports/files.js";
import { importEstate } from "../imports/import-estate.js";
import { ImportError } from "../imports/table.js";
import { shareOf } from "./amounts.js";
import type { Scenario } from "./language.js";
import { neighbourhoodsOf } from "./leaf.js";
import { messages } from "./messages.js";
import type { Say } from "./mistake.js";
import type { Path } from "./positions.js";
import type { Draft } from "./schema-walk.js";
import { checkSelector } from "./selection.js";
import { valueAt } from "./subject.js";

type EstateDraft = Draft<Scenario>["estate"];

/** What practices are made with besides the section itself. */
export interface Making {
  /** Plain value of the file. */
  readonly root: unknown;
  readonly parameters: Parameters;
  readonly seed: string;
  /** Of an estate to be imported, once they are read. */
  readonly files: EstateFiles | undefined;
  readonly say: Say;
  readonly warn: (warning: string) => void;
}

/** The estate that is simulated, and the whole from which it was drawn: the same unless it is a sample. */
export interface Estates {
  readonly estate: Estate;
  readonly whole: Estate;
}

/**
 * The estate as written, then changed, then sampled; undefined where it cannot be made, which has been said, or where it is to be imported and `files` were
 * not read.
 */
export function estatesOf(draft: EstateDraft, making: Making): Estates | undefined {
  const { root, seed, say } = making;
  const made = source(draft, making);
  if (made === undefined) return undefined;
  const whole = (draft?.change ?? []).reduce<Estate>((estate, change, index) => {
    if (!change?.where || !change.set) return estate;
    let fits = true;
    checkSelector(change.where, ["estate", "change", index, "where"], estate, root, (...mistake) => {
      fits = false;
      say(...mistake);
    });
    const share = change.share === undefined ? undefined : shareOf(change.share);
    return fits ? changePractices(estate, { where: change.where, set: change.set as PracticeChange, ...(share !== undefined && { share }) }, seed) : estate;
  }, made);
  const count = draft?.sample === undefined ? undefined : neighbourhoodsOf(draft.sample);
  return { estate: count === undefined ? whole : sampleEstate(whole, count, seed), whole };
}

function source(draft: EstateDraft, { root, parameters, seed, files, say, warn }: Making): Estate | undefined {
  // Two sources, or the rest of a broken one, have been complained about: what follows from either would be noise.
  const region = draft?.generate?.region;
  try {
    if (region !== undefined) return generateEstate({ region }, parameters, seed);
    if (draft?.written) return isWhole(draft.written.practices) ? writtenEstate(draft.written as WrittenSpec, parameters) : undefined;
    if (draft?.import && files) {
      const only = draft.import.region;
      const { estate, warnings, coverage } = importEstate(files, parameters, seed, typeof only === "string" ? [only] : only);
      [coverageInWords(coverage), ...warnings].forEach(warn);
      return estate;
    }
  } catch (error) {
    if (error instanceof EstateError) {
      for (const line of error.message.split("\n")) say(region === undefined ? writtenPlace(root, line) : ["estate", "generate", "region"], messages.estateFails(line));
    } else if (error instanceof ImportError) {
      const { message } = error;
      const key = (Object.keys(fileNames) as (keyof EstateFiles)[]).find((file) => message.startsWith(fileNames[file]));
      say(key ? ["estate", "import", key] : ["estate", "import"], messages.estateFails(message));
    } else throw error;
  }
  return undefined;
}

function isWhole(practices: readonly ({ readonly code?: string; readonly patients?: number } | undefined)[] | undefined): boolean {
  return practices !== undefined && practices.every((practice) => practice?.code !== undefined && practice.patients !== undefined);
}

/** Where a written estate has what a complaint names: the last of that code. */
function writtenPlace(root: unknown, complaint: string): Path {
  const [, kind, code] = /^(Region|Neighbourhood|Practice) (\S+) /.exec(complaint) ?? [];
  const list = ["estate", "written", `${kind?.toLowerCase()}s`];
  const entries = valueAt(root, list);
  const index = Array.isArray(entries) ? entries.findLastIndex((entry) => String(valueAt(entry, ["code"])) === code) : -1;
  return index === -1 ? ["estate", "written"] : [...list, index, "code"];
}
