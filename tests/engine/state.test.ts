import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, schedule, type Calendar } from "../../src/engine/calendar.js";
import { exponentialTable, fromTable } from "../../src/engine/table.js";
import { hash } from "../../src/engine/random.js";
import { admit, createResources, release, seize, type Resources } from "../../src/engine/resource.js";
import { run } from "../../src/engine/simulation.js";
import { copyState } from "../../src/engine/state.js";

const ARRIVAL = 0;
const DEPARTURE = 1;
const gap = exponentialTable(1);
const work = exponentialTable(1.8);

interface Shop {
  calendar: Calendar;
  resources: Resources;
  served: number;
  /** Sum of departure times: a fingerprint of all that happened. */
  departed: number;
}

function open(): Shop {
  const shop: Shop = { calendar: createCalendar(4), resources: createResources([2], 2, 4), served: 0, departed: 0 };
  schedule(shop.calendar, 0, ARRIVAL, 0);
  return shop;
}

/** All chance comes from a hash of the customer, so the state above is the whole state. */
function trade(shop: Shop, until: number, seed: number): void {
  const { calendar, resources } = shop;
  const serve = (customer: number): void => schedule(calendar, calendar.now + fromTable(work, hash(seed, 1, customer)), DEPARTURE, customer);
  run(calendar, until, (kind, customer) => {
    if (kind === ARRIVAL) {
      schedule(calendar, calendar.now + fromTable(gap, hash(seed, 0, customer)), ARRIVAL, customer + 1);
      if (seize(resources, calendar, 0, customer, hash(seed, 2, customer) & 1)) serve(customer);
    } else {
      shop.served++;
      shop.departed += calendar.now;
      release(resources, calendar, 0);
      const next = admit(resources, calendar, 0);
      if (next !== -1) serve(next);
    }
  });
}

test("a fork and a replay have the same future, to the last bit", () => {
  fc.assert(fc.property(fc.integer(), fc.double({ min: 0, max: 150, noNaN: true }), (seed, forkedAt) => {
    const straight = open();
    trade(straight, 200, seed);
    const original = open();
    trade(original, forkedAt, seed);
    const fork = copyState(original);
    trade(original, 200, seed);
    trade(fork, 200, seed);
    expect(straight.served).toBeGreaterThan(100);
    expect(original).toEqual(straight);
    expect(fork).toEqual(straight);
  }), { seed: 1, numRuns: 50 });
});

test("what happens to a fork leaves the original as it was", () => {
  const original = open();
  trade(original, 50, 1);
  const kept = copyState(original);
  const fork = copyState(original);
  fork.resources.servers[0] = 5;
  trade(fork, 200, 2);
  expect(original).toEqual(kept);
  expect(fork.served).toBeGreaterThan(original.served);
});

test("a copy shares no memory, and arrays keep their kind and length", () => {
  const buffer = new ArrayBuffer(16);
  const state = { a: new Uint8Array(buffer, 4, 3).fill(7), nested: { b: Float64Array.of(0.1, NaN) }, n: -0 };
  const copy = copyState(state);
  expect(copy).toEqual(state);
  expect(copy.a).toBeInstanceOf(Uint8Array);
  state.a[0] = 1;
  state.nested.b[0] = 2;
  expect([copy.a[0], copy.nested.b[0]]).toEqual([7, 0.1]);
});

test("what cannot be copied is named", () => {
  expect(() => copyState({ good: 1, nested: { draw: () => 1 } })).toThrow('state "draw" is neither a number, a typed array nor a record of these');
  expect(() => copyState({ list: [1] })).toThrow('state "list"');
  expect(() => copyState({ nothing: null })).toThrow('state "nothing"');
});
