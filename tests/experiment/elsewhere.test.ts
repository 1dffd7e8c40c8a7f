/** From what neighbourhoods hand over to rows of regions. */
import { expect, test } from "vitest";
import { eventKinds } from "../../src/care/care.js";
import { noPolicies } from "../../src/care/policies.js";
import { TO_111, TO_PHARMACY, TO_URGENT_CARE } from "../../src/care/journal.js";
import { pharmacySystemsOf } from "../../src/experiment/pharmacy-systems.js";
import { placesOf } from "../../src/experiment/places.js";
import type { Model } from "../../src/experiment/model.js";
import { Replicates } from "../../src/experiment/replicates.js";
import { replicationOf } from "../../src/experiment/replication.js";
import { groupRows, practiceRows, type OutcomeRow } from "../../src/experiment/rows.js";
import { Ledger } from "../../src/experiment/ledger.js";
import type { Estate } from "../../src/estate/estate.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { undisturbed, type Disruption } from "../../src/infrastructure/disruption.js";
import { at, disruptionOf, ONSET, period, RESTORED } from "../outcomes/journal-builder.js";
import { handOverBy } from "../overflow/region.js";
import { simulateBy } from "./by-hand.js";
import { estate, unitOf } from "./estate-of-three.js";

const hit = [ONSET, RESTORED] as const;
/** G1, and so its neighbourhood; G3 as well, and so both neighbourhoods of region A. */
const first = disruptionOf([hit, null, null, null]);
const both = disruptionOf([hit, null, hit, null]);
/** In the outage two patients more for NHS 111 on the day after the onset, one for urgent care, three for pharmacies. */
const handOver = {
  none: handOverBy([[TO_111, at(4, 9)]], [], period),
  outage: handOverBy([[TO_111, at(4, 9)], [TO_111, at(4, 10)], [TO_111, at(4, 11)], [TO_URGENT_CARE, at(4, 12)], ...[9, 10, 11].map((hour) => [TO_PHARMACY, at(5, hour)] as const)], [], period),
};

async function rowsOf(disruption: Disruption, { of = estate, turns = () => 0 }: { of?: Estate; turns?: (neighbourhood: number) => number } = {}): Promise<{ rows: OutcomeRow[]; row(id: string, part: string, where: string, arm?: string): OutcomeRow }> {
  const model = { seed: "1", estate: of, period, parameters: parametersWith(), policies: noPolicies } as Model;
  const ledger = new Ledger(of, period);
  const { page } = await replicationOf(model, ledger.places, 0, disruption).simulate(simulateBy(model, async ({ neighbourhood }) => {
    for (let turn = turns(neighbourhood); turn > 0; turn--) await Promise.resolve();
    return { tally: unitOf(of.neighbourhoods[neighbourhood]!), handOver, events: new Uint32Array(eventKinds.length) };
  }));
  ledger.add(page);
  const replicates = new Replicates(ledger, undefined);
  const rows = [...groupRows(replicates), ...practiceRows(replicates)];
  return { rows, row: (id, part, where, arm = "outage") => rows.find((row) => row.id === id && row.part === part && row.where === where && row.arm === arm)! };
}

test("patients are counted where their region's services are, and nowhere below it", async () => {
  const { rows, row } = await rowsOf(both);
  const parts = ["all", "service:111", "service:urgent care", "service:pharmacy"];
  for (const where of ["all", "QA"]) expect(parts.map((part) => row("contactsElsewhere", part, where).mean)).toEqual([12, 4, 2, 6]);
  expect(parts.map((part) => row("contactsElsewhere", part, "QB").mean)).toEqual([0, 0, 0, 0]);
  expect([row("contactsElsewhere", "day:2023-03-17", "QA").mean, row("contactsElsewhere", "day:2023-03-18", "QA").mean]).toEqual([6, 6]);
  const regional = rows.filter(({ id, part }) => id.endsWith("Elsewhere") || part === "at pharmacies");
  expect(new Set(regional.map(({ where }) => where))).toEqual(new Set(["all", "QA", "QB"]));
});

test("a region that nothing reaches is not simulated: differences are exactly 0, waits are not defined", async () => {
  const { row } = await rowsOf(first);
  for (const id of ["contactsElsewhere", "abandonedElsewhere", "backlogElsewhere", "recoveryElsewhere"]) expect(row(id, "all", "QB")).toMatchObject({ mean: 0, low: null });
  expect(row("waitsElsewhere", "all", "QB")).toMatchObject({ mean: null, defined: 0 });
  expect(row("waitsElsewhere", "all", "QA", "none").mean).toBeGreaterThanOrEqual(0);
  const nothing = await rowsOf(disruptionOf([null, null, null, null]));
  expect(nothing.rows.filter(({ id, mean }) => id.endsWith("Elsewhere") && mean !== 0 && mean !== null)).toEqual([]);
});

test("the order in which neighbourhoods are finished changes nothing", async () => {
  const [one, other] = [await rowsOf(both), await rowsOf(both, { turns: (neighbourhood) => 20 - 10 * neighbourhood })];
  expect(other.rows).toEqual(one.rows);
});

test("in a sample a patient stands for as many as the neighbourhood does", async () => {
  const sampled = { ...estate, sample: { taken: 3, of: 9, weights: [2, 5, 2] } };
  const { row } = await rowsOf(both, { of: sampled });
  expect(row("contactsElsewhere", "service:111", "QA").mean).toBe(2 * 2 + 2 * 5);
  expect(row("contactsElsewhere", "service:pharmacy", "QA").mean).toBe(3 * 2 + 3 * 5);
});

/** All pharmacies of G4's patients, and so of region B, go down on the day of the onset at 08:30 and come back at 12:00 on the next. */
const pharmaciesDown: Disruption = {
  ...first, historyOf: [1, 0, 0, 2],
  histories: [...first.histories, { ...undisturbed, services: [{ component: "pharmacy-systems", label: "Pharmacies", steps: { times: [at(3, 8.5), at(4, 12)], level: [0.4, 1], slowness: [1, 1] } }] }],
};

test("pharmacies share out a region's patients as its practices do, and their systems are means over each hour", () => {
  const systems = pharmacySystemsOf({ estate, period }, placesOf(estate), 1, pharmaciesDown)!;
  expect([7, 8, 9].map((hour) => systems[3 * 24 + hour]!)).toEqual([1, 0.7, expect.closeTo(0.4, 12)]);
  expect([11, 12].map((hour) => systems[4 * 24 + hour]!)).toEqual([expect.closeTo(0.4, 12), 1]);
  expect(pharmacySystemsOf({ estate, period }, placesOf(estate), 0, pharmaciesDown)).toBeUndefined();
  // G3 has a quarter of A's patients.
  const quarter = pharmacySystemsOf({ estate, period }, placesOf(estate), 0, { ...pharmaciesDown, historyOf: [0, 0, 2, 0] })!;
  expect(quarter[3 * 24 + 9]).toBeCloseTo(1 - 0.25 * 0.6, 12);
});

test("where pharmacies alone fail their region's prescriptions wait, though no practice there is touched", async () => {
  const { row } = await rowsOf(pharmaciesDown);
  expect(row("prescriptionDelay", "at pharmacies", "QB").mean).toBeGreaterThan(1000);
  expect(row("backlogElsewhere", "service:pharmacy", "QB").mean).toBeGreaterThan(0.3);
  // The mean over the patients of both regions, half of whom are B's.
  expect(row("backlogElsewhere", "service:pharmacy", "all").mean).toBeGreaterThan(0.15);
  expect(row("contactsElsewhere", "all", "QB").mean).toBe(0);
});

test("what is cut at the horizon counts as the horizon in the mean and as infinite in quantiles, and is counted", async () => {
  const services = [{ component: "pharmacy-systems", label: "Pharmacies", steps: { times: [at(3, 8.5)], level: [0.4], slowness: [1] } }];
  const { row } = await rowsOf({ ...pharmaciesDown, histories: pharmaciesDown.histories.map((history, index) => (index === 2 ? { ...history, services } : history)) });
  const horizon = (28 * 1440 - ONSET) / 1440;
  expect(row("recoveryElsewhere", "service:pharmacy", "QB")).toMatchObject({ mean: expect.closeTo(horizon, 6), p50: null, p95: null, defined: 1, censored: 1 });
  // Region A has half of the patients, and is back to normal.
  const own = row("recoveryElsewhere", "service:pharmacy", "QA");
  expect(own.censored).toBe(0);
  expect(row("recoveryElsewhere", "service:pharmacy", "all")).toMatchObject({ mean: expect.closeTo((own.mean! + horizon) / 2, 6), p50: null, censored: 1 });
  expect(row("backlogElsewhere", "service:pharmacy", "QB").censored).toBe(0);
});
