/** A hub's appointments, shared out before anything happens. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { quotasOf } from "../../src/estate/hub.js";

const rowOf = (quotas: Uint16Array, place: number, days: number): number[] => [...quotas.subarray(place * days, (place + 1) * days)];

test("by hand: three appointments a day for lists of one and two, then of unlike ones with what is owed carried over", () => {
  const even = quotasOf(3, [1000, 2000], 2, () => true);
  expect([rowOf(even, 0, 2), rowOf(even, 1, 2)]).toEqual([[1, 1], [2, 2]]);
  // A half each: whoever had none yesterday has it today.
  const half = quotasOf(1, [5000, 5000], 4, () => true);
  expect([rowOf(half, 0, 4), rowOf(half, 1, 4)]).toEqual([[1, 0, 1, 0], [0, 1, 0, 1]]);
});

test("every open day's quotas add up to the hub's appointments, and over time nobody is further than two from the exact share", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (patients, appointments) => {
    const days = 14;
    const isOpen = (day: number): boolean => day % 7 < 5;
    const quotas = quotasOf(appointments, patients, days, isOpen);
    const all = patients.reduce((sum, own) => sum + own, 0);
    const given = patients.map(() => 0);
    for (let day = 0, open = 0; day < days; day++) {
      const today = patients.map((_, place) => quotas[place * days + day]!);
      expect(today.reduce((sum, own) => sum + own, 0)).toBe(isOpen(day) ? appointments : 0);
      open += Number(isOpen(day));
      today.forEach((own, place) => {
        given[place]! += own;
        expect(Math.abs(given[place]! - (open * appointments * patients[place]!) / all)).toBeLessThan(2);
      });
    }
  }), { seed: 7, numRuns: 200 });
});
