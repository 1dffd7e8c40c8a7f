import fc from "fast-check";
import { expect, test } from "vitest";
import { create, createEntities, dispose } from "../../src/engine/entities.js";

test("nobody has the number of another who is there, columns keep their values, and memory grows with the most there were at a time", () => {
  // Comings and goings in turns of many and few, so that crowds build up and thin out.
  const operations = fc.array(fc.record({ come: fc.boolean(), count: fc.integer({ min: 1, max: 40 }), who: fc.nat(1000) }), { maxLength: 100, size: "max" });
  fc.assert(fc.property(operations, fc.integer({ min: 0, max: 20 }), (each, capacity) => {
    const people = createEntities({ name: Float64Array, group: Int8Array }, capacity);
    const present = new Map<number, number>();
    let named = 0.5;
    let peak = 0;
    for (const { come, count, who } of each) {
      for (let i = 0; i < count; i++) {
        if (come) {
          const entity = create(people);
          expect([Number.isInteger(entity) && entity >= 0, present.has(entity)]).toEqual([true, false]);
          people.name[entity] = named;
          people.group[entity] = named % 100;
          present.set(entity, named++);
          peak = Math.max(peak, present.size);
        } else if (present.size > 0) {
          const entity = [...present.keys()][who % present.size]!;
          dispose(people, entity);
          present.delete(entity);
        }
      }
      expect(people.present).toBe(present.size);
      expect([...present.keys()].map((entity) => people.name[entity])).toEqual([...present.values()]);
      expect([...present.keys()].map((entity) => people.group[entity])).toEqual([...present.values()].map((name) => Math.trunc(name % 100)));
      for (const column of [people.name, people.group]) expect(column.length).toBeLessThanOrEqual(Math.max(capacity, 16, 2 * peak));
    }
    expect([people.name, people.group].map((column) => column.constructor)).toEqual([Float64Array, Int8Array]);
  }), { seed: 1, numRuns: 100 });
});

test("a million who come and go, ten at a time, need the room of ten", () => {
  const people = createEntities({ name: Float64Array }, 4);
  const there = Array.from({ length: 10 }, () => create(people));
  let highest = 0;
  for (let i = 0; i < 1e6; i++) {
    dispose(people, there[i % 10]!);
    there[i % 10] = create(people);
    highest = Math.max(highest, there[i % 10]!);
  }
  expect([people.present, new Set(there).size, highest < 16, people.name.length <= 16]).toEqual([10, 10, true, true]);
});

test("columns begin with 0, and one who comes finds what the one before left in them", () => {
  const people = createEntities({ calls: Int32Array }, 1);
  const [first, second] = [create(people), create(people)];
  expect([people.calls[first], people.calls[second]]).toEqual([0, 0]);
  people.calls[first] = 7;
  dispose(people, first);
  expect([create(people), people.calls[first]]).toEqual([first, 7]);
});

test("the numbers of those who left are free", () => {
  const people = createEntities({}, 4);
  for (let i = 0; i < 4; i++) create(people);
  dispose(people, 0);
  dispose(people, 2);
  expect([...people.numbers.subarray(people.present)].sort()).toEqual([0, 2]);
});

test.each(["present", "numbers", "inUse"])('a column cannot be named "%s", which entities have already', (name) => {
  expect(() => createEntities({ joinedAt: Float64Array, [name]: Int32Array })).toThrow(`entities have a "${name}" of their own; name the column otherwise`);
});

test("nobody leaves twice, nor who never came", () => {
  const people = createEntities({});
  const one = create(people);
  dispose(people, one);
  for (const number of [one, one + 1, -1, 0.5, NaN]) expect(() => dispose(people, number)).toThrow(`there is no entity ${number} to dispose of`);
});
