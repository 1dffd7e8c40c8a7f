/** What these checks have found before, as small as it can be had: each case broke its promise once. The properties meet such cases seldom. */
import { expect, test } from "vitest";
import { simulateNeighbourhood } from "../../src/care/neighbourhood.js";
import { CALL, CANCELLED_BY_PRACTICE, FULL_RECORDS, NOTE, NOT_CONNECTED, TRIAGE, type Journal } from "../../src/care/journal.js";
import { noPolicies } from "../../src/care/policies.js";
import type { Overrides } from "../../src/facts/defaults.js";
import { minutesAt } from "../../src/facts/days.js";
import { capabilities, type Capability, type History } from "../../src/infrastructure/disruption.js";
import type { Happening } from "./anything.js";
import { breachesOf } from "./breaches.js";
import { placeOf } from "./neighbourhoods.js";

/** Levels of what is `lost` from these times of Thursday 16 March on. */
function caseOf(lost: readonly Capability[], levels: readonly (readonly [clock: string, level: number])[], overrides: Overrides): { happening: Happening; outage: Journal; at: (clock: string) => number } {
  const place = placeOf({ patients: [12_000], overrides });
  const at = (clock: string): number => minutesAt(place.period, "2023-03-16", clock);
  const steps = { times: levels.map(([clock]) => at(clock)), level: levels.map(([, level]) => level), slowness: levels.map(() => 1) };
  const history: History = { capabilities: capabilities.map((capability) => (lost.includes(capability) ? steps : { times: [], level: [], slowness: [] })), services: [] };
  const happening = { place, histories: [history], policies: noPolicies };
  const arms = simulateNeighbourhood(place, happening.histories);
  expect(breachesOf(happening, arms)).toEqual([]);
  return { happening, outage: arms.outage, at };
}

const carryOn = { carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0, receptionDeclines: 0 };
const linesOf = ({ jobs }: Journal, kind: number): number[] => [...jobs.kind.keys()].filter((job) => jobs.kind[job] === kind);

test("a note is not typed in before the consultation of which it is has ended, though others can log in meanwhile", () => {
  const { outage } = caseOf(["seeRecords", "writeRecords"], [["10:00", 0.6], ["10:30", 1], ["11:00", 0.6], ["11:30", 1]], { response: carryOn });
  expect(linesOf(outage, NOTE).some((job) => outage.needs.records[outage.jobs.subject[job]!] === FULL_RECORDS)).toBe(true);
});

test("when the last log-in goes, no entry outlives it, whoever had found one", () => {
  const { outage, at } = caseOf(["seeRecords", "writeRecords"], [["09:00", 0.3], ["10:00", 0], ["11:00", 1]], { response: carryOn });
  const cutOff = [...outage.needs.state.keys()].filter((need) => outage.needs.records[need] === FULL_RECORDS && outage.needs.consultedAt[need]! < at("10:00") && outage.needs.closedAt[need]! > at("10:00"));
  expect(cutOff.length).toBeGreaterThan(0);
});

test("who has come early is not cancelled when the practice cancels routine appointments", () => {
  const { outage } = caseOf(["seeRecords", "writeRecords"], [["09:30", 0], ["16:00", 1]], {
    care: { punctuality: [-60, 20] }, response: { carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0, receptionDeclines: 0, noticeMinutes: 5, newsMinutes: 5, decisionMinutes: 5, planShare: 1 },
  });
  expect([...outage.bookings.state].filter((state) => state === CANCELLED_BY_PRACTICE).length).toBeGreaterThan(5);
});

test("nor is one who is asked at the desk just then seen and rebooked as well", () => {
  const { outage } = caseOf(["seeRecords", "writeRecords", "seeAppointmentList"], [["08:00", 0.45], ["16:00", 1]], {
    care: { punctuality: [-60, 20], handlingSd: 0 }, response: { carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0, receptionDeclines: 0, noticeMinutes: 20, newsMinutes: 20, decisionMinutes: 10, planShare: 1, checkInMinutes: 45 },
  });
  expect([...outage.bookings.state].filter((state) => state === CANCELLED_BY_PRACTICE).length).toBeGreaterThan(5);
});

test("who is on the line when it goes dead for a minute is cut off, though it is back before the call would have ended", () => {
  const { outage, at } = caseOf(["telephone"], [["08:10", 0], ["08:11", 1]], { response: carryOn });
  const cutOff = linesOf(outage, CALL).filter((job) => outage.jobs.state[job] === NOT_CONNECTED && outage.jobs.arrivedAt[job]! < at("08:10") && outage.jobs.endedAt[job]! > at("08:11"));
  expect(cutOff.length).toBeGreaterThan(0);
});

test("a request that a GP reads while nobody can book is not booked for another day", () => {
  const { outage, at } = caseOf(["book"], [["10:00", 0], ["17:00", 1]], { care: { triageShare: 1, triageMinutes: 15 }, response: carryOn });
  expect(linesOf(outage, TRIAGE).some((job) => outage.jobs.arrivedAt[job]! < at("10:00") && outage.jobs.endedAt[job]! > at("10:00") && outage.jobs.endedAt[job]! < at("17:00"))).toBe(true);
});
