/** No effect is exactly none: whatever is in the journals, two that are the same differ by exactly 0, and their ratio is exactly 1. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { bookingStates, jobKinds, jobStates, needStates, OPEN, prescriptionStates, recordKinds } from "../../src/care/journal.js";
import { needKinds } from "../../src/demand/demand.js";
import { roles } from "../../src/estate/estate.js";
import { tallyUnit } from "../../src/experiment/tally.js";
import { descriptionOf, descriptions, outcomes } from "../../src/outcomes/index.js";
import { byDay } from "../../src/outcomes/outcome.js";
import { HORIZON, pairOf, type ArmOf } from "./journal-builder.js";

const time = fc.double({ min: 0, max: HORIZON - 1, noNaN: true });
const minutes = fc.double({ min: 0.01, max: 600, noNaN: true });
const one = (list: readonly unknown[]) => fc.nat(list.length - 1);
const needs = fc.array(
  fc.record({
    practice: fc.nat(2), patient: fc.nat(20), kind: one(needKinds), arrivesAt: time, minutes, state: one(needStates), later: time, records: one(recordKinds), isEntered: fc.boolean(),
    prescription: one(prescriptionStates), prescribedAt: fc.option(time, { nil: NaN }),
  }),
  { minLength: 1, maxLength: 40 },
);
const journal = needs.chain((list) =>
  fc.record({
    needs: fc.constant(list),
    bookings: fc.array(fc.record({ need: fc.nat(list.length - 1), madeAt: time, startsAt: time, state: one(bookingStates), endedAt: time }), { maxLength: 40 }),
    jobs: fc.array(
      fc.record({
        practice: fc.nat(2), kind: one(jobKinds), subject: fc.nat(list.length - 1), state: one(jobStates), arrivedAt: time, endedAt: fc.option(time, { nil: NaN }), minutes,
        calledBack: fc.nat(1),
      }),
      { maxLength: 80 },
    ),
    worked: fc.array(
      fc.record({ practice: fc.nat(2), day: fc.nat(27), role: fc.constantFrom(...roles), activity: fc.constantFrom("consultation" as const, "note" as const), minutes, overtime: minutes }),
      { minLength: 1, maxLength: 40 },
    ),
    access: fc.array(fc.record({ practice: fc.nat(2), day: fc.nat(27), workingDays: fc.double({ min: 0, max: 60, noNaN: true }) }), { maxLength: 40 }),
  }),
);

test("a disturbance that changes nothing in the journals changes nothing in the outcomes", () => {
  fc.assert(
    fc.property(journal, ({ needs, bookings, jobs, worked, access }) => {
      const ends = Object.fromEntries(needs.map(({ state, later, records, minutes: length, isEntered, prescription, prescribedAt }, need) => [need, state === OPEN ? {} : {
        state, closedAt: later, consultedAt: later, records, consultedMinutes: length, entryMinutes: length, enteredAt: isEntered ? later : NaN,
        prescription, prescribedAt,
      }]));
      const arm: ArmOf = { ends, bookings, jobs, worked, access };
      const tally = tallyUnit(pairOf({ practices: 3, needs, none: arm, outage: arm }));
      for (const { id, part, values, over } of tally.sums) {
        const { kind } = descriptionOf(id, part)!;
        // The factor of work on paper is no comparison of the arms: with entry in the minutes drawn it is 2 where there is paper.
        if (id === "workloadFactor" || kind === "level") continue;
        values.forEach((value, place) => {
          if (kind === "difference") expect(value + 0).toBe(0);
          else if (over![place] !== 0) expect(value / over![place]!).toBe(1);
        });
      }
      for (const { excess, excessAtRestored } of tally.practices) expect([...excess, excessAtRestored].every((value) => value === 0)).toBe(true);
      for (const queue of tally.hourly.excess) expect(queue.every((value) => value === 0)).toBe(true);
    }),
    { seed: 20230316, numRuns: 200 },
  );
});

test("every outcome begins with its whole, and no part of an id is described twice", () => {
  const named = descriptions.flatMap(({ id, parts }) => parts.map((part) => `${id} ${part}`));
  expect(new Set(named).size).toBe(named.length);
  for (const { id } of descriptions) expect(descriptionOf(id, "all")).toBeDefined();
  expect(outcomes.length).toBeLessThan(descriptions.length);
  expect(descriptionOf("extraWorkHours", `${byDay}2023-03-16`)?.unit).toBe("staff hours");
  expect(descriptionOf("extraWorkHours", "multiple")?.unit).toBe("ratio");
  expect(descriptionOf("workloadFactor", `${byDay}2023-03-16`)).toBeUndefined();
});
