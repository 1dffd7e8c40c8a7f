/** What is counted of a journal, by hand: four weeks from Monday 13 March 2023. */
import { expect, test } from "vitest";
import { simulateOrdinaryWeeks, tallyOf } from "../../src/calibration/unit.js";
import { expectedOfAll, type Expected, type ExpectedOfAll } from "../../src/calibration/expected.js";
import { figuresOf, type Counted, type Values } from "../../src/calibration/figures.js";
import { callsByHalfHour } from "../../src/calibration/half-hours.js";
import { studyOf } from "../../src/calibration/study.js";
import type { Tally } from "../../src/calibration/tally.js";
import {
  ABANDONED, AT_DESK, ATTENDED, BOOKED, CALL, CANCELLED_BY_PRACTICE, CLOSED, DID_NOT_ATTEND, IN_MENU, NOT_CONNECTED, ONLINE_REQUEST, SERVED, TURNED_AWAY, WAITING,
} from "../../src/care/journal.js";
import { QUERY, SAME_DAY } from "../../src/demand/demand.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { at, pairOf, period, type PairOf } from "../outcomes/journal-builder.js";

const parameters = parametersWith();
const { afterCallMinutes } = parameters.care;

const asExpected: Expected = [1, 1, 1];
const ofAll: ExpectedOfAll = { rates: asExpected, onlinePercentiles: [0.4, 3.5, 13.8] };

interface Made { readonly roles?: readonly number[]; readonly modes?: readonly number[]; readonly warmUpDays?: number }

/** Practices of 1,000 patients, each expected to need one of everything a day; roles and modes by need. */
function tally(of: PairOf, { roles = [], modes = [], warmUpDays = 0 }: Made = {}): Tally {
  const { demand, none } = pairOf(of);
  demand.needs.role.set(roles);
  demand.needs.mode.set(modes);
  const patients = Array.from({ length: of.practices ?? 1 }, () => 1000);
  return tallyOf({ demand, journal: none, period: { ...period, warmUpDays, days: period.days - warmUpDays }, parameters, patients, expected: patients.map(() => asExpected) });
}

function counted(made: Tally, weight = 1, neighbourhood = 0, replication = 0): Counted {
  return { tally: made, weight, region: 0, neighbourhood, replication };
}

function figures(of: PairOf, made: Made = {}): Values {
  return figuresOf([counted(tally(of, made))], ofAll);
}

test("appointments count by the day they are for, kept or not, and not where they were cancelled", () => {
  const needs = Array.from({ length: 5 }, () => ({}));
  const values = figures({ needs, none: { bookings: [
    { need: 0, madeAt: at(0, 9), startsAt: at(0, 11), state: ATTENDED },
    { need: 1, madeAt: at(0, 9), startsAt: at(1, 11), state: DID_NOT_ATTEND },
    { need: 2, madeAt: at(0, 9), startsAt: at(2, 11), state: CANCELLED_BY_PRACTICE },
    { need: 3, madeAt: at(0, 9), startsAt: at(8, 11), state: BOOKED },
    { need: 4, madeAt: at(0, 9), startsAt: at(29, 11), state: BOOKED },
  ] } }, { roles: [0, 0, 0, 1, 2], modes: [0, 1, 2, 0, 3] });
  // Three in twenty working days of 1,000 patients; the fifth is after the horizon.
  expect(values["appointments all"]).toBeCloseTo(3 / 20, 12);
  expect([values["appointmentsByWeekday Monday"], values["appointmentsByWeekday Tuesday"]]).toEqual([1 / 0.6, 2 / 0.6]);
  expect(["same day", "1 day", "2-7 days", "8-14 days"].map((part) => values[`leadTime ${part}`])).toEqual([1 / 3, 1 / 3, 0, 1 / 3]);
  expect([values["clinician GP"], values["clinician nurse"], values["clinician other practice staff"]]).toEqual([2 / 3, 1 / 3, 1 / 3]);
  expect([values["sameDay GP"], values["sameDay other practice staff"]]).toEqual([1 / 2, 0]);
  expect([values["mode face to face"], values["mode telephone"]]).toEqual([2 / 3, 1 / 3]);
  // Whose appointment has not come to an end is in neither.
  expect([values["notAttended all"], values["notAttendedByLead same day"], values["notAttendedByLead 1 day"]]).toEqual([1 / 2, 0, 1]);
});

test("the warm-up is left out", () => {
  const none = {
    bookings: [{ need: 0, startsAt: at(6, 9), state: ATTENDED }, { need: 1, startsAt: at(7, 9), state: ATTENDED }],
    jobs: [{ kind: CALL, arrivedAt: at(6, 9), state: IN_MENU }, { kind: CALL, arrivedAt: at(7, 9), state: IN_MENU }],
  };
  const values = figures({ needs: [{}, {}], none }, { warmUpDays: 7 });
  expect([values["appointments all"], values["calls all"]]).toEqual([1 / 15, 1 / 15]);
});

test("durations are in whole minutes; what is shorter than one or longer than sixty is left out", () => {
  const minutes = [0.4, 5.4, 5.6, 10.4, 31, 60.4, 60.6];
  const values = figures({
    needs: minutes.map(() => ({})),
    none: { bookings: minutes.map((_, need) => ({ need, startsAt: at(1, 10), state: ATTENDED })), ends: Object.fromEntries(minutes.map((consultedMinutes, need) => [need, { consultedMinutes }])) },
  });
  expect(["1-5", "6-10", "11-15", "16-20", "21-30", "31-60"].map((part) => values[`duration ${part} min`])).toEqual([0.2, 0.4, 0, 0, 0, 0.4]);
  expect(values["duration mean"]).toBeCloseTo((5 + 6 + 10 + 31 + 60) / 5, 12);
  // The third of five, in the middle of the tenth minute.
  expect(values["duration median"]).toBeCloseTo(10, 12);
});

test("calls end answered, in the menu, called back or missed; waits and lengths are of those answered", () => {
  const call = (hour: number, state: number, more: object = {}) => ({ kind: CALL, arrivedAt: at(0, hour), state, ...more });
  const served = (hour: number, wait: number, spoken: number, state = SERVED) =>
    call(hour, state, { minutes: spoken + afterCallMinutes, endedAt: at(0, hour) + wait + spoken + afterCallMinutes });
  const values = figures({ none: { jobs: [
    served(9, 0, 0.5), served(9, 1.5, 3), served(11, 6, 6, TURNED_AWAY), call(7, CLOSED), call(10, IN_MENU), call(9, SERVED, { calledBack: 1, minutes: 3, endedAt: at(0, 10) }),
    call(9, ABANDONED), call(9, NOT_CONNECTED), call(9, WAITING), { kind: AT_DESK, arrivedAt: at(0, 9) },
  ] } });
  expect(values["calls all"]).toBeCloseTo(9 / 20, 12);
  // Who still waits is in no class.
  expect(["answered", "ended in the menu", "call-back asked for", "missed"].map((part) => values[`callOutcome ${part}`])).toEqual([3 / 8, 2 / 8, 1 / 8, 2 / 8]);
  expect(["under 1 min", "1-2 min", "2-5 min", "over 5 min"].map((part) => values[`callWait ${part}`])).toEqual([1 / 3, 1 / 3, 0, 1 / 3]);
  expect(["under 1 min", "1-2 min", "2-5 min", "over 5 min"].map((part) => values[`callLength ${part}`])).toEqual([1 / 3, 0, 1 / 3, 1 / 3]);
  expect([values["callsByTime 06:00-08:00"], values["callsByTime 08:00-10:00"], values["callsByTime Mondays 08:00-10:00"]]).toEqual([1 / 9, 6 / 9, 6 / 9]);
  expect(values["callsByWeekday Monday"]).toBe(1);
});

test("online requests by kind, day and hour", () => {
  const values = figures({
    needs: [{ kind: SAME_DAY }, { kind: QUERY }],
    none: { jobs: [{ kind: ONLINE_REQUEST, subject: 0, arrivedAt: at(0, 9), state: SERVED }, { kind: ONLINE_REQUEST, subject: 1, arrivedAt: at(4, 10), state: SERVED }] },
  });
  expect(values["online all"]).toBeCloseTo(2 / 20, 12);
  expect(["clinical", "Monday, of the week", "Friday, of the week", "08:00-10:00"].map((part) => values[`onlineShare ${part}`])).toEqual([0.5, 0.5, 0.5, 0.5]);
});

test("time worked and overtime, and days until a routine appointment", () => {
  const { demand, none } = pairOf({ none: { worked: [{ day: 0, minutes: 300, overtime: 30 }, { day: 1, activity: "task", minutes: 60 }], access: [{ day: 0, workingDays: 2 }, { day: 1, workingDays: 4 }] } });
  none.rostered[0] = 400;
  // Index 5 * (28 days + 1): staff whom the neighbourhood shares, on the second day.
  none.rostered[5 * (28 + 1)] = 50;
  const values = figuresOf([counted(tallyOf({ demand, journal: none, period, parameters, patients: [1000], expected: [asExpected] }))], ofAll);
  expect(values["utilisation GPs"]).toBeCloseTo(360 / 450, 12);
  expect(values["overtime GPs"]).toBeCloseTo(30 / 360, 12);
  expect([values["access first four weeks"], values["access last four weeks"]]).toEqual([3, 3]);
});

test("a neighbourhood counts for as many as its weight says, a practice's rate over all replications", () => {
  const busy = tally({ none: { jobs: [{ kind: CALL, arrivedAt: at(0, 9), state: IN_MENU }, { kind: CALL, arrivedAt: at(0, 9), state: ABANDONED }] } });
  const quiet = tally({ none: { jobs: [{ kind: CALL, arrivedAt: at(0, 9), state: IN_MENU }] } });
  const values = figuresOf([counted(busy, 1, 0), counted(quiet, 3, 1), counted(busy, 1, 0, 1), counted(quiet, 3, 1, 1)], ofAll);
  expect(values["calls all"]).toBeCloseTo((2 + 3) / 4 / 20, 12);
  expect(values["callOutcome missed"]).toBeCloseTo(1 / 5, 12);
  expect([values["calls 10th percentile"], values["calls 90th percentile"]]).toEqual([1 / 20, 2 / 20]);
});

test("a sample whose practices need twice what all do gives half its rate", () => {
  const made = tally({ none: { jobs: [{ kind: CALL, arrivedAt: at(0, 9), state: IN_MENU }] } });
  expect(figuresOf([counted(made)], { ...ofAll, rates: [1, 0.5, 1] })["calls all"]).toBeCloseTo(0.5 / 20, 12);
});

test("of a simulated neighbourhood shares add up to 1, and every part of every figure has something to go by", () => {
  const { weeks, whole } = studyOf({ region: "QKS", neighbourhoods: 3, replications: 1, seed: "measure" });
  const neighbourhood = weeks.estate.neighbourhoods.findIndex(({ practices }) => practices.length > 2);
  const values = figuresOf([counted(simulateOrdinaryWeeks(weeks, { replication: 0, neighbourhood }))], expectedOfAll(whole, parameters, "measure"));
  for (const id of ["leadTime", "mode", "callOutcome", "callWait", "callLength", "callsByWeekday"]) {
    expect(Object.entries(values).filter(([name]) => name.startsWith(`${id} `)).reduce((sum, [, value]) => sum + value, 0)).toBeCloseTo(1, 12);
  }
  expect(Object.entries(values).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
}, 30_000);

test("calls by half hour are of their own weekday, from 06:00 to 20:00, and weekends are none of them", () => {
  const arrivals = [at(0, 6), at(7, 6.4), at(4, 19.9), at(0, 5.9), at(1, 20), at(5, 9)];
  const made = tally({ none: { jobs: arrivals.map((arrivedAt) => ({ kind: CALL, arrivedAt, state: IN_MENU })) } });
  const days = callsByHalfHour([counted(made)], asExpected);
  expect(days.map(({ length }) => length)).toEqual([28, 28, 28, 28, 28]);
  // Four Mondays and four Fridays of 1,000 patients.
  expect(days[0]![0]).toBeCloseTo(2 / 4, 12);
  expect(days[4]![27]).toBeCloseTo(1 / 4, 12);
  expect(days.flat().reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(3 / 4, 12);
});

test("half hours of a sample are taken in proportion to what is expected, as the rate of all calls is", () => {
  const jobs = [{ kind: CALL, arrivedAt: at(2, 9), state: IN_MENU }];
  const cases = [counted(tally({ none: { jobs } }), 3), counted(tally({ practices: 2 }), 1, 1)];
  // 3 of 5 * 20 expected in 20 working days come at nine on a Wednesday; a fifth of days are Wednesdays.
  expect(callsByHalfHour(cases, [1, 7, 1])[2]![6]).toBeCloseTo((3 / 100) * 7 * 5, 12);
  expect(figuresOf(cases, { ...ofAll, rates: [1, 7, 1] })["calls all"]).toBeCloseTo((3 / 100) * 7, 12);
});
