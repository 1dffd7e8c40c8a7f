/** Nothing is lost and nothing appears from nowhere: every need, booking, job and item of both arms ends in one state, or is open at the horizon. */
import { expect, test } from "vitest";
import {
  ACTION_TASK, ATTENDED, BOOKED, CALL, AT_DESK, DONE, FULL_RECORDS, LETTER_TASK, MET, NO_SUBJECT, NOT_ATTENDED, DID_NOT_ATTEND, NOTE, NO_RECORDS, ONLINE_REQUEST, OPEN, ON_PAPER,
  PAPER_QUERY, PAPER_REQUEST, PRESCRIPTION_TASK, REPORT_TASK, RESULT_TASK, URGENT_RESULT, WAITING, type Journal,
} from "../../src/care/journal.js";
import { LETTER, PLANNED, REPEAT, REPORT, RESULT, type Demand } from "../../src/demand/demand.js";
import { DAY } from "../../src/facts/days.js";
import { outageOf, placeOf, simulate } from "./neighbourhoods.js";

const cases = [
  { name: "two practices, five days without anything", place: placeOf(), days: 7, options: {} },
  { name: "a tiny practice, half of the users cut off", place: placeOf({ patients: [900], seed: "tiny" }), days: 2, options: { level: 0.5 } },
  { name: "telephones alone", place: placeOf({ patients: [6000], seed: "phones" }), days: 1, options: { lost: ["telephone"] as const } },
  { name: "everybody declines", place: placeOf({ patients: [6000], overrides: { response: { receptionDeclines: 1, carryOnWithPaper: 0, cancelRoutine: 1, urgentOnly: 0 } } }), days: 2, options: {} },
].map(({ name, place, days, options }) => ({ name, place, arms: simulate(place, outageOf(place, days, options)) }));

for (const { name, place, arms } of cases) {
  for (const arm of ["none", "outage"] as const) {
    const { demand } = arms;
    const journal = arms[arm];
    const horizon = journal.days * DAY;

    test(`${name}, ${arm}: a need is closed exactly when it is not open, and never before it arose`, () => {
      for (let need = 0; need < demand.needs.count; need++) {
        const closedAt = journal.needs.closedAt[need]!;
        expect(Number.isNaN(closedAt)).toBe(journal.needs.state[need] === OPEN);
        if (!Number.isNaN(closedAt)) expect(closedAt).toBeGreaterThanOrEqual(demand.needs.arrivesAt[need]!);
      }
    });

    test(`${name}, ${arm}: clinical needs that are met have one attended booking, others none; no patient is booked twice at once`, () => {
      const attended = new Int32Array(demand.needs.count);
      const missed = new Int32Array(demand.needs.count);
      const waiting = new Int32Array(demand.needs.count);
      for (let booking = 0; booking < journal.bookings.count; booking++) {
        const state = journal.bookings.state[booking];
        const need = journal.bookings.need[booking]!;
        if (state === ATTENDED) attended[need]!++;
        if (state === DID_NOT_ATTEND) missed[need]!++;
        if (state === BOOKED) waiting[need]!++;
      }
      for (let need = 0; need < demand.needs.count; need++) {
        if (demand.needs.kind[need]! > PLANNED) continue;
        expect(attended[need]).toBe(journal.needs.state[need] === MET ? 1 : 0);
        expect(missed[need]).toBe(journal.needs.state[need] === NOT_ATTENDED ? 1 : 0);
        expect(waiting[need]).toBeLessThanOrEqual(journal.needs.state[need] === OPEN ? 1 : 0);
      }
    });

    test(`${name}, ${arm}: every item that has come in is one task, and a letter for action was filed first`, () => {
      const seen = new Int32Array(demand.items.count);
      const actions = new Int32Array(demand.items.count);
      const filed = new Float64Array(demand.items.count).fill(Infinity);
      for (let job = 0; job < journal.jobs.count; job++) {
        const kind = journal.jobs.kind[job]!;
        const item = journal.jobs.subject[job]!;
        const of = ({ [RESULT_TASK]: RESULT, [URGENT_RESULT]: RESULT, [LETTER_TASK]: LETTER, [PRESCRIPTION_TASK]: REPEAT, [REPORT_TASK]: REPORT } as Record<number, number>)[kind];
        if (of !== undefined && item !== NO_SUBJECT) {
          seen[item]!++;
          expect(demand.items.kind[item]).toBe(of);
          expect(demand.items.urgent[item] === 1).toBe(kind === URGENT_RESULT);
          if (kind === LETTER_TASK && journal.jobs.state[job] === DONE) filed[item] = journal.jobs.endedAt[job]!;
        }
        if (kind === ACTION_TASK) {
          actions[item]!++;
          expect(journal.jobs.arrivedAt[job]).toBeGreaterThanOrEqual(filed[item]!);
        }
      }
      for (let item = 0; item < demand.items.count; item++) {
        expect(seen[item]).toBe(demand.items.arrivesAt[item]! < horizon ? 1 : 0);
        expect(actions[item]).toBeLessThanOrEqual(1);
      }
    });

    test(`${name}, ${arm}: a job has ended exactly when it is not waiting`, () => {
      for (let job = 0; job < journal.jobs.count; job++) {
        expect(Number.isNaN(journal.jobs.endedAt[job]!)).toBe(journal.jobs.state[job] === WAITING);
        if (journal.jobs.state[job] !== WAITING) expect(journal.jobs.endedAt[job]).toBeGreaterThanOrEqual(journal.jobs.arrivedAt[job]!);
        const isContact = [CALL, ONLINE_REQUEST, AT_DESK].includes(journal.jobs.kind[job]!);
        if (isContact) expect(journal.jobs.state[job]).not.toBe(DONE);
        else expect([WAITING, DONE]).toContain(journal.jobs.state[job]);
      }
    });

    test(`${name}, ${arm}: every request taken on paper becomes one task, and every consultation without records one note`, () => {
      const { notes, requests, onPaper, withoutRecords } = paperOf(journal, demand);
      expect(requests).toBe(onPaper);
      for (const need of withoutRecords) expect(notes.get(need)).toBe(1);
      // The other notes replace entries that were lost at the onset, of consultations that had begun with records.
      for (const [need, count] of notes) {
        expect(count).toBe(1);
        if (!withoutRecords.has(need)) expect(journal.needs.records[need]).toBe(FULL_RECORDS);
      }
    });
  }

  test(`${name}: before the onset both arms are the same`, () => {
    const onset = outageOf(place, 1).onset;
    const before = (journal: Journal) => [...journal.jobs.arrivedAt].flatMap((time, job) => (time < onset ? [time, journal.jobs.kind[job], journal.jobs.subject[job]] : []));
    expect(before(arms.outage)).toEqual(before(arms.none));
  });
}

function paperOf({ needs, jobs }: Journal, demand: Demand) {
  const notes = new Map<number, number>();
  let requests = 0, onPaper = 0;
  for (let job = 0; job < jobs.count; job++) {
    const kind = jobs.kind[job]!;
    if (kind === NOTE) notes.set(jobs.subject[job]!, (notes.get(jobs.subject[job]!) ?? 0) + 1);
    if (kind === PAPER_REQUEST || kind === PAPER_QUERY) requests++;
    if (jobs.state[job] === ON_PAPER) onPaper++;
  }
  const withoutRecords = new Set<number>();
  for (let need = 0; need < demand.needs.count; need++) if (needs.state[need] === MET && needs.records[need] === NO_RECORDS && !Number.isNaN(needs.consultedAt[need]!)) withoutRecords.add(need);
  return { notes, requests, onPaper, withoutRecords };
}
