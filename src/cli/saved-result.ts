/** What the user names of what was written before: a file such as result.json or compare.json, or the folder that holds one. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readComparison, readResult, ResultError, type DecisionDocument, type ResultDocument } from "../index.js";
import { BadInput, inWords } from "./ending.js";

export interface SavedFile {
  readonly path: string;
  readonly text: string;
}

export interface SavedResult extends SavedFile {
  /** With what a document of an older version lacks filled in. */
  readonly document: ResultDocument;
}

/** Throws `BadInput` for what is not there, cannot be read or is no result of a run. */
export async function savedResult(named: string): Promise<SavedResult> {
  const file = await savedFile(named, ["result.json"], "the folder holds no result.json. Name the folder of a run, such as reports/example, or its result.json.");
  return { ...file, document: resultIn(file) };
}

/** Of a folder the first of `names` that it holds. Throws `BadInput` for what is not there or cannot be read, and `otherwise` for a folder with none of them. */
export async function savedFile(named: string, names: readonly string[], otherwise: string): Promise<SavedFile> {
  const isFolder = (await stat(named).catch(() => undefined))?.isDirectory() === true;
  for (const path of isFolder ? names.map((name) => join(named, name)) : [named]) {
    const text = await readFile(path, "utf8").catch((error: unknown) => {
      if (isFolder && (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw new BadInput(inWords(error));
    });
    if (text !== undefined) return { path, text };
  }
  throw new BadInput(`${named}: ${otherwise}`);
}

/** Throws `BadInput` for what is no result of a run. */
export function resultIn({ path, text }: SavedFile): ResultDocument {
  try {
    return readResult(text);
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
