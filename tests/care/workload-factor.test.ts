/** What the journalists called doubling, as a unit check of the arithmetic. */
import { expect, test } from "vitest";
import { outcomes } from "../../src/outcomes/index.js";
import { sumsOf } from "../../src/experiment/tally.js";
import { outageOf, placeOf, simulate, sufferedBy } from "./neighbourhoods.js";

function factorWith(paperMultiplier: number, entryShare: number): number {
  const place = placeOf({ patients: [6000], overrides: { response: { paperMultiplier, entryShare } } });
  const disruption = outageOf(place, 2);
  const sum = sumsOf(outcomes, { ...simulate(place, disruption), practices: [0], ...sufferedBy(place, disruption), period: place.period }).find(({ id }) => id === "workloadFactor")!;
  expect(sum.over![0]).toBeGreaterThan(0);
  return sum.values[0]! / sum.over![0]!;
}

test("P3: with paper multiplier 1 and entry equal to the drawn minutes the workload factor is exactly 2", () => {
  expect(factorWith(1, 1)).toBe(2);
});

test("with the default paper multiplier and entry share it is their sum", () => {
  // Sums of some hundred terms in double precision: relative error far below 1e-9.
  expect(factorWith(1.25, 0.5)).toBeCloseTo(1.75, 9);
});
