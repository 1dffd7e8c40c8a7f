/** Shares of practices and patients, hour by hour, from step functions made by hand. */
import { describe, expect, test } from "vitest";
import { Availabilities, type Availability } from "../../src/experiment/availability.js";
import { DAY, type Period } from "../../src/facts/days.js";
import { capabilities, undisturbed, type Capability, type Disruption, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { estate } from "./estate-of-three.js";

// Practices of 5,000, 10,000 and 5,000 patients in QA, and one of 20,000 in QB.
const twoDays: Period = { start: "2023-03-13", warmUpDays: 0, days: 2 };
const never: Steps = { times: [], level: [], slowness: [] };

function losing(steps: Partial<Record<Capability, Steps>>): History {
  return { capabilities: capabilities.map((capability) => steps[capability] ?? never), services: [] };
}

/** By practice: its history, or null. */
function disruptionOf(...practices: readonly (History | null)[]): Disruption {
  const histories = [undisturbed, ...new Set(practices.filter((history) => history !== null))];
  return { histories, historyOf: practices.map((history) => (history === null ? 0 : histories.indexOf(history))), onset: 0, restored: 0 };
}

function rowsOf(...replications: readonly Disruption[]): Availability[] {
  const availabilities = new Availabilities(estate, twoDays);
  replications.forEach((disruption) => availabilities.add(disruption));
  return availabilities.rows();
}

const rowOf = (rows: readonly Availability[], where: string, capability: Capability): Availability => rows.find((row) => row.where === where && row.capabilities.includes(capability))!;

const outage: Steps = { times: [600, 720], level: [0, 1], slowness: [1, 1] };

test("a share counts practices alike, and patients by their number", () => {
  const rows = rowsOf(disruptionOf(null, losing({ book: outage }), null, null));
  // One of three and one of four practices; 10,000 of 20,000 and of 40,000 patients. Two hours, and the one in which all are back.
  expect(rowOf(rows, "QA", "book")).toMatchObject({ from: 600, practices: { mean: [0.666666667, 0.666666667, 1] }, patients: { mean: [0.5, 0.5, 1] }, slowness: [1, 1, 1] });
  expect(rowOf(rows, "all", "book")).toMatchObject({ from: 600, practices: { mean: [0.75, 0.75, 1] }, patients: { mean: [0.75, 0.75, 1] } });
  // Nothing else is lost, and nothing in the other region.
  expect(rows.map(({ where, capabilities: those }) => [where, ...those])).toEqual([["all", "book"], ["QA", "book"]]);
});

test("an hour's value is its mean, so an outage of minutes shows: 12 of 60 minutes without it are a fifth", () => {
  const [row] = rowsOf(disruptionOf(null, null, null, losing({ telephone: { times: [615, 627], level: [0, 1], slowness: [1, 1] } }))).filter(({ where }) => where === "QB");
  expect(row).toMatchObject({ from: 600, practices: { mean: [0.8, 1] }, patients: { mean: [0.8, 1] } });
});

test("levels and slowness between are means, slowness over patients", () => {
  const rows = rowsOf(disruptionOf(losing({ refer: { times: [60, 120, 180], level: [0.4, 1, 1], slowness: [1, 1.2, 1] } }), null, null, null));
  const row = rowOf(rows, "QA", "refer");
  expect(row.practices.mean).toEqual([0.8, 1, 1]);
  expect(row.patients.mean).toEqual([0.85, 1, 1]);
  // 5,000 of 20,000 patients take a fifth longer.
  expect(row.slowness).toEqual([1, 1.05, 1]);
});

test("nothing at all and everything are exact, however many steps add up to them", () => {
  const [times, level]: [number[], number[]] = [[], []];
  for (let step = 0; step < 200; step++) {
    times.push(step * 7.3);
    level.push(step % 2 === 0 ? step / 200 : 1 - step / 200);
  }
  const flicker = { times: [...times, 1500, 1560], level: [...level, 0, 1], slowness: [...times.map(() => 1), 1, 1] };
  const row = rowOf(rowsOf(disruptionOf(...[0, 1, 2, 3].map(() => losing({ book: flicker })))), "all", "book");
  expect(row.practices.mean[25]).toBe(0);
  expect(row.practices.mean.at(-1)).toBe(1);
});

test("what does not come back stays away to the horizon, and what comes later is not looked at", () => {
  const row = rowOf(rowsOf(disruptionOf(losing({ book: { times: [2 * DAY - 120, 2 * DAY + 60], level: [0, 1], slowness: [1, 1] } }), null, null, null)), "all", "book");
  expect(row.practices.mean).toEqual([0.75, 0.75]);
});

test("capabilities that fare alike in every replication stand together, others apart", () => {
  const both = losing({ book: outage, refer: outage });
  const one = losing({ book: outage, refer: { times: [600, 660], level: [0, 1], slowness: [1, 1] } });
  expect(rowsOf(disruptionOf(both, null, null, null)).map((row) => row.capabilities)).toEqual([["book", "refer"], ["book", "refer"]]);
  expect(rowsOf(disruptionOf(both, null, null, null), disruptionOf(one, null, null, null)).map((row) => row.capabilities)).toEqual([["book"], ["refer"], ["book"], ["refer"]]);
});

describe("over replications", () => {
  // In replication r practice QB, half of all patients and a quarter of all practices, is without it for r hours: of 0, 1, 2, 3 and 4.
  const rows = rowsOf(...[0, 1, 2, 3, 4].map((hours) => disruptionOf(null, null, null, hours === 0 ? null : losing({ book: { times: [600, 600 + hours * 60], level: [0, 1], slowness: [1, 1] } }))));
  const row = rowOf(rows, "all", "book");

  test("the mean is over all of them, those included in which nothing happens", () => {
    // Lost in 4, 3, 2 and 1 of 5 replications.
    expect(row.practices.mean).toEqual([0.8, 0.85, 0.9, 0.95, 1]);
    expect(row.patients.mean).toEqual([0.6, 0.7, 0.8, 0.9, 1]);
  });

  test("low and high are the 5th and 95th percentile, linear between order statistics", () => {
    // Sorted in the first hour: four times 0.75, and 1: the 95th percentile lies at 3.8 of 4. In the fourth: 0.75 and four times 1: the 5th at 0.2.
    expect(row.practices.low).toEqual([0.75, 0.75, 0.75, 0.8, 1]);
    expect(row.practices.high).toEqual([0.95, 1, 1, 1, 1]);
  });
});

test("nothing lost has no rows", () => {
  expect(rowsOf(disruptionOf(null, null, null, null))).toEqual([]);
});

test("a sample's figures stand for the whole", () => {
  const availabilities = new Availabilities({ ...estate, sample: { taken: 3, of: 6, weights: [1, 1, 4] } }, twoDays);
  availabilities.add(disruptionOf(null, null, null, losing({ book: outage })));
  // The practice of the third neighbourhood counts as four: four of seven practices, 80,000 of 100,000 patients.
  expect(rowOf(availabilities.rows(), "all", "book")).toMatchObject({ practices: { mean: [0.428571429, 0.428571429, 1] }, patients: { mean: [0.2, 0.2, 1] } });
});
