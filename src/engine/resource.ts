import type { Calendar } from "./calendar.js";
import { createQueues, dequeue, enqueue, leaveQueue, NOBODY, type Queues } from "./queue.js";

/**
 * Servers, and those who wait for them. One `Resources` holds many resources; what a server does and for how long is the model's business. The calendar
 * says when, so each resource knows how many were on duty, busy and waiting over time. Entities are integers, and an entity waits for
 * one resource at most.
 */
export interface Resources {
  /** By resource: servers on duty, those of them that are taken, and how many wait. More may be taken than are on duty, while work begun before a change goes on. */
  servers: Int32Array;
  busy: Int32Array;
  waiting: Int32Array;
  /** A queue to each resource. */
  readonly queues: Queues;
  /** By resource: servers busy and entities waiting, each summed over time (numbers times the calendar's unit) up to `accounted`. */
  busyTime: Float64Array;
  waitingTime: Float64Array;
  accounted: Float64Array;
  /** By resource: servers on duty, summed over time up to their last change, and when that was. */
  onDutyTime: Float64Array;
  changed: Float64Array;
  /** Since when all these sums are kept. */
  from: number;
}

/** Means over time; NaN where no time has passed. */
export interface Usage {
  readonly onDuty: number;
  readonly busy: number;
  readonly waiting: number;
  /** Busy over on duty; NaN where no server ever was. */
  readonly utilisation: number;
}

/** Resources with so many servers each, which may be Infinity, from time 0 on; for those made later, `restartUsage` says from when. Within a resource priority 0 goes first, and within a priority first come, first served. */
export function createResources(servers: readonly number[], priorities = 1, entities = 256): Resources {
  const count = servers.length;
  return {
    servers: Int32Array.from(servers, (number) => wholeNumber(number)), busy: new Int32Array(count), waiting: new Int32Array(count), queues: createQueues(count, priorities, entities),
    busyTime: new Float64Array(count), waitingTime: new Float64Array(count), accounted: new Float64Array(count),
    onDutyTime: new Float64Array(count), changed: new Float64Array(count), from: 0,
  };
}

/** Takes a free server for `entity` and says true, or lets it wait and says false. Whoever waits while a server is free, since nobody called `admit`, is overtaken. */
export function seize(resources: Resources, calendar: Calendar, resource: number, entity: number, priority = 0): boolean {
  account(resources, calendar, resource);
  if (resources.busy[resource]! < resources.servers[resource]!) {
    resources.busy[resource]!++;
    return true;
  }
  resources.waiting[resource]!++;
  enqueue(resources.queues, resource, entity, priority);
  return false;
}

/** Gives one server back and answers the entity that takes it at once, or NOBODY: what `release` and then `admit` do. */
export function handOver(resources: Resources, calendar: Calendar, resource: number): number {
  if (!(resources.busy[resource]! > 0)) refuse(resource);
  account(resources, calendar, resource);
  if (resources.waiting[resource] === 0 || resources.busy[resource]! > resources.servers[resource]!) {
    resources.busy[resource]!--;
    return NOBODY;
  }
  resources.waiting[resource]!--;
  return dequeue(resources.queues, resource);
}

/** Gives one server back. Whoever is to take it is found with `admit`. */
export function release(resources: Resources, calendar: Calendar, resource: number): void {
  if (!(resources.busy[resource]! > 0)) refuse(resource);
  account(resources, calendar, resource);
  resources.busy[resource]!--;
}

/** The entity that takes a free server now, or NOBODY where no server is free or nobody waits. After more servers came on duty, call it until it says NOBODY. */
export function admit(resources: Resources, calendar: Calendar, resource: number): number {
  if (resources.waiting[resource] === 0 || resources.busy[resource]! >= resources.servers[resource]!) return NOBODY;
  account(resources, calendar, resource);
  resources.waiting[resource]!--;
  resources.busy[resource]!++;
  return dequeue(resources.queues, resource);
}

/** Lets `entity` give up waiting and says true; where it waits for nothing, changes nothing and says false. */
export function renege(resources: Resources, calendar: Calendar, entity: number): boolean {
  const { queues } = resources;
  const line = queues.line[entity] ?? -1;
  if (line === -1) return false;
  const resource = Math.floor(line / queues.priorities);
  account(resources, calendar, resource);
  resources.waiting[resource]!--;
  return leaveQueue(queues, entity);
}

/** Puts so many servers on duty. Work that has begun goes on, also where fewer are on duty than are busy. */
export function setServers(resources: Resources, calendar: Calendar, resource: number, servers: number): void {
  addDuty(resources, calendar, resource);
  resources.servers[resource] = wholeNumber(servers);
}

/** How a resource was used since its statistics began. */
export function usage(resources: Resources, calendar: Calendar, resource: number): Usage {
  account(resources, calendar, resource);
  addDuty(resources, calendar, resource);
  const time = calendar.now - resources.from;
  const onDuty = resources.onDutyTime[resource]! / time;
  const busy = resources.busyTime[resource]! / time;
  return { onDuty, busy, waiting: resources.waitingTime[resource]! / time, utilisation: busy / onDuty };
}

/** Begins the statistics of all resources anew, as after a warm-up. */
export function restartUsage(resources: Resources, calendar: Calendar): void {
  for (const sums of [resources.onDutyTime, resources.busyTime, resources.waitingTime]) sums.fill(0);
  resources.accounted.fill(calendar.now);
  resources.changed.fill(calendar.now);
  resources.from = calendar.now;
}

function wholeNumber(servers: number): number {
  if (servers === Infinity) return 0x7fffffff;
  if (!(Number.isInteger(servers) && servers >= 0 && servers <= 0x7fffffff)) throw new RangeError(`servers are a whole number of 0 or more, or Infinity, not ${servers}`);
  return servers;
}

function refuse(resource: number): never {
  throw new RangeError(`resource ${resource} has no busy server to give back`);
}

/** Adds the time since a resource's last change, before the next. */
export function account(resources: Resources, calendar: Calendar, resource: number): void {
  if (calendar.now !== resources.accounted[resource]) addUp(resources, calendar, resource);
}

function addUp(resources: Resources, calendar: Calendar, resource: number): void {
  const elapsed = calendar.now - resources.accounted[resource]!;
  resources.accounted[resource] = calendar.now;
  resources.busyTime[resource]! += resources.busy[resource]! * elapsed;
  resources.waitingTime[resource]! += resources.waiting[resource]! * elapsed;
}

function addDuty(resources: Resources, calendar: Calendar, resource: number): void {
  resources.onDutyTime[resource]! += resources.servers[resource]! * (calendar.now - resources.changed[resource]!);
  resources.changed[resource] = calendar.now;
}
