/** Evening sessions after an outage: who holds them, when, and that nobody else does. */
import { expect, test } from "vitest";
import { ATTENDED, type Journal } from "../../src/care/journal.js";
import { DAY } from "../../src/facts/days.js";
import { outageOf, placeOf, simulate } from "./neighbourhoods.js";

const EVENING = 1110;
// A diary so full that what an outage leaves has nowhere else to go.
const tight = { bookableMargin: -0.05 };
const place = placeOf({ patients: [9000], overrides: { care: tight, response: { extraSessions: 3 } } });
const without = placeOf({ patients: [9000], overrides: { care: tight } });
// Thursday 16 March, day 17, to Monday 20 March, 08:00; the next working day is 22.
const outage = outageOf(place, 4);
const arms = simulate(place, outage);

function evenings({ bookings }: Journal): { row: number; day: number; clock: number }[] {
  return Array.from({ length: bookings.count }, (_, row) => ({ row, day: Math.floor(bookings.startsAt[row]! / DAY), clock: bookings.startsAt[row]! % DAY })).filter(({ clock }) => clock >= EVENING);
}

test("three evenings a week for two weeks from the first working day after the return, with patients booked since", () => {
  const held = evenings(arms.outage);
  expect(held.length).toBeGreaterThan(10);
  const days = [...new Set(held.map(({ day }) => day))].sort((a, b) => a - b);
  expect(days.length).toBeLessThanOrEqual(6);
  expect(days[0]).toBeGreaterThanOrEqual(22);
  expect(days.at(-1)).toBeLessThan(22 + 14);
  for (const { row, clock } of held) {
    expect(clock).toBeLessThan(EVENING + 90);
    expect(arms.outage.bookings.madeAt[row]).toBeGreaterThanOrEqual(outage.restored);
  }
  expect(held.filter(({ row }) => arms.outage.bookings.state[row] === ATTENDED).length).toBeGreaterThan(0.8 * held.filter(({ day }) => day < arms.outage.days).length);
});

test("what GPs do in them is overtime", () => {
  const overtimeOfGps = ({ overtime, days }: Journal): number => Array.from({ length: days }, (_, day) => overtime[day * 5]!).reduce((sum, minutes) => sum + minutes, 0);
  const evening = evenings(arms.outage).filter(({ row }) => arms.outage.bookings.state[row] === ATTENDED);
  const minutes = evening.reduce((sum, { row }) => sum + arms.outage.needs.consultedMinutes[arms.outage.bookings.need[row]!]!, 0);
  expect(overtimeOfGps(arms.outage)).toBeGreaterThan(minutes);
});

test("the twin holds none and is the same with the policy and without", () => {
  const plain = simulate(without, outage);
  expect(evenings(arms.none)).toEqual([]);
  expect(arms.none.needs.closedAt).toEqual(plain.none.needs.closedAt);
  expect(arms.none.worked).toEqual(plain.none.worked);
  expect(evenings(plain.outage)).toEqual([]);
});

test.each([
  ["an outage of less than a working day", outageOf(place, 0.25)],
  ["one that takes the telephone only", outageOf(place, 4, { lost: ["telephone"] })],
  ["one over a weekend", { ...outageOf(place, 0), ...weekend() }],
])("%s leaves no evening sessions", (_, disruption) => {
  expect(evenings(simulate(place, disruption).outage)).toEqual([]);
});

test("systems that change without losing anything leave everything as it was", () => {
  const harmless = simulate(place, outageOf(place, 4, { level: 1 }));
  expect(harmless.outage.worked).toEqual(harmless.none.worked);
  expect(harmless.outage.bookings.startsAt).toEqual(harmless.none.bookings.startsAt);
});

/** From Friday 17 March 18:30 to Monday 07:00. */
function weekend() {
  const { histories } = outageOf(place, 1);
  const [from, until] = [18 * DAY + EVENING, 21 * DAY + 420];
  const lasting = histories.map((history) => ({ ...history, capabilities: history.capabilities.map((steps) => (steps.times.length === 0 ? steps : { ...steps, times: [from, until] })) }));
  return { histories: lasting, onset: from, restored: until };
}
