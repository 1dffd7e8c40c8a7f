/** `outagelab report`: draws the page of a saved result or comparison of options again, or one of two results side by side, without simulating. */
import { open, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { boardPage, decisionDrawings, drawings, page, sideBySideDrawings, sideBySidePage, type Outline } from "../index.js";
import { BadInput, RAN } from "./ending.js";
import { readOutline, writeFiles } from "./files.js";
import { printable } from "./printable.js";
import { savedComparison, savedResult, type SavedResult } from "./saved-result.js";

export interface ReportOptions {
  /** A file, which need not exist, or a folder, which gets `PAGE`. */
  readonly out: string;
  /** A GeoJSON file with the boundaries of ICBs. */
  readonly outline?: string | undefined;
}

export const PAGE = "report.html";

/** Resolves to the exit status. Throws `BadInput` for what is no result, for more than two of them, and for an `out` that is something else than a page. */
export async function report(named: readonly string[], { out, outline: shapes }: ReportOptions, version: string, signal: AbortSignal): Promise<number> {
  const [first, second, ...rest] = named;
  if (rest.length > 0) throw new BadInput(`${named.length} results were given; a page shows one result, or two side by side.`);
  if (second !== undefined && shapes !== undefined) throw new BadInput("--outline: two results side by side have no map; give one result, or leave it out.");
  const outline = shapes === undefined ? undefined : await readOutline(shapes);
  const file = await pageAt(out);
  const comparison = second === undefined ? await savedComparison(first!) : null;
  const results = comparison === null ? await Promise.all(named.map(savedResult)) : [];
  for (const { path, document } of comparison === null ? results : [comparison]) {
    if (document.version !== version) process.stderr.write(printable(`${path} was made with version ${document.version}; this page is drawn as version ${version} draws it.\n`));
  }
  const drawn = comparison === null ? await pageOf(results[0]!, results[1], outline) : boardPage(comparison.document, await decisionDrawings(comparison.document));
  await writeFiles(dirname(file), new Map([[basename(file), drawn]]), signal);
  process.stdout.write(`Page: ${printable(file)}\n`);
  return RAN;
}

async function pageOf({ document: a }: SavedResult, second: SavedResult | undefined, outline: Outline | undefined): Promise<string> {
  if (second === undefined) return page(a, await drawings(a), outline);
  const pair = { a, b: second.document };
  return sideBySidePage(pair, await sideBySideDrawings(pair));
}

/** Where it goes. Throws `BadInput` where another kind of file would be lost. */
async function pageAt(out: string): Promise<string> {
  const found = await stat(out).catch(() => undefined);
  // What ends like a folder is one, though it is not there yet.
  const file = found?.isDirectory() === true || /[/\\]$/.test(out) ? join(out, PAGE) : out;
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory() === true) throw new BadInput(`--out ${out}: ${file} is a folder; name a file.`);
  if (there !== undefined && !(await isPage(file))) throw new BadInput(`--out ${out}: that file is there and is no page, so it is left alone. Name another, such as ${PAGE}.`);
  return file;
}

/** Every page begins alike. */
async function isPage(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(15), 0, 15, 0);
    return bytesRead === 0 || buffer.toString("latin1").toLowerCase() === "<!doctype html>";
  } finally {
    await file.close();
  }
}
