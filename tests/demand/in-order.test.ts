import { expect, test } from "vitest";
import { drawDemand } from "../../src/demand/draw.js";
import { inOrder } from "../../src/demand/in-order.js";
import { placeOf } from "../care/neighbourhoods.js";

test("every need and item from the first simulated day on stands in it once, at its own time, and times never go back", () => {
  const { needs, items } = drawDemand(placeOf({ patients: [3000, 900, 5000] }));
  const { times, what } = inOrder({ needs, items });
  const simulated = [...needs.arrivesAt.keys()].filter((need) => needs.arrivesAt[need]! >= 0);
  expect([...what].sort((a, b) => a - b)).toEqual([...[...items.arrivesAt.keys()].map((item) => -1 - item).reverse(), ...simulated]);
  what.forEach((which, row) => expect(times[row]).toBe(which >= 0 ? needs.arrivesAt[which] : items.arrivesAt[-1 - which]));
  for (let row = 1; row < times.length; row++) expect(times[row]!).toBeGreaterThanOrEqual(times[row - 1]!);
  expect([times.length, times.at(-1)]).toEqual([what.length + 1, Infinity]);
  expect(simulated.length).toBeLessThan(needs.count);
});
