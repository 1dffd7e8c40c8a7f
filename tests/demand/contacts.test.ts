/** Own calls and online requests: what is expected of a practice comes to what is published of it, and nothing else moves. */
import { describe, expect, test } from "vitest";
import { BOOKABLE, DESK, INFORMATION, ONLINE, PLANNED, QUERY, SAME_DAY, TELEPHONE } from "../../src/demand/demand.js";
import { drawDemand } from "../../src/demand/draw.js";
import { kindsBy, ratesOf, type Rates } from "../../src/demand/rates.js";
import type { WrittenPractice } from "../../src/estate/written.js";
import { writtenEstate } from "../../src/estate/written.js";
import { DAY, firstDay, weekdayOf } from "../../src/facts/days.js";
import { parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { placeOf } from "../care/neighbourhoods.js";

/** A practice of 1,000 in a region with the nation's rates, so that counts are rates. */
function ratesWith(own: Partial<WrittenPractice>, region: { readonly appointmentRate?: number; readonly callRate?: number; readonly onlineRate?: number } = {}, overrides: Overrides = {}): Rates {
  const parameters = parametersWith(overrides);
  const estate = writtenEstate({ regions: [{ code: "R", appointmentRate: 23.3, ...region }], practices: [{ code: "P", patients: 1000, ...own }] }, parameters);
  return ratesOf(estate, estate.practices[0]!, parameters, "contacts");
}

const calls = (rates: Rates): number => kindsBy(rates, TELEPHONE).total;
const online = (rates: Rates): number => kindsBy(rates, ONLINE).total;
const alike = { demand: { practiceSd: 0, onlineByPractice: Array.from({ length: 21 }, () => 1) } };
const national = ratesWith({}, {}, alike);

describe("what a practice has of its own", () => {
  test("where every practice is alike, the needs are those of the nation's rate: 6.75 online requests, and calls that become 27.3 with redials", () => {
    // The channels are fitted within the 5% that calibration asks for.
    expect(Math.abs(online(national) / 6.75 - 1)).toBeLessThan(0.05);
    expect(27.3 / calls(national)).toBeGreaterThan(1.05);
    expect(27.3 / calls(national)).toBeLessThan(1.3);
  });

  test.each([[15, 2], [27.3, 6.75], [41, 0], [60, 12], [30, 18]])("%d calls and %d online requests stand to the nation's as published", (callRate, onlineRate) => {
    const rates = ratesWith({ callRate, onlineRate }, {}, alike);
    expect(calls(rates) / calls(national)).toBeCloseTo(callRate / 27.3, 9);
    expect(online(rates) / online(national)).toBeCloseTo(onlineRate / 6.75, 9);
    expect(rates.effect).toBe(1);
    // Appointments are those of the region.
    for (const kind of [SAME_DAY, BOOKABLE, PLANNED]) expect(rates.needs[kind]).toBeCloseTo(national.needs[kind]!, 9);
    rates.needs.forEach((need, kind) => kind !== PLANNED && expect(rates.byChannel[kind]!.reduce((sum, count) => sum + count, 0)).toBeCloseTo(need, 9));
  });

  test("so few calls that not even clinical needs fit in: they come to the desk", () => {
    const rates = ratesWith({ callRate: 5, onlineRate: 1 }, {}, alike);
    expect(calls(rates) / calls(national)).toBeCloseTo(5 / 27.3, 9);
    expect(rates.byChannel[QUERY]![TELEPHONE]).toBe(0);
    // The menu answers its share of all calls.
    expect(rates.byChannel[INFORMATION]![TELEPHONE]! / national.byChannel[INFORMATION]![TELEPHONE]!).toBeCloseTo(5 / 27.3, 9);
    expect(rates.byChannel[SAME_DAY]![DESK]).toBeGreaterThan(national.byChannel[SAME_DAY]![DESK]!);
    expect(rates.needs[SAME_DAY]).toBeCloseTo(national.needs[SAME_DAY]!, 9);
  });

  test("more online requests than nine in ten of every need are not to be had", () => {
    expect(online(ratesWith({ onlineRate: 60 }, {}, alike))).toBeCloseTo(0.9 * (national.needs[SAME_DAY]! + national.needs[BOOKABLE]! + national.needs[QUERY]!), 6);
  });

  test("online requests alone leave the practice its lasting effect, and each takes 0.87 of a call", () => {
    const [few, many] = [ratesWith({ onlineRate: 2 }), ratesWith({ onlineRate: 10 })];
    expect(few.effect).toBe(many.effect);
    expect(few.effect).not.toBe(1);
    expect((calls(few) - calls(many)) / (online(many) - online(few))).toBeCloseTo(0.87, 2);
  });

  test("figures of a scenario still scale what is its own: half the queries and information calls, fewer calls", () => {
    const halved = { demand: { ...alike.demand, queryRate: 5, informationRate: 2.9 } };
    expect(calls(ratesWith({ callRate: 20, onlineRate: 5 }, {}, halved)) / calls(ratesWith({}, {}, halved))).toBeCloseTo(20 / 27.3, 9);
  });
});

describe("what a region has of its own", () => {
  test.each([[{ callRate: 34, onlineRate: 4 }], [{ callRate: 19.74, onlineRate: 7.64, appointmentRate: 16.3 }]])("%j is the mean of its practices", (region) => {
    const rates = ratesWith({}, region, alike);
    expect(calls(rates) / calls(national)).toBeCloseTo(region.callRate / 27.3, 9);
    expect(online(rates) / online(national)).toBeCloseTo(region.onlineRate / 6.75, 9);
  });

  test("over practices that differ it is so in the mean, which the most that can be asked online does not lower", () => {
    const parameters = parametersWith({ demand: { practiceSd: 0 } });
    const codes = Array.from({ length: 4000 }, (_, index) => `P${index}`);
    const estate = writtenEstate({ regions: [{ code: "R", appointmentRate: 23.3, callRate: 22, onlineRate: 10 }], practices: codes.map((code) => ({ code, patients: 1000 })) }, parameters);
    const all = estate.practices.map((practice) => ratesOf(estate, practice, parameters, "mean"));
    const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const errorOf = (values: readonly number[]) => Math.sqrt(meanOf(values.map((value) => (value - meanOf(values)) ** 2)) / values.length);
    const reference = ratesWith({}, { callRate: 27.3, onlineRate: 6.75 }, alike);
    // Four standard errors, 1 in 16,000 each; the nation's own mean is that of practices that differ, a percent from that of practices that do not.
    expect(Math.abs(meanOf(all.map(online)) / online(reference) / (10 / 6.75) - 1)).toBeLessThan(4 * errorOf(all.map(online)) / 10 + 0.01);
    expect(Math.abs(meanOf(all.map(calls)) / calls(reference) / (22 / 27.3) - 1)).toBeLessThan(4 * errorOf(all.map(calls)) / 18 + 0.01);
  });
});

test("online requests have weekdays of their own, and every kind as many in a week as it should: seed fixed, four standard errors", () => {
  const noSeason = Array.from({ length: 12 }, () => 1);
  const place = placeOf({
    patients: [40_000], period: { start: "2023-01-09", warmUpDays: 0, days: 84 },
    overrides: { demand: { practiceDaySd: 0, regionDaySd: 0, regionWeekSd: 0, contactsByMonth: noSeason, plannedByMonth: noSeason } },
  });
  const { onlineByWeekday } = place.parameters.demand;
  expect(onlineByWeekday.reduce((sum, index) => sum + index, 0)).toBeCloseTo(5, 9);
  const expected = ratesOf(place.estate, place.estate.practices[0]!, place.parameters, place.seed);
  const { needs } = drawDemand(place);
  const byWeekday = new Float64Array(5), byKind = new Float64Array(6);
  for (let need = 0; need < needs.count; need++) {
    if (needs.arrivesAt[need]! < 0 || needs.channel[need] !== ONLINE) continue;
    byWeekday[weekdayOf(firstDay(place.period) + Math.floor(needs.arrivesAt[need]! / DAY))]!++;
    byKind[needs.kind[need]!]!++;
  }
  byWeekday.forEach((count, weekday) => {
    const mean = 12 * online(expected) * onlineByWeekday[weekday]!;
    expect(Math.abs(count - mean)).toBeLessThan(4 * Math.sqrt(mean));
  });
  for (const kind of [SAME_DAY, BOOKABLE, QUERY]) {
    const mean = 60 * expected.byChannel[kind]![ONLINE]!;
    expect(Math.abs(byKind[kind]! - mean)).toBeLessThan(4 * Math.sqrt(mean));
  }
});
