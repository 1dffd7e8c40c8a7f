/** The arms differ in what the outage does, and in nothing else. */
import { expect, test } from "vitest";
import type { Arms } from "../../src/care/neighbourhood.js";
import { outcomes } from "../../src/outcomes/index.js";
import { sumsOf } from "../../src/experiment/tally.js";
import { disruptionOf, outageOf, placeOf, simulate, sufferedBy } from "./neighbourhoods.js";

const place = placeOf();
const practices = place.estate.practices.map((_, index) => index);

function differences(arms: Arms, disruption: ReturnType<typeof outageOf>): { changed: string[]; ratios: number[] } {
  const sums = sumsOf(outcomes, { ...arms, practices, ...sufferedBy(place, disruption), period: place.period });
  const kindOf = new Map(outcomes.map(({ id, kind }) => [id, kind]));
  return {
    changed: sums.filter(({ id, values }) => kindOf.get(id) === "difference" && values.some((value) => value !== 0)).map(({ id, part }) => `${id} ${part}`),
    ratios: sums.filter(({ id, over }) => kindOf.get(id) === "ratio" && over !== null).flatMap(({ values, over }) => [...values].map((value, at) => (over![at] === 0 ? 1 : value / over![at]!))),
  };
}

test("systems that change without losing anything leave every difference at exactly 0 and every ratio at exactly 1", () => {
  const harmless = outageOf(place, 3, { level: 1 });
  const arms = simulate(place, harmless);
  expect(arms.outage.jobs.endedAt).toEqual(arms.none.jobs.endedAt);
  expect(arms.outage.worked).toEqual(arms.none.worked);
  const { changed, ratios } = differences(arms, harmless);
  expect(changed).toEqual([]);
  expect(ratios.every((ratio) => ratio === 1)).toBe(true);
  expect(ratios.length).toBeGreaterThan(0);
});

test("an outage of zero length at work's busiest minute leaves every difference at exactly 0", () => {
  const at = outageOf(place, 1).onset + 90;
  const none = disruptionOf(place, at, at);
  const histories = none.histories.map((history) => ({ ...history, capabilities: history.capabilities.map((steps) => ({ times: steps.times.slice(1), level: steps.level.slice(1), slowness: steps.slowness.slice(1) })) }));
  const arms = simulate(place, { ...none, histories });
  expect(differences(arms, { ...none, histories }).changed).toEqual([]);
});

test("a real outage changes what it must: the check above can fail", () => {
  const outage = outageOf(place, 2);
  const { changed, ratios } = differences(simulate(place, outage), outage);
  for (const id of ["netUndelivered", "consultationsWithoutRecords", "notesToTypeIn", "contactsNotConnected"]) expect(changed).toContain(`${id} all`);
  expect(ratios.some((ratio) => ratio !== 1)).toBe(true);
});

test("what happens to one practice leaves its neighbour as it was, where the network employs nobody whom they share", () => {
  const outage = outageOf(place, 5);
  const first = { ...outage, historyOf: [1, 0] };
  const arms = simulate(placeOf({ overrides: { care: { pcnStaff: 0, saturdayShare: 0, sundayShare: 0 } } }), first);
  const sums = sumsOf(outcomes, { ...arms, practices, ...sufferedBy(place, first), period: place.period });
  const differing = sums.filter(({ id, over, values }) => over === null && outcomes.find((outcome) => outcome.id === id)!.kind === "difference" && values[1] !== 0);
  expect(differing).toEqual([]);
  expect(sums.some(({ values }) => values[0] !== 0)).toBe(true);
});

test("the same seed and replication give the same run; another replication another one", () => {
  const outage = outageOf(place, 2);
  const once = simulate(place, outage), again = simulate(placeOf(), outage), other = simulate(placeOf({ replication: 1 }), outage);
  expect(again.outage.jobs.endedAt).toEqual(once.outage.jobs.endedAt);
  expect(other.demand.needs.count === once.demand.needs.count && other.demand.needs.arrivesAt.every((time, need) => time === once.demand.needs.arrivesAt[need])).toBe(false);
});

test("a practice draws the same demand whoever its neighbours are", () => {
  const alone = simulate(placeOf({ patients: [8000] }), outageOf(place, 1)).demand.needs;
  const together = simulate(place, outageOf(place, 1)).demand.needs;
  const end = together.firstOf[1]!;
  expect(together.arrivesAt.subarray(0, end)).toEqual(alone.arrivesAt);
  expect(together.key.subarray(0, end)).toEqual(alone.key);
});

