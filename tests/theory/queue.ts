import {
  admit, createCalendar, createResources, draw, fromTable, release, run, schedule, seize, stream, type Table,
} from "../../src/engine/index.js";
import { meanInterval } from "../../src/statistics/interval.js";

const ARRIVAL = 0;
const DEPARTURE = 1;

interface Means {
  /** Time in the queue of those who came after the warm-up. */
  readonly wait: number;
  /** Number in the system, waiting or served, over time after the warm-up. */
  readonly present: number;
}

/** One replication of a queue with `servers` servers, first come, first served, over `horizon` time units after `warmUp`. */
function replicate(servers: number, gap: Table, work: Table, warmUp: number, horizon: number, name: string, replication: number): Means {
  const calendar = createCalendar();
  const resources = createResources([servers]);
  const gaps = stream("theory", name, replication, "gaps");
  const works = stream("theory", name, replication, "works");
  const arrivedAt: number[] = [];
  let since = 0;
  let area = 0;
  let waits = 0;
  let waited = 0;
  const begin = (customer: number): void => {
    if (arrivedAt[customer]! >= warmUp) {
      waited++;
      waits += calendar.now - arrivedAt[customer]!;
    }
    schedule(calendar, calendar.now + fromTable(work, draw(works)), DEPARTURE, customer);
  };
  /** Adds the time since the last change, with as many in the system as there were. */
  const account = (): void => {
    area += (calendar.now - since) * (resources.busy[0]! + resources.waiting[0]!);
    since = calendar.now;
  };
  const handle = (kind: number, customer: number): void => {
    account();
    if (kind === ARRIVAL) {
      arrivedAt[customer] = calendar.now;
      schedule(calendar, calendar.now + fromTable(gap, draw(gaps)), ARRIVAL, customer + 1);
      if (seize(resources, calendar, 0, customer)) begin(customer);
    } else {
      release(resources, calendar, 0);
      const next = admit(resources, calendar, 0);
      if (next !== -1) begin(next);
    }
  };
  schedule(calendar, fromTable(gap, draw(gaps)), ARRIVAL, 0);
  run(calendar, warmUp, handle);
  account();
  area = 0;
  run(calendar, warmUp + horizon, handle);
  account();
  return { wait: waits / waited, present: area / horizon };
}

/** Intervals of both means from independent replications: one in 10,000 seeds would give one that misses, and the seed is fixed. */
export function simulatedQueue(name: string, servers: number, gap: Table, work: Table, replications: number, warmUp: number, horizon: number): Record<keyof Means, { low: number; mean: number; high: number }> {
  const means = Array.from({ length: replications }, (_, replication) => replicate(servers, gap, work, warmUp, horizon, name, replication));
  const interval = (of: keyof Means): { low: number; mean: number; high: number } => {
    const { low, mean, high } = meanInterval(means.map((each) => each[of]), 0.9999);
    return { low: low!, mean: mean!, high: high! };
  };
  return { wait: interval("wait"), present: interval("present") };
}
