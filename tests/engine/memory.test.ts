import { expect, test } from "vitest";
import { columnIn, createMemory, takeBack } from "../../src/engine/memory.js";

test("what was taken back is handed out again, cleared, in the same place", () => {
  const memory = createMemory();
  // The first time there is no room yet.
  columnIn(memory, Float64Array, 5);
  columnIn(memory, Uint8Array, 3, 7);
  takeBack(memory);
  const [first, second] = [columnIn(memory, Float64Array, 5), columnIn(memory, Uint8Array, 3, 7)];
  expect([first.buffer === memory.bytes, second.buffer === memory.bytes]).toEqual([true, true]);
  first.fill(1);
  second.fill(1);
  takeBack(memory);
  const [again, filled] = [columnIn(memory, Float64Array, 5, NaN), columnIn(memory, Uint8Array, 3)];
  expect([again, filled]).toEqual([new Float64Array(5).fill(NaN), new Uint8Array(3)]);
  expect([again.byteOffset, again.buffer]).toEqual([first.byteOffset, first.buffer]);
});

test("columns never overlap, of whatever kind and length, also where there is no room for all", () => {
  const memory = createMemory();
  for (let round = 0; round < 3; round++) {
    const columns = [3, 1, 0, 17, 2].flatMap((length, i) => [columnIn(memory, Uint8Array, length + round, i), columnIn(memory, Uint16Array, length, i), columnIn(memory, Float64Array, length, i)]);
    columns.forEach((column, i) => column.fill(i));
    columns.forEach((column, i) => expect(column.every((value) => value === i)).toBe(true));
    takeBack(memory);
  }
});
