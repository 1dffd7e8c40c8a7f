/**
 * A batch of finished units in a file. First line: what it is, and the SHA-256 of all that follows. Second line: which units, and how long each one's result is, as JSON.
 * Then their results, one after the other, each as V8 serialises it, deflated (zlib, with its own checksum).
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Deserializer, Serializer } from "node:v8";
import { deflateSync, inflateSync } from "node:zlib";
import { Unfinished } from "./ending.js";
import { makeFolder } from "./files.js";

export interface Finished {
  /** Fingerprint of the unit. */
  readonly unit: string;
  readonly replication: number;
  /** As `packed` gives it. */
  readonly result: Uint8Array;
}

/** A unit's result in a file: `length` bytes from `at` on. */
export interface Place extends Omit<Finished, "result"> {
  readonly path: string;
  readonly at: number;
  readonly length: number;
}

const LF = 10;
/** Results lie in memory until they are written, and on disk until the run ends: this leaves a sixth, for a two-thousandth of the time of simulating them. */
const QUICKLY = { level: 1 };

/** A structured clone, as threads send it, but that it lasts. */
export function packed(result: unknown): Uint8Array {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(result);
  return deflateSync(serializer.releaseBuffer(), QUICKLY);
}

/** Writes a batch of at least one unit below `folder`, whole or not at all; resolves to where each lies. `name` comes before what tells it from other batches. */
export async function writeBatch(folder: string, name: string, units: readonly Finished[]): Promise<Place[]> {
  const index = `${JSON.stringify(units.map(({ unit, replication, result }) => [unit, replication, result.length]))}\n`;
  const body = Buffer.concat([Buffer.from(index), ...units.map(({ result }) => result)]);
  const checksum = checksumOf(body);
  const head = `outagelab units ${checksum}\n`;
  // By its content: no batch is ever written over another.
  const path = join(folder, `${name}-${units[0]!.replication}-${checksum.slice(0, 12)}.units`);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await makeFolder(folder);
    await writeFile(temporary, Buffer.concat([Buffer.from(head), body]), { flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return placesIn(path, JSON.parse(index) as Index, head.length + index.length);
}

/** Where each unit of a batch lies. Throws `Unfinished` where the file is not as it was written. */
export async function readBatch(path: string): Promise<Place[]> {
  const file = await readFile(path);
  const head = file.indexOf(LF) + 1;
  const index = file.indexOf(LF, head) + 1;
  if (head === 0 || index === 0 || file.toString("latin1", 0, head) !== `outagelab units ${checksumOf(file.subarray(head))}\n`) throw damaged(path);
  return placesIn(path, JSON.parse(file.toString("utf8", head, index)) as Index, index);
}

/** The result that lies there; null where the file is gone. Throws `Unfinished` where it has been damaged since it was looked at. */
export function readResult(place: Place): unknown {
  const bytes = bytesAt(place);
  if (bytes === null) return null;
  try {
    const deserializer = new Deserializer(inflateSync(bytes));
    deserializer.readHeader();
    return deserializer.readValue();
  } catch {
    throw damaged(place.path);
  }
}

type Index = readonly (readonly [unit: string, replication: number, length: number])[];

function placesIn(path: string, index: Index, start: number): Place[] {
  let at = start;
  return index.map(([unit, replication, length]) => {
    at += length;
    return { unit, replication, path, at: at - length, length };
  });
}

/** At once, since units are asked for by the thousand, and a system lets a program open but hundreds of files at a time. */
function bytesAt({ path, at, length }: Place): Uint8Array | null {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  } finally {
    closeSync(file);
  }
}

function checksumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function damaged(path: string): Unfinished {
  return new Unfinished(`${path} is damaged: delete it and run again; what it held will be simulated again.`);
}
