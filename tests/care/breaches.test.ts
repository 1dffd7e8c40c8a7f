/** The checks of journals can fail: each kind of falsehood, put into a journal that is true, is noticed. */
import { beforeAll, describe, expect, test } from "vitest";
import {
  ATTENDED, BOOKED, CALL, CANCELLED_BY_PRACTICE, DEFERRED, DEFERRED_PRESCRIPTION, DONE, FULL_RECORDS, LAPSED, LETTER_TASK, MET, NOTE, NO_RECORDS, ON_PAPER, OPEN, PAPER_REQUEST, RESULT_TASK, SERVED, TO_111, TO_URGENT_CARE, WAITING,
  type Journal,
} from "../../src/care/journal.js";
import { SAME_DAY, type Demand } from "../../src/demand/demand.js";
import { DAY, minutesAt } from "../../src/facts/days.js";
import { openWork } from "../../src/outcomes/backlog.js";
import type { History } from "../../src/infrastructure/disruption.js";
import type { Pair } from "../../src/outcomes/outcome.js";
import { beforeOnset, breaches, inCapabilities, inFuture, inOpenWork } from "./breaches.js";
import { disruptionOf, placeOf, simulate, sufferedBy } from "./neighbourhoods.js";

/** So large that somebody is about to get a prescription when systems fail. */
const place = placeOf({ patients: [8000], overrides: { response: { receptionDeclines: 0, carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0 } } });
/** In the middle of a morning clinic, for two days. */
const begins = minutesAt(place.period, "2023-03-16", "10:00");
const disruption = disruptionOf(place, begins, begins + 2 * DAY);
const { histories, onset } = sufferedBy(place, disruption);
const arms = simulate(place, disruption);
const demand: Demand = arms.demand;
let journal: Journal;

beforeAll(() => void expect([...breaches(demand, arms.outage), ...inCapabilities(demand, arms.outage, histories)]).toEqual([]));

/** What is found once `falsify` has had its way with a copy of the journal. */
function foundAfter(falsify: (journal: Journal) => void, lived: readonly History[] = histories): string {
  journal = structuredClone(arms.outage);
  falsify(journal);
  return [...breaches(demand, journal), ...inCapabilities(demand, journal, lived)].join("\n");
}

const job = (holds: (job: number) => boolean): number => [...arms.outage.jobs.kind.keys()].find(holds)!;
const booking = (holds: (row: number) => boolean): number => [...arms.outage.bookings.state.keys()].find(holds)!;
const need = (holds: (need: number) => boolean): number => [...arms.outage.needs.state.keys()].find(holds)!;
const { jobs, bookings, needs } = arms.outage;
const seen = need((row) => needs.state[row] === MET && needs.consultedAt[row]! > 0);
const ofKind = (kind: number, state: number): number => job((row) => jobs.kind[row] === kind && jobs.state[row] === state);

describe("in needs", () => {
  const away = [...arms.outage.visits.to.keys()].find((visit) => needs.state[arms.outage.visits.need[visit]!] === TO_111)!;
  test.each<[string, RegExp, (journal: Journal) => void]>([
    ["one that is closed and open", /closed at/, ({ needs }) => (needs.state[seen] = OPEN)],
    ["one that closed before it arose", /arose at/, ({ needs }) => (needs.closedAt[seen] = demand.needs.arrivesAt[seen]! - 1)],
    ["one that is met without anybody having seen the patient", /consulted at NaN/, ({ needs }) => (needs.consultedAt[seen] = NaN)],
    ["one that lapsed although the patient was seen", /attended bookings/, ({ needs }) => (needs.state[seen] = LAPSED)],
    ["one that ended elsewhere although nobody went there", /ended in 0 visits/, ({ visits }) => (visits.at[away]! -= 1)],
    ["one that an emergency department sent back", /nobody is sent back from there/, ({ visits }) => ((visits.to[away] = TO_URGENT_CARE), (visits.at[away]! -= 1))],
    ["a consultation that ends before its minutes are over", /ends at/, ({ needs }) => (needs.consultedMinutes[seen]! += 1)],
  ])("%s", (_, what, falsify) => expect(foundAfter(falsify)).toMatch(what));
});

describe("in the diary", () => {
  const attended = booking((row) => bookings.state[row] === ATTENDED && bookings.slot[row]! >= 0);
  const next = booking((row) => row > attended && bookings.state[row] === ATTENDED && bookings.slot[row]! >= 0);
  test.each<[string, RegExp, (journal: Journal) => void]>([
    ["a slot given twice", /taken twice/, ({ bookings }) => (bookings.slot[next] = bookings.slot[attended]!)],
    ["a booking that is still live after its day", /still booked/, ({ bookings }) => ((bookings.state[attended] = BOOKED), (bookings.endedAt[attended] = NaN))],
    ["a patient seen on a cancelled booking", /0 attended bookings/, ({ bookings }) => (bookings.state[attended] = CANCELLED_BY_PRACTICE)],
    ["a clinician with two patients at once", /sees need/, ({ bookings, needs }) => {
      bookings.server[next] = bookings.server[attended]!;
      needs.consultedAt[bookings.need[next]!] = needs.consultedAt[bookings.need[attended]!]!;
    }],
    ["a booking made after it ended", /made at/, ({ bookings }) => (bookings.madeAt[attended] = bookings.endedAt[attended]! + 1)],
  ])("%s", (_, what, falsify) => expect(foundAfter(falsify)).toMatch(what));
});

describe("in jobs, items and paper", () => {
  const note = ofKind(NOTE, DONE), letter = ofKind(LETTER_TASK, DONE), result = ofKind(RESULT_TASK, DONE), served = ofKind(CALL, SERVED), deferred = ofKind(DEFERRED_PRESCRIPTION, DONE);
  test.each<[string, RegExp, (journal: Journal) => void]>([
    ["a call that is done", /is no end for it/, ({ jobs }) => (jobs.state[served] = DONE)],
    ["a job with an end that waits", /ended at/, ({ jobs }) => (jobs.state[letter] = WAITING)],
    ["a job done in less time than it took", /took/, ({ jobs }) => (jobs.minutes[letter] = jobs.endedAt[letter]! - jobs.arrivedAt[letter]! + 1)],
    ["a letter that became two tasks", /is 2 tasks/, ({ jobs }) => (jobs.subject[job((row) => row !== letter && jobs.kind[row] === LETTER_TASK)] = jobs.subject[letter]!)],
    ["a result that is dealt with as a letter", /is a letter/, ({ jobs }) => (jobs.kind[result] = LETTER_TASK)],
    ["a request on paper that nobody has", /on paper without a task/, ({ jobs }) => (jobs.state[served] = ON_PAPER)],
    ["a request on paper from nowhere", /on paper without a task/, ({ jobs }) => (jobs.kind[note] = PAPER_REQUEST)],
    ["a consultation on paper without a note", /0 notes/, ({ needs }) => (needs.records[seen] = NO_RECORDS)],
    ["a note entered at another time than it was typed", /entered at/, ({ needs, jobs }) => (needs.enteredAt[jobs.subject[note]!]! += 1)],
    ["a prescription put off that nobody has to issue", /tasks for prescription/, ({ needs }) => (needs.prescription[need((row) => needs.prescription[row] !== DEFERRED && needs.state[row] === MET)] = DEFERRED)],
    ["a prescription that was put off and issued at another time", /prescribed at/, ({ needs, jobs }) => (needs.prescribedAt[jobs.subject[deferred]!]! += 1)],
    ["a patient who rings while at the clinician's", /two places/, ({ jobs, bookings }) => {
      const servedBefore = (row: number): number | undefined => [...jobs.kind.keys()].find((other) => jobs.kind[other] === CALL && jobs.subject[other] === bookings.need[row] && jobs.endedAt[other] === bookings.madeAt[row]);
      const row = booking((row) => bookings.state[row] === ATTENDED && demand.needs.kind[bookings.need[row]!] === SAME_DAY && servedBefore(row) !== undefined);
      const call = servedBefore(row)!;
      jobs.endedAt[call] = bookings.endedAt[row]!;
    }],
  ])("%s", (_, what, falsify) => expect(foundAfter(falsify)).toMatch(what));
});

describe("in time", () => {
  test.each<[string, RegExp, (journal: Journal) => void]>([
    ["negative minutes", /minutes of consultation/, ({ worked }) => (worked[0] = -1)],
    ["an hour that nobody worked", /booked/, ({ worked }) => (worked[worked.findIndex((minutes) => minutes > 0)]! += 60)],
    ["more overtime than work", /of overtime in/, ({ overtime }) => (overtime[0] = 1e6)],
    ["more work than anybody is rostered for", /rostered/, ({ rostered }) => (rostered[0] = 1)],
  ])("%s", (_, what, falsify) => expect(foundAfter(falsify)).toMatch(what));
});

describe("between journal and incident", () => {
  const lasting = histories.map(({ capabilities }): History => ({ capabilities: capabilities.map(() => ({ times: [0], level: [0], slowness: [1] })), services: [] }));
  const harmless = histories.map(({ capabilities }): History => ({ capabilities: capabilities.map(() => ({ times: [], level: [], slowness: [] })), services: [] }));
  const unchanged = (): void => {};

  test("a run that went on as if nothing had failed", () => {
    const found = foundAfter(unchanged, lasting);
    for (const what of ["on a dead line", "through a dead tool", "begun without receiveDocuments", "with records that nobody had", "prescribed electronically, which nobody could", "when nobody could book"]) expect(found).toContain(what);
  });

  test("a run that suffered from what did not happen", () => {
    const found = foundAfter(unchanged, harmless);
    for (const what of ["without records that everybody had", "not prescribed electronically, which everybody could"]) expect(found).toContain(what);
  });

  test("a lost entry that was not", () => {
    const lost = need((row) => needs.records[row] === FULL_RECORDS && needs.entryMinutes[row]! > 0);
    expect(lost).toBeDefined();
    expect(foundAfter(({ needs }) => (needs.entryMinutes[lost] = 0))).toContain("its entry outlived the system");
  });
});

describe("in a pair", () => {
  const pair = (): Pair => ({ ...structuredClone({ demand, none: arms.none, outage: arms.outage }), practices: [0], histories, onset, period: place.period });

  test("a past that is not shared", () => {
    const parted = pair();
    expect(beforeOnset(parted)).toEqual([]);
    parted.outage.jobs.subject[0]! += 1;
    expect(beforeOnset(parted)).toHaveLength(1);
  });

  test("a need that nothing will ever move", () => {
    const forgetful = pair();
    expect(inFuture(forgetful, forgetful.outage)).toEqual([]);
    const waiting = need((row) => needs.state[row] === MET && demand.needs.arrivesAt[row]! > 0 && needs.closedAt[row]! < onset);
    forgetful.outage.needs.state[waiting] = OPEN;
    expect(inFuture(forgetful, forgetful.outage)).toEqual([`need ${waiting} is forgotten`]);
  });

  test("less than no work", () => {
    const idle = pair();
    expect(inOpenWork(idle, idle.outage)).toEqual([]);
    openWork(idle, idle.outage)[0]![0]![5] = -1;
    expect(inOpenWork(idle, idle.outage)).toHaveLength(1);
  });
});
