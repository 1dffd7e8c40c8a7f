import { expect, test } from "vitest";
import { studentQuantile } from "../../src/statistics/student.js";

// References were computed with 40 digits from the incomplete beta function. Degrees odd and even, few and many; probabilities central and far out.
test.each([
  [0.6, 1, 0.3249196962329],
  [0.6, 2, 0.2886751345948],
  [0.6, 30, 0.2556053649519],
  [0.6, 999, 0.2534145833304],
  [0.9, 3, 1.637744353696],
  [0.9, 10, 1.37218364111],
  [0.9, 5000, 1.281720905336],
  [0.975, 1, 12.70620473617],
  [0.975, 2, 4.302652729749],
  [0.975, 3, 3.182446305284],
  [0.975, 4, 2.776445105198],
  [0.975, 9, 2.262157162798],
  [0.975, 29, 2.045229642133],
  [0.975, 30, 2.042272456301],
  [0.975, 39, 2.022690920037],
  [0.975, 120, 1.979930405082],
  [0.975, 5000, 1.960438551707],
  [0.995, 1, 63.65674116287],
  [0.995, 5, 4.032142983555],
  [0.995, 120, 2.617421145107],
  [0.99995, 1, 6366.197671317],
  [0.99995, 2, 99.99249984375],
  [0.99995, 9, 6.593682583945],
  [0.99995, 999, 3.906359561102],
])("t at p = %d with %d degrees of freedom", (p, degrees, reference) => {
  expect(Math.abs(studentQuantile(p, degrees) / reference - 1)).toBeLessThan(1e-9);
  expect(studentQuantile(1 - p, degrees)).toBeCloseTo(-studentQuantile(p, degrees), 6);
});

test("t in the middle and at the ends", () => {
  expect([studentQuantile(0.5, 7), studentQuantile(1, 7), studentQuantile(0, 7)]).toEqual([0, Infinity, -Infinity]);
});
