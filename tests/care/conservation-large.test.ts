/** Nothing is lost, nothing appears from nowhere, and nobody is in two places: whatever fails, whatever people do. Practices of up to 12,000 patients. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { simulateNeighbourhood } from "../../src/care/neighbourhood.js";
import { happenings } from "./anything.js";
import { breachesOf } from "./breaches.js";

test("every need, booking, job, item, prescription and note of both arms is in one state, and the times agree", () => {
  fc.assert(
    fc.property(happenings([2500, 6000, 12000]), (happening) => {
      expect(breachesOf(happening, simulateNeighbourhood(happening.place, happening.histories, happening.policies))).toEqual([]);
    }),
    { seed: 20240719, numRuns: 50 },
  );
});
