import {
  admit, cancel, create, createCalendar, createEntities, createLevel, createResources, createTally, createVariates, dispose, meanLevel, next, NOBODY, record,
  release, renege, restartLevel, restartTally, restartUsage, run, schedule, scheduleTimer, seize, setLevel, stream, usage, type Distribution, type Variates,
} from "../../src/engine/index.js";
import type { Figures } from "./replications.js";

const ARRIVE = 0;
const DEPART = 1;
const GIVE_UP = 2;

/** One queue, first come, first served, how long it is observed and what of it. */
export interface Queue {
  readonly servers: number;
  /** Time from one arrival to the next. */
  readonly gap: Distribution;
  readonly work: Distribution;
  /** How many may wait; who finds that many waiting, and no server free, goes away. */
  readonly room?: number;
  /** How long one waits before giving up. */
  readonly patience?: Distribution;
  readonly warmUp: number;
  readonly horizon: number;
  /** Waits whose shares above them, and numbers present whose shares of time are observed. */
  readonly waits?: readonly number[];
  readonly numbers?: readonly number[];
}

/** One replication, from empty, observed after the warm-up. Waits count when they end. */
export function simulateQueue(queue: Queue, name: string, replication: number): Figures {
  const { servers, gap, work, room = Infinity, patience, warmUp, horizon, waits = [], numbers = [] } = queue;
  const variates = (of: Distribution, purpose: string): Variates => createVariates(of, stream("theory", name, replication, purpose));
  const gaps = variates(gap, "gaps");
  const works = variates(work, "works");
  const patiences = patience && variates(patience, "patience");

  const calendar = createCalendar();
  const resources = createResources([servers]);
  const customers = createEntities({ cameAt: Float64Array, giveUp: Float64Array });
  const tallies = { wait: createTally(), squaredWait: createTally(), waitOfAll: createTally(), gaveUp: createTally(), turnedAway: createTally() };
  const waitsAbove = waits.map(createTally);
  const present = createLevel();
  const numbersPresent = numbers.map((number) => createLevel(number === 0 ? 1 : 0));

  const setPresent = (value: number): void => {
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === value) setLevel(numbersPresent[i]!, 1, calendar.now);
      else if (numbers[i] === present.value) setLevel(numbersPresent[i]!, 0, calendar.now);
    }
    setLevel(present, value, calendar.now);
  };
  const begin = (customer: number): void => {
    const wait = calendar.now - customers.cameAt[customer]!;
    record(tallies.wait, wait);
    record(tallies.squaredWait, wait * wait);
    record(tallies.waitOfAll, wait);
    record(tallies.gaveUp, 0);
    for (let i = 0; i < waits.length; i++) record(waitsAbove[i]!, wait > waits[i]! ? 1 : 0);
    schedule(calendar, calendar.now + next(works), DEPART, customer);
  };

  const arrive = (): void => {
    schedule(calendar, calendar.now + next(gaps), ARRIVE, 0);
    const isFull = resources.busy[0]! === servers && resources.waiting[0]! >= room;
    record(tallies.turnedAway, isFull ? 1 : 0);
    if (isFull) return;
    const customer = create(customers);
    customers.cameAt[customer] = calendar.now;
    setPresent(present.value + 1);
    if (seize(resources, calendar, 0, customer)) begin(customer);
    else if (patiences) customers.giveUp[customer] = scheduleTimer(calendar, calendar.now + next(patiences), GIVE_UP, customer);
  };
  const depart = (customer: number): void => {
    dispose(customers, customer);
    setPresent(present.value - 1);
    release(resources, calendar, 0);
    const first = admit(resources, calendar, 0);
    if (first === NOBODY) return;
    if (patiences) cancel(calendar, customers.giveUp[first]!);
    begin(first);
  };
  const giveUp = (customer: number): void => {
    record(tallies.waitOfAll, calendar.now - customers.cameAt[customer]!);
    record(tallies.gaveUp, 1);
    renege(resources, calendar, customer);
    dispose(customers, customer);
    setPresent(present.value - 1);
  };

  schedule(calendar, next(gaps), ARRIVE, 0);
  run(calendar, warmUp, [arrive, depart, giveUp]);
  for (const tally of [...Object.values(tallies), ...waitsAbove]) restartTally(tally);
  for (const level of [present, ...numbersPresent]) restartLevel(level, calendar.now);
  restartUsage(resources, calendar);
  run(calendar, warmUp + horizon, [arrive, depart, giveUp]);

  const { utilisation, waiting } = usage(resources, calendar, 0);
  return {
    utilisation, waiting, present: meanLevel(present, calendar.now),
    ...Object.fromEntries(Object.entries(tallies).map(([figure, tally]) => [figure, tally.mean])),
    ...Object.fromEntries(waits.map((wait, i) => [`wait above ${wait}`, waitsAbove[i]!.mean])),
    ...Object.fromEntries(numbers.map((number, i) => [`${number} present`, meanLevel(numbersPresent[i]!, calendar.now)])),
  };
}
