import { expect, test } from "vitest";
import { createQueues, dequeue, dequeueFrom, enqueue, lengthOf } from "../../src/engine/queue.js";

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
