import { expect, test } from "vitest";
import { lossOf } from "../../src/outcomes/loss.js";
import { recoveryOf, recoveryOfMost, type Aftermath } from "../../src/outcomes/recovery.js";
import { timeOfWorkingDays, workingDaysAt, workingTimeOf } from "../../src/outcomes/working-time.js";
import { capabilities, restoredAt, undisturbed, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { at, HORIZON, ONSET, pairOf, period, RESTORED } from "./journal-builder.js";

const clock = workingTimeOf(period);
/** Working days up to the end of a simulated day: Monday 13 March is the first, Friday 7 April (Good Friday) is none. */
const workingDays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24];

/** Excess in minutes at the end of working days from `first` on, in their order; 0 before and after. At weekends it stays as it was. */
function excessFrom(first: number, ...values: readonly number[]): Float64Array {
  const excess = new Float64Array(28);
  values.forEach((value, index) => (excess[workingDays[workingDays.indexOf(first) + index]!] = value));
  for (let day = 1; day < 28; day++) if (!workingDays.includes(day)) excess[day] = excess[day - 1]!;
  return excess;
}

/** A practice whose day is 600 minutes, so that 30 count as normal, back on Thursday at 18:30. */
function aftermath(excess: Float64Array, excessAtRestored: number, restored = RESTORED): Aftermath {
  return { restored, excessAtRestored, excess, day: 600 };
}

const daysOf = (...args: Parameters<typeof recoveryOf>): number => {
  const { from, until } = recoveryOf(...args);
  return until - from;
};

test("working time passes from 08:00 to 18:30 on working days alone", () => {
  expect(workingDaysAt(clock, at(3, 8))).toBe(3);
  expect(workingDaysAt(clock, at(3, 13.25))).toBe(3.5);
  expect(workingDaysAt(clock, at(3, 18.5))).toBe(4);
  expect(workingDaysAt(clock, at(4, 23))).toBe(5);
  expect(workingDaysAt(clock, at(5, 12))).toBe(5);
  expect(workingDaysAt(clock, at(7, 8))).toBe(5);
  expect(workingDaysAt(clock, Infinity)).toBe(19);
  expect(timeOfWorkingDays(clock, 5)).toBe(at(4, 18.5));
  expect(timeOfWorkingDays(clock, 5.5)).toBe(at(7, 13.25));
  expect(timeOfWorkingDays(clock, 20)).toBe(HORIZON);
});

test("recovery is the moment at which the excess, in a straight line over the working day, reaches 5% of a day", () => {
  // 630 at closing on Thursday, 330 on Friday, 0 on Monday: 30 is reached 300/330 through Monday.
  expect(daysOf(aftermath(excessFrom(3, 630, 330), 630), 0, clock)).toBeCloseTo(1 + 300 / 330, 12);
});

test("the line begins at the excess that there is when systems return", () => {
  // Back on Thursday at 13:15, half a working day left: from 230 to 0, 30 is reached at 200/230 of that half.
  expect(daysOf(aftermath(excessFrom(3, 0), 230, at(3, 13.25)), 0, clock)).toBeCloseTo((0.5 * 200) / 230, 12);
});

test("a practice without a backlog at the return of systems has nothing to recover from", () => {
  expect(daysOf(aftermath(excessFrom(3), 30), 0, clock)).toBe(0);
});

test("one bad day among five undoes the recovery", () => {
  // Normal on Friday to Tuesday, 90 on Wednesday, 10 on Thursday: 30 is reached 60/80 through Thursday, five working days after restoration and on.
  expect(daysOf(aftermath(excessFrom(3, 600, 0, 0, 0, 90, 10), 600), 0, clock)).toBeCloseTo(4 + 60 / 80, 12);
});

test("an excess below the twin's is normal", () => {
  expect(daysOf(aftermath(excessFrom(3, -100, -200), -100), 0, clock)).toBe(0);
});

test("what two ordinary periods differ by is normal where it is more than 5% of a day", () => {
  const back = aftermath(excessFrom(3, 630, 330), 630);
  expect(daysOf(back, 330, clock)).toBe(1);
  expect(daysOf(back, 20, clock)).toBe(daysOf(back, 0, clock));
});

test("recovery that is not confirmed by five working days before the horizon counts up to the horizon and is censored", () => {
  // Friday 31 March (day 18) and the four days to Thursday 6 April make five; a day later there are but four.
  const until = (day: number): Float64Array => Float64Array.from({ length: 28 }, (_, index) => (index < day ? 600 : 0));
  expect(recoveryOf(aftermath(until(18), 600), 0, clock)).toMatchObject({ from: 4, censored: false });
  expect(recoveryOf(aftermath(until(21), 600), 0, clock)).toEqual({ from: 4, until: 19, censored: true });
  expect(recoveryOf(aftermath(until(0), 600, Infinity), 0, clock)).toEqual({ from: 19, until: 19, censored: true });
});

test("a practice that never gets its systems back is not seen to recover, though no work waits for their return", () => {
  expect(recoveryOf(aftermath(excessFrom(3), 0, Infinity), 0, clock)).toEqual({ from: 19, until: 19, censored: true });
  expect(recoveryOf(aftermath(excessFrom(3), 0, HORIZON), 0, clock).censored).toBe(true);
  expect(recoveryOf(aftermath(excessFrom(3), 0, HORIZON - 1), 0, clock).censored).toBe(false);
});

test("most have recovered when nine in ten have, counted from when the last was restored; censored ones come last", () => {
  const recoveries = Array.from({ length: 10 }, (_, index) => ({ from: index === 0 ? 6 : 4, until: 7 + index, censored: index === 9 }));
  expect(recoveryOfMost(recoveries)).toEqual({ from: 6, until: 15, censored: false });
  expect(recoveryOfMost(recoveries.slice(1))).toEqual({ from: 4, until: 16, censored: true });
  expect(recoveryOfMost([{ from: 9, until: 9, censored: false }])).toEqual({ from: 9, until: 9, censored: false });
  expect(recoveryOfMost([])).toBeNull();
});

test("a loss ends where the last capability is back above 95%, and is as long as the working time in which any was not", () => {
  const history = (...steps: Steps[]) => ({ capabilities: capabilities.map((_, index) => steps[index] ?? { times: [], level: [], slowness: [] }), services: [] });
  // One capability down on Thursday 08:00-13:15, another from 10:40 that day to Friday 13:15, a blip on Saturday, then a slight loss that does not count.
  const flapping = history(
    { times: [at(3, 8), at(3, 13.25), at(5, 9), at(5, 10)], level: [0, 1, 0, 1], slowness: [1, 1, 1, 1] },
    { times: [at(3, 10.75), at(4, 13.25), at(9, 9), at(9, 12)], level: [0.5, 1, 0.96, 1], slowness: [1, 1, 1, 1] },
  );
  const slow = history({ times: [at(3, 9), at(3, 12)], level: [1, 1], slowness: [1.3, 1] });
  const endless = history({ times: [at(24, 8)], level: [0], slowness: [1] });
  const after = history({ times: [HORIZON, HORIZON + 60], level: [0, 1], slowness: [1, 1] });
  const loss = (lived: History) => lossOf(lived, period, clock);
  expect(loss(undisturbed)).toEqual({ onset: NaN, restored: NaN, workingDays: 0 });
  expect(loss(flapping)).toEqual({ onset: at(3, 8), restored: at(5, 10), workingDays: 1.5 });
  expect(loss(flapping).restored).toBe(restoredAt(flapping));
  expect(loss(slow)).toEqual({ onset: at(3, 9), restored: at(3, 9), workingDays: 0 });
  // Nobody sees what begins at the horizon.
  expect(loss(after)).toEqual(loss(undisturbed));
  // The last of 19 working days before the horizon.
  expect(loss(endless)).toEqual({ onset: at(24, 8), restored: Infinity, workingDays: 1 });
  expect(restoredAt(endless)).toBe(Infinity);
});

test("the journals of these tests lose everything from Thursday 08:00 to 18:30", () => {
  expect(lossOf(pairOf({}).histories[0]!, period, clock)).toEqual({ onset: ONSET, restored: RESTORED, workingDays: 1 });
});

test("a practice that was never above normal has recovered at once, however few days are left; one that was is not seen to", () => {
  // Restored on Wednesday 5 April at 08:00: that day and Thursday are the last working days before the horizon.
  const late = at(23, 8);
  expect(recoveryOf(aftermath(excessFrom(23, 20, 10), 25, late), 0, clock)).toMatchObject({ censored: false });
  expect(daysOf(aftermath(excessFrom(23, 20, 10), 25, late), 0, clock)).toBe(0);
  expect(recoveryOf(aftermath(excessFrom(23, 20, 10), 35, late), 0, clock).censored).toBe(true);
  expect(recoveryOf(aftermath(excessFrom(23, 20, 40), 25, late), 0, clock).censored).toBe(true);
});
