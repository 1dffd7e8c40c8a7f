/**
 * The line before NHS 111 against theory: Erlang's A formula, with Poisson arrivals, exponential calls and exponential patience, and the same number of people
 * answering all the time.
 *
 * 8 intervals of 99.99%: a correct program fails for one new seed in a thousand.
 */
import { expect, test } from "vitest";
import { exponentialTable, lognormalTable } from "../../src/engine/table.js";
import { merged, ordinaryArrivals } from "../../src/overflow/arrivals.js";
import type { LineJournal } from "../../src/overflow/journal.js";
import { serve } from "../../src/overflow/line.js";
import { expected, stationary } from "../theory/birth-death.js";
import { expectTheory, replicate, type Figures } from "../theory/replications.js";

const servers = 20;
/** Minutes of a call, and of patience. */
const minutes = 12, patience = 15;
const nobody = { at: [], key: [] };

/** Calls that come after the first day, within which 100 calls could be made one after the other; the relaxation times are those of a few. */
function observed({ at, startedAt, gaveUpAt }: LineJournal): Figures {
  let calls = 0, given = 0, waited = 0, atOnce = 0;
  for (let row = 0; row < at.length; row++) {
    if (at[row]! < 1440) continue;
    const until = Number.isNaN(startedAt[row]!) ? gaveUpAt[row]! : startedAt[row]!;
    // Of tens of thousands a handful still waits at the end.
    if (Number.isNaN(until)) continue;
    calls++;
    waited += until - at[row]!;
    if (!Number.isNaN(gaveUpAt[row]!)) given++;
    if (until === at[row]) atOnce++;
  }
  return { gaveUp: given / calls, waitOfAll: waited / calls, atOnce: atOnce / calls, perDay: calls };
}

test.each([
  { load: 0.9, precision: 0.06 },
  { load: 1.2, precision: 0.02 },
])("Erlang A at $load calls for each that can be answered", ({ load, precision }) => {
  const rate = (load * servers) / minutes;
  const hours = 24 * 15;
  const line = { servers: new Int32Array(hours).fill(servers), minutes: exponentialTable(minutes), patience: exponentialTable(patience) };
  const runs = replicate(40, (replication) =>
    observed(serve(merged(ordinaryArrivals(new Float64Array(hours).fill(rate), 0, "Erlang A", load, replication), nobody), line, 0, hours * 60)));
  const states = stationary(() => rate, (n) => Math.min(n, servers) / minutes + Math.max(n - servers, 0) / patience, 150);
  const waiting = expected(states, (n) => Math.max(n - servers, 0));
  expectTheory(runs, {
    // Who waits gives up at one over the mean patience, whoever it is.
    gaveUp: [waiting / patience / rate, precision],
    waitOfAll: [waiting / rate, precision],
    atOnce: [expected(states, (n) => Number(n < servers)), 0.06],
    perDay: [rate * 14 * 1440, 0.01],
  });
});

test("whoever arrives is served, gives up or waits, first come, first served, and servers come and go by the hour", () => {
  const hours = 48;
  // Nobody is there at night.
  const line = { servers: Int32Array.from({ length: hours }, (_, hour) => (hour % 24 < 8 ? 0 : 3)), minutes: exponentialTable(15), patience: exponentialTable(40) };
  const journal = serve(merged(ordinaryArrivals(new Float64Array(hours).fill(0.3), 0, "by hand"), nobody), line, 0, hours * 60);
  const { at, startedAt, gaveUpAt } = journal;
  expect(at.length).toBeGreaterThan(500);
  let last = 0;
  let [served, given, waiting] = [0, 0, 0];
  for (let row = 0; row < at.length; row++) {
    const [isServed, gaveUp] = [!Number.isNaN(startedAt[row]!), !Number.isNaN(gaveUpAt[row]!)];
    expect(isServed && gaveUp).toBe(false);
    served += Number(isServed);
    given += Number(gaveUp);
    waiting += Number(!isServed && !gaveUp);
    if (!isServed) continue;
    expect(startedAt[row]!).toBeGreaterThanOrEqual(Math.max(at[row]!, last));
    expect(Math.floor(startedAt[row]! / 60) % 24).toBeGreaterThanOrEqual(8);
    last = startedAt[row]!;
  }
  expect(served + given + waiting).toBe(at.length);
  expect([served > 300, given > 100]).toEqual([true, true]);
});

test("a line worked by hand: one server in the first hour, none in the second, two in the third; half an hour each, and forty minutes of patience", () => {
  const at = [5, 10, 20, 30, 85, 100, 130, 170, 175];
  const line = { servers: Int32Array.of(1, 0, 2), minutes: lognormalTable(30, 0), patience: lognormalTable(40, 0) };
  const { startedAt, gaveUpAt } = serve(merged({ at, key: at }, nobody), line, 0, 180);
  // The second is served to the end though nobody is on duty any more; those behind give up before and after that. The last is still waiting at the end.
  expect([...startedAt]).toEqual([5, 35, NaN, NaN, 120, 120, 150, 170, NaN]);
  expect([...gaveUpAt]).toEqual([NaN, NaN, 60, 70, NaN, NaN, NaN, NaN, NaN]);
});
