/** Nothing is lost, nothing appears from nowhere, and nobody is in two places: whatever fails, whatever people do. Practices of up to 2,500 patients. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { simulateNeighbourhood } from "../../src/care/neighbourhood.js";
import { happenings } from "./anything.js";
import { breachesOf } from "./breaches.js";

test("every need, booking, job, item, prescription and note of both arms is in one state, and the times agree", () => {
  fc.assert(
    fc.property(happenings([500, 500, 1200, 2500]), (happening) => {
      expect(breachesOf(happening, simulateNeighbourhood(happening.place, happening.histories, happening.policies))).toEqual([]);
    }),
    { seed: 20230316, numRuns: 150 },
  );
});
