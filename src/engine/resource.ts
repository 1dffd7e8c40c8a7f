/**
 * Servers and those who wait for them. One `Resources` holds many resources; entities are integers, and an entity waits in one queue at most.
 * Within a resource priority 0 goes first, and within a priority first come, first served.
 */
export interface Resources {
  readonly priorities: number;
  /** By resource: servers on duty, and those of them that are taken. Taken may exceed on duty while work begun before a change is finished. */
  servers: Int32Array;
  busy: Int32Array;
  /** By resource and priority: first and last entity waiting (-1: nobody), and how many. */
  head: Int32Array;
  tail: Int32Array;
  waiting: Int32Array;
  /** By entity: who waits behind it. */
  next: Int32Array;
}

export function createResources(count: number, priorities = 1, entities = 1024): Resources {
  return {
    priorities,
    servers: new Int32Array(count), busy: new Int32Array(count),
    head: new Int32Array(count * priorities).fill(-1), tail: new Int32Array(count * priorities).fill(-1), waiting: new Int32Array(count * priorities),
    next: new Int32Array(entities).fill(-1),
  };
}

/** Takes a free server for `entity` and says true, or lets it wait and says false. */
export function seize(resources: Resources, resource: number, entity: number, priority = 0): boolean {
  if (resources.busy[resource]! < resources.servers[resource]!) {
    resources.busy[resource]!++;
    return true;
  }
  enqueue(resources, resource, entity, priority);
  return false;
}

/** Gives one server back. Whoever is to take it is found with `admit`. */
export function release(resources: Resources, resource: number): void {
  resources.busy[resource]!--;
}

/** The entity that takes a free server now, or -1 where no server is free or nobody waits. After a change of `servers`, call it until it says -1. */
export function admit(resources: Resources, resource: number): number {
  if (resources.busy[resource]! >= resources.servers[resource]!) return -1;
  const entity = dequeue(resources, resource);
  if (entity !== -1) resources.busy[resource]!++;
  return entity;
}

/** Lets `entity` wait, without asking for a server. */
export function enqueue(resources: Resources, resource: number, entity: number, priority = 0): void {
  if (entity >= resources.next.length) {
    const next = new Int32Array(Math.max(entity + 1, resources.next.length * 2)).fill(-1);
    next.set(resources.next);
    resources.next = next;
  }
  const queue = resource * resources.priorities + priority;
  const last = resources.tail[queue]!;
  if (last === -1) resources.head[queue] = entity;
  else resources.next[last] = entity;
  resources.tail[queue] = entity;
  resources.next[entity] = -1;
  resources.waiting[queue]!++;
}

/** Takes out whoever is to be served next, or says -1. */
export function dequeue(resources: Resources, resource: number): number {
  for (let priority = 0; priority < resources.priorities; priority++) {
    const entity = dequeueFrom(resources, resource, priority);
    if (entity !== -1) return entity;
  }
  return -1;
}

/** Takes out the first of one priority, or says -1. */
export function dequeueFrom(resources: Resources, resource: number, priority: number): number {
  const queue = resource * resources.priorities + priority;
  const entity = resources.head[queue]!;
  if (entity === -1) return -1;
  const next = resources.next[entity]!;
  resources.head[queue] = next;
  if (next === -1) resources.tail[queue] = -1;
  resources.waiting[queue]!--;
  return entity;
}

/** How many wait, over all priorities. */
export function waitingFor(resources: Resources, resource: number): number {
  let waiting = 0;
  for (let priority = 0; priority < resources.priorities; priority++) waiting += resources.waiting[resource * resources.priorities + priority]!;
  return waiting;
}
