/** A result that the user names: a result.json or compare.json, or the folder that holds one. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readComparison, readResult, ResultError, type DecisionDocument, type ResultDocument } from "../index.js";
import { BadInput, inWords } from "./ending.js";

export interface SavedResult {
  /** Of the file. */
  readonly path: string;
  readonly text: string;
  /** With what a document of an older version lacks filled in. */
  readonly document: ResultDocument;
}

/** Throws `BadInput` for what is not there, cannot be read or is no result of a run. */
export async function savedResult(named: string): Promise<SavedResult> {
  const isFolder = (await stat(named).catch(() => undefined))?.isDirectory() === true;
  const path = isFolder ? join(named, "result.json") : named;
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const missing = isFolder && (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new BadInput(missing ? `${named}: the folder holds no result.json. Name the folder of a run, such as reports/example, or its result.json.` : inWords(error));
  });
  try {
    return { path, text, document: readResult(text) };
  } catch (error) {
    throw error instanceof ResultError ? new BadInput(`${path}: ${error.message}`) : error;
  }
}

/** Null where it is no comparison of options. Throws `BadInput` for one that is damaged. */
export async function savedComparison(named: string): Promise<{ readonly path: string; readonly document: DecisionDocument } | null> {
  for (const path of [join(named, "compare.json"), named]) {
    const text = await readFile(path, "utf8").catch(() => null);
    try {
      const document = text === null ? null : readComparison(text);
      if (document !== null) return { path, document };
    } catch (error) {
      throw error instanceof ResultError ? new BadInput(`${path}: ${error.message}`) : error;
    }
  }
  return null;
}
