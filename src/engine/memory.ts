/**
 * Memory for states that are simulated one after the other: what one has used the next begins with, cleared. Fresh columns of many megabytes cost more than the
 * simulation's own look-ups: the system finds and clears each page anew, and the engine that runs this looks through all else for garbage each time that so much was asked for.
 */
import type { Column } from "./column.js";

export interface Memory {
  bytes: ArrayBuffer;
  /** Bytes handed out since they were last taken back, those among them for which there was no room. */
  asked: number;
}

type Kind<C extends Column> = { new (length: number): C; new (buffer: ArrayBuffer, from: number, length: number): C; readonly BYTES_PER_ELEMENT: number };

/** Every column begins where any kind may. */
const ALIGNMENT = 8;

export function createMemory(): Memory {
  return { bytes: new ArrayBuffer(0), asked: 0 };
}

/** Takes all columns back, which must not be used any more; and makes room for as much as was asked for since the last time. */
export function takeBack(memory: Memory): void {
  if (memory.asked > memory.bytes.byteLength) memory.bytes = new ArrayBuffer(memory.asked);
  memory.asked = 0;
}

/** A column of `length`, filled with `value`: of this memory where it has room, else of its own. */
export function columnIn<C extends Column>(memory: Memory, kind: Kind<C>, length: number, value = 0): C {
  return rowsIn(memory, kind, length).fill(value) as C;
}

/** As `columnIn`, for rows that are written before they are read: what stands in them means nothing. */
export function rowsIn<C extends Column>(memory: Memory, kind: Kind<C>, length: number): C {
  const from = memory.asked;
  memory.asked += Math.ceil((length * kind.BYTES_PER_ELEMENT) / ALIGNMENT) * ALIGNMENT;
  return memory.asked > memory.bytes.byteLength ? new kind(length) : new kind(memory.bytes, from, length);
}
