import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar } from "../../src/engine/calendar.js";
import { isWaiting, NOBODY } from "../../src/engine/queue.js";
import { admit, createResources, handOver, release, renege, restartUsage, seize, setServers, usage } from "../../src/engine/resource.js";
import { run } from "../../src/engine/simulation.js";

const resource = fc.nat(2);
const operations = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("seize" as const), resource, priority: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("finish" as const), resource, handsOver: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("staff" as const), resource, servers: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("renege" as const), resource, who: fc.nat(100) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), resource, eighths: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const), resource }) },
  ),
  { maxLength: 200, size: "max" },
);

interface List {
  servers: number;
  busy: number;
  queue: { readonly entity: number; readonly priority: number }[];
  sums: { onDuty: number; busy: number; waiting: number };
}

/** Lets in who is next, if anyone is and a server is free. */
function admitted(list: List): number {
  const first = list.busy < list.servers ? list.queue.toSorted((a, b) => a.priority - b.priority || a.entity - b.entity)[0] : undefined;
  if (!first) return NOBODY;
  list.queue = list.queue.filter((each) => each !== first);
  list.busy++;
  return first.entity;
}

test("resources serve as lists kept by priority and arrival would, and know their means over time, through reneging and changes of staff", () => {
  fc.assert(fc.property(operations, (each) => {
    const calendar = createCalendar();
    const resources = createResources([0, 1, 2], 3, 1);
    const lists = [0, 1, 2].map((servers): List => ({ servers, busy: 0, queue: [], sums: { onDuty: 0, busy: 0, waiting: 0 } }));
    let entity = 0;
    let time = 0;
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
        if (operation.handsOver) expect(handOver(resources, calendar, operation.resource)).toBe(admitted(list));
        else release(resources, calendar, operation.resource);
      } else if (operation.do === "renege") {
        // Of all there ever were, so that some wait elsewhere, some are served and some are gone.
        const who = operation.who % (entity + 1);
        const left = lists.find(({ queue }) => queue.some((each) => each.entity === who));
        if (left) left.queue = left.queue.filter((each) => each.entity !== who);
        expect([renege(resources, calendar, who), isWaiting(resources.queues, who), renege(resources, calendar, who)]).toEqual([left !== undefined, false, false]);
      } else if (operation.do === "wait") {
        // Eighths, so that all sums are exact.
        const elapsed = operation.eighths / 8;
        run(calendar, calendar.now + elapsed, []);
        time += elapsed;
        for (const { sums, servers, busy, queue } of lists) {
          sums.onDuty += servers * elapsed;
          sums.busy += busy * elapsed;
          sums.waiting += queue.length * elapsed;
        }
      } else if (operation.do === "restart") {
        restartUsage(resources, calendar);
        time = 0;
        for (const list of lists) list.sums = { onDuty: 0, busy: 0, waiting: 0 };
      } else {
        list.servers = operation.servers;
        setServers(resources, calendar, operation.resource, operation.servers);
      }
      for (let first = NaN; first !== NOBODY;) {
        first = admitted(list);
        expect(admit(resources, calendar, operation.resource)).toBe(first);
      }
      expect([resources.waiting[operation.resource], resources.busy[operation.resource]]).toEqual([list.queue.length, list.busy]);
      const { onDuty, busy, waiting } = list.sums;
      const utilisation = busy / time / (onDuty / time);
      expect(usage(resources, calendar, operation.resource)).toEqual({ onDuty: onDuty / time, busy: busy / time, waiting: waiting / time, utilisation });
    }
    lists.forEach(({ sums: { onDuty, busy, waiting } }, i) => {
      expect(usage(resources, calendar, i)).toMatchObject({ onDuty: onDuty / time, busy: busy / time, waiting: waiting / time });
    });
  }), { seed: 1, numRuns: 100 });
});

test("when staff leave, work begun is finished and nobody is admitted before there is room again", () => {
  const calendar = createCalendar();
  const resources = createResources([2]);
  expect([seize(resources, calendar, 0, 10), seize(resources, calendar, 0, 11), seize(resources, calendar, 0, 12)]).toEqual([true, true, false]);
  setServers(resources, calendar, 0, 1);
  expect(resources.busy[0]).toBe(2);
  release(resources, calendar, 0);
  expect(admit(resources, calendar, 0)).toBe(NOBODY);
  release(resources, calendar, 0);
  expect(admit(resources, calendar, 0)).toBe(12);
});

test("when staff come, all those are admitted for whom there is room, and no more", () => {
  const calendar = createCalendar();
  const resources = createResources([0], 2);
  for (const [entity, priority] of [[5, 1], [6, 0], [7, 1], [8, 1]] as const) seize(resources, calendar, 0, entity, priority);
  setServers(resources, calendar, 0, 3);
  expect([1, 2, 3, 4].map(() => admit(resources, calendar, 0))).toEqual([6, 5, 7, NOBODY]);
});

test("a server handed over goes to the first who waits, without having been free, unless too few are on duty", () => {
  const calendar = createCalendar();
  const resources = createResources([2]);
  for (const entity of [0, 1, 2, 3, 4]) seize(resources, calendar, 0, entity);
  expect([handOver(resources, calendar, 0), resources.busy[0]]).toEqual([2, 2]);
  setServers(resources, calendar, 0, 1);
  expect([handOver(resources, calendar, 0), resources.busy[0], handOver(resources, calendar, 0), resources.busy[0]]).toEqual([NOBODY, 1, 3, 1]);
  expect([handOver(resources, calendar, 0), handOver(resources, calendar, 0), resources.busy[0]]).toEqual([4, NOBODY, 0]);
});

test("whoever gives up leaves the others in their order, and can come back behind them", () => {
  const calendar = createCalendar();
  const resources = createResources([1, 1]);
  for (const entity of [0, 1, 2, 3]) seize(resources, calendar, 0, entity);
  expect(renege(resources, calendar, 1)).toBe(true);
  expect(seize(resources, calendar, 0, 1)).toBe(false);
  // Who is being served waits for nothing, and neither does one who never came or nobody.
  expect([0, 99, 1e6, NOBODY].map((entity) => renege(resources, calendar, entity))).toEqual([false, false, false, false]);
  release(resources, calendar, 0);
  const order = [];
  for (let next = admit(resources, calendar, 0); next !== NOBODY; next = admit(resources, calendar, 0)) {
    order.push(next);
    release(resources, calendar, 0);
  }
  expect(order).toEqual([2, 3, 1]);
});

test("a day's means by hand: two on duty for 4 hours, then one for 4", () => {
  const calendar = createCalendar();
  const resources = createResources([2]);
  // 1 to 6: entity 0 is served; 2 to 8: entity 1; 3 to 5: entity 2 waits, then gives up; 6 to 8: entity 3 waits, because one on duty is busy already.
  const at = (time: number): void => run(calendar, time, []);
  at(1);
  seize(resources, calendar, 0, 0);
  at(2);
  seize(resources, calendar, 0, 1);
  at(3);
  seize(resources, calendar, 0, 2);
  at(4);
  setServers(resources, calendar, 0, 1);
  at(5);
  renege(resources, calendar, 2);
  at(6);
  release(resources, calendar, 0);
  seize(resources, calendar, 0, 3);
  at(8);
  expect(usage(resources, calendar, 0)).toEqual({ onDuty: 12 / 8, busy: 11 / 8, waiting: 4 / 8, utilisation: 11 / 12 });
  restartUsage(resources, calendar);
  at(10);
  expect(usage(resources, calendar, 0)).toEqual({ onDuty: 1, busy: 1, waiting: 1, utilisation: 1 });
});

test("asking for the usage changes nothing of what is asked later", () => {
  const resources = createResources([1, 3]);
  const calendar = createCalendar();
  const asked = createResources([1, 3]);
  for (let hour = 1; hour <= 40; hour++) {
    run(calendar, hour, []);
    for (const each of [resources, asked]) {
      if (hour % 3 === 0) setServers(each, calendar, 1, hour % 4);
      seize(each, calendar, hour % 2, hour);
      if (hour % 5 === 0) release(each, calendar, 0);
    }
    usage(asked, calendar, hour % 2);
  }
  for (const i of [0, 1]) expect(usage(asked, calendar, i)).toEqual(usage(resources, calendar, i));
});

test("a server that nobody has cannot be given back", () => {
  const calendar = createCalendar();
  const resources = createResources([0, 2]);
  for (const giveBack of [release, handOver]) expect(() => giveBack(resources, calendar, 1)).toThrow("resource 1 has no busy server to give back");
});

test("servers are whole numbers, or as many as anyone wants", () => {
  const calendar = createCalendar();
  for (const servers of [-1, 1.5, NaN, 2 ** 31]) expect(() => createResources([servers])).toThrow(`servers are a whole number of 0 or more, or Infinity, not ${servers}`);
  const resources = createResources([Infinity]);
  for (let entity = 0; entity < 1000; entity++) expect(seize(resources, calendar, 0, entity)).toBe(true);
});
