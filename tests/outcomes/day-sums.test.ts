/** What charts have by day and by reason, role or kind adds up to the outcomes' own figures. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ABANDONED, ATTENDED, CALL, CANCELLED_BY_PRACTICE, FULL_RECORDS, NO_RECORDS } from "../../src/care/journal.js";
import { roles } from "../../src/estate/estate.js";
import { DAY } from "../../src/facts/days.js";
import { sumsOf } from "../../src/experiment/tally.js";
import { daySumsOf } from "../../src/outcomes/day-sums.js";
import { outcomes } from "../../src/outcomes/index.js";
import { ONSET, pairOf, period, type ArmOf } from "./journal-builder.js";

const COUNT = 12, PRACTICES = 2;
/** Reported days alone: what comes before them is in no chart. */
const time = fc.double({ min: ONSET, max: (period.warmUpDays + period.days) * DAY - 1, noNaN: true });
const minutes = fc.double({ min: 1, max: 60, noNaN: true });
const arm = fc.record({
  ends: fc.array(fc.record({ consultedAt: time, records: fc.constantFrom(FULL_RECORDS, NO_RECORDS), consultedMinutes: minutes, entryMinutes: minutes, enteredAt: time }), { minLength: COUNT, maxLength: COUNT }),
  bookings: fc.array(fc.record({ need: fc.nat(COUNT - 1), madeAt: fc.constant(0), startsAt: time, state: fc.constantFrom(ATTENDED, CANCELLED_BY_PRACTICE), endedAt: time }), { maxLength: 30 }),
  jobs: fc.array(fc.record({ practice: fc.nat(PRACTICES - 1), kind: fc.constant(CALL), state: fc.constant(ABANDONED), arrivedAt: time, endedAt: fc.constant(Number.MAX_VALUE) }), { maxLength: 20 }),
  worked: fc.array(fc.record({ practice: fc.nat(PRACTICES - 1), day: fc.integer({ min: Math.ceil(ONSET / DAY), max: period.warmUpDays + period.days - 1 }), role: fc.constantFrom(...roles), activity: fc.constantFrom("consultation" as const, "note" as const), minutes }), { maxLength: 20 }),
});

test("by outcome, part and arm", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arm, arm, (one, other) => {
      const armOf = ({ ends, ...rest }: typeof one): ArmOf => ({ ...rest, ends: Object.fromEntries(ends.entries()) });
      const needs = Array.from({ length: COUNT }, (_, need) => ({ practice: need % PRACTICES, minutes: 10 + need }));
      // Booked on the day on which the twin holds it, so that there is something to miss.
      const held = { ...one, ends: one.ends.map((end) => ({ ...end, records: FULL_RECORDS } as typeof end)), bookings: one.bookings.map((booking) => ({ ...booking, startsAt: one.ends[booking.need]!.consultedAt })) };
      const pair = pairOf({ practices: PRACTICES, needs, none: armOf(held), outage: armOf(other) });
      const sums = sumsOf(outcomes, pair);
      const days = daySumsOf(pair);
      const whole = (id: string, part: string, of: "values" | "over" = "values"): number => [...(sums.find((sum) => sum.id === id && sum.part === part && sum.arm === "outage" && (id !== "extraWorkHours" || sum.over === null))?.[of] ?? [])].reduce((total, value) => total + value, 0);
      const byDay = (id: string, holds: (part: string) => boolean, armName = "outage"): number => days.filter((sum) => sum.id === id && sum.arm === armName && holds(sum.part)).reduce((total, { values }) => total + values.reduce((before, value) => before + value, 0), 0);
      for (const { id, part } of days) seen.add(`${id} ${part.replace(/^role:\S+/, "role")}`);
      for (const reason of ["reason:without records", "reason:not delivered on its day"]) expect(byDay("appointmentsDisrupted", (part) => part === reason)).toBe(whole("appointmentsDisrupted", reason));
      for (const fate of ["rebooked", "lost"]) expect(byDay("appointmentsCancelled", (part) => part === fate)).toBe(whole("appointmentsCancelled", fate));
      expect(byDay("callsAbandoned", () => true) - byDay("callsAbandoned", () => true, "none")).toBe(whole("excessAbandonment", "all"));
      // Hours are sums of fractions, in another order.
      expect(byDay("paperHours", (part) => part !== "with records") * 60).toBeCloseTo(whole("workloadFactor", "all"), 6);
      expect(byDay("paperHours", (part) => part === "with records") * 60).toBeCloseTo(whole("workloadFactor", "all", "over"), 6);
      for (const role of roles) {
        for (const isOf of [(part: string) => part === `role:${role}`, (part: string) => part.startsWith(`role:${role} `)]) expect(byDay("extraWorkHours", isOf)).toBeCloseTo(whole("extraWorkHours", `role:${role}`), 6);
      }
    }),
    { seed: 20230316, numRuns: 100 },
  );
  // Not for want of anything to add up.
  expect([...seen].sort()).toEqual([
    "appointmentsCancelled lost", "appointmentsCancelled rebooked", "appointmentsDisrupted reason:not delivered on its day", "appointmentsDisrupted reason:without records", "callsAbandoned all",
    "extraWorkHours role", "extraWorkHours role activity:consultation", "extraWorkHours role activity:note", "paperHours on paper", "paperHours typing in", "paperHours with records",
  ]);
});
