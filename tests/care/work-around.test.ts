/** Prescriptions of consultations; who is called back; log-ins that are shared; patients of whom nobody knows that they come. */
import { describe, expect, test } from "vitest";
import {
  BY_HAND, CALL, CHECK_IN, DEFERRED, DEFERRED_PRESCRIPTION, DONE, ELECTRONIC, FULL_RECORDS, MET, NOT_CONNECTED, NO_PRESCRIPTION, NO_RECORDS, SENT_HOME, TRIAGE, WAITING, type Journal,
} from "../../src/care/journal.js";
import { FACE_TO_FACE, ONLINE, SAME_DAY } from "../../src/demand/demand.js";
import { DAY, minutesAt } from "../../src/facts/days.js";
import { calm, disruptionOf, outageOf, placeOf, simulate } from "./neighbourhoods.js";

const carryOn = { receptionDeclines: 0, carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0 };
const place = placeOf({ patients: [6000], overrides: { response: carryOn } });
const from = minutesAt(place.period, "2023-03-16", "08:00");
const jobsOf = ({ jobs }: Journal, kind: number): number[] => [...jobs.kind.keys()].filter((job) => jobs.kind[job] === kind);
const needsOf = (journal: Journal, holds: (need: number) => boolean): number[] => [...journal.needs.state.keys()].filter(holds);

describe("prescriptions", () => {
  const { none, outage, demand } = simulate(place, outageOf(place, 1, { lost: ["prescribeElectronically"] }));
  const during = (need: number): boolean => outage.needs.consultedAt[need]! >= from && outage.needs.consultedAt[need]! < from + DAY;

  test("are all sent electronically on ordinary days, as often as their shares say", () => {
    const seen = needsOf(none, (need) => none.needs.consultedAt[need]! > 0);
    expect(new Set(none.needs.prescription)).toEqual(new Set([NO_PRESCRIPTION, ELECTRONIC]));
    for (const role of [0, 1, 2]) {
      const ofRole = seen.filter((need) => demand.needs.role[need] === role);
      const share = ofRole.filter((need) => none.needs.prescription[need] === ELECTRONIC).length / ofRole.length;
      const expected = place.parameters.care.prescribedShare[role]!;
      // Four standard errors: it fails for one seed in 16,000.
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / ofRole.length));
    }
    for (const need of seen) expect(Number.isNaN(none.needs.prescribedAt[need]!)).toBe(none.needs.prescription[need] === NO_PRESCRIPTION);
  });

  test("are written by hand or put off while they cannot be sent; what was put off is sent when it can be", () => {
    const [hand, late] = [BY_HAND, DEFERRED].map((how) => needsOf(outage, (need) => during(need) && outage.needs.prescription[need] === how)) as [number[], number[]];
    expect(needsOf(outage, (need) => during(need) && outage.needs.prescription[need] === ELECTRONIC && outage.needs.closedAt[need]! < from + DAY)).toEqual([]);
    expect(hand.length).toBeGreaterThan(5);
    expect(late.length).toBeGreaterThan(5);
    for (const need of late) expect(outage.needs.prescribedAt[need]).toBeGreaterThan(from + DAY);
    const tasks = jobsOf(outage, DEFERRED_PRESCRIPTION);
    expect(tasks.map((job) => outage.jobs.subject[job]!).sort((a, b) => a - b)).toEqual(late);
    expect(tasks.every((job) => outage.jobs.state[job] === DONE)).toBe(true);
    const handed = (kinds: boolean): number => hand.filter((need) => (demand.needs.kind[need] === SAME_DAY) === kinds).length / needsOf(outage, (need) => during(need) && outage.needs.prescription[need]! >= BY_HAND && (demand.needs.kind[need] === SAME_DAY) === kinds).length;
    expect(handed(true)).toBeGreaterThan(handed(false));
  });
});

describe("call-backs", () => {
  const busy = placeOf({ patients: [9000], overrides: { care: { phoneOccupancy: 1.3, callBackShare: 0.5 } } });
  const { none } = simulate(busy, calm);
  const calls = jobsOf(none, CALL);
  const back = calls.filter((job) => none.jobs.calledBack[job] === 1);

  test("callers who ask for one keep their place: they wait no longer than those who stay on the line", () => {
    expect(back.length).toBeGreaterThan(100);
    const answered = calls.filter((job) => none.jobs.endedAt[job]! - none.jobs.arrivedAt[job]! > 5).sort((a, b) => none.jobs.arrivedAt[a]! - none.jobs.arrivedAt[b]!);
    expect(answered.length).toBeGreaterThan(100);
    const overtaken = back.filter((job) => calls.some((other) => none.jobs.calledBack[other] === 0 && none.jobs.arrivedAt[other]! > none.jobs.arrivedAt[job]! + 30 && none.jobs.endedAt[other]! < none.jobs.endedAt[job]! - 30
      && Math.floor(none.jobs.arrivedAt[other]! / DAY) === Math.floor(none.jobs.endedAt[job]! / DAY) && Math.floor(none.jobs.arrivedAt[other]! / DAY) === Math.floor(none.jobs.arrivedAt[job]! / DAY) && none.jobs.minutes[other]! > 0));
    expect(overtaken).toEqual([]);
  });

  test("they are called back on another day at the latest, and none gives up", () => {
    for (const job of back) {
      if (none.jobs.state[job] === WAITING) expect(none.jobs.arrivedAt[job]).toBeGreaterThan((none.days - 4) * DAY);
      else expect(none.jobs.endedAt[job]! - none.jobs.arrivedAt[job]!).toBeLessThan(5 * DAY);
    }
  });

  test("without a telephone nobody is called back until it works again", () => {
    const { outage } = simulate(busy, disruptionOf(busy, from + 60, from + 5 * 60, { lost: ["telephone"] }));
    const served = jobsOf(outage, CALL).filter((job) => outage.jobs.calledBack[job] === 1 && outage.jobs.endedAt[job]! > from + 75 && outage.jobs.endedAt[job]! < from + 300);
    expect(served).toEqual([]);
  });

  test("who is on the line when it goes dead is cut off, and tries again", () => {
    const at = from + 12;
    const cut = [0, 1, 2, 3, 4].flatMap((replication) => {
      const morning = { ...busy, replication };
      const { outage } = simulate(morning, disruptionOf(morning, at, at + 4 * 60, { lost: ["telephone"] }));
      return jobsOf(outage, CALL)
        .filter((job) => outage.jobs.minutes[job]! > 0 && outage.jobs.arrivedAt[job]! < at && outage.jobs.arrivedAt[job]! > at - 60 && outage.jobs.endedAt[job]! > at && outage.jobs.endedAt[job]! < at + 240)
        .map((job) => outage.jobs.state[job]!);
    });
    // Two handlers busy for most of five mornings: that nobody is on the line at this moment of any is beyond belief.
    expect(cut.length).toBeGreaterThan(0);
    expect(cut.every((state) => state === NOT_CONNECTED)).toBe(true);
  });
});

describe("log-ins that work for some", () => {
  test("are shared among clinicians: more patients are seen with records than the share of users, and never more at once than there are log-ins", () => {
    // Five sessions of clinicians at once at least, of whom two fifths can log in.
    const { outage } = simulate(place, outageOf(place, 1, { level: 0.4, lost: ["seeRecords", "writeRecords"] }));
    const during = needsOf(outage, (need) => outage.needs.consultedAt[need]! >= from && outage.needs.consultedAt[need]! < from + DAY - 60);
    const withRecords = during.filter((need) => outage.needs.records[need] === FULL_RECORDS);
    expect(withRecords.length / during.length).toBeGreaterThan(0.4);
    expect(withRecords.length / during.length).toBeLessThan(1);
    for (const need of during) {
      const at = outage.needs.consultedAt[need]!;
      const atOnce = withRecords.filter((other) => outage.needs.consultedAt[other]! <= at && at < outage.needs.consultedAt[other]! + outage.needs.consultedMinutes[other]!).length;
      // Twelve clinicians are the most that this practice has at work.
      expect(atOnce).toBeLessThanOrEqual(Math.ceil(0.4 * 12));
    }
  });

  test("none is as if there were no system", () => {
    const { outage } = simulate(place, outageOf(place, 1, { level: 0 }));
    const during = needsOf(outage, (need) => outage.needs.consultedAt[need]! >= from && outage.needs.consultedAt[need]! < from + DAY);
    expect(during.every((need) => outage.needs.records[need] === NO_RECORDS)).toBe(true);
  });
});

describe("a missing appointment list", () => {
  const { none, outage, demand } = simulate(place, outageOf(place, 2, { lost: ["seeAppointmentList"] }));
  const asked = jobsOf(outage, CHECK_IN);

  test("every patient who comes in person is asked at the desk, once a visit, and only then", () => {
    expect(asked.length).toBeGreaterThan(50);
    expect(jobsOf(none, CHECK_IN)).toEqual([]);
    const inPerson = needsOf(outage, (need) => demand.needs.mode[need] === FACE_TO_FACE && outage.needs.state[need] === MET && outage.needs.consultedAt[need]! >= from + 60 && outage.needs.consultedAt[need]! < from + 10 * 60);
    const seen = new Set(asked.map((job) => outage.jobs.subject[job]!));
    expect(inPerson.length).toBeGreaterThan(20);
    for (const need of inPerson) expect(seen.has(need)).toBe(true);
    for (const job of asked) expect(outage.jobs.arrivedAt[job]).toBeLessThan(from + 2 * DAY);
  });

  test("nobody stays at the desk overnight: who is still asked at closing goes home", () => {
    for (const job of asked) if (outage.jobs.state[job] !== WAITING) expect(Math.floor(outage.jobs.endedAt[job]! / DAY)).toBe(Math.floor(outage.jobs.arrivedAt[job]! / DAY));
    expect(asked.every((job) => outage.jobs.state[job] !== WAITING)).toBe(true);
  });

  test("patients who were to be telephoned are not, since nobody knows whom", () => {
    const both = simulate(place, outageOf(place, 1, { lost: ["seeAppointmentList", "seeRecords"] })).outage;
    const home = [...both.bookings.state.keys()].filter((row) => both.bookings.state[row] === SENT_HOME && demand.needs.mode[both.bookings.need[row]!] !== FACE_TO_FACE);
    expect(home.length).toBeGreaterThan(10);
  });
});

test("some online requests are read by a GP before they are booked", () => {
  const { none, demand } = simulate(place, calm);
  const read = jobsOf(none, TRIAGE);
  const requests = [...demand.needs.kind.keys()].filter((need) => demand.needs.channel[need] === ONLINE && demand.needs.kind[need]! <= 1 && demand.needs.arrivesAt[need]! >= 0);
  const share = place.parameters.care.triageShare;
  // Four standard errors.
  expect(Math.abs(read.length / requests.length - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / requests.length));
});
