/** No patient is forgotten: whoever is still to be seen at the horizon stands in a queue, in the diary, or will ask again. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arms } from "../../src/care/neighbourhood.js";
import { ACTION_TASK, BOOKED, LETTER_TASK, OPEN, PRESCRIPTION_TASK, RESULT_TASK, WAITING, type Journal } from "../../src/care/journal.js";
import { DAY, firstDay, isWorkingDay } from "../../src/facts/days.js";
import { capabilities, undisturbed, type Disruption, type Steps } from "../../src/infrastructure/disruption.js";
import { fourWeeks, placeOf, simulate } from "./neighbourhoods.js";

const horizon = (fourWeeks.warmUpDays + fourWeeks.days) * DAY;

/** Up to six falls of one capability, at any hour of any day, the warm-up and the last day included; some end only after the horizon. */
const steps: fc.Arbitrary<Steps> = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: horizon }), level: fc.constantFrom(0, 0.3, 0.5, 0.8, 1), slowness: fc.constantFrom(1, 1.5) }), { maxLength: 6 })
  .map((changes) => {
    const inOrder = [...new Map(changes.map((change) => [change.at, change])).values()].sort((a, b) => a.at - b.at);
    return { times: inOrder.map(({ at }) => at), level: inOrder.map(({ level }) => level), slowness: inOrder.map(({ slowness }) => slowness) };
  });

const disruptions: fc.Arbitrary<Disruption> = fc.array(steps, { minLength: capabilities.length, maxLength: capabilities.length }).map((all) => ({
  histories: [undisturbed, { capabilities: all, services: [] }], historyOf: [1, 0], onset: Math.min(horizon, ...all.flatMap(({ times }) => times.slice(0, 1))), restored: horizon,
}));

const habits = fc.constantFrom(
  { carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0, receptionDeclines: 0 },
  { carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0, receptionDeclines: 0 },
  { carryOnWithPaper: 0, cancelRoutine: 0, urgentOnly: 1, receptionDeclines: 1 },
);

test("whatever fails and when, an open need is booked for a day to come, waits in a queue, or was last dealt with on one of the last four working days", () => {
  fc.assert(
    fc.property(disruptions, habits, fc.integer({ min: 0, max: 1000 }), (disruption, response, replication) => {
      const arms = simulate(placeOf({ patients: [5000, 2500], replication, overrides: { response } }), disruption);
      expect(forgotten(arms, arms.none)).toEqual([]);
      expect(forgotten(arms, arms.outage)).toEqual([]);
    }),
    { seed: 20230316, numRuns: 25 },
  );
});

test("and everybody else is as they were: a neighbour without an outage of its own, and without staff in common, has the same journal in both arms", () => {
  fc.assert(
    fc.property(disruptions, (disruption) => {
      const { demand, none, outage } = simulate(placeOf({ patients: [5000, 2500], overrides: { care: { pcnStaff: 0 } } }), disruption);
      const first = demand.needs.firstOf[1]!;
      for (const column of ["state", "closedAt", "consultedAt", "consultedMinutes", "records"] as const) expect(outage.needs[column].subarray(first)).toEqual(none.needs[column].subarray(first));
    }),
    { seed: 20240719, numRuns: 10 },
  );
});

/** Numbers of open needs that nothing will ever move. A patient who is to ask again does so within four working days. */
function forgotten({ demand }: Arms, { needs, bookings, jobs }: Journal): number[] {
  let lastDay = fourWeeks.warmUpDays + fourWeeks.days;
  for (let count = 0; count < 4; count++) do lastDay--; while (!isWorkingDay(firstDay(fourWeeks) + lastDay));
  const isLookedAfter = new Uint8Array(demand.needs.count);
  for (let row = 0; row < bookings.count; row++) {
    const isAhead = bookings.state[row] === BOOKED && bookings.startsAt[row]! >= horizon;
    if (isAhead || bookings.endedAt[row]! >= lastDay * DAY) isLookedAfter[bookings.need[row]!] = 1;
  }
  for (let job = 0; job < jobs.count; job++) {
    // These are about items, not about needs.
    if ([RESULT_TASK, LETTER_TASK, ACTION_TASK, PRESCRIPTION_TASK].includes(jobs.kind[job]!)) continue;
    if (jobs.state[job] === WAITING || jobs.endedAt[job]! >= lastDay * DAY) isLookedAfter[jobs.subject[job]!] = 1;
  }
  return Array.from({ length: demand.needs.count }, (_, need) => need).filter((need) => needs.state[need] === OPEN && isLookedAfter[need] === 0);
}
