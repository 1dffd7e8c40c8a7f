import {
  admit, beginService, create, createCalendar, createEntities, createResources, createServices, createTally, createVariates, dispose, endService, exponential, next,
  NOBODY, preempt, record, release, restartTally, restartUsage, run, schedule, seize, stream, usage, type Distribution, type Fate, type Variates,
} from "../../src/engine/index.js";
import type { Figures } from "./replications.js";

const ARRIVE = 0;
const DEPART = 1;

export interface Class {
  /** Arrivals, by Poisson's process, a time unit. */
  readonly rate: number;
  readonly work: Distribution;
}

export interface Priorities {
  readonly servers: number;
  /** The most urgent first. */
  readonly classes: readonly Class[];
  /** What becomes of the work of those who are interrupted by more urgent ones; null where nobody is. */
  readonly fate: Fate | null;
  readonly warmUp: number;
  readonly horizon: number;
}

/**
 * One replication, from empty, observed after the warm-up. By class: the wait until first served, the response (time from arrival to completion), and the share of
 * those first served whose work is completed.
 */
export function simulatePriorities({ servers, classes, fate, warmUp, horizon }: Priorities, name: string, replication: number): Figures {
  const variates = (of: Distribution, purpose: string, urgency: number): Variates => createVariates(of, stream("theory", name, replication, purpose, urgency));
  const gaps = classes.map(({ rate }, urgency) => variates(exponential(1 / rate), "gaps", urgency));
  const works = classes.map(({ work }, urgency) => variates(work, "works", urgency));

  const calendar = createCalendar();
  const resources = createResources([servers], classes.length);
  const services = createServices(1);
  const customers = createEntities({ urgency: Uint8Array, cameAt: Float64Array, work: Float64Array, isNew: Uint8Array });
  const wait = classes.map(createTally);
  const response = classes.map(createTally);
  const completed = classes.map(createTally);

  const begin = (customer: number): void => {
    const urgency = customers.urgency[customer]!;
    if (customers.isNew[customer] === 1) record(wait[urgency]!, calendar.now - customers.cameAt[customer]!);
    customers.isNew[customer] = 0;
    beginService(services, calendar, 0, customer, customers.work[customer]!, DEPART, urgency);
  };

  const arrive = (urgency: number): void => {
    schedule(calendar, calendar.now + next(gaps[urgency]!), ARRIVE, urgency);
    const customer = create(customers);
    customers.urgency[customer] = urgency;
    customers.cameAt[customer] = calendar.now;
    customers.work[customer] = next(works[urgency]!);
    customers.isNew[customer] = 1;
    if (seize(resources, calendar, 0, customer, urgency)) return begin(customer);
    if (fate === null) return;
    const interrupted = preempt(services, resources, calendar, 0, customer, urgency, fate);
    if (interrupted === NOBODY) return;
    begin(customer);
    if (fate !== "lost") return;
    record(completed[customers.urgency[interrupted]!]!, 0);
    dispose(customers, interrupted);
  };
  const depart = (customer: number): void => {
    const urgency = customers.urgency[customer]!;
    record(completed[urgency]!, 1);
    record(response[urgency]!, calendar.now - customers.cameAt[customer]!);
    endService(services, customer);
    release(resources, calendar, 0);
    dispose(customers, customer);
    const first = admit(resources, calendar, 0);
    if (first !== NOBODY) begin(first);
  };

  classes.forEach((_, urgency) => schedule(calendar, next(gaps[urgency]!), ARRIVE, urgency));
  run(calendar, warmUp, [arrive, depart]);
  for (const tally of [...wait, ...response, ...completed]) restartTally(tally);
  restartUsage(resources, calendar);
  run(calendar, warmUp + horizon, [arrive, depart]);

  const { utilisation, busy, waiting } = usage(resources, calendar, 0);
  return {
    utilisation, present: busy + waiting,
    ...Object.fromEntries(classes.flatMap((_, urgency) => [
      [`wait ${urgency}`, wait[urgency]!.mean], [`response ${urgency}`, response[urgency]!.mean], [`completed ${urgency}`, completed[urgency]!.mean],
    ])),
  };
}
