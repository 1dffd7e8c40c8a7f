/** Weekday, season and bank holidays: what is expected of a day, and that what is drawn keeps to it. The seed is fixed; bounds are four standard errors, 1 in 16,000 each. */
import { describe, expect, test } from "vitest";
import { contactsOn, invitationsOn, onlineOn, plannedFor } from "../../src/demand/calendar.js";
import { BY_PRACTICE, BOOKABLE, PLANNED } from "../../src/demand/demand.js";
import { drawDemand } from "../../src/demand/draw.js";
import { kindsBy, ratesOf } from "../../src/demand/rates.js";
import { LEAD_FROM, LEAD_TO } from "../../src/demand/tables.js";
import { DAYS_BEFORE } from "../../src/demand/working-days.js";
import { DAY, dateOf, dayNumber, firstDay, isWorkingDay, weekdayOf } from "../../src/facts/days.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { placeOf } from "../care/neighbourhoods.js";

const parameters = parametersWith();
const { demand } = parameters;
const monthOf = (date: number) => Number(dateOf(date).slice(5, 7)) - 1;
const workingDaysOf = (from: string, to: string): number[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) }, (_, day) => dayNumber(from) + day).filter(isWorkingDay);
const threeYears = workingDaysOf("2023-01-01", "2026-01-01");
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("expectations", () => {
  test("seasons move need between months without adding any: over the working days of three years their factors have mean 1", () => {
    // Indices are given to three places.
    expect(Math.abs(meanOf(threeYears.map((date) => demand.contactsByMonth[monthOf(date)]!)) - 1)).toBeLessThan(0.0005);
    expect(Math.abs(meanOf(threeYears.map((date) => plannedFor(date, parameters))) - 1)).toBeLessThan(0.0005);
  });

  test("contacts and planned work together have the seasons of all appointments, as published for 2023 to 2025", () => {
    const published = [1.016, 0.997, 1.006, 0.983, 0.991, 0.972, 0.948, 0.915, 1.01, 1.14, 1.034, 0.977];
    const asked = demand.sameDayRate + demand.bookableRate;
    published.forEach((index, month) => {
      const all = (asked * demand.contactsByMonth[month]! + demand.plannedRate * demand.plannedByMonth[month]!) / (asked + demand.plannedRate);
      // Three roundings to three places.
      expect(Math.abs(all - index)).toBeLessThan(0.0015);
    });
  });

  test.each([
    ["2023-04-05", "two days before Good Friday", 1],
    ["2023-04-06", "the day before Good Friday", demand.beforeHoliday],
    ["2023-04-11", "the day after Easter Monday", demand.afterHoliday],
    ["2023-04-28", "the Friday before a bank holiday Monday", demand.beforeHoliday],
    ["2020-05-11", "the Monday after a bank holiday Friday", demand.afterHoliday],
    ["2023-03-20", "a Monday like others", 1],
    ["2023-03-17", "a Friday like others", 1],
  ])("%s, %s", (date, _, factor) => {
    const day = dayNumber(date);
    expect(contactsOn(day, parameters)).toBeCloseTo(demand.contactsByWeekday[weekdayOf(day)]! * demand.contactsByMonth[monthOf(day)]! * factor, 12);
  });

  test("invitations go out ahead of the season they are for", () => {
    const september = invitationsOn(dayNumber("2024-09-16"), parameters);
    const classes = demand.wantedPlanned.map((share) => share / meanOf(demand.wantedPlanned) / demand.wantedPlanned.length);
    // A day ahead is September still, five weeks ahead October.
    expect(september[0]).toBeCloseTo(classes[0]! * demand.plannedByMonth[8]!, 12);
    expect(september[5]).toBeCloseTo(classes[5]! * demand.plannedByMonth[9]!, 12);
    const all = (from: string, to: string) => meanOf(workingDaysOf(from, to).map((date) => invitationsOn(date, parameters).reduce((sum, share) => sum + share, 0)));
    expect(all("2024-09-01", "2024-10-01")).toBeGreaterThan(all("2024-10-15", "2024-11-15"));
    expect(Math.abs(all("2023-01-01", "2026-01-01") - 1)).toBeLessThan(0.005);
  });
});

describe("draws of a year", () => {
  // Holidays count for more than by default, so that a year shows them.
  const overrides = { demand: { practiceDaySd: 0, regionDaySd: 0, regionWeekSd: 0, afterHoliday: 1.4, beforeHoliday: 0.7 } };
  const place = placeOf({ patients: [40_000], period: { start: "2024-01-01", warmUpDays: 0, days: 366 }, overrides });
  const first = firstDay(place.period);
  const rates = ratesOf(place.estate, place.estate.practices[0]!, place.parameters, place.seed);
  const [telephone, online, desk] = [0, 1, 2].map((by) => kindsBy(rates, by as 0 | 1 | 2).total) as [number, number, number];
  const contactsExpected = (date: number): number => (telephone + desk) * contactsOn(date, place.parameters) + online * onlineOn(date, place.parameters);
  const { needs } = drawDemand(place);
  const days = workingDaysOf("2024-01-01", "2025-01-01");
  const isAfter = (date: number) => !isWorkingDay(weekdayOf(date) === 0 ? date - 3 : date - 1);
  const isBefore = (date: number) => !isWorkingDay(weekdayOf(date) === 4 ? date + 3 : date + 1);

  /** Counts drawn against what is expected, by group of days; Poisson counts have their mean as their variance. */
  function compare(groupOf: (date: number) => number, groups: number): void {
    const counts = new Float64Array(groups), expected = new Float64Array(groups);
    for (const date of days) expected[groupOf(date)]! += contactsExpected(date);
    for (let need = 0; need < needs.count; need++) {
      if (needs.arrivesAt[need]! >= 0 && needs.channel[need] !== BY_PRACTICE) counts[groupOf(first + Math.floor(needs.arrivesAt[need]! / DAY))]!++;
    }
    expected.forEach((mean, group) => expect(Math.abs(counts[group]! - mean)).toBeLessThan(4 * Math.sqrt(mean)));
  }

  test("contacts by month", () => compare(monthOf, 12));
  test("contacts by weekday", () => compare(weekdayOf, 5));
  // None of the year's days is both.
  test("contacts on the days before and after bank holidays, and on others", () => compare((date) => (isAfter(date) ? 1 : isBefore(date) ? 2 : 0), 3));

  test("planned needs are wanted in their season", () => {
    const counts = new Float64Array(12), expected = new Float64Array(12);
    for (const date of days) {
      invitationsOn(date, place.parameters).forEach((factor, bin) => {
        const length = LEAD_TO[bin]! - LEAD_FROM[bin]! + 1;
        for (let lead = LEAD_FROM[bin]!; lead <= LEAD_TO[bin]!; lead++) expected[monthOf(date + lead)]! += (rates.needs[PLANNED]! * factor) / length;
      });
    }
    for (let need = 0; need < needs.count; need++) {
      if (needs.arrivesAt[need]! >= 0 && needs.kind[need] === PLANNED) counts[monthOf(first + Math.floor(needs.arrivesAt[need]! / DAY) + needs.wantedDays[need]!)]!++;
    }
    expected.forEach((mean, month) => expect(Math.abs(counts[month]! - mean)).toBeLessThan(4 * Math.sqrt(mean)));
    // Working days invite for any day of the week, and a class of lead times shares the season of its middle: months keep their index to 6%.
    const inYear = expected.reduce((sum, mean) => sum + mean, 0);
    for (const month of [3, 4, 5, 6, 7, 8, 9]) {
      const daysOfMonth = dayNumber(`2024-${String(month + 2).padStart(2, "0")}-01`) - dayNumber(`2024-${String(month + 1).padStart(2, "0")}-01`);
      expect(Math.abs(expected[month]! / inYear / (daysOfMonth / 366) / demand.plannedByMonth[month]! - 1), `month ${month + 1}`).toBeLessThan(0.06);
    }
  });

  test("what fills the diary before the first day has its season too", () => {
    // Early needs are kept where they are wanted in the last days before the first, or later.
    let planned = 0, bookable = 0, meanPlanned = 0, meanBookable = 0;
    for (let need = 0; needs.arrivesAt[need]! < 0; need++) {
      if (needs.kind[need] === PLANNED) planned++;
      else bookable++;
    }
    const shareAbove = (bin: number, lead: number) => Math.min(1, Math.max(0, (LEAD_TO[bin]! - lead + 1) / (LEAD_TO[bin]! - LEAD_FROM[bin]! + 1)));
    for (let day = -42; day < 0; day++) {
      if (!isWorkingDay(first + day)) continue;
      invitationsOn(first + day, place.parameters).forEach((factor, bin) => (meanPlanned += rates.needs[PLANNED]! * factor * shareAbove(bin, -day - DAYS_BEFORE)));
      demand.wantedBookable.forEach((share, bin) => (meanBookable += rates.needs[BOOKABLE]! * contactsOn(first + day, place.parameters) * share * shareAbove(bin, -day - DAYS_BEFORE)));
    }
    expect(Math.abs(planned - meanPlanned)).toBeLessThan(4 * Math.sqrt(meanPlanned));
    expect(Math.abs(bookable - meanBookable)).toBeLessThan(4 * Math.sqrt(meanBookable));
  });
});
