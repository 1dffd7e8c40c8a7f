/** M/M/c with the engine's public API, as a user writes it: customers arrive one by one, and what is observed is how long they wait. */
import { create, createCalendar, createEntities, createResources, createTally, createVariates, dispose, exponential, handOver, next, NOBODY, record, run, schedule, seize, stream } from "outagelab/engine";

const ARRIVE = 0;
const DEPART = 1;

/** Serves so many customers, who arrive at `rate` while a service takes 1 on average. */
export function simulateQueue(servers, rate, customers, seed) {
  const calendar = createCalendar();
  const desk = createResources([servers]);
  const people = createEntities({ arrivedAt: Float64Array });
  const gaps = createVariates(exponential(1 / rate), stream(seed, "gaps"));
  const services = createVariates(exponential(1), stream(seed, "services"));
  const waits = createTally();
  let toCome = customers;

  function serve(customer) {
    record(waits, calendar.now - people.arrivedAt[customer]);
    schedule(calendar, calendar.now + next(services), DEPART, customer);
  }

  function arrive() {
    if (--toCome > 0) schedule(calendar, calendar.now + next(gaps), ARRIVE, 0);
    const customer = create(people);
    people.arrivedAt[customer] = calendar.now;
    if (seize(desk, calendar, 0, customer)) serve(customer);
  }

  function depart(customer) {
    dispose(people, customer);
    const waiting = handOver(desk, calendar, 0);
    if (waiting !== NOBODY) serve(waiting);
  }

  schedule(calendar, next(gaps), ARRIVE, 0);
  run(calendar, Infinity, [arrive, depart]);
  return { wait: waits.mean, events: 2 * customers };
}
