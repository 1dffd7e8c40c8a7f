/** What decides a result, as a name: the same content, the same name. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Model } from "../index.js";

/** SHA-256, in hexadecimal, of plain data: numbers, words, typed arrays, and lists and records of them. What is undefined counts as absent. */
export function fingerprint(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data, inFull)).digest("hex");
}

/** All of `model` that a unit reads, or what is drawn for it: neither what the scenario is called, asks and supposes, nor how often it is repeated. */
export function decisive({ name: _name, question: _question, hypotheses: _hypotheses, replications: _replications, ...rest }: Model): object {
  return rest;
}

/**
 * The program itself: its built code, its version and those of its packages (`package.json`), and V8, which writes what checkpoints hold. The version alone would not do:
 * whoever builds from source has many a program of the same version.
 */
export async function programFingerprint(): Promise<string> {
  const built = fileURLToPath(new URL("../", import.meta.url));
  const files = (await readdir(built, { recursive: true })).filter((name) => name.endsWith(".js")).sort();
  const contents = await Promise.all([join("..", "package.json"), ...files].map((file) => readFile(join(built, file), "utf8")));
  return fingerprint([files, contents, process.versions.v8]);
}

/** JSON knows neither infinite numbers nor typed arrays: each stands as a record, which no number, list or word is. */
function inFull(_key: string, value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : { number: String(value) };
  if (!ArrayBuffer.isView(value)) return value;
  return { [value.constructor.name]: createHash("sha256").update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)).digest("hex") };
}
