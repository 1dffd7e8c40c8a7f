/** Which practices are hit worst: twelve practices with peaks by hand, over four replications. */
import { expect, test } from "vitest";
import type { Estate } from "../../src/estate/estate.js";
import { Replicates } from "../../src/experiment/replicates.js";
import { groupRows, practiceRows } from "../../src/experiment/rows.js";
import { areWorst } from "../../src/outcomes/worst-tenth.js";
import { estate, ledgerOf, type UnitOf } from "./estate-of-three.js";

const twelve: Estate = {
  ...estate, regions: [estate.regions[0]!], neighbourhoods: [{ code: "U1", name: "First", region: 0, practices: [...Array(12).keys()] }],
  practices: Array.from({ length: 12 }, (_, index) => ({ ...estate.practices[0]!, code: `P${index + 1}`, neighbourhood: 0, region: 0, patients: 1000 * (index + 1) })),
};

/** One replication, by practice: its largest backlog; null for one that loses nothing. */
const run = (...peaks: (number | null)[]): UnitOf[] => [{
  practices: peaks.map((_, index) => index), excess: peaks.map((peak) => (peak === null ? null : () => 0)), sums: { "peakBacklog all": peaks.map((peak) => peak ?? 0) },
}];

test("the chance of being among the worst tenth is the share of runs in which fewer than a tenth of the affected have a larger backlog", () => {
  const replicates = new Replicates(ledgerOf([
    // Twelve are affected: two are worst.
    run(9, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    // The same, and equal ones at the edge are all in.
    run(9, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    // Ten are: one is.
    run(2, 5, 3, 1, 1, 1, 1, 1, 1, 1, null, null),
    // Nobody falls behind, so nobody is hit worst.
    run(...new Array<number>(12).fill(0)),
  ], twelve), undefined);
  const rows = practiceRows(replicates).filter(({ id }) => id === "worstTenth");
  expect(rows.map(({ where, mean }) => [where, mean])).toEqual(twelve.practices.map(({ code }, index) => [code, [0.5, 0.75, 0.25][index] ?? 0]));
  expect(rows[0]).toMatchObject({ unit: "share of runs", against: "none", kind: "difference", replications: 4, defined: 4 });
  expect(groupRows(replicates).filter(({ id }) => id === "worstTenth")).toEqual([]);
});

test.each([
  [[], []], [[3], [true]], [[0], [false]], [[1, 2], [false, true]], [new Array<number>(10).fill(4), new Array<boolean>(10).fill(true)],
  [Array.from({ length: 21 }, (_, index) => index), Array.from({ length: 21 }, (_, index) => index >= 18)],
])("of backlogs %j the worst are %j", (peaks, worst) => expect(areWorst(peaks)).toEqual(worst));
