import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueues, dequeue, dequeueFrom, enqueue, enqueueFirst, isWaiting, leaveQueue, lengthOf, NOBODY } from "../../src/engine/queue.js";

const QUEUES = 3;
const PRIORITIES = 3;

const operations = fc.array(fc.record({
  do: fc.constantFrom("enqueue", "enqueue", "enqueueFirst", "dequeue", "dequeueFrom", "leave"), queue: fc.nat(QUEUES - 1), priority: fc.nat(PRIORITIES - 1),
  // Few numbers, so that the same entity comes and goes often, and some that lie far beyond the room there is.
  entity: fc.oneof({ weight: 8, arbitrary: fc.nat(12) }, fc.nat(1000)),
}), { maxLength: 300, size: "max" });

test("queues are lists by priority, whoever joins at either end and leaves from wherever", () => {
  fc.assert(fc.property(operations, fc.integer({ min: 0, max: 8 }), (each, entities) => {
    const queues = createQueues(QUEUES, PRIORITIES, entities);
    const lists = Array.from({ length: QUEUES }, () => Array.from({ length: PRIORITIES }, (): number[] => []));
    const listOf = (entity: number): number[] | undefined => lists.flat().find((list) => list.includes(entity));
    for (const { do: what, queue, priority, entity } of each) {
      const list = lists[queue]![priority]!;
      expect(isWaiting(queues, entity)).toBe(listOf(entity) !== undefined);
      // An entity waits in one queue at most: whoever waits already leaves instead.
      if (what === "leave" || (what.startsWith("enqueue") && listOf(entity))) {
        const left = listOf(entity);
        expect(leaveQueue(queues, entity)).toBe(left !== undefined);
        left?.splice(left.indexOf(entity), 1);
      } else if (what === "enqueue") {
        enqueue(queues, queue, entity, priority);
        list.push(entity);
      } else if (what === "enqueueFirst") {
        enqueueFirst(queues, queue, entity, priority);
        list.unshift(entity);
      } else if (what === "dequeue") {
        expect(dequeue(queues, queue)).toBe(lists[queue]!.find((list) => list.length > 0)?.shift() ?? NOBODY);
      } else {
        expect(dequeueFrom(queues, queue, priority)).toBe(list.shift() ?? NOBODY);
      }
      expect(lengthOf(queues, queue)).toBe(lists[queue]!.flat().length);
    }
    for (const [queue, byPriority] of lists.entries()) {
      for (const entity of byPriority.flat()) expect([isWaiting(queues, entity), dequeue(queues, queue), isWaiting(queues, entity)]).toEqual([true, entity, false]);
      expect([dequeue(queues, queue), lengthOf(queues, queue)]).toEqual([NOBODY, 0]);
    }
  }), { seed: 1, numRuns: 100 });
});

test("an entity that left a queue can wait again, in the same queue or another", () => {
  const queues = createQueues(2, 2, 4);
  for (const entity of [0, 1, 2]) enqueue(queues, 0, entity, 1);
  expect(dequeue(queues, 0)).toBe(0);
  enqueue(queues, 0, 0, 0);
  expect(dequeue(queues, 0)).toBe(0);
  enqueue(queues, 1, 0);
  expect([dequeue(queues, 0), dequeue(queues, 0), dequeue(queues, 0), dequeue(queues, 1), dequeue(queues, 1)]).toEqual([1, 2, -1, 0, -1]);
});

test("whoever waits in one priority is found past those before it", () => {
  const queues = createQueues(2, 3);
  enqueue(queues, 1, 5, 0);
  enqueue(queues, 1, 6, 2);
  enqueue(queues, 1, 7, 2);
  expect([dequeueFrom(queues, 1, 1), dequeueFrom(queues, 1, 2), dequeueFrom(queues, 0, 2)]).toEqual([-1, 6, -1]);
  expect([lengthOf(queues, 1), dequeue(queues, 1), dequeue(queues, 1), dequeue(queues, 1)]).toEqual([2, 5, 7, -1]);
});

test("those who join at the front go before those of their priority, not before those of a higher one", () => {
  const queues = createQueues(1, 2, 2);
  enqueue(queues, 0, 1, 0);
  enqueue(queues, 0, 2, 1);
  enqueueFirst(queues, 0, 3, 1);
  enqueueFirst(queues, 0, 4, 1);
  enqueue(queues, 0, 5, 1);
  expect([1, 2, 3, 4, 5, 6].map(() => dequeue(queues, 0))).toEqual([1, 4, 3, 2, 5, NOBODY]);
});

test("nobody does not wait and cannot leave, also when somebody waits", () => {
  const queues = createQueues(1);
  enqueue(queues, 0, 0);
  expect([isWaiting(queues, NOBODY), leaveQueue(queues, NOBODY), lengthOf(queues, 0), dequeue(queues, 0)]).toEqual([false, false, 1, 0]);
});

test("what would be lost in a queue is refused: one who waits already, priorities, queues and entities that are none", () => {
  const queues = createQueues(2, 2);
  enqueue(queues, 1, 5);
  for (const put of [enqueue, enqueueFirst]) {
    expect(() => put(queues, 0, 5)).toThrow("entity 5 waits already");
    for (const priority of [2, -1, 0.5, NaN]) expect(() => put(queues, 0, 6, priority)).toThrow(`priorities here go from 0 to 1; ${priority} is none of them`);
    for (const queue of [2, -1, 0.25, NaN]) expect(() => put(queues, queue, 6)).toThrow(`queues and resources here go from 0 to 1; ${queue} is none of them`);
    for (const entity of [-1, 0.5, NaN, 2 ** 31]) expect(() => put(queues, 0, entity)).toThrow(`an entity is a whole number from 0 to 67108863, not ${entity}`);
  }
  expect([lengthOf(queues, 0), lengthOf(queues, 1), dequeue(queues, 1)]).toEqual([0, 1, 5]);
});
