import {
  admit, beginService, create, createArrivals, createCalendar, createEntities, createResources, createServices, createVariates, dispose, endService, followTimetable,
  next, nextArrival, NOBODY, release, run, schedule, seize, stream, usage, valueAt, withdraw, type Distribution, type Profile,
} from "../../src/engine/index.js";
import type { Figures } from "./replications.js";

const ARRIVE = 0;
const DEPART = 1;
const SHIFT = 2;

/** One replication, from empty, of a place with room for all, such as a car park: how many are there at each of the times, which go up. */
export function simulateOpenHouse(rates: Profile, stay: Distribution, times: readonly number[], name: string, replication: number): number[] {
  const arrivals = createArrivals(rates, stream("theory", name, replication, "arrivals"));
  const stays = createVariates(stay, stream("theory", name, replication, "stays"));
  const calendar = createCalendar();
  let present = 0;
  const arrive = (): void => {
    schedule(calendar, nextArrival(arrivals), ARRIVE, 0);
    schedule(calendar, calendar.now + next(stays), DEPART, 0);
    present++;
  };
  const depart = (): void => {
    present--;
  };
  schedule(calendar, nextArrival(arrivals), ARRIVE, 0);
  return times.map((time) => {
    run(calendar, time, [arrive, depart]);
    return present;
  });
}

export interface Rota {
  readonly rates: Profile;
  readonly rota: Profile;
  readonly work: Distribution;
  /** Whether those who go off duty leave their work to others, or finish it first. */
  readonly isWithdrawn: boolean;
  readonly times: readonly number[];
}

/** One replication, from empty, of a queue whose servers come and go: how many wait and how many are served at each of the times, and means up to the last. */
export function simulateRota({ rates, rota, work, isWithdrawn, times }: Rota, name: string, replication: number): Figures {
  const arrivals = createArrivals(rates, stream("theory", name, replication, "arrivals"));
  const works = createVariates(work, stream("theory", name, replication, "works"));
  const calendar = createCalendar();
  const resources = createResources([valueAt(rota, 0)]);
  const services = createServices(1);
  const customers = createEntities({ work: Float64Array });

  const begin = (customer: number): void => beginService(services, calendar, 0, customer, customers.work[customer]!, DEPART);
  const admitAll = (): void => {
    for (let customer = admit(resources, calendar, 0); customer !== NOBODY; customer = admit(resources, calendar, 0)) begin(customer);
  };
  const arrive = (): void => {
    schedule(calendar, nextArrival(arrivals), ARRIVE, 0);
    const customer = create(customers);
    customers.work[customer] = next(works);
    if (seize(resources, calendar, 0, customer)) begin(customer);
  };
  const depart = (customer: number): void => {
    endService(services, customer);
    release(resources, calendar, 0);
    dispose(customers, customer);
    admitAll();
  };
  const shift = (): void => {
    followTimetable(resources, calendar, 0, rota, SHIFT);
    if (isWithdrawn) while (resources.busy[0]! > resources.servers[0]!) withdraw(services, resources, calendar, 0, "resume");
    admitAll();
  };

  schedule(calendar, nextArrival(arrivals), ARRIVE, 0);
  shift();
  const figures: Record<string, number> = {};
  for (const time of times) {
    run(calendar, time, [arrive, depart, shift]);
    figures[`waiting at ${time}`] = resources.waiting[0]!;
    figures[`busy at ${time}`] = resources.busy[0]!;
    figures[`idle at ${time}`] = resources.busy[0] === 0 ? 1 : 0;
  }
  const { waiting, busy, onDuty } = usage(resources, calendar, 0);
  return { ...figures, waiting, busy, onDuty };
}
