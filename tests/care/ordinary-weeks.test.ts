/** Ordinary weeks look like general practice in England, roughly: bounds are twice the tolerance that calibration will ask for, or wider where said. */
import { beforeAll, expect, test } from "vitest";
import { ABANDONED, ATTENDED, CALL, DID_NOT_ATTEND, SERVED, TURNED_AWAY, WAITING, type Journal } from "../../src/care/journal.js";
import { DAY } from "../../src/facts/days.js";
import { disruptionOf, placeOf, simulate } from "./neighbourhoods.js";

const patients = [12_000, 9000, 7000, 5000];
const place = placeOf({ patients, seed: "ordinary", period: { start: "2023-01-09", warmUpDays: 28, days: 28 }, overrides: { demand: { practiceSd: 0 } } });
const workingDays = 20;
const thousands = patients.reduce((sum, list) => sum + list, 0) / 1000;
let none: Journal;
beforeAll(() => { none = simulate(place, disruptionOf(place, 54 * DAY, 54 * DAY)).none; });

/** Bookings of the reported weeks that have come to an end. */
function* held(): Generator<number> {
  for (let booking = 0; booking < none.bookings.count; booking++) {
    const state = none.bookings.state[booking];
    if (none.bookings.startsAt[booking]! >= 28 * DAY && (state === ATTENDED || state === DID_NOT_ATTEND)) yield booking;
  }
}
const share = (ofAll: (booking: number) => boolean): number => {
  const all = [...held()];
  return all.filter(ofAll).length / all.length;
};

test("appointments per 1,000 patients and working day: 19.6 in Kent and Medway", () => {
  expect(Math.abs([...held()].length / thousands / workingDays / 19.6 - 1)).toBeLessThan(0.06);
});

test("4.3 to 4.9% of patients do not attend", () => {
  const missed = share((booking) => none.bookings.state[booking] === DID_NOT_ATTEND);
  expect(missed).toBeGreaterThan(0.033);
  expect(missed).toBeLessThan(0.059);
});

test("43.7% of appointments are on the day of booking", () => {
  const sameDay = share((booking) => Math.floor(none.bookings.startsAt[booking]! / DAY) === Math.floor(none.bookings.madeAt[booking]! / DAY));
  expect(Math.abs(sameDay - 0.437)).toBeLessThan(0.04);
});

test("10.8% of 27.3 calls per 1,000 and day are given up", () => {
  let calls = 0, given = 0;
  for (let job = 0; job < none.jobs.count; job++) {
    if (none.jobs.kind[job] !== CALL || none.jobs.arrivedAt[job]! < 28 * DAY) continue;
    calls++;
    if (none.jobs.state[job] === ABANDONED) given++;
  }
  // Rates of calls follow the region's in part, so both are looser here: 10%, and 6 points.
  expect(Math.abs(calls / thousands / workingDays / 27.3 - 1)).toBeLessThan(0.2);
  expect(Math.abs(given / calls - 0.108)).toBeLessThan(0.06);
});

test("calls are answered only if they came while the practice was open", () => {
  for (let job = 0; job < none.jobs.count; job++) {
    if (none.jobs.kind[job] !== CALL || (none.jobs.state[job] !== SERVED && none.jobs.state[job] !== TURNED_AWAY)) continue;
    const clock = none.jobs.arrivedAt[job]! % DAY;
    expect(clock).toBeGreaterThanOrEqual(480);
    expect(clock).toBeLessThan(1110);
  }
});

test("no work piles up: what waits at the end is not more than a day's", () => {
  const openAt = (time: number): number => {
    let minutes = 0;
    for (let job = 0; job < none.jobs.count; job++) {
      if (none.jobs.arrivedAt[job]! < time && (none.jobs.state[job] === WAITING || none.jobs.endedAt[job]! >= time)) minutes += none.jobs.minutes[job]!;
    }
    return minutes;
  };
  const worked = none.worked.reduce((sum, minutes) => sum + minutes, 0) / (none.days / 7 * 5);
  // Friday evenings after the first and the last reported week.
  expect(openAt(34 * DAY)).toBeLessThan(worked);
  expect(openAt(55 * DAY)).toBeLessThan(worked);
});
