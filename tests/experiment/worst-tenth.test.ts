/** Which practices are hit worst: twelve practices with backlogs by hand, over four replications. */
import { expect, test } from "vitest";
import type { Estate } from "../../src/estate/estate.js";
import { Replicates } from "../../src/experiment/replicates.js";
import { groupRows, practiceRows } from "../../src/experiment/rows.js";
import { areWorst, carried } from "../../src/outcomes/worst-tenth.js";
import { estate, ledgerOf, type UnitOf } from "./estate-of-three.js";

const twelve: Estate = {
  ...estate, regions: [estate.regions[0]!], neighbourhoods: [{ code: "U1", name: "First", region: 0, practices: [...Array(12).keys()] }],
  practices: Array.from({ length: 12 }, (_, index) => ({ ...estate.practices[0]!, code: `P${index + 1}`, neighbourhood: 0, region: 0, patients: 1000 * (index + 1) })),
};

/** One replication, by practice: its backlog, on each of two days; null for one that loses nothing. A day of open work has 600 minutes. */
const run = (...backlogs: (number | null)[]): UnitOf[] => [{
  practices: backlogs.map((_, index) => index), excess: backlogs.map((backlog) => (backlog === null ? null : (day) => (day === 3 || day === 4 ? 600 * backlog : day === 6 ? -600 : 0))),
}];

test("the chance of being among the worst tenth is the share of runs in which fewer than a tenth of the affected carry a larger backlog", () => {
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

test("what a practice carries is added up over days, in practice-days, and a day with less open work than usual takes nothing off", () => {
  expect(carried(Float64Array.of(0, 300, 600, -900, 150), 600)).toBe(1.75);
  // Twice as large and twice as deep in minutes is the same for its size.
  expect(carried(Float64Array.of(600, 1200), 1200)).toBe(carried(Float64Array.of(300, 600), 600));
});

test.each([
  [[], []], [[3], [true]], [[0], [false]], [[1, 2], [false, true]], [new Array<number>(10).fill(4), new Array<boolean>(10).fill(true)],
  [Array.from({ length: 21 }, (_, index) => index), Array.from({ length: 21 }, (_, index) => index >= 18)],
])("of backlogs %j the worst are %j", (peaks, worst) => expect(areWorst(peaks)).toEqual(worst));
