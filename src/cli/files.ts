/** Reading what the user names, and writing results so that no half of a file is ever left. */
import { lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exact, LARGEST_IMPORT, LONGEST_SCENARIO, outlineOf, OutlineError, type Drawing, type Outline } from "../index.js";
import { BadInput, inWords, Unfinished } from "./ending.js";

/** What is kept of a run that was stopped, below the folder of its results. */
export const WORK = ".work";

/** In UTF-8 a character of a scenario's length has three bytes at most. */
const LARGEST_SCENARIO = 3 * LONGEST_SCENARIO;

/** Contents of the scenario at `path`. Throws `BadInput`, which for a missing file names the scenarios that lie beside it. */
export async function readScenario(path: string): Promise<string> {
  try {
    const bytes = await readUpTo(LARGEST_SCENARIO, path, "a scenario");
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TooLarge) throw new BadInput(`${path}: the file has ${error.message}.\n  Check that this is the scenario file, and import large estates with estate: {import: ...}.`);
    const beside = (error as NodeJS.ErrnoException).code === "ENOENT" ? await scenariosIn(dirname(path)) : [];
    const hint = beside.length === 0 ? "" : `\n  Scenarios in that folder: ${beside.join(", ")}`;
    throw new BadInput(`${path}: ${inWords(withoutPath(error))}${hint}`);
  }
}

/** Reads files that a scenario names, relative to the scenario's own folder. Rejects with the reason alone: the complaint names the file. */
export function readerBeside(scenario: string): (path: string) => Promise<Uint8Array> {
  return async (path) => {
    try {
      return await readUpTo(LARGEST_IMPORT, join(dirname(scenario), path), "a published file");
    } catch (error) {
      if (error instanceof TooLarge) throw new BadInput(`it has ${error.message}`);
      throw new BadInput(inWords(withoutPath(error)));
    }
  };
}

/** The outline at `path`. Throws `BadInput`. */
export async function readOutline(path: string): Promise<Outline> {
  try {
    return outlineOf(new TextDecoder().decode(await readUpTo(LARGEST_IMPORT, path, "an outline")));
  } catch (error) {
    if (error instanceof TooLarge) throw new BadInput(`${path}: the file has ${error.message}. Generalised boundaries are clear enough.`);
    throw new BadInput(`${path}: ${error instanceof OutlineError ? error.message : inWords(withoutPath(error))}`);
  }
}

/** The message says how much a file has, and how much is the most. */
class TooLarge extends Error {}

/** No more than `most` bytes come into memory, from a file without end either. Throws `TooLarge` beyond them. */
async function readUpTo(most: number, path: string, kind: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const chunks: Buffer[] = [];
    let length = 0;
    // What has no size, such as a pipe, is read to see.
    if (size <= most) for await (const chunk of file.createReadStream({ autoClose: false, end: most })) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
    }
    if (size > most || length > most) throw new TooLarge(`${size > most ? inMegabytes(size) : `more than ${inMegabytes(most)}`}; ${kind} has ${inMegabytes(most)} at most`);
    return Buffer.concat(chunks);
  } finally {
    await file.close();
  }
}

function inMegabytes(bytes: number): string {
  return `${exact(Math.ceil(bytes / 1e6))} MB`;
}

/** File systems take 255 bytes; some encrypted ones 143. */
const LONGEST_NAME = 140;

/**
 * Folder name for a scenario: letters, digits, dots, dashes and underscores of its name, so that it neither leads out of the output folder nor is one that
 * Windows or a file system refuses.
 */
export function folderNameOf(scenario: string): string {
  const plain = beginningOf(scenario.normalize("NFC").replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, ""), LONGEST_NAME).replace(/[.-]+$/, "");
  // Windows takes raised digits for digits here.
  const device = /^(con|prn|aux|nul|(com|lpt)[\d\u00b9\u00b2\u00b3])(\.|$)/i.test(plain);
  return plain === "" ? "scenario" : device ? `_${plain}` : plain;
}

/** As many whole characters as fit into so many bytes of UTF-8. */
function beginningOf(text: string, bytes: number): string {
  let [beginning, length] = ["", 0];
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    beginning += character;
  }
  return beginning;
}

/**
 * Makes the folder of a scenario's results, `out` and those above it included, and answers with its path. `out` may be a link, which the user names on purpose; below it nothing is written through a link, wherever that may lead: throws `BadInput`.
 */
export async function resultsFolder(out: string, scenario: string): Promise<string> {
  if ((await stat(out).catch(() => undefined))?.isFile() === true) throw new BadInput(`--out ${out} is a file; name a folder`);
  const folder = join(out, folderNameOf(scenario));
  for (const path of [folder, ...["charts", "tables", WORK].map((name) => join(folder, name))]) {
    if ((await lstat(path).catch(() => undefined))?.isSymbolicLink() !== true) continue;
    throw new BadInput(`${path} is a link, and results are written below --out alone.\n  Remove it, or name the folder to which it leads with --out.`);
  }
  await makeFolder(folder);
  return folder;
}

/** Makes a folder, and those above it, where they are not there. Node's own way does that for ever where the system says that a folder is missing which it lists, as below `/proc`. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((again: NodeJS.ErrnoException) => {
      if (again.code === "ENOENT") throw new Unfinished(`${path}: no folder can be made there.`);
      if (again.code !== "EEXIST") throw again;
    });
  }
}

/** By path below the folder of the results. */
export function tablesAndPictures(tables: readonly { readonly name: string; readonly text: string }[], pictures: readonly Drawing<string>[]): Map<string, string> {
  const files = new Map(tables.map(({ name, text }) => [`tables/${name}`, text]));
  for (const { name, spec, svg } of pictures) {
    files.set(`charts/${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${name}.svg`, svg);
  }
  return files;
}

/**
 * Writes `files` (by path relative to `folder`, with slashes) in their order. All are first written under a temporary name, then renamed, the last one last: a
 * full disk or an interruption leaves an earlier run's files as they were.
 */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>, signal: AbortSignal): Promise<void> {
  const pending = [...files].map(([path, content]) => ({ path: join(folder, path), temporary: join(folder, `${path}.${process.pid}.tmp`), content }));
  try {
    for (const { path, temporary, content } of pending) {
      signal.throwIfAborted();
      await makeFolder(dirname(path));
      // Never through a link that lies where the temporary file is to be.
      await rm(temporary, { force: true });
      await writeFile(temporary, content, { flush: true, flag: "wx" });
    }
    signal.throwIfAborted();
    for (const { path, temporary } of pending) await rename(temporary, path);
  } catch (error) {
    await Promise.all(pending.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
}

async function scenariosIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => /\.ya?ml$/.test(name)).sort().slice(0, 12);
}

/** The same error, for a message that has already named the path. */
function withoutPath(error: unknown): unknown {
  return error instanceof Error ? Object.assign(new Error(error.message), { code: (error as NodeJS.ErrnoException).code }) : error;
}
