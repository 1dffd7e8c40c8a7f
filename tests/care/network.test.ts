/** Staff of the network are shared by its practices: who sees them, what counts for them, and to whom their time is booked. */
import { beforeAll, describe, expect, test } from "vitest";
import { FULL_RECORDS, MET, type Journal } from "../../src/care/journal.js";
import type { Arms } from "../../src/care/neighbourhood.js";
import { OTHER, planOf, type Plan } from "../../src/care/plan.js";
import { DAY } from "../../src/facts/days.js";
import { outageOf, placeOf, simulate } from "./neighbourhoods.js";

describe.each([[[8000, 3000]], [[6000]]])("a network of practices with %j patients", (patients) => {
  const place = placeOf({ patients });
  let plan: Plan;
  let arms: Arms;
  beforeAll(() => {
    plan = planOf(place);
    arms = simulate(place, outageOf(place, 1));
  });
  const isShared = (server: number): boolean => plan.serverPlace[server] === plan.practices;

  test("employs other direct care and nobody else, but for clinics at weekends", () => {
    const shared = [...plan.serverPlace.keys()].filter(isShared);
    expect(shared.map((server) => plan.serverRole[server])).toContain(OTHER);
    for (let day = 0; day < plan.diaryDays; day++) {
      if (plan.open[day] === 0) continue;
      for (const role of [0, 1]) for (const half of [0, 1]) expect(plan.on[((3 * plan.practices + role) * plan.diaryDays + day) * 2 + half]).toBe(0);
    }
  });

  test("sees its share of the patients of other direct care, of every practice", () => {
    const { bookings } = arms.none;
    for (let practice = 0; practice < patients.length; practice++) {
      let all = 0, shared = 0;
      for (let row = 0; row < bookings.count; row++) {
        const need = bookings.need[row]!;
        if (arms.demand.needs.practice[need] !== practice || plan.serverRole[bookings.server[row]!] !== OTHER) continue;
        all++;
        if (isShared(bookings.server[row]!)) shared++;
      }
      expect(all).toBeGreaterThan(300);
      // Of 300 patients or more chance moves the share by 0.03; where one employer is full, the other takes its patients.
      expect(Math.abs(shared / all - plan.networkShare[practice]!)).toBeLessThan(0.12);
    }
  });

  test("has its time booked at the practices", () => {
    const { none } = arms;
    const byRole = (column: Float64Array, each: number): number => column.reduce((sum, minutes, index) => sum + (Math.floor(index / each) % 5 === OTHER ? minutes : 0), 0);
    const own = [...plan.on].reduce((sum, count, index) => sum + (Math.floor(index / (2 * plan.diaryDays)) % 3 === OTHER && Math.floor(index / (6 * plan.diaryDays)) < plan.practices && isSimulated(plan, index) ? count : 0), 0);
    // More than the practices' own staff are there for.
    expect(byRole(none.worked, 4)).toBeGreaterThan(own * place.parameters.care.sessionMinutes + byRole(none.overtime, 1));
  });
});

function isSimulated(plan: Plan, index: number): boolean {
  return Math.floor(index / 2) % plan.diaryDays < plan.days;
}

test("the systems that count are those of the patient's practice", () => {
  const place = placeOf();
  const plan = planOf(place);
  const { demand, outage } = simulate(place, { ...outageOf(place, 2), historyOf: [1, 0] });
  const from = outageOf(place, 2).onset, until = from + 2 * DAY;
  const records = (practice: number): number[] => seen(plan, outage, from, until).filter((need) => demand.needs.practice[need] === practice).map((need) => outage.needs.records[need]!);
  expect(records(0).length).toBeGreaterThan(10);
  expect(records(1).length).toBeGreaterThan(5);
  expect(records(0)).not.toContain(FULL_RECORDS);
  expect(new Set(records(1))).toEqual(new Set([FULL_RECORDS]));
});

test("the neighbour of a practice in an outage feels it, through whom they share", () => {
  const place = placeOf();
  const { demand, none, outage } = simulate(place, { ...outageOf(place, 5), historyOf: [1, 0] });
  const first = demand.needs.firstOf[1]!;
  expect(outage.needs.closedAt.subarray(first)).not.toEqual(none.needs.closedAt.subarray(first));
});

/** Needs that the network's staff met in consultations begun from `from` until `until`. */
function seen(plan: Plan, { bookings, needs }: Journal, from: number, until: number): number[] {
  return [...bookings.need.subarray(0, bookings.count)].filter((need, row) =>
    plan.serverPlace[bookings.server[row]!] === plan.practices && needs.state[need] === MET && needs.consultedAt[need]! >= from && needs.consultedAt[need]! < until);
}
