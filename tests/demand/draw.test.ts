/** What is drawn has the rates, patterns and order that it is drawn from. Seeds are fixed; bounds are four standard errors, 1 in 16,000 each. */
import { beforeAll, describe, expect, test } from "vitest";
import { BOOKABLE, BY_PRACTICE, INFORMATION, PLANNED, QUERY, SAME_DAY, TELEPHONE, itemKinds, needKinds, type Demand } from "../../src/demand/demand.js";
import { drawDemand } from "../../src/demand/draw.js";
import { ratesOf } from "../../src/demand/rates.js";
import { DAYS_BEFORE } from "../../src/demand/working-days.js";
import { DAY, firstDay, isWorkingDay, weekdayOf, type Period } from "../../src/facts/days.js";
import { placeOf } from "../care/neighbourhoods.js";

/** Twelve weeks without a bank holiday, and no days that are busier than others but by weekday. */
const period: Period = { start: "2023-01-09", warmUpDays: 0, days: 84 };
const noSeason = Array.from({ length: 12 }, () => 1);
const steady = { demand: { practiceDaySd: 0, regionDaySd: 0, regionWeekSd: 0, contactsByMonth: noSeason, plannedByMonth: noSeason } };
const place = placeOf({ patients: [12_000, 2_000], period, overrides: steady });
const rates = place.estate.practices.map((practice) => ratesOf(place.estate, practice, place.parameters, place.seed));
let demand: Demand;
beforeAll(() => { demand = drawDemand(place); });

/** Rows of the first practice from day 0 on. */
function* rows(): Generator<number> {
  const { needs } = demand;
  for (let need = needs.firstOf[0]!; need < needs.firstOf[1]!; need++) if (needs.arrivesAt[need]! >= 0) yield need;
}

const workingDays = 60;
describe("rates", () => {
  test.each(needKinds.map((name, kind) => ({ name, kind })))("$name needs come at their rate", ({ kind }) => {
    let count = 0;
    for (const need of rows()) if (demand.needs.kind[need] === kind) count++;
    // Weekday indices of contacts average 1; a Poisson count has its mean as its variance.
    const expected = rates[0]!.needs[kind]! * workingDays;
    expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  test("results, letters, repeat requests and forms come at theirs", () => {
    const { items } = demand;
    const counts = itemKinds.map(() => 0);
    for (let item = items.firstOf[0]!; item < items.firstOf[1]!; item++) counts[items.kind[item]!]!++;
    rates[0]!.items.forEach((rate, kind) => {
      const expected = rate * workingDays;
      expect(Math.abs(counts[kind]! - expected)).toBeLessThan(4 * Math.sqrt(expected));
    });
  });

  test("Mondays have the published share of the week's telephone calls", () => {
    let monday = 0, all = 0;
    for (const need of rows()) {
      if (demand.needs.channel[need] !== TELEPHONE) continue;
      all++;
      if (weekdayOf(firstDay(period) + Math.floor(demand.needs.arrivesAt[need]! / DAY)) === 0) monday++;
    }
    expect(Math.abs(monday / all - 0.26)).toBeLessThan(4 * Math.sqrt((0.26 * 0.74) / all));
  });

  test("28.5% of calls come from 08:00 to 10:00, as published", () => {
    let early = 0, all = 0;
    for (const need of rows()) {
      if (demand.needs.channel[need] !== TELEPHONE) continue;
      all++;
      const clock = demand.needs.arrivesAt[need]! % DAY;
      if (clock >= 480 && clock < 600) early++;
    }
    // The published shares add up to 99.4%.
    expect(Math.abs(early / all - 28.5 / 99.4)).toBeLessThan(4 * Math.sqrt((0.285 * 0.715) / all));
  });

  test("GPs are to see the share of same-day needs that their share of staff gives them", () => {
    let gp = 0, all = 0;
    for (const need of rows()) {
      if (demand.needs.kind[need] !== SAME_DAY) continue;
      all++;
      if (demand.needs.role[need] === 0) gp++;
    }
    const share = rates[0]!.sameDayRoles[0]!;
    expect(Math.abs(gp / all - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / all));
  });
});

describe("order and place", () => {
  test("rows of a practice stand together, in order of time; before day 0 stand only needs that are booked ahead and wanted not long before it at the earliest", () => {
    const { needs } = demand;
    for (let p = 0; p < 2; p++) {
      for (let need = needs.firstOf[p]!; need < needs.firstOf[p + 1]!; need++) {
        expect(needs.practice[need]).toBe(p);
        if (need > needs.firstOf[p]!) expect(needs.arrivesAt[need]).toBeGreaterThanOrEqual(needs.arrivesAt[need - 1]!);
        if (needs.arrivesAt[need]! < 0) {
          expect([BOOKABLE, PLANNED]).toContain(needs.kind[need]);
          expect(Math.floor(needs.arrivesAt[need]! / DAY) + needs.wantedDays[need]!).toBeGreaterThanOrEqual(-DAYS_BEFORE);
        }
      }
    }
    expect(needs.firstOf[2]).toBe(needs.count);
  });

  test("nothing comes on weekends and bank holidays", () => {
    const may = placeOf({ patients: [6000], period: { start: "2023-04-24", warmUpDays: 0, days: 21 } });
    const { needs, items } = drawDemand(may);
    const open = (time: number) => isWorkingDay(firstDay(may.period) + Math.floor(time / DAY));
    expect([...needs.arrivesAt, ...items.arrivesAt].every(open)).toBe(true);
  });

  test("information ends in calls, planned needs come from the practice, queries and needs have minutes", () => {
    for (const need of rows()) {
      const { kind, channel, minutes } = demand.needs;
      if (kind[need] === INFORMATION) expect(channel[need]).toBe(TELEPHONE);
      expect(channel[need] === BY_PRACTICE).toBe(kind[need] === PLANNED);
      if (kind[need] === INFORMATION) expect(minutes[need]).toBe(0);
      else expect(minutes[need]).toBeGreaterThan(0);
      if (kind[need] === QUERY) expect(minutes[need]).toBeLessThanOrEqual(12);
    }
  });
});
