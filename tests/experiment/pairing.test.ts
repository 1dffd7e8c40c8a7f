import { expect, test } from "vitest";
import { pairingOf } from "../../src/experiment/pairing.js";
import { ledgerOf } from "./estate-of-three.js";

/** By replication: hours worked without the outage and with it, in practice G3. */
const hours = (...pairs: readonly (readonly [number, number])[]) =>
  pairingOf(ledgerOf(pairs.map(([none, outage]) => [{ practices: [2], sums: { "extraWorkHours multiple": [[outage], [none]] } }]))).find(({ measure }) => measure === "staffHours")!;

test("the variance of independent arms over that of the paired difference, and the correlation", () => {
  // Without 100, 110, 120: variance 100. With 111, 120, 132: 111. Differences 11, 10, 12: 1. So 211 times, and (100 + 111 - 1) / 2 / sqrt(11100).
  const { correlation, factor } = hours([100, 111], [110, 120], [120, 132]);
  expect(factor).toBeCloseTo(211, 6);
  expect(correlation).toBeCloseTo(105 / Math.sqrt(11_100), 5);
});

test("nothing is said where a pair always differs by the same, where an arm does not vary, or of two replications", () => {
  for (const pairs of [[[100, 101], [110, 111], [120, 121]], [[100, 101], [100, 107], [100, 103]], [[100, 111], [110, 120]]] as const) {
    expect(hours(...pairs)).toEqual({ measure: "staffHours", unit: "staff hours", correlation: null, factor: null });
  }
});
