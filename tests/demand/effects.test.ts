/** What days, weeks and practices do to demand beyond the calendar and chance. Seeds are fixed; bounds are four standard errors, 1 in 16,000 each. */
import { describe, expect, test } from "vitest";
import { contactsOn } from "../../src/demand/calendar.js";
import { drawDemand } from "../../src/demand/draw.js";
import { kindsBy, ratesOf } from "../../src/demand/rates.js";
import { workingDays } from "../../src/demand/working-days.js";
import { DAY, firstDay, weekdayOf, type Period } from "../../src/facts/days.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { placeOf } from "../care/neighbourhoods.js";

const { demand } = parametersWith();
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a region's daily totals vary as the effects of its weeks and days, those of its practices and chance imply", () => {
  // Ten weeks without a bank holiday, a hundred times over, in four practices alike; only contacts are drawn.
  const patients = [12_000, 12_000, 12_000, 12_000];
  const period: Period = { start: "2023-01-09", warmUpDays: 0, days: 70 };
  const overrides = { demand: { practiceSd: 0, onlineByPractice: demand.onlineByPractice.map(() => 1), plannedRate: 0, resultRate: 0, letterRate: 0, repeatRate: 0, reportRate: 0, onlineByWeekday: demand.contactsByWeekday } };
  const weeks: number[][] = [];
  let means = 0;
  for (let replication = 0; replication < 100; replication++) {
    const place = placeOf({ patients, seed: "dispersion", replication, period, overrides });
    const rates = ratesOf(place.estate, place.estate.practices[0]!, place.parameters, place.seed);
    const average = patients.length * [0, 1, 2].reduce((sum, by) => sum + kindsBy(rates, by as 0 | 1 | 2).total, 0);
    const counts = new Float64Array(period.days);
    const { needs } = drawDemand(place);
    for (let need = 0; need < needs.count; need++) if (needs.arrivesAt[need]! >= 0) counts[Math.floor(needs.arrivesAt[need]! / DAY)]!++;
    for (let monday = 0; monday < period.days; monday += 7) {
      weeks.push([0, 1, 2, 3, 4].map((day) => counts[monday + day]! / (average * contactsOn(firstDay(period) + monday + day, place.parameters))));
    }
    means = average;
  }
  const { regionDaySd, regionWeekSd, practiceDaySd } = demand;
  const ofWeeks = regionWeekSd ** 2;
  // Chance: one over the mean count; weekdays differ too little to matter.
  const ofDays = regionDaySd ** 2 + practiceDaySd ** 2 / patients.length + 1 / means;
  const spread = meanOf(weeks.flat().map((ratio) => (ratio - 1) ** 2));
  const betweenWeeks = meanOf(weeks.map((week) => (meanOf(week) - 1) ** 2));
  // A mean of n squares of normal variates with variance v has the standard error v sqrt(2 / n).
  const errorOfWeeks = (ofWeeks + ofDays / 5) * Math.sqrt(2 / weeks.length);
  const errorWithin = ofDays * Math.sqrt(2 / (4 * weeks.length));
  expect(weeks.length).toBe(1000);
  expect(Math.abs(meanOf(weeks.flat()) - 1)).toBeLessThan(4 * Math.sqrt((ofWeeks + ofDays / 5) / weeks.length));
  expect(Math.abs(betweenWeeks - (ofWeeks + ofDays / 5))).toBeLessThan(4 * errorOfWeeks);
  expect(Math.abs(spread - betweenWeeks - 0.8 * ofDays)).toBeLessThan(4 * 0.8 * errorWithin);
  // The test can tell: without the week's effect, or the day's, it would fail.
  expect(ofWeeks).toBeGreaterThan(2 * 4 * errorOfWeeks);
  expect(regionDaySd ** 2).toBeGreaterThan(2 * 4 * errorWithin);
});

test("effects are no less than the published daily counts vary, and no more than what a full diary may pass on to other days explains", () => {
  // Same-day needs move with the day; those and bookable ones with the week. 1.2% within weeks, of which up to two fifths are passed on; 1.5% between ordinary weeks, 2.1% with school holidays.
  const { sameDayRate, bookableRate, plannedRate, regionDaySd, regionWeekSd } = demand;
  expect(0.437 * regionDaySd).toBeGreaterThan(0.0118);
  expect(0.6 * 0.437 * regionDaySd).toBeLessThan(0.0118);
  const raised = (sameDayRate + bookableRate) / (sameDayRate + bookableRate + plannedRate);
  expect(raised * regionWeekSd).toBeGreaterThan(0.0146);
  expect(raised * regionWeekSd).toBeLessThan(0.021);
});

test("a week has one effect, which its days share, and every week its own", () => {
  const parameters = parametersWith({ demand: { regionDaySd: 0 } });
  // From a Wednesday: the first week is cut short, and the day before the first simulated one is in the same week as it.
  const period: Period = { start: "2023-01-11", warmUpDays: 0, days: 70 };
  const effects = new Map<number, number[]>();
  for (const { day, contacts } of workingDays("weeks", 0, "QKS", period, parameters)) {
    const date = firstDay(period) + day;
    const week = Math.floor((date - weekdayOf(date)) / 7);
    effects.set(week, [...(effects.get(week) ?? []), contacts / contactsOn(date, parameters)]);
  }
  const ofWeeks = [...effects.values()].map((days) => {
    for (const effect of days) expect(effect).toBeCloseTo(days[0]!, 12);
    return days[0]!;
  });
  expect(new Set(ofWeeks.map((effect) => effect.toFixed(9))).size).toBe(effects.size);
});

test("practices differ lastingly, as a lognormal of mean 1 does", () => {
  const place = placeOf({ patients: Array.from({ length: 2000 }, () => 8000), seed: "practices", overrides: { demand: { practiceSd: demand.practiceSd } } });
  const effects = place.estate.practices.map((practice) => ratesOf(place.estate, practice, place.parameters, place.seed).effect).sort((a, b) => a - b);
  // From the 10th to the 90th percentile are 2.563 standard deviations, which 2,000 practices tell to 3%: four of these.
  expect(Math.abs(Math.log(effects[1800]! / effects[200]!) / (2.563 * demand.practiceSd) - 1)).toBeLessThan(0.12);
  // Four standard errors of the mean.
  expect(Math.abs(meanOf(effects) - 1)).toBeLessThan((4 * demand.practiceSd) / Math.sqrt(2000));
});

describe("a place draws the same demand", () => {
  const period: Period = { start: "2023-03-13", warmUpDays: 14, days: 21 };
  const place = placeOf({ period });
  const { needs, items } = drawDemand(place);
  /** Columns of a practice's rows, as far as they arrive before `until`. */
  function rowsOf(columns: { readonly firstOf: Int32Array; readonly arrivesAt: Float64Array }, practice: number, until: number): Record<string, number[]> {
    const from = columns.firstOf[practice]!;
    let to = columns.firstOf[practice + 1]!;
    while (to > from && columns.arrivesAt[to - 1]! >= until) to--;
    const ofRows = Object.entries(columns).filter(([name]) => !["count", "firstOf", "practice"].includes(name));
    return Object.fromEntries(ofRows.map(([name, values]) => [name, [...(values as Float64Array).subarray(from, to)]]));
  }

  test("in an estate where others stand before it", () => {
    const { estate } = place;
    const others = placeOf({ period, patients: [5000, 4000] }).estate;
    // Another region and neighbourhood first, so that every index is another.
    const larger = {
      ...estate,
      regions: [{ ...estate.regions[0]!, code: "QRV" }, estate.regions[0]!],
      practices: [...others.practices.map((practice, at) => ({ ...practice, code: `X${at}` })), ...estate.practices.map((practice) => ({ ...practice, region: 1, neighbourhood: 1 }))],
      neighbourhoods: [{ ...others.neighbourhoods[0]!, code: "M" }, { ...estate.neighbourhoods[0]!, region: 1, practices: [3, 2] }],
    };
    const there = drawDemand({ ...place, estate: larger, neighbourhood: 1 });
    expect(rowsOf(there.needs, 1, Infinity)).toEqual(rowsOf(needs, 0, Infinity));
    expect(rowsOf(there.items, 1, Infinity)).toEqual(rowsOf(items, 0, Infinity));
  });

  test("to begin with when the horizon is further off", () => {
    const longer = drawDemand({ ...place, period: { ...period, days: 140 } });
    const until = 35 * DAY;
    for (const practice of [0, 1]) {
      expect(rowsOf(longer.needs, practice, until)).toEqual(rowsOf(needs, practice, Infinity));
      expect(rowsOf(longer.items, practice, until)).toEqual(rowsOf(items, practice, Infinity));
    }
    expect(longer.needs.count).toBeGreaterThan(2 * needs.count);
  });

  test("and another one in another replication", () => {
    const other = drawDemand({ ...place, replication: 1 });
    expect(rowsOf(other.needs, 0, Infinity)).not.toEqual(rowsOf(needs, 0, Infinity));
  });
});
