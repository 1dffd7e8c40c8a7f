/**
 * Two small outages that one can work out on paper. One practice, one GP, one receptionist, no chance: the demand is written out patient by patient, every spread
 * is 0 and every share 0 or 1. The GP's diary has sixteen slots of 15 minutes a day, eight from 08:30 on and eight from 14:15 on. Every figure below is derived in
 * words, in minutes after midnight on Monday unless a clock time is given, and has to be met; equality is up to rounding in the last digits of double precision.
 */
import { describe, expect, test } from "vitest";
import type { Habits } from "../../src/care/habits.js";
import {
  AT_DESK, BY_HAND, CALL, CONSULTING, CONTACT, DONE, ELECTRONIC, FULL_RECORDS, MET, NOTE, NOT_CONNECTED, NO_RECORDS, SERVED, TO_111, TYPING_IN, workedIndex, type Journal,
} from "../../src/care/journal.js";
import { simulateArms } from "../../src/care/neighbourhood.js";
import { planOf } from "../../src/care/plan.js";
import { BOOKABLE, SAME_DAY, type Demand } from "../../src/demand/demand.js";
import { DELAY, FATE, HANDLING, SENT_BACK } from "../../src/demand/purposes.js";
import { hash, unit } from "../../src/engine/random.js";
import { writtenEstate } from "../../src/estate/written.js";
import { tallyUnit } from "../../src/experiment/tally.js";
import { DAY, type Period } from "../../src/facts/days.js";
import { parametersWith, type Overrides } from "../../src/facts/defaults.js";
import { capabilities, type Capability, type History } from "../../src/infrastructure/disruption.js";
import { openWork } from "../../src/outcomes/backlog.js";
import type { Pair } from "../../src/outcomes/outcome.js";
import { recoveryOf } from "../../src/outcomes/recovery.js";
import { workingTimeOf } from "../../src/outcomes/working-time.js";

/** Monday to Monday: six working days. */
const period: Period = { start: "2023-03-13", warmUpDays: 0, days: 8 };
const GP = 0, RECEPTION = 3;

/**
 * An average day asks for 16 appointments of 15 minutes: 240. With a slack of half of 420 rostered minutes the GP is at work for 450, two sessions of 225 a day
 * and no fraction of one; slots follow one another every 15 minutes from the start of each, eight a session. Calls all come from 09:00 to 09:30.
 */
const parameters = (rates: Overrides["demand"]): ReturnType<typeof parametersWith> => parametersWith({
  demand: {
    sameDayRate: 0, bookableRate: 0, plannedRate: 0, queryRate: 0, prescriptionContactRate: 0, informationRate: 0, resultRate: 0, letterRate: 0, repeatRate: 0,
    practiceSd: 0, contactsByWeekday: [1, 1, 1, 1, 1], callsByTime: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0], callMinutes: [0, 0, 1, 0], sameDayChannels: [1, 0, 0], bookableChannels: [1, 0, 0],
    modesGp: [1, 0, 0, 0], minutesGp: [15, 0], ...rates,
  },
  care: {
    minutesPerFte: 420, pcnStaff: 0, slackGp: 0.5, staffByWeekday: [1, 1, 1, 1, 1], sameDayMargin: 0, bookableMargin: 0, punctuality: [0, 0], notAttendedByLead: [0, 0, 0, 0, 0, 0, 0],
    phoneOccupancy: 3, reportMinutes: 0, reportByGp: 0, prescribedShare: [1, 1, 1], referralShare: 0, handlingSd: 0, triageShare: 0,
  },
  response: {
    carryOnWithPaper: 1, cancelRoutine: 0, urgentOnly: 0, receptionDeclines: 0, paperMultiplier: 1.5, entryShare: 0.5, noteByWriter: 1, handwrittenShare: [1, 1],
    // Tomorrow, at the desk today, NHS 111: a third each, by the patient's own draw.
    notConnected: [0, 1, 1, 1, 0, 0, 0],
  },
});
const carriesOn: Habits = { clinicians: 0, reception: 0.9, hasPlan: true, onlineOff: false, messagingOff: false, key: 1 };

interface Written {
  readonly asks: number;
  readonly kind: number;
  readonly wantedDays: number;
  readonly minutes: number;
  readonly key: number;
}

/** Patients in order of asking; all by telephone, all to be seen by the GP face to face. */
function demandOf(patients: readonly Written[]): Demand {
  const count = patients.length;
  const none = new Uint8Array(0);
  return {
    needs: {
      count, firstOf: Int32Array.of(0, count), practice: new Uint16Array(count), patient: Int32Array.from(patients.keys()), arrivesAt: Float64Array.from(patients, ({ asks }) => asks),
      kind: Uint8Array.from(patients, ({ kind }) => kind), channel: new Uint8Array(count), role: new Uint8Array(count), mode: new Uint8Array(count),
      wantedDays: Uint8Array.from(patients, ({ wantedDays }) => wantedDays), minutes: Float64Array.from(patients, ({ minutes }) => minutes), key: Uint32Array.from(patients, ({ key }) => key),
    },
    items: { count: 0, firstOf: Int32Array.of(0, 0), practice: new Uint16Array(0), arrivesAt: new Float64Array(0), kind: none, urgent: none, dueAt: new Float64Array(0), key: new Uint32Array(0) },
  };
}

/** Both arms where `lost` is gone from `from` until an hour later. */
function outageOfAnHour(rates: Overrides["demand"], patients: readonly Written[], lost: readonly Capability[], from: number): { pair: Pair; slots: number[] } {
  const values = parameters(rates);
  const estate = writtenEstate({ regions: [{ code: "R", appointmentRate: values.demand.nationalAppointmentRate }], practices: [{ code: "P", patients: 1000, region: "R", staff: { gp: 1, nurse: 0, other: 0, reception: 0, admin: 0 } }] }, values);
  const plan = planOf({ seed: "by hand", estate, neighbourhood: 0, period, parameters: values });
  const history: History = {
    capabilities: capabilities.map((capability) => (lost.includes(capability) ? { times: [from, from + 60], level: [0, 1], slowness: [1, 1] } : { times: [], level: [], slowness: [] })), services: [],
  };
  const { demand, none, outage } = simulateArms({ plan, demand: demandOf(patients), habits: [carriesOn], parameters: values }, [history], [], []);
  return { pair: { demand, none, outage, practices: [0], histories: [history], onset: from, period }, slots: [...plan.slotStart].filter((start) => start < DAY) };
}

const EVERY_15_MINUTES = [...Array.from({ length: 8 }, (_, slot) => 510 + 15 * slot), ...Array.from({ length: 8 }, (_, slot) => 855 + 15 * slot)];

/** Sums of all outcomes by "id part", "none: " before those of the twin; those that are 0 left out; ratios as what is divided by what. */
function figuresOf(pair: Pair): Record<string, number | [number, number]> {
  return Object.fromEntries(tallyUnit(pair).sums.filter(({ values }) => values[0] !== 0)
    .map(({ id, part, arm, values, over }) => [`${arm === "none" ? "none: " : ""}${id} ${part}`, over === null ? values[0]! : [values[0]!, over[0]!]]));
}

/** Outcomes that are derived here. One that is added later has a hand to be lent. */
const derived = [
  "appointmentsDisrupted", "appointmentsCancelled", "netUndelivered", "contactsNotConnected", "requestsDeclined", "excessAbandonment", "needUnmetSameDay", "consultations",
  "consultationsWithoutRecords", "notesToTypeIn", "backEntryHours", "workloadFactor", "extraWorkHours", "peakBacklog",
];

function expectFigures(pair: Pair, expected: Record<string, number | [number, number]>): void {
  const found = Object.fromEntries(Object.entries(figuresOf(pair)).filter(([name]) => derived.includes(name.replace("none: ", "").split(" ")[0]!)));
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, value] of Object.entries(expected)) [value].flat().forEach((figure, at) => expect([found[name]!].flat()[at], name).toBeCloseTo(figure, 10));
}

/** Minutes worked by day, role and activity, without what is 0. */
function workedBy(journal: Journal, role: number, activity: number): number[] {
  return Array.from({ length: journal.days }, (_, day) => journal.worked[workedIndex(journal, 0, day, role, activity)]!);
}

const allWork = ({ worked }: Journal): number => worked.reduce((sum, minutes) => sum + minutes, 0);

describe("records lost from 09:05 to 10:05, in the middle of a morning clinic that carries on with paper", () => {
  // Eight patients asked last Friday for Monday and have the morning's slots in order: 510, 525, 540, 555, 570, 585, 600, 615.
  const minutes = [10, 10, 10, 10, 16, 8, 10, 10];
  const patients = minutes.map((minutes, row): Written => ({ asks: -3 * DAY + 600 + row, kind: BOOKABLE, wantedDays: 3, minutes, key: row + 1 }));
  const { pair, slots } = outageOfAnHour({ bookableRate: 16 }, patients, ["seeRecords", "writeRecords"], 545);
  const { none, outage } = pair;

  test("the diary is as the derivation takes it to be, and patients have its first slots in order", () => {
    expect(slots).toEqual(EVERY_15_MINUTES);
    expect([...outage.bookings.startsAt]).toEqual([510, 525, 540, 555, 570, 585, 600, 615]);
  });

  test("the twin: each is seen at the slot; the fifth takes 16 minutes, so that the sixth begins a minute late", () => {
    expect([...none.needs.consultedAt]).toEqual([510, 525, 540, 555, 570, 586, 600, 615]);
    expect([...none.needs.closedAt]).toEqual([520, 535, 550, 565, 586, 594, 610, 625]);
    expect([...none.needs.records]).toEqual(minutes.map(() => FULL_RECORDS));
    expect(workedBy(none, GP, CONSULTING)).toEqual([84, 0, 0, 0, 0, 0, 0, 0]);
    expect(allWork(none)).toBe(84);
  });

  test("the outage: three are seen on paper, half as long again, and the clinic runs late", () => {
    // The third began with records at 540 and ends at 550. The fourth, 555 to 570: 15 minutes for 10. The fifth, 570 to 594: 24 for 16. The sixth waits from 585 to
    // 594 and takes 12 for 8, to 606: records came back at 605, during it. The seventh waits from 600 to 606, the eighth from 615 to 616; both with records.
    expect([...outage.needs.consultedAt]).toEqual([510, 525, 540, 555, 570, 594, 606, 616]);
    expect([...outage.needs.consultedMinutes]).toEqual([10, 10, 10, 15, 24, 12, 10, 10]);
    expect([...outage.needs.closedAt]).toEqual([520, 535, 550, 570, 594, 606, 616, 626]);
    expect([...outage.needs.records]).toEqual([FULL_RECORDS, FULL_RECORDS, FULL_RECORDS, NO_RECORDS, NO_RECORDS, NO_RECORDS, FULL_RECORDS, FULL_RECORDS]);
    expect([...outage.needs.state]).toEqual(minutes.map(() => MET));
  });

  test("four notes are typed in one after the other as soon as nobody waits, from 626 on: of the third, whose entry was lost at 545, and of those on paper", () => {
    // Half of the minutes drawn: 5, 5, 8 and 4, so done at 631, 636, 644 and 648.
    const notes = [...outage.jobs.kind.keys()].filter((job) => outage.jobs.kind[job] === NOTE);
    expect(notes.map((job) => outage.jobs.subject[job])).toEqual([2, 3, 4, 5]);
    expect(notes.map((job) => outage.jobs.arrivedAt[job])).toEqual([550, 570, 594, 606]);
    expect(notes.map((job) => outage.jobs.minutes[job])).toEqual([5, 5, 8, 4]);
    expect(notes.map((job) => outage.jobs.endedAt[job])).toEqual([631, 636, 644, 648]);
    expect(notes.map((job) => outage.jobs.state[job])).toEqual([DONE, DONE, DONE, DONE]);
    expect([...outage.needs.enteredAt]).toEqual([NaN, NaN, 631, 636, 644, 648, NaN, NaN]);
    expect(outage.jobs.count).toBe(4);
  });

  test("prescriptions go out at the end of each consultation: sent where there is a record to write them in, by hand on paper", () => {
    expect([...outage.needs.prescription]).toEqual([ELECTRONIC, ELECTRONIC, ELECTRONIC, BY_HAND, BY_HAND, BY_HAND, ELECTRONIC, ELECTRONIC]);
    expect(outage.needs.prescribedAt).toEqual(outage.needs.closedAt);
  });

  test("the GP works 101 minutes with patients and 22 on notes, nobody else at all, and nobody beyond the session, which ends at 735", () => {
    expect(workedBy(outage, GP, CONSULTING)).toEqual([101, 0, 0, 0, 0, 0, 0, 0]);
    expect(workedBy(outage, GP, TYPING_IN)).toEqual([22, 0, 0, 0, 0, 0, 0, 0]);
    expect(allWork(outage)).toBe(123);
    expect(outage.overtime.every((minutes) => minutes === 0)).toBe(true);
  });

  test("open work by hour: everybody until 08:00, six at 09:00; at 10:00 two in the twin, three and the first three notes in the outage; then nothing", () => {
    const untilEight = Array.from({ length: 9 }, () => 84);
    const after = Array.from({ length: 8 * 24 - 10 }, () => 0);
    const [, , usual] = openWork(pair, none).map((places) => [...places[0]!]);
    const [notes, tasks, waiting] = openWork(pair, outage).map((places) => [...places[0]!]);
    expect(usual).toEqual([...untilEight, 64, 20, ...after]);
    expect(waiting).toEqual([...untilEight, 64, 28, ...after]);
    expect(notes).toEqual([...untilEight.map(() => 0), 0, 18, ...after]);
    expect(tasks!.every((minutes) => minutes === 0)).toBe(true);
  });

  test("every outcome", () => {
    // The window begins at 545, so that five patients are in it, from the fourth on. A mean day has 84 / 6 = 14 minutes of work. Nobody is cancelled, unmet, turned
    // away or short of an appointment: those outcomes are 0.
    const monday = "day:2023-03-13";
    expectFigures(pair, {
      "appointmentsDisrupted all": 3, "appointmentsDisrupted reason:without records": 3, [`appointmentsDisrupted ${monday}`]: 3,
      "none: consultations all": 5, "none: consultations records:full": 5, [`none: consultations ${monday}`]: 5,
      "consultations all": 5, "consultations records:full": 2, "consultations records:none": 3, [`consultations ${monday}`]: 5,
      "consultationsWithoutRecords all": 3, [`consultationsWithoutRecords ${monday}`]: 3,
      "notesToTypeIn all": 4, [`notesToTypeIn ${monday}`]: 4,
      "backEntryHours all": 22 / 60, "backEntryHours role:gp": 22 / 60,
      // On paper: (15 + 5) + (24 + 8) + (12 + 4) minutes for 10 + 16 + 8.
      "workloadFactor all": [68, 34],
      "extraWorkHours all": 39 / 60, "extraWorkHours role:gp": 39 / 60, "extraWorkHours activity:consultation": 17 / 60, "extraWorkHours activity:note": 22 / 60, [`extraWorkHours ${monday}`]: 39 / 60,
      "extraWorkHours multiple": [123 / 60, 84 / 60],
      // At 10:00: 8 minutes of the sixth patient and 5 + 5 + 8 of notes.
      "peakBacklog all": 26 / 14, "peakBacklog queue:notes": 18 / 14, "peakBacklog queue:patients": 8 / 14,
    });
  });

  test("recovery: 26 minutes too many at 10:05, none in the evening; in a straight line that is 5% of 14 minutes after 25.3 of 26 parts of the rest of Monday", () => {
    const [practice] = tallyUnit(pair).practices;
    expect(practice).toMatchObject({ restored: 605, excessAtRestored: 26, day: 14 });
    expect([...practice!.excess]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const { from, until, censored } = recoveryOf(practice!, 0, workingTimeOf(period));
    expect(censored).toBe(false);
    expect(from).toBeCloseTo(125 / 630, 12);
    expect(until - from).toBeCloseTo((25.3 / 26) * (505 / 630), 12);
  });
});

describe("a telephone that is dead from 09:00 to 10:00, and three callers with a need for the same day", () => {
  // Ann rings at 08:59 and is cut off, Ben at 09:20, Cat at 09:40. What they do next is in their keys: Ann comes to the desk, Ben goes to NHS 111, which does not send him back, Cat rings
  // tomorrow. So is when: Ann 20 + 70 times a number between 0.42 and 0.48 minutes after she was cut off, Cat at 09:00 + 30 minutes times one from 0.1 to 0.3.
  const drawn = (key: number, purpose: number, count: number): number => unit(hash(key, purpose, count));
  const between = (low: number, value: number, high: number): boolean => low < value && value < high;
  const keyOf = (holds: (key: number) => boolean): number => {
    let key = 1;
    while (!holds(key)) key++;
    return key;
  };
  const ann = keyOf((key) => between(0.34, drawn(key, FATE, 1), 0.66) && between(0.42, drawn(key, DELAY, 0), 0.48) && between(0.01, drawn(key, HANDLING, 0), 0.99));
  const ben = keyOf((key) => drawn(key, FATE, 1) > 0.67 && drawn(key, SENT_BACK, 0) > 0.24 && between(0.01, drawn(key, HANDLING, 0), 0.99));
  const cat = keyOf((key) => drawn(key, FATE, 1) < 0.33 && between(0.1, drawn(key, DELAY, 1), 0.3) && between(0.01, drawn(key, HANDLING, 0), 0.99) && between(0.01, drawn(key, HANDLING, 1), 0.99));
  // All calls take from 2 to 5 minutes, evenly, and one of work after them: from 3 to 6.
  const callOf = (key: number, attempt: number): number => 2 + 3 * drawn(key, HANDLING, attempt) + 1;
  const [annCalls, benCalls, catCalls, catCallsAgain] = [callOf(ann, 0), callOf(ben, 0), callOf(cat, 0), callOf(cat, 1)];
  const patients = [[539, ann], [560, ben], [580, cat]].map(([asks, key]): Written => ({ asks: asks!, kind: SAME_DAY, wantedDays: 0, minutes: 10, key: key! }));
  const { pair, slots } = outageOfAnHour({ sameDayRate: 16 }, patients, ["telephone"], 540);
  const { none, outage } = pair;
  const comes = 539 + annCalls + 20 + 70 * drawn(ann, DELAY, 0);
  const ringsAgain = DAY + 540 + 30 * drawn(cat, DELAY, 1);
  const rows = ({ jobs }: Journal): number[][] => [...jobs.kind.keys()].map((job) => [jobs.kind[job]!, jobs.subject[job]!, jobs.state[job]!]);

  test("the diary is as the derivation takes it to be", () => {
    expect(slots).toEqual(EVERY_15_MINUTES);
  });

  test("the twin: each is answered at once and has the first slot ten minutes after the call", () => {
    // Calls end at 542 to 545, 563 to 566 and 583 to 586; the first slots at least ten minutes later are 555, 585 and 600.
    expect(rows(none)).toEqual([[CALL, 0, SERVED], [CALL, 1, SERVED], [CALL, 2, SERVED]]);
    [539 + annCalls, 560 + benCalls, 580 + catCalls].forEach((end, call) => expect(none.jobs.endedAt[call]).toBeCloseTo(end, 10));
    expect([...none.needs.consultedAt]).toEqual([555, 585, 600]);
    expect([...none.needs.closedAt]).toEqual([565, 595, 610]);
  });

  test("the outage: none of the three calls comes to anything; Ann is served at the desk, Cat on Tuesday", () => {
    expect(rows(outage)).toEqual([[CALL, 0, NOT_CONNECTED], [CALL, 1, NOT_CONNECTED], [CALL, 2, NOT_CONNECTED], [AT_DESK, 0, SERVED], [CALL, 2, SERVED]]);
    const [began, ended] = [[539, 560, 580, comes, ringsAgain], [539 + annCalls, 560, 580, comes + 2.5, ringsAgain + catCallsAgain]];
    began.forEach((time, job) => expect(outage.jobs.arrivedAt[job]).toBeCloseTo(time, 10));
    ended.forEach((time, job) => expect(outage.jobs.endedAt[job]).toBeCloseTo(time, 10));
  });

  test("Ben is with NHS 111 from 09:20; Ann is seen at 10:15, Cat at 09:30 on Tuesday", () => {
    // Ann comes between 591.4 and 598.6 and is done 2.5 minutes later: ten more, and the next slot is at 615. Cat rings between 543 and 549 and is done by 555.
    expect([...outage.needs.state]).toEqual([MET, TO_111, MET]);
    expect([...outage.needs.consultedAt]).toEqual([615, NaN, DAY + 570]);
    expect([...outage.needs.closedAt]).toEqual([625, 560, DAY + 580]);
    expect([...outage.needs.records.subarray(0, 1), outage.needs.records[2]]).toEqual([FULL_RECORDS, FULL_RECORDS]);
  });

  test("the GP sees one patient on each day, reception talks to Ann twice and to Cat on Tuesday, and there is no overtime", () => {
    expect(workedBy(none, GP, CONSULTING)).toEqual([30, 0, 0, 0, 0, 0, 0, 0]);
    expect(workedBy(outage, GP, CONSULTING)).toEqual([10, 10, 0, 0, 0, 0, 0, 0]);
    expect(workedBy(none, RECEPTION, CONTACT)[0]).toBeCloseTo(annCalls + benCalls + catCalls, 10);
    expect(workedBy(outage, RECEPTION, CONTACT)[0]).toBeCloseTo(annCalls + 2.5, 10);
    expect(workedBy(outage, RECEPTION, CONTACT)[1]).toBeCloseTo(catCallsAgain, 10);
    expect(allWork(none)).toBeCloseTo(30 + annCalls + benCalls + catCalls, 10);
    expect(allWork(outage)).toBeCloseTo(20 + annCalls + 2.5 + catCallsAgain, 10);
    expect(outage.overtime.every((minutes) => minutes === 0)).toBe(true);
  });

  test("open work by hour: at 10:00 Cat alone in the twin, Ann and Cat in the outage; then Cat until she is seen", () => {
    const [, , usual] = openWork(pair, none).map((places) => [...places[0]!]);
    const [, , waiting] = openWork(pair, outage).map((places) => [...places[0]!]);
    // Hours 0 to 8 nobody; at 09:00 Ann, who rang at 08:59, in both.
    const start = Array.from({ length: 9 }, () => 0);
    expect(usual).toEqual([...start, 10, 10, ...Array.from({ length: 8 * 24 - 10 }, () => 0)]);
    expect(waiting).toEqual([...start, 10, 20, ...Array.from({ length: 23 }, () => 10), ...Array.from({ length: 8 * 24 - 33 }, () => 0)]);
  });

  test("every outcome", () => {
    const [monday, tuesday] = ["day:2023-03-13", "day:2023-03-14"];
    const usual = 30 + annCalls + benCalls + catCalls;
    const contacts = 2.5 - benCalls - catCalls + catCallsAgain;
    expectFigures(pair, {
      // Ben's appointment and Cat's, which they would have made by 10:00; Ann is seen on the day.
      "appointmentsDisrupted all": 2, "appointmentsDisrupted reason:not delivered on its day": 2, [`appointmentsDisrupted ${monday}`]: 2,
      // Ben's.
      "netUndelivered all": 1,
      "contactsNotConnected all": 3, "contactsNotConnected channel:telephone": 3, [`contactsNotConnected ${monday}`]: 3,
      "needUnmetSameDay all": 2, "needUnmetSameDay destination:111": 1, "needUnmetSameDay destination:next day": 1, [`needUnmetSameDay ${monday}`]: 2, "needUnmetSameDay per 1,000 patients": 2,
      "none: consultations all": 3, "none: consultations records:full": 3, [`none: consultations ${monday}`]: 3,
      "consultations all": 2, "consultations records:full": 2, [`consultations ${monday}`]: 1, [`consultations ${tuesday}`]: 1,
      "extraWorkHours all": (contacts - 10) / 60, "extraWorkHours role:gp": -10 / 60, "extraWorkHours role:reception": contacts / 60, "extraWorkHours activity:consultation": -10 / 60,
      "extraWorkHours activity:contact": contacts / 60, [`extraWorkHours ${monday}`]: (2.5 - benCalls - catCalls - 20) / 60, [`extraWorkHours ${tuesday}`]: (10 + catCallsAgain) / 60,
      "extraWorkHours multiple": [(20 + annCalls + 2.5 + catCallsAgain) / 60, usual / 60],
      // Ten minutes of one patient, from 10:00 on, in days of a sixth of the twin's week and a day.
      "peakBacklog all": 10 / (usual / 6), "peakBacklog queue:patients": 10 / (usual / 6),
    });
  });

  test("recovery: ten minutes too many at 10:00 and all of Monday, none on Tuesday evening", () => {
    const day = (30 + annCalls + benCalls + catCalls) / 6;
    const [practice] = tallyUnit(pair).practices;
    expect(practice).toMatchObject({ restored: 600, excessAtRestored: 10 });
    expect(practice!.day).toBeCloseTo(day, 10);
    expect([...practice!.excess]).toEqual([10, 0, 0, 0, 0, 0, 0, 0]);
    const { from, until, censored } = recoveryOf(practice!, 0, workingTimeOf(period));
    expect(censored).toBe(false);
    expect(from).toBeCloseTo(120 / 630, 12);
    expect(until).toBeCloseTo(1 + (10 - 0.05 * day) / 10, 12);
  });
});
