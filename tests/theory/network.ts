import {
  admit, create, createCalendar, createEntities, createLevel, createResources, createVariates, discrete, dispose, exponential, meanLevel, next, NOBODY, release,
  run, schedule, seize, setLevel, stream, usage, type Distribution, type Variates,
} from "../../src/engine/index.js";
import type { Figures } from "./replications.js";

const COME = 0;
const SERVED = 1;

export interface Station {
  readonly servers: number;
  /** Arrivals from outside and works served by one server, each a time unit. */
  readonly arrivals: number;
  readonly speed: number;
  /** Shares of those served who go on to each station; the rest leaves. */
  readonly onwards: readonly number[];
  /** How many are there at the beginning. */
  readonly initial: Distribution;
}

/** One replication of a network of stations in which all times are exponential. */
export function simulateNetwork(stations: readonly Station[], horizon: number, name: string, replication: number): Figures {
  const variates = (of: Distribution, purpose: string, station: number): Variates => createVariates(of, stream("theory", name, replication, purpose, station));
  const gaps = stations.map(({ arrivals }, i) => variates(exponential(1 / arrivals), "gaps", i));
  const works = stations.map(({ speed }, i) => variates(exponential(1 / speed), "works", i));
  const ways = stations.map(({ onwards }, i) => variates(discrete([...onwards, 1 - onwards.reduce((a, b) => a + b)]), "ways", i));
  const initial = stations.map((station, i) => variates(station.initial, "initial", i));

  const calendar = createCalendar();
  const resources = createResources(stations.map(({ servers }) => servers));
  const customers = createEntities({ at: Uint8Array });
  const present = stations.map(() => createLevel());
  const isEmpty = stations.map(() => createLevel(1));
  const allOthersEmpty = stations.map(() => createLevel(1));
  const served = stations.map(() => 0);
  let left = 0;

  const change = (station: number, by: number): void => {
    const level = present[station]!;
    const wasEmpty = level.value === 0;
    setLevel(level, level.value + by, calendar.now);
    if (wasEmpty === (level.value === 0)) return;
    setLevel(isEmpty[station]!, wasEmpty ? 0 : 1, calendar.now);
    allOthersEmpty.forEach((others, but) => setLevel(others, isEmpty.every(({ value }, i) => i === but || value === 1) ? 1 : 0, calendar.now));
  };
  const begin = (customer: number): void => schedule(calendar, calendar.now + next(works[customers.at[customer]!]!), SERVED, customer);
  const enter = (customer: number, station: number): void => {
    customers.at[customer] = station;
    change(station, 1);
    if (seize(resources, calendar, station, customer)) begin(customer);
  };

  const come = (station: number): void => {
    schedule(calendar, calendar.now + next(gaps[station]!), COME, station);
    enter(create(customers), station);
  };
  const finish = (customer: number): void => {
    const station = customers.at[customer]!;
    served[station]!++;
    change(station, -1);
    release(resources, calendar, station);
    const first = admit(resources, calendar, station);
    if (first !== NOBODY) begin(first);
    const onwards = next(ways[station]!);
    if (onwards < stations.length) return enter(customer, onwards);
    left++;
    dispose(customers, customer);
  };

  stations.forEach((_, station) => {
    schedule(calendar, next(gaps[station]!), COME, station);
    for (let n = next(initial[station]!); n > 0; n--) enter(create(customers), station);
  });
  run(calendar, horizon, [come, finish]);

  return {
    left: left / horizon,
    ...Object.fromEntries(stations.flatMap((_, i) => [
      [`present at ${i}`, meanLevel(present[i]!, horizon)],
      [`utilisation of ${i}`, usage(resources, calendar, i).utilisation],
      [`served at ${i}`, served[i]! / horizon],
      [`${i} empty`, meanLevel(isEmpty[i]!, horizon)],
      [`all but ${i} empty`, meanLevel(allOthersEmpty[i]!, horizon)],
    ])),
  };
}
