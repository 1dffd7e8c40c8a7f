import { cancel, scheduleTimer, type Calendar } from "./calendar.js";
import { longer } from "./column.js";
import { enqueueFirst, NOBODY } from "./queue.js";
import { account, release, renege, type Resources } from "./resource.js";

/**
 * Service that can be interrupted: who is being served, until when, and what is owed to those who were interrupted. Needed only where there is
 * preemption; otherwise a plain event ends a service.
 */
export interface Services {
  /** By resource: whom it began to serve last (NOBODY: no one). */
  latest: Int32Array;
  /** By entity: who was begun before and after it at its resource, and which resource that is (-1: none). */
  earlier: Int32Array;
  later: Int32Array;
  at: Int32Array;
  priority: Int32Array;
  /** By entity: when its service ends, the event that ends it, how long it takes in all, and what is still owed to it. */
  endsAt: Float64Array;
  timer: Float64Array;
  duration: Float64Array;
  owed: Float64Array;
}

/** In `owed`, where no interrupted service is; an entity interrupted in its last moment is owed 0. */
const NOTHING = -1;

/** What becomes of work that is interrupted: it goes on later where it stopped, or begins again from the start, or is lost. */
export type Fate = "resume" | "repeat" | "lost";

/** For as many resources as the `Resources` have that it goes with. */
export function createServices(resources: number, entities = 256): Services {
  return {
    latest: new Int32Array(resources).fill(NOBODY),
    earlier: new Int32Array(entities), later: new Int32Array(entities), at: new Int32Array(entities).fill(-1), priority: new Int32Array(entities),
    endsAt: new Float64Array(entities), timer: new Float64Array(entities), duration: new Float64Array(entities), owed: new Float64Array(entities).fill(NOTHING),
  };
}

/**
 * Begins to serve `entity`, which has a server, and schedules the end as an event of `kind` with the entity as its subject. Where an interrupted service
 * is owed to it, that is what it gets; otherwise `duration`.
 */
export function beginService(services: Services, calendar: Calendar, resource: number, entity: number, duration: number, kind: number, priority = 0): void {
  if (entity >= services.at.length) makeRoom(services, entity);
  if (!(resource < services.latest.length)) throw new RangeError(`services were created for ${services.latest.length} resources; resource ${resource} is none of them`);
  if (services.at[entity] !== -1) throw new RangeError(`entity ${entity} is being served already; endService was not called for it`);
  const owed = services.owed[entity]!;
  if (owed === NOTHING) services.duration[entity] = duration;
  services.owed[entity] = NOTHING;
  const endsAt = calendar.now + (owed === NOTHING ? duration : owed);
  services.endsAt[entity] = endsAt;
  services.timer[entity] = scheduleTimer(calendar, endsAt, kind, entity);
  services.priority[entity] = priority;
  services.at[entity] = resource;
  const before = services.latest[resource]!;
  services.earlier[entity] = before;
  services.later[entity] = NOBODY;
  if (before !== NOBODY) services.later[before] = entity;
  services.latest[resource] = entity;
}

/** Notes that the service of `entity` has ended; its server is given back with `release`. */
export function endService(services: Services, entity: number): void {
  const { earlier, later } = services;
  if ((services.at[entity] ?? -1) === -1) throw new RangeError(`entity ${entity} is not being served`);
  const before = earlier[entity]!;
  const after = later[entity]!;
  if (before !== NOBODY) later[before] = after;
  if (after !== NOBODY) earlier[after] = before;
  else services.latest[services.at[entity]!] = before;
  services.at[entity] = -1;
}

/** Forgets what is owed to an interrupted `entity`, as when it leaves instead of waiting. */
export function forgoService(services: Services, entity: number): void {
  services.owed[entity] = NOTHING;
}

/**
 * Gives the server of someone less urgent to `entity`, which waits for the resource with `priority`: of the least urgent the one begun last. Answers who
 * was interrupted, or NOBODY where all are at least as urgent, or more are busy than on duty. The interrupted waits first among its priority, unless its work is lost.
 */
export function preempt(services: Services, resources: Resources, calendar: Calendar, resource: number, entity: number, priority: number, fate: Fate): number {
  const { queues } = resources;
  if (Math.floor((queues.line[entity] ?? -1) / queues.priorities) !== resource) throw new RangeError(`entity ${entity} does not wait for resource ${resource}; call seize first`);
  // A server that leaves once its work is done is nobody's.
  if (resources.busy[resource]! > resources.servers[resource]!) return NOBODY;
  const interrupted = leastUrgent(services, resource, priority);
  if (interrupted === NOBODY) return NOBODY;
  renege(resources, calendar, entity);
  interrupt(services, resources, calendar, interrupted, fate);
  return interrupted;
}

/** Takes a server off the least urgent, as when fewer are on duty than are busy, and answers who was interrupted, or NOBODY where no one is served. */
export function withdraw(services: Services, resources: Resources, calendar: Calendar, resource: number, fate: Fate): number {
  const interrupted = leastUrgent(services, resource, -1);
  if (interrupted === NOBODY) return NOBODY;
  release(resources, calendar, resource);
  interrupt(services, resources, calendar, interrupted, fate);
  return interrupted;
}

/** Whom the resource serves with the greatest number of priority above `than`; among equals the one begun last. */
function leastUrgent(services: Services, resource: number, than: number): number {
  let found = NOBODY;
  let least = than;
  for (let entity = services.latest[resource]!; entity !== NOBODY; entity = services.earlier[entity]!) {
    if (services.priority[entity]! <= least) continue;
    least = services.priority[entity]!;
    found = entity;
  }
  return found;
}

function interrupt(services: Services, resources: Resources, calendar: Calendar, entity: number, fate: Fate): void {
  const resource = services.at[entity]!;
  account(resources, calendar, resource);
  cancel(calendar, services.timer[entity]!);
  endService(services, entity);
  services.owed[entity] = fate === "resume" ? services.endsAt[entity]! - calendar.now : fate === "repeat" ? services.duration[entity]! : NOTHING;
  if (fate === "lost") return;
  resources.waiting[resource]!++;
  enqueueFirst(resources.queues, resource, entity, services.priority[entity]!);
}

function makeRoom(services: Services, entity: number): void {
  const entities = Math.max(entity + 1, services.at.length * 2);
  for (const name of ["earlier", "later", "priority"] as const) services[name] = longer(services[name], entities);
  for (const name of ["endsAt", "timer", "duration"] as const) services[name] = longer(services[name], entities);
  services.at = longer(services.at, entities, -1);
  services.owed = longer(services.owed, entities, NOTHING);
}
