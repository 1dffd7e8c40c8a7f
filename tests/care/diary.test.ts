/** What the diary holds back, whom the duty doctor sees beyond the list, and when home visits are made. */
import { beforeAll, describe, expect, test } from "vitest";
import { ATTENDED, CANCELLED_BY_PRACTICE, MET, type Journal } from "../../src/care/journal.js";
import type { Arms } from "../../src/care/neighbourhood.js";
import { planOf, type Plan } from "../../src/care/plan.js";
import { BOOKABLE_SLOT, SLOT_KINDS, VISIT_SLOT } from "../../src/care/slots.js";
import { AT_HOME, SAME_DAY } from "../../src/demand/demand.js";
import { DAY, firstDay, isWorkingDay, minutesAt } from "../../src/facts/days.js";
import { disruptionOf, outageOf, placeOf, simulate } from "./neighbourhoods.js";

const rowsOf = ({ bookings }: Journal): number[] => Array.from({ length: bookings.count }, (_, row) => row);
const dayOf = (time: number): number => Math.floor(time / DAY);

/** Group, day and kind of a slot. */
function rangeOf(plan: Plan, slot: number): { group: number; day: number; kind: number; position: number; size: number } {
  const server = plan.slotServer[slot]!;
  const group = 3 * plan.serverPlace[server]! + plan.serverRole[server]!;
  const day = dayOf(plan.slotStart[slot]!);
  let range = (group * plan.diaryDays + day) * SLOT_KINDS + VISIT_SLOT;
  while (slot < plan.slotFrom[range]!) range--;
  return { group, day, kind: range % SLOT_KINDS, position: slot - plan.slotFrom[range]!, size: plan.slotFrom[range + 1]! - plan.slotFrom[range]! };
}

function workingDaysBetween(from: number, to: number): number {
  let days = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day)) days++;
  return days;
}

describe("opening rules", () => {
  const place = placeOf({ patients: [9000] });
  const plan = planOf(place);
  const first = firstDay(place.period);
  let none: Journal;
  beforeAll(() => { none = simulate(place, outageOf(place, 1)).none; });

  test("the last fifth of a day's bookable slots is booked on the two working days before it at the earliest", () => {
    const { bookings } = none;
    let early = 0, kept = 0;
    for (const row of rowsOf(none)) {
      if (bookings.slot[row] === -1) continue;
      const { kind, day, position, size } = rangeOf(plan, bookings.slot[row]!);
      if (kind !== BOOKABLE_SLOT) continue;
      const made = dayOf(bookings.madeAt[row]!);
      if (position < size - Math.floor(0.2 * size)) early++;
      else {
        kept++;
        expect(made).toBeGreaterThanOrEqual(0);
        expect(workingDaysBetween(first + made, first + day)).toBeLessThanOrEqual(2);
      }
    }
    expect(early).toBeGreaterThan(1000);
    expect(kept).toBeGreaterThan(200);
  });

  test("without an embargo they are booked weeks ahead", () => {
    const open = placeOf({ patients: [15_000], overrides: { care: { embargoShare: 0, saturdayShare: 0, sundayShare: 0 } } });
    const itsPlan = planOf(open);
    const { bookings } = simulate(open, outageOf(open, 1)).none;
    const ahead = Array.from({ length: bookings.count }, (_, row) => row).filter((row) => {
      if (bookings.slot[row] === -1) return false;
      const { kind, day, position, size } = rangeOf(itsPlan, bookings.slot[row]!);
      return kind === BOOKABLE_SLOT && position >= size - Math.floor(0.2 * size) && day - dayOf(bookings.madeAt[row]!) > 7;
    });
    expect(ahead.length).toBeGreaterThan(50);
  });

  test("the third next appointment is reported for every working day and no other, and the diary bears it out", () => {
    for (let day = 0; day < none.days; day++) expect(Number.isNaN(none.access[day]!)).toBe(!isWorkingDay(first + day));
    // What was free at midnight follows from when each slot was booked and given back.
    for (const today of [21, 24, 28, 30]) expect(none.access[today]).toBe(thirdBy(none, plan, first, today));
  });

  test("it lies further off where the diary is fuller, and beyond the horizon where there is no room at all", () => {
    const full = placeOf({ patients: [9000], overrides: { care: { bookableMargin: -0.4, horizonDays: 14 } } });
    const { access } = simulate(full, outageOf(full, 1)).none;
    const known = (values: Float64Array): number[] => [...values].filter((days) => !Number.isNaN(days)).slice(-10);
    const mean = (values: number[]): number => values.reduce((sum, days) => sum + days, 0) / values.length;
    expect(mean(known(access))).toBeGreaterThan(mean(known(none.access)) + 3);
    // Ten working days in the 14 of the horizon, less bank holidays.
    expect(Math.max(...known(access))).toBeLessThanOrEqual(11);
  });
});

/** Working days from `today` to the third slot of a GP that nobody held at midnight and that was open to booking then. */
function thirdBy({ bookings }: Journal, plan: Plan, first: number, today: number): number {
  const held = new Set<number>();
  for (let row = 0; row < bookings.count; row++) {
    if (bookings.slot[row] !== -1 && bookings.madeAt[row]! < today * DAY && !(bookings.state[row] === CANCELLED_BY_PRACTICE && bookings.endedAt[row]! < today * DAY)) held.add(bookings.slot[row]!);
  }
  const free = Array.from(plan.slotStart.keys()).filter((slot) => {
    if (plan.slotStart[slot]! < (today + 1) * DAY || held.has(slot)) return false;
    const { group, day, kind, position, size } = rangeOf(plan, slot);
    return group === 0 && kind === BOOKABLE_SLOT && (workingDaysBetween(first + today, first + day) <= 2 || position < size - Math.floor(0.2 * size));
  });
  return workingDaysBetween(first + today, first + dayOf(plan.slotStart[free[2]!]!));
}

test("a GP takes two patients beyond the list, the duty doctor five, and the GPs take turns at that", () => {
  // So few same-day slots that all extras are asked for.
  const place = placeOf({ patients: [12_000], overrides: { care: { sameDayMargin: -0.6, bookableMargin: 0 } } });
  const plan = planOf(place);
  const { bookings } = simulate(place, outageOf(place, 1)).none;
  const extras = new Map<string, number>();
  for (let row = 0; row < bookings.count; row++) {
    const server = bookings.server[row]!;
    if (bookings.slot[row] !== -1 || plan.serverRole[server] !== 0) continue;
    const half = `${dayOf(bookings.startsAt[row]!)} ${bookings.startsAt[row]! % DAY < 780 ? "morning" : "afternoon"}`;
    extras.set(`${half} ${server}`, (extras.get(`${half} ${server}`) ?? 0) + 1);
  }
  expect(Math.max(...extras.values())).toBe(5);
  const duties = [...extras].filter(([, count]) => count > 2).map(([key]) => key.split(" "));
  // One in each half day, and over the weeks each of the four GPs who are always there.
  expect(new Set(duties.map(([day, half]) => `${day} ${half}`)).size).toBe(duties.length);
  expect(duties.length).toBeGreaterThan(20);
  expect(new Set(duties.map(([, , server]) => server)).size).toBeGreaterThanOrEqual(4);
});

describe("home visits", () => {
  const place = placeOf({ patients: [12_000], seed: "visits" });
  const plan = planOf(place);
  let arms: Arms;
  beforeAll(() => { arms = simulate(place, outageOf(place, 1)); });
  const visits = (): number[] => rowsOf(arms.none).filter((row) => arms.demand.needs.mode[arms.none.bookings.need[row]!] === AT_HOME);

  test("are made after a list, by those who are on then, and by nobody from a clinic slot", () => {
    const { bookings } = arms.none;
    expect(visits().length).toBeGreaterThan(50);
    for (const row of visits()) {
      const { kind, group, day } = rangeOf(plan, bookings.slot[row]!);
      expect(kind).toBe(VISIT_SLOT);
      const isAfternoon = bookings.startsAt[row]! % DAY > 780;
      const others = Array.from(plan.slotStart.keys()).filter((slot) => plan.slotServer[slot] === bookings.server[row] && dayOf(plan.slotStart[slot]!) === day
        && rangeOf(plan, slot).kind !== VISIT_SLOT && plan.slotStart[slot]! % DAY > 780 === isAfternoon);
      for (const slot of others) expect(plan.slotStart[slot]).toBeLessThan(bookings.startsAt[row]!);
      expect(bookings.server[row]! - plan.firstServer[group]!).toBeLessThan(plan.on[(group * plan.diaryDays + day) * 2 + (isAfternoon ? 1 : 0)]!);
    }
  });

  test("take their minutes, travel included, and are met as others are", () => {
    const { bookings, needs } = arms.none;
    const made = visits().filter((row) => bookings.state[row] === ATTENDED);
    expect(made.length).toBeGreaterThan(40);
    for (const row of made) {
      expect(needs.state[bookings.need[row]!]).toBe(MET);
      expect(needs.consultedMinutes[bookings.need[row]!]).toBeCloseTo(arms.demand.needs.minutes[bookings.need[row]!]!, 9);
    }
  });

  test("asked for until 11:00 follow the morning, later ones the afternoon or another day's list", () => {
    const { bookings } = arms.none;
    const today = visits().filter((row) => dayOf(bookings.madeAt[row]!) === dayOf(bookings.startsAt[row]!) && arms.demand.needs.kind[bookings.need[row]!] === SAME_DAY);
    const early = today.filter((row) => bookings.madeAt[row]! % DAY < 660);
    expect(early.length).toBeGreaterThan(10);
    // As many mornings as have room for them, which with two visits a session is nearly all.
    expect(early.filter((row) => bookings.startsAt[row]! % DAY < 780).length).toBeGreaterThan(0.9 * early.length);
    for (const row of today) if (bookings.madeAt[row]! % DAY >= 660) expect(bookings.startsAt[row]! % DAY).toBeGreaterThan(855);
  });

  test("are two a session at most, and the third is made another time", () => {
    const many = placeOf({ patients: [12_000], seed: "many visits", overrides: { demand: { modesGp: [0.4, 0.2, 0.1, 0.3] } } });
    const { demand, none } = simulate(many, outageOf(many, 1));
    const bySession = new Map<string, number>();
    let nextDay = 0;
    for (const row of rowsOf(none)) {
      const need = none.bookings.need[row]!;
      if (demand.needs.mode[need] !== AT_HOME) continue;
      const key = `${none.bookings.server[row]} ${dayOf(none.bookings.startsAt[row]!)} ${none.bookings.startsAt[row]! % DAY < 780}`;
      bySession.set(key, (bySession.get(key) ?? 0) + 1);
      if (demand.needs.kind[need] === SAME_DAY && dayOf(none.bookings.startsAt[row]!) > dayOf(none.bookings.madeAt[row]!)) nextDay++;
    }
    expect(Math.max(...bySession.values())).toBe(2);
    expect(nextDay).toBeGreaterThan(10);
  });

  test("in a practice that cancels routine, planned visits are cancelled like other appointments", () => {
    const response = { carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0 };
    const cancelling = placeOf({ patients: [12_000], seed: "visits", overrides: { response, demand: { modesGp: [0.45, 0.35, 0.1, 0.1] } } });
    const from = minutesAt(cancelling.period, "2023-03-16", "02:00");
    const { demand, outage } = simulate(cancelling, disruptionOf(cancelling, from, from + DAY, { lost: ["seeRecords", "writeRecords"] }));
    const cancelled = rowsOf(outage).filter((row) => outage.bookings.state[row] === CANCELLED_BY_PRACTICE && demand.needs.mode[outage.bookings.need[row]!] === AT_HOME);
    expect(cancelled.length).toBeGreaterThan(0);
  });
});
