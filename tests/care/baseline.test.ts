import { expect, test } from "vitest";
import { balances, overloaded, utilisations } from "../../src/care/baseline.js";
import { workloadOf } from "../../src/care/workload.js";
import { generateEstate } from "../../src/estate/generate.js";
import { sampleEstate } from "../../src/estate/sample.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { englishIcbs } from "../../src/facts/icbs.js";
import { placeOf } from "./neighbourhoods.js";

test("every ICB of England has staff for its baseline", () => {
  const parameters = parametersWith();
  const estate = generateEstate({ region: englishIcbs }, parameters, "baseline");
  expect(estate.regions).toHaveLength(42);
  expect(overloaded(estate, parameters, "baseline")).toEqual([]);
});

test("a practice without difference between practices needs what the arithmetic on paper says", () => {
  // Kent and Medway, 10,000 patients: (10.4 + 4.2 + 8.9) x 19.6 / 23.3 = 19.768 clinical needs per 1,000 and day, 197.68 in all; GPs are 4.587 of
  // 4.587 + 2.659 + 3.258 + 2.5 = 13.004 full-time equivalents, 0.3527 / 0.425 = 0.830 of the national share.
  const place = placeOf({ patients: [10_000], overrides: {
    demand: { practiceSd: 0, sameDayRate: 10.4, bookableRate: 4.2, plannedRate: 8.9, gpShareSameDay: 0.62 }, care: { saturdayShare: 0.0436, sundayShare: 0.0029 },
  } });
  const { sameDay, ahead, atWeekends, required } = workloadOf(place.estate, place.estate.practices[0]!, place.parameters, "paper");
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  expect(sum([...sameDay, ...ahead, ...atWeekends])).toBeCloseTo(197.68, 1);
  // A weekend has 0.0436 + 0.0029 of what a mean weekday has, and with it a week 5.0465 times as much.
  expect(sum(atWeekends)).toBeCloseTo((197.68 * 0.0465) / 5.0465, 2);
  expect(sameDay[0]! / sum(sameDay)).toBeCloseTo(0.62 * 0.83, 2);
  // Letters 105 x 2 minutes, 30% of 265 repeat requests x 0.8 minutes, 70% of 5 reports x 12 minutes.
  expect(required[4]).toBeCloseTo(210 + 63.6 + 42, 6);
});

test("twice the need is refused for those whom it overloads, and only for them", () => {
  const place = placeOf({ overrides: { demand: { sameDayRate: 25, bookableRate: 10 } } });
  const found = overloaded(place.estate, place.parameters, "x").map(({ role }) => role);
  expect(found).toContain("gp");
  expect(found).not.toContain("admin");
  expect(utilisations(place.estate, place.parameters, "x")).toHaveLength(5);
});

test("a sample of England has staff for its baseline, wherever its few neighbourhoods lie", () => {
  const parameters = parametersWith();
  const estate = generateEstate({ region: englishIcbs }, parameters, "sample");
  for (const seed of ["a", "b", "c"]) expect(overloaded(sampleEstate(estate, 40, seed), parameters, seed)).toEqual([]);
});

test("hours by role add up: what is rostered, and what the check before a run calls required", () => {
  const place = placeOf();
  const found = balances(place.estate, place.parameters, "x");
  expect(found.map(({ role }) => role)).toEqual(["gp", "nurse", "other", "reception", "admin"]);
  for (const { role, appointments, contacts, tasks, slack, breaks, rostered } of found) {
    expect(appointments + contacts + tasks + slack + breaks).toBeCloseTo(rostered, 9);
    const { required } = utilisations(place.estate, place.parameters, "x").find((row) => row.role === role)!;
    expect(appointments + contacts + tasks).toBeCloseTo(required, 9);
    expect(slack).toBeCloseTo(0.1 * rostered, 9);
    expect(breaks).toBeGreaterThan(0);
    expect(contacts > 0).toBe(role === "reception");
    expect(appointments > 0).toBe(["gp", "nurse", "other"].includes(role));
  }
});

test("slack that does not fit into what work leaves shows as less than no breaks", () => {
  const place = placeOf({ overrides: { care: { slackGp: 0.5, slackNurse: 0.01 } } });
  const [gp, nurse] = balances(place.estate, place.parameters, "x");
  expect(gp!.breaks).toBeLessThan(0);
  expect(nurse!.breaks).toBeGreaterThan(0);
});
