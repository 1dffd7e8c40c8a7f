import { isColumn, type Column } from "./column.js";
import { isRecord } from "./state.js";

/*
 * A state as bytes: "OLSTATE1", the length of a description, the description (JSON: by name 0 for a number, kind and length of a typed array, or a
 * description in turn), then all numbers and arrays in that order, each from a multiple of 8 on, in the machine's order of bytes, which must be the little-
 * endian one.
 */
const MAGIC = "OLSTATE1";
const HEAD = 12;

interface Description {
  readonly [name: string]: 0 | string | Description;
}

/**
 * A simulation's whole state as bytes, to go on from later or elsewhere.
 *
 * @throws TypeError where the state holds something else than numbers, typed arrays and records of these.
 */
export function saveState(state: object): Uint8Array {
  requireLittleEndian();
  const pieces: Uint8Array[] = [];
  const description = new TextEncoder().encode(JSON.stringify(describe(state, pieces)));
  const start = rounded(HEAD + description.length);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + rounded(piece.length), start));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, description.length, true);
  bytes.set(description, HEAD);
  let at = start;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += rounded(piece.length);
  }
  return bytes;
}

/**
 * Fills `blank`, a state made by the same function as the one that was saved, with it, and answers `blank`.
 *
 * @throws RangeError where the bytes are no saved state, are cut short, or are one of another model; `blank` is then as it was.
 */
export function loadState<S extends object>(saved: Uint8Array, blank: S): S {
  requireLittleEndian();
  // A copy begins at the beginning of its memory, whatever the original is a part of.
  const bytes = new Uint8Array(saved);
  if (bytes.length < HEAD || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) damaged();
  const length = new DataView(bytes.buffer).getUint32(MAGIC.length, true);
  const reader = { buffer: bytes.buffer, at: rounded(HEAD + length) };
  const values = read(reader, described(bytes.subarray(HEAD, HEAD + length)), blank as Record<string, unknown>);
  if (reader.at !== bytes.length) damaged();
  fill(blank as Record<string, unknown>, values);
  return blank;
}

function requireLittleEndian(): void {
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) throw new TypeError("states are saved and loaded on little-endian machines only");
}

function damaged(): never {
  throw new RangeError("this is not a saved state, or it is damaged");
}

function described(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return damaged();
  }
}

function describe(state: object, pieces: Uint8Array[]): Description {
  return Object.fromEntries(Object.entries(state).map(([name, value]: [string, unknown]) => {
    if (typeof value === "number") {
      pieces.push(bytesOf(Float64Array.of(value)));
      return [name, 0];
    }
    if (isColumn(value)) {
      pieces.push(bytesOf(value));
      return [name, `${kindOf(value)} ${value.length}`];
    }
    if (isRecord(value)) return [name, describe(value, pieces)];
    throw new TypeError(`state "${name}" is neither a number, a typed array nor a record of these`);
  }));
}

interface Reader {
  readonly buffer: ArrayBuffer;
  at: number;
}

/** The values that the description tells of, if they are such as `like` has. */
function read(reader: Reader, description: unknown, like: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!isRecord(description)) damaged();
  const names = Object.keys(like);
  const other = [...names, ...Object.keys(description)].find((name) => !(Object.hasOwn(like, name) && Object.hasOwn(description, name)));
  if (other !== undefined) throw new RangeError(`the saved state is of another model: only one of them has "${other}"`);
  return Object.fromEntries(Object.entries(description).map(([name, what]) => {
    const value = like[name];
    if (what === 0 && typeof value === "number") return [name, new Float64Array(reader.buffer, take(reader, 8), 1)[0]];
    if (isRecord(what) && isRecord(value)) return [name, read(reader, what, value)];
    if (!(typeof what === "string" && isColumn(value) && what.startsWith(`${kindOf(value)} `))) throw new RangeError(`the saved state is of another model: "${name}" is something else there`);
    const length = Number(what.slice(what.indexOf(" ")));
    const Kind = value.constructor as new (buffer: ArrayBuffer, from: number, length: number) => Column;
    return [name, new Kind(reader.buffer, take(reader, length * value.BYTES_PER_ELEMENT), length).slice()];
  }));
}

/** Where the next `size` bytes begin. */
function take(reader: Reader, size: number): number {
  const from = reader.at;
  reader.at += rounded(size);
  return reader.at >= from && reader.at <= reader.buffer.byteLength ? from : damaged();
}

function fill(blank: Record<string, unknown>, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const held = blank[name];
    if (!(isRecord(value) && isRecord(held))) blank[name] = value;
    else if (!Object.isFrozen(held)) fill(held, value);
    else if (!isSame(held, value)) blank[name] = frozen(value);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (isRecord(one) && isRecord(other)) return Object.entries(one).every(([name, value]) => isSame(value, other[name]));
  if (isColumn(one) && isColumn(other)) return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
  return Object.is(one, other);
}

/** As the record was whose place it takes. */
function frozen(record: Record<string, unknown>): object {
  for (const value of Object.values(record)) if (isRecord(value)) frozen(value);
  return Object.freeze(record);
}

/** A copy of the column's bytes. There are many NaNs, and the language does not say which one a computation gives: all are saved as one. */
function bytesOf(column: Column): Uint8Array {
  const copy = column.slice();
  if (copy instanceof Float64Array || copy instanceof Float32Array) copy.forEach((value, i) => value !== value && (copy[i] = NaN));
  return new Uint8Array(copy.buffer);
}

function kindOf(column: Column): string {
  return Object.prototype.toString.call(column).slice("[object ".length, -1);
}

function rounded(size: number): number {
  return Math.ceil(size / 8) * 8;
}
