/** Objectives beside what is achieved, and days on which they are missed, from tallies made by hand. */
import { expect, test } from "vitest";
import { Ledger } from "../../src/experiment/ledger.js";
import type { Objectives } from "../../src/experiment/model.js";
import { objectiveFigures } from "../../src/experiment/objectives.js";
import { Replicates } from "../../src/experiment/replicates.js";
import { groupRows, practiceRows, type OutcomeRow } from "../../src/experiment/rows.js";
import type { Service } from "../../src/outcomes/continuity.js";
import { period } from "../outcomes/journal-builder.js";
import { estate, unitOf } from "./estate-of-three.js";

/** G1 is back to normal at once, G2 never; their services. */
const services: readonly Service[] = [{ least: 0.8, short: [] }, { least: 0.4, short: [3, 4] }];
const ledger = new Ledger(estate, period);
for (let replication = 0; replication < 2; replication++) {
  const unit = unitOf({ practices: [0, 1], excess: [() => 0, () => 600] });
  ledger.addReplication([{ ...unit, practices: unit.practices.map((tally, place) => ({ ...tally, service: services[place]! })) }]);
}
const objectives = { recoveryTime: 2, minimumService: 0.5 };
const rowsWith = (stated?: Objectives): OutcomeRow[] => {
  const replicates = new Replicates(ledger, stated);
  return [...groupRows(replicates), ...practiceRows(replicates)].filter(({ id }) => id === "continuityBreaches");
};

test("half and nine in ten, and who achieves it", () => {
  const [time, service] = objectiveFigures(new Replicates(ledger, objectives));
  expect(time).toMatchObject({ id: "recoveryTime", objective: 2, half: null, nineInTen: null, within: { mean: 50, low: 50, high: 50 } });
  // Median of 40 and 80; the tenth percentile from below.
  expect(service).toMatchObject({ id: "minimumService", objective: 50, half: 60, within: { mean: 50 } });
  expect(service!.nineInTen).toBeLessThan(service!.half!);
});

test("only what is stated is told, and without an objective no practice misses one", () => {
  expect(objectiveFigures(new Replicates(ledger, { recoveryTime: 2 })).map(({ id }) => id)).toEqual(["recoveryTime"]);
  expect(objectiveFigures(new Replicates(ledger, undefined))).toEqual([]);
  expect(rowsWith()).toEqual([]);
});

test("days on which an objective is missed, of the working days from the onset on", () => {
  const rows = rowsWith(objectives);
  const of = (where: string, part = "all"): number | null => rows.find((row) => row.where === where && row.part === part)!.mean;
  // 16 working days from Thursday 16 March to Thursday 6 April, of which 13 are late: from Tuesday on, two working days after the return of systems on Thursday at 18:30.
  const days = (count: number): number => (100 * count) / 16;
  expect(of("G2", "minimum service")).toBeCloseTo(days(2), 6);
  expect(of("G2", "recovery time")).toBeCloseTo(days(13), 6);
  expect(of("G2")).toBeCloseTo(days(15), 6);
  expect(of("G1")).toBe(0);
  // A day that misses both counts once.
  expect(rowsWith({ recoveryTime: 0, minimumService: 0.5 }).find(({ where, part }) => where === "G2" && part === "all")!.mean).toBeCloseTo(days(16), 6);
  // The mean of the two that are affected.
  expect(of("all")).toBeCloseTo(of("G2")! / 2, 6);
});
