import { longer } from "./column.js";
import { columnIn, createMemory, rowsIn } from "./memory.js";

/**
 * Those who wait. One `Queues` holds many queues, each with the same number of priorities; entities are integers, and an entity waits in one queue at
 * most. Priority 0 goes first, and within a priority first come, first served.
 */
export interface Queues {
  readonly priorities: number;
  /** By queue and priority: first and last entity waiting (-1: nobody), and how many. */
  head: Int32Array;
  tail: Int32Array;
  waiting: Int32Array;
  /** By entity: who waits behind and before it (-1: nobody), and the queue and priority in which it waits (-1: in none). */
  next: Int32Array;
  previous: Int32Array;
  line: Int32Array;
}

/** Answered where an entity is asked for and there is none. */
export const NOBODY = -1;

export function createQueues(count: number, priorities = 1, entities = 256, memory = createMemory()): Queues {
  return {
    priorities,
    head: new Int32Array(count * priorities).fill(NOBODY), tail: new Int32Array(count * priorities).fill(NOBODY), waiting: new Int32Array(count * priorities),
    next: rowsIn(memory, Int32Array, entities), previous: rowsIn(memory, Int32Array, entities), line: columnIn(memory, Int32Array, entities, -1),
  };
}

/** Lets `entity`, which must not wait already, wait behind the others of its priority. */
export function enqueue(queues: Queues, queue: number, entity: number, priority = 0): void {
  if (entity >= queues.next.length) makeRoom(queues, entity);
  const line = queue * queues.priorities + priority;
  if (queues.line[entity] !== -1 || priority >>> 0 !== priority || priority >= queues.priorities || line >>> 0 !== line || line >= queues.head.length) refuse(queues, queue, entity, priority);
  const last = queues.tail[line]!;
  if (last === NOBODY) queues.head[line] = entity;
  else queues.next[last] = entity;
  queues.tail[line] = entity;
  queues.next[entity] = NOBODY;
  queues.previous[entity] = last;
  queues.line[entity] = line;
  queues.waiting[line]!++;
}

/** Lets `entity`, which must not wait already, wait before the others of its priority. */
export function enqueueFirst(queues: Queues, queue: number, entity: number, priority = 0): void {
  if (entity >= queues.next.length) makeRoom(queues, entity);
  const line = queue * queues.priorities + priority;
  if (queues.line[entity] !== -1 || priority >>> 0 !== priority || priority >= queues.priorities || line >>> 0 !== line || line >= queues.head.length) refuse(queues, queue, entity, priority);
  const first = queues.head[line]!;
  if (first === NOBODY) queues.tail[line] = entity;
  else queues.previous[first] = entity;
  queues.head[line] = entity;
  queues.next[entity] = first;
  queues.previous[entity] = NOBODY;
  queues.line[entity] = line;
  queues.waiting[line]!++;
}

/** Takes out whoever is to be served next, or says NOBODY. */
export function dequeue(queues: Queues, queue: number): number {
  for (let priority = 0; priority < queues.priorities; priority++) {
    const entity = dequeueFrom(queues, queue, priority);
    if (entity !== NOBODY) return entity;
  }
  return NOBODY;
}

/** Takes out the first of one priority, or says NOBODY. */
export function dequeueFrom(queues: Queues, queue: number, priority: number): number {
  const line = queue * queues.priorities + priority;
  const entity = queues.head[line]!;
  if (entity === NOBODY) return NOBODY;
  const next = queues.next[entity]!;
  queues.head[line] = next;
  if (next === NOBODY) queues.tail[line] = NOBODY;
  else queues.previous[next] = NOBODY;
  queues.line[entity] = -1;
  queues.waiting[line]!--;
  return entity;
}

/** Whether `entity` waits in any queue. */
export function isWaiting(queues: Queues, entity: number): boolean {
  return (queues.line[entity] ?? -1) !== -1;
}

/** Takes `entity` out from wherever it waits and says true; where it does not wait, says false. */
export function leaveQueue(queues: Queues, entity: number): boolean {
  if (!isWaiting(queues, entity)) return false;
  const line = queues.line[entity]!;
  const next = queues.next[entity]!;
  const previous = queues.previous[entity]!;
  if (previous === NOBODY) queues.head[line] = next;
  else queues.next[previous] = next;
  if (next === NOBODY) queues.tail[line] = previous;
  else queues.previous[next] = previous;
  queues.line[entity] = -1;
  queues.waiting[line]!--;
  return true;
}

/** How many wait in a queue, over all priorities. */
export function lengthOf(queues: Queues, queue: number): number {
  let waiting = 0;
  for (let line = queue * queues.priorities; line < (queue + 1) * queues.priorities; line++) waiting += queues.waiting[line]!;
  return waiting;
}

function refuse(queues: Queues, queue: number, entity: number, priority: number): never {
  const { priorities, head } = queues;
  if (isWaiting(queues, entity)) throw new RangeError(`entity ${entity} waits already`);
  if (priority >>> 0 !== priority || priority >= priorities) throw new RangeError(`priorities here go from 0 to ${priorities - 1}; ${priority} is none of them`);
  if (queue >>> 0 !== queue || queue * priorities >= head.length) throw new RangeError(`queues and resources here go from 0 to ${head.length / priorities - 1}; ${queue} is none of them`);
  throw new RangeError(`an entity is a whole number from 0 to ${ENTITIES - 1}, not ${entity}`);
}

/** Columns are as long as the greatest number of an entity, which is a slip where it is greater than this. */
const ENTITIES = 0x4000000;

function makeRoom(queues: Queues, entity: number): void {
  if (!(entity < ENTITIES)) throw new RangeError(`an entity is a whole number from 0 to ${ENTITIES - 1}, not ${entity}`);
  const entities = Math.max(entity + 1, queues.next.length * 2);
  queues.next = longer(queues.next, entities);
  queues.previous = longer(queues.previous, entities);
  queues.line = longer(queues.line, entities, -1);
}
