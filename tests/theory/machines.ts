import {
  admit, create, createCalendar, createEntities, createLevel, createResources, createTally, createVariates, meanLevel, next, NOBODY, record, release,
  restartLevel, restartTally, restartUsage, run, schedule, seize, setLevel, stream, usage, type Distribution,
} from "../../src/engine/index.js";
import type { Figures } from "./replications.js";

const FAIL = 0;
const REPAIRED = 1;

export interface Machines {
  readonly machines: number;
  readonly repairers: number;
  /** Time from repair to failure. */
  readonly upTime: Distribution;
  readonly repair: Distribution;
  readonly warmUp: number;
  readonly horizon: number;
  /** Numbers of machines down whose shares of time are observed. */
  readonly numbers: readonly number[];
}

/** One replication, from all machines up, observed after the warm-up. */
export function simulateMachines({ machines, repairers, upTime, repair, warmUp, horizon, numbers }: Machines, name: string, replication: number): Figures {
  const upTimes = createVariates(upTime, stream("theory", name, replication, "up"));
  const repairs = createVariates(repair, stream("theory", name, replication, "repair"));
  const calendar = createCalendar();
  const workshop = createResources([repairers]);
  const fleet = createEntities({ failedAt: Float64Array });
  const wait = createTally();
  const down = createLevel();
  const numbersDown = numbers.map((number) => createLevel(number === 0 ? 1 : 0));

  const setDown = (value: number): void => {
    numbers.forEach((number, i) => {
      if (number === value) setLevel(numbersDown[i]!, 1, calendar.now);
      else if (number === down.value) setLevel(numbersDown[i]!, 0, calendar.now);
    });
    setLevel(down, value, calendar.now);
  };
  const begin = (machine: number): void => {
    record(wait, calendar.now - fleet.failedAt[machine]!);
    schedule(calendar, calendar.now + next(repairs), REPAIRED, machine);
  };
  const fail = (machine: number): void => {
    fleet.failedAt[machine] = calendar.now;
    setDown(down.value + 1);
    if (seize(workshop, calendar, 0, machine)) begin(machine);
  };
  const repaired = (machine: number): void => {
    setDown(down.value - 1);
    schedule(calendar, calendar.now + next(upTimes), FAIL, machine);
    release(workshop, calendar, 0);
    const first = admit(workshop, calendar, 0);
    if (first !== NOBODY) begin(first);
  };

  for (let i = 0; i < machines; i++) schedule(calendar, next(upTimes), FAIL, create(fleet));
  run(calendar, warmUp, [fail, repaired]);
  restartTally(wait);
  for (const level of [down, ...numbersDown]) restartLevel(level, calendar.now);
  restartUsage(workshop, calendar);
  run(calendar, warmUp + horizon, [fail, repaired]);
  const { utilisation, waiting } = usage(workshop, calendar, 0);
  return {
    wait: wait.mean, failures: wait.count / horizon, down: meanLevel(down, calendar.now), utilisation, waiting,
    ...Object.fromEntries(numbers.map((number, i) => [`${number} down`, meanLevel(numbersDown[i]!, calendar.now)])),
  };
}
