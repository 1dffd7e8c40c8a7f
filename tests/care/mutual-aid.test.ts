/** A network whose practices help each other. */
import { expect, test } from "vitest";
import { AT_DESK, ATTENDED, CALL, DECLINED, NOTE, NO_RECORDS, type Journal } from "../../src/care/journal.js";
import { planOf } from "../../src/care/plan.js";
import { SAME_DAY, type Demand } from "../../src/demand/demand.js";
import { DAY, minutesAt } from "../../src/facts/days.js";
import type { Disruption } from "../../src/infrastructure/disruption.js";
import { outageOf, placeOf, simulate } from "./neighbourhoods.js";

const declining = { receptionDeclines: 1, carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0 };
const place = (mutualAid: number) => placeOf({ patients: [6000, 7000, 8000], overrides: { response: { ...declining, mutualAid } } });
const from = minutesAt(place(0).period, "2023-03-16", "08:00");
const first: Disruption = { ...outageOf(place(0), 2, { lost: ["seeRecords", "writeRecords", "book", "seeAppointmentList"] }), historyOf: [1, 0, 0] };

/** Bookings of the first practice's patients with clinicians of the others, by day and practice of these. */
function helpedIn(journal: Journal, demand: Demand, mutualAid: number): Map<string, number[]> {
  const { serverPlace } = planOf(place(mutualAid));
  const found = new Map<string, number[]>();
  for (const row of journal.bookings.need.keys()) {
    const host = serverPlace[journal.bookings.server[row]!]!;
    if (host === demand.needs.practice[journal.bookings.need[row]!] || host > 2) continue;
    const key = `${Math.floor(journal.bookings.madeAt[row]! / DAY)} ${host}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

test("neighbours take as many urgent patients a day as they have offered to, and nobody else's", () => {
  const { outage, none, demand } = simulate(place(3), first);
  expect(helpedIn(none, demand, 3).size).toBe(0);
  const helped = helpedIn(outage, demand, 3);
  // Two days, two neighbours, and more urgent patients than six a day.
  expect([...helped.keys()].sort()).toEqual([3, 4].flatMap((day) => [1, 2].map((host) => `${place(3).period.warmUpDays + day} ${host}`)));
  for (const rows of helped.values()) {
    expect(rows.length).toBe(3);
    for (const row of rows) {
      const need = outage.bookings.need[row]!;
      expect(demand.needs.practice[need]).toBe(0);
      expect(demand.needs.kind[need]).toBe(SAME_DAY);
      expect(outage.bookings.madeAt[row]).toBeGreaterThanOrEqual(from);
    }
  }
});

test("they see them without the record, and the patient's own practice types the note in", () => {
  const { outage, demand } = simulate(place(5), first);
  const seen = [...helpedIn(outage, demand, 5).values()].flat().filter((row) => outage.bookings.state[row] === ATTENDED).map((row) => outage.bookings.need[row]!);
  expect(seen.length).toBeGreaterThan(8);
  for (const need of seen) {
    expect(outage.needs.records[need]).toBe(NO_RECORDS);
    const notes = [...outage.jobs.kind.keys()].filter((job) => outage.jobs.kind[job] === NOTE && outage.jobs.subject[job] === need);
    expect(notes.map((job) => outage.jobs.practice[job])).toEqual([0]);
  }
});

test("it lowers what is declined by what is seen", () => {
  const declined = (mutualAid: number): number => {
    const { outage } = simulate(place(mutualAid), first);
    return [...outage.jobs.kind.keys()].filter((job) => [CALL, AT_DESK].includes(outage.jobs.kind[job]!) && outage.jobs.state[job] === DECLINED).length;
  };
  // Those who are helped are not declined, nor do they try again to be: twelve at least of twelve a day, had there been as many.
  expect(declined(6)).toBeLessThan(declined(0) - 8);
});

test("without a neighbour whose systems work nobody helps", () => {
  const { outage, demand } = simulate(place(3), { ...first, historyOf: [1, 1, 1] });
  expect(helpedIn(outage, demand, 3).size).toBe(0);
});
