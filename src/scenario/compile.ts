/** Text -> model: all that a run depends on. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Model } from "../experiment/model.js";
import { type EstateFiles, fileNames } from "../imports/files.js";
import { onlineTable } from "../imports/online.js";
import { ImportError, type Table } from "../imports/table.js";
import { telephonyTable } from "../imports/telephony.js";
import { examined, withoutMark } from "./check.js";
import { ScenarioError } from "./complaint.js";
import { messages } from "./messages.js";
import type { Mistake } from "./mistake.js";
import { nameOf, type Path } from "./positions.js";
import { valueAt } from "./subject.js";
import { readText } from "./text.js";

export interface Compiled {
  readonly model: Model;
  /** Files that the scenario names, with the hash of what was in them. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** What runs all the same but should be known, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * Compiles the scenario `text`. `file` is what complaints call it; `read` gives the bytes of a file that the scenario names, by its path from the scenario's
 * folder, and rejects with an error whose message says why it cannot. Throws `ScenarioError` with every complaint.
 */
export async function compile(text: string, file: string, read: (path: string) => Promise<Uint8Array>): Promise<Compiled> {
  const reading = readText(withoutMark(text));
  const { files, inputs, unread } = await filesNamed(reading.value, read);
  const { model, complaints, warnings } = examined(reading, file, files, unread);
  if (complaints.length > 0 || model === undefined) throw new ScenarioError(complaints);
  const questionLine = reading.positions.lines.linePos(reading.positions.keys.get(nameOf(["question"])) ?? 0).line;
  return { model, inputs, warnings: questionLine > 1 ? [messages.questionLater(questionLine), ...warnings] : warnings };
}

export interface FilesNamed extends Pick<Compiled, "inputs"> {
  /** Undefined unless map and patients were read. */
  readonly files: EstateFiles | undefined;
  readonly unread: readonly Mistake[];
}

/** The files that a scenario names, read; `root` is its plain value. */
export async function filesNamed(root: unknown, read: (path: string) => Promise<Uint8Array>): Promise<FilesNamed> {
  const contents: Partial<Record<keyof EstateFiles, Uint8Array>> = {};
  const inputs: { path: string; sha256: string }[] = [];
  const unread: Mistake[] = [];
  for (const key of Object.keys(fileNames) as (keyof EstateFiles)[]) {
    const place = placeOf(key);
    const path = valueAt(root, place);
    if (typeof path !== "string" || path === "") continue;
    try {
      const bytes = await read(path);
      contents[key] = bytes;
      inputs.push({ path, sha256: bytesToHex(sha256(bytes)) });
    } catch (error) {
      unread.push({ path: place, on: "value", words: messages.unreadableFile(path, error instanceof Error ? error.message : String(error)) });
    }
  }
  const { map, patients, telephony, online, ...others } = contents;
  const calls = telephony && (await tableIn("telephony", telephonyTable(telephony), unread));
  const requests = online && (await tableIn("online", onlineTable(online), unread));
  return { files: map && patients && { map, patients, ...others, ...(calls && { telephony: calls }), ...(requests && { online: requests }) }, inputs, unread };
}

/** Workbooks, unlike CSV files, are unpacked asynchronously: so before the estate is made. Undefined where it cannot be read, which `unread` then says. */
async function tableIn(key: keyof EstateFiles, table: Promise<Table>, unread: Mistake[]): Promise<Table | undefined> {
  try {
    return await table;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    unread.push({ path: placeOf(key), on: "value", words: messages.estateFails(error.message) });
    return undefined;
  }
}

function placeOf(key: keyof EstateFiles): Path {
  return ["estate", "import", key];
}
