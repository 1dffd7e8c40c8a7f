import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar } from "../../src/engine/calendar.js";
import { admit, createResources, release, seize } from "../../src/engine/resource.js";

const calendar = createCalendar();

const operations = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("seize" as const), resource: fc.nat(2), priority: fc.nat(2) }),
    fc.record({ do: fc.constant("finish" as const), resource: fc.nat(2) }),
    fc.record({ do: fc.constant("staff" as const), resource: fc.nat(2), servers: fc.nat(4) }),
  ),
  { maxLength: 200, size: "max" },
);

test("resources serve as lists kept by priority and arrival would, through changes of staff", () => {
  fc.assert(fc.property(operations, (each) => {
    const resources = createResources([0, 0, 0], 3, 1);
    const lists = [0, 1, 2].map(() => ({ servers: 0, busy: 0, queue: [] as { entity: number; priority: number }[] }));
    let entity = 0;
    for (const operation of each) {
      const list = lists[operation.resource]!;
      if (operation.do === "seize") {
        const isFree = list.busy < list.servers;
        if (isFree) list.busy++;
        else list.queue.push({ entity, priority: operation.priority });
        expect(seize(resources, calendar, operation.resource, entity++, operation.priority)).toBe(isFree);
      } else if (operation.do === "finish") {
        if (list.busy === 0) continue;
        list.busy--;
        release(resources, calendar, operation.resource);
      } else {
        list.servers = operation.servers;
        resources.servers[operation.resource] = operation.servers;
      }
      for (;;) {
        const first = list.busy < list.servers ? list.queue.toSorted((a, b) => a.priority - b.priority || a.entity - b.entity)[0] : undefined;
        expect(admit(resources, calendar, operation.resource)).toBe(first?.entity ?? -1);
        if (!first) break;
        list.queue.splice(list.queue.indexOf(first), 1);
        list.busy++;
      }
      expect(resources.waiting[operation.resource]).toBe(list.queue.length);
      expect(resources.busy[operation.resource]).toBe(list.busy);
    }
  }), { seed: 1, numRuns: 100 });
});

test("when staff leave, work begun is finished and nobody is admitted before there is room again", () => {
  const resources = createResources([2]);
  expect([seize(resources, calendar, 0, 10), seize(resources, calendar, 0, 11), seize(resources, calendar, 0, 12)]).toEqual([true, true, false]);
  resources.servers[0] = 1;
  release(resources, calendar, 0);
  expect(admit(resources, calendar, 0)).toBe(-1);
  release(resources, calendar, 0);
  expect(admit(resources, calendar, 0)).toBe(12);
});
