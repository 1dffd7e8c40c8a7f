import fc from "fast-check";
import { expect, test } from "vitest";
import { sorted } from "../../src/demand/sorted.js";

test("whole numbers of 24 bits come out in order, and what stands behind the first so many is left aside", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 24 - 1), { maxLength: 300 }), fc.nat(20), (numbers, more) => {
      const given = Int32Array.from([...numbers, ...Array<number>(more).fill(0)]);
      expect([...sorted(given, new Int32Array(given.length), numbers.length).subarray(0, numbers.length)]).toEqual([...numbers].sort((a, b) => a - b));
    }),
    { seed: 20230313, numRuns: 200 },
  );
});
