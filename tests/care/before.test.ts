/** Who asked before a simulation begins: what of it stands in the diary on its first day. Needs of the last fortnight before are drawn, too. */
import { expect, test } from "vitest";
import type { Arms } from "../../src/care/neighbourhood.js";
import { LAPSED } from "../../src/care/journal.js";
import { DAY } from "../../src/facts/days.js";
import { calm, placeOf, simulate } from "./neighbourhoods.js";

/** Needs from before the first day that were wanted before it, too: with the day of their appointment, or NaN where they have none. */
function wantedBefore({ demand: { needs }, none }: Arms): number[] {
  const dayOf = new Map<number, number>();
  for (let booking = 0; booking < none.bookings.count; booking++) if (none.bookings.madeAt[booking]! < 0) dayOf.set(none.bookings.need[booking]!, Math.floor(none.bookings.startsAt[booking]! / DAY));
  const found: number[] = [];
  // Who wanted one of the last two days, a weekend, wanted a day of the next week.
  for (let need = 0; need < needs.count; need++) {
    if (needs.arrivesAt[need]! < 0 && Math.floor(needs.arrivesAt[need]! / DAY) + needs.wantedDays[need]! < -2) {
      expect(Number.isNaN(dayOf.get(need) ?? NaN)).toBe(none.needs.state[need] === LAPSED && none.needs.closedAt[need] === 0);
      found.push(dayOf.get(need) ?? NaN);
    }
  }
  return found;
}

const period = { start: "2023-03-13", warmUpDays: 0, days: 14 };

test("who found the last days before full comes soon after, and most others have been seen", () => {
  const days = wantedBefore(simulate(placeOf({ period }), calm));
  const late = days.filter((day) => !Number.isNaN(day));
  expect(late.length).toBeGreaterThan(0.02 * days.length);
  expect(late.length).toBeLessThan(0.3 * days.length);
  expect(late.filter((day) => day >= 0 && day < 7).length).toBeGreaterThan(0.9 * late.length);
});

test("with slots for three times the need hardly anybody is left over, with slots for half of it many are", () => {
  const withMargin = (bookableMargin: number): number[] => wantedBefore(simulate(placeOf({ period, overrides: { care: { bookableMargin } } }), calm));
  const ample = withMargin(2);
  // Home visits keep their few places.
  expect(ample.filter((day) => !Number.isNaN(day)).length).toBeLessThan(0.02 * ample.length);
  const scarce = withMargin(-0.5);
  expect(scarce.filter((day) => !Number.isNaN(day)).length).toBeGreaterThan(0.15 * scarce.length);
});
