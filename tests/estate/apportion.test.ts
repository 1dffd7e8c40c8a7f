import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion } from "../../src/estate/apportion.js";

test("the total is exact and no share further than 1 from its own", () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 60 }).filter((list) => list.some((weight) => weight > 1e-6));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), weights, (total, list) => {
      const shares = apportion(total, list);
      const sum = list.reduce((a, b) => a + b);
      expect(shares.reduce((a, b) => a + b)).toBe(total);
      // The last term is for rounding of the exact share itself.
      shares.forEach((share, index) => expect(Math.abs(share - (total * list[index]!) / sum)).toBeLessThan(1 + 1e-6));
    }),
  );
});

test("what has no weight gets nothing", () => {
  expect(apportion(175, [175, 0, 0])).toEqual([175, 0, 0]);
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
});
