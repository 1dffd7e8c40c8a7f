/** Pharmacies hour by hour, against figures worked out by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parametersWith } from "../../src/facts/defaults.js";
import { capacityFor, dispense } from "../../src/overflow/pharmacies.js";
import { threeWeeks } from "./region.js";

const parameters = parametersWith({ overflow: { paperItemFactor: 2, visitItems: 4, shortShare: 0.1, deliveryMinutes: 180, pharmacyMargin: 0.5, pharmacyHours: [540, 1140] } });
const hours = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const none = (length: number): Float64Array => new Float64Array(length);
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

test("prescriptions that cannot be pulled wait until the pharmacy's systems are back, and are then worked off with what capacity is left", () => {
  const load = { sent: hours(10, 10, 10, 10, 0, 0, 0, 0, 0, 0), written: none(10), visits: none(10) };
  const { waiting, dispensed } = dispense(load, none(10).fill(15), hours(1, 0, 0, 1, 1, 1, 1, 1, 1, 1), parametersWith({ overflow: { shortShare: 0 } }));
  expect([...dispensed.slice(0, 6)]).toEqual([10, 0, 0, 15, 15, 0]);
  expect([...waiting.slice(0, 6)]).toEqual([0, 10, 20, 15, 0, 0]);
});

test("with half of pharmacies down half of what is sent waits, and those that are back take theirs with them", () => {
  const load = { sent: hours(8, 8, 8, 0), written: none(4), visits: none(4) };
  const { waiting } = dispense(load, none(4).fill(100), hours(0.5, 0.5, 0.75, 1), parametersWith({ overflow: { shortShare: 0 } }));
  // Four and four wait; half of these go when half of those that are down are back, and a quarter of the new ones stay.
  expect([...waiting]).toEqual([4, 8, 4 + 2, 0]);
});

test("what is on paper needs no system and more work", () => {
  const load = { sent: none(3), written: hours(10, 0, 0), visits: none(3) };
  const { dispensed } = dispense(load, none(3).fill(12), none(3), parametersWith({ overflow: { paperItemFactor: 2, shortShare: 0 } }));
  expect([...dispensed]).toEqual([6, 4, 0]);
  // A visit takes the work of four items from the same people.
  const visited = dispense({ ...load, visits: hours(1, 0, 0) }, none(3).fill(12), none(3), parametersWith({ overflow: { paperItemFactor: 2, visitItems: 4, shortShare: 0 } }));
  expect([...visited.dispensed]).toEqual([5, 5, 0]);
});

test("what was not ordered is not delivered: a share of items is short from a delivery after the loss to a delivery after the return", () => {
  const load = { sent: none(9), written: none(9).fill(10), visits: none(9) };
  const { waiting, dispensed } = dispense(load, none(9).fill(100), hours(1, 0, 0, 1, 1, 1, 1, 1, 1), parameters);
  // Deliveries take three hours, so those of hours 4 and 5 do not come.
  expect([...dispensed]).toEqual([10, 10, 10, 10, 9, 9, 12, 10, 10]);
  expect([...waiting]).toEqual([0, 0, 0, 0, 1, 2, 0, 0, 0]);
});

test("capacity is a share above what comes on a mean working day, at the hours at which pharmacies are open, less at weekends", () => {
  const sent = none(21 * 24);
  // 200 a day on fifteen working days of Monday to Friday.
  for (let day = 0; day < 21; day++) if (day % 7 < 5) sent[day * 24 + 10] = 200;
  const capacity = capacityFor({ sent, written: none(21 * 24), visits: none(21 * 24) }, threeWeeks, parameters);
  const daily = (day: number): number => sum(capacity.subarray(day * 24, (day + 1) * 24));
  expect(daily(0)).toBeCloseTo(300, 9);
  expect(daily(5)).toBeCloseTo(150, 9);
  expect(daily(6)).toBeCloseTo(30, 9);
  expect([...capacity.subarray(0, 24)].map((items) => Math.round(items))).toEqual([...Array<number>(9).fill(0), ...Array<number>(10).fill(30), 0, 0, 0, 0, 0]);
});

describe("whatever comes and fails", () => {
  const flow = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 30, maxLength: 30 }).map((values) => Float64Array.from(values));
  const level = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.8, 1), { minLength: 30, maxLength: 30 }).map((values) => Float64Array.from(values));

  test("every item that is issued is dispensed or waits, and nothing is less than nothing", () => {
    fc.assert(fc.property(flow, flow, flow, level, flow, (sent, written, visits, systems, capacity) => {
      const { issued, dispensed, waiting } = dispense({ sent, written, visits }, capacity, systems, parameters);
      // Sums of some thousand items, each to fifteen figures.
      expect(sum(issued)).toBeCloseTo(sum(dispensed) + waiting.at(-1)!, 6);
      for (const values of [dispensed, waiting]) for (const value of values) expect(value).toBeGreaterThan(-1e-9);
    }), { seed: 20240719, numRuns: 300 });
  });

  test("more that comes, and systems that fail, let no fewer items wait at any hour", () => {
    fc.assert(fc.property(flow, flow, level, flow, (sent, more, systems, capacity) => {
      const usual = { sent, written: none(30), visits: none(30) };
      const [least, most] = [dispense(usual, capacity, none(30).fill(1), parameters), dispense({ ...usual, sent: sent.map((items, hour) => items + more[hour]!) }, capacity, none(30).fill(1), parameters)];
      const failing = dispense(usual, capacity, systems, parameters);
      for (let hour = 0; hour < 30; hour++) {
        expect(most.waiting[hour]!).toBeGreaterThanOrEqual(least.waiting[hour]! - 1e-9);
        expect(failing.waiting[hour]!).toBeGreaterThanOrEqual(least.waiting[hour]! - 1e-9);
      }
    }), { seed: 20240719, numRuns: 300 });
  });
});
