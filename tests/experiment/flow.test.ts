/** Replications begin as they are needed, and come out in their order. */
import { expect, test } from "vitest";
import { Flow, type State } from "../../src/experiment/flow.js";
import type { Unit, UnitResult } from "../../src/experiment/unit.js";

const unit = (replication: number, neighbourhood: number): Unit => ({ replication, neighbourhood, histories: [], onset: 0 });
const units = (replication: number, count: number): Unit[] => Array.from({ length: count }, (_, neighbourhood) => unit(replication, neighbourhood));
const named = ({ replication, neighbourhood }: Unit): UnitResult => ({ events: 1000 * replication + neighbourhood }) as UnitResult;

/** Units wait until the test finishes them. */
function byHand(): { simulate(unit: Unit): Promise<UnitResult>; waiting: { unit: Unit; finish(): void; fail(error: Error): void }[] } {
  const waiting: ReturnType<typeof byHand>["waiting"] = [];
  return { waiting, simulate: (unit) => new Promise((resolve, reject) => waiting.push({ unit, finish: () => resolve(named(unit)), fail: reject })) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("results come by replication and unit, whatever the order in which they are finished; one of no units comes empty", async () => {
  const { simulate, waiting } = byHand();
  const flow = new Flow((replication) => units(replication, replication === 1 ? 0 : 2), simulate, () => {});
  flow.plan(3);
  for (const { finish } of [...waiting].reverse()) finish();
  const events = async () => (await flow.next()).map((result) => result.events);
  expect([await events(), await events(), await events()]).toEqual([[0, 1], [], [2000, 2001]]);
});

test("a replication begins when fewer than 256 units are left to finish, so that few are in memory and nobody waits", async () => {
  const { simulate, waiting } = byHand();
  const begun: number[] = [];
  const flow = new Flow((replication) => { begun.push(replication); return units(replication, 200); }, simulate, () => {});
  flow.plan(10);
  expect(begun).toEqual([0, 1]);
  // The first replication has a slow unit: the others do not wait for it.
  for (const { finish } of waiting.slice(1, 145)) finish();
  await settled();
  expect(begun).toEqual([0, 1]);
  waiting[145]!.finish();
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  // Finished or not, what is not planned does not begin.
  for (let next = 0; next < waiting.length; next++) {
    waiting[next]!.finish();
    if (next % 100 === 0) await settled();
  }
  await settled();
  for (let replication = 0; replication < 10; replication++) expect(await flow.next()).toHaveLength(200);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("any number of replications without a unit follow one another, and more may be planned", async () => {
  const flow = new Flow((replication) => units(replication, replication === 500 ? 1 : 0), async (unit) => named(unit), () => {});
  flow.plan(500);
  for (let replication = 0; replication < 500; replication++) expect(await flow.next()).toEqual([]);
  flow.plan(502);
  expect(await flow.next()).toHaveLength(1);
  expect(await flow.next()).toEqual([]);
});

test("what fails throws at its replication's turn, not before, and nothing begins after it", async () => {
  const { simulate, waiting } = byHand();
  const begun: number[] = [];
  const flow = new Flow((replication) => { begun.push(replication); return units(replication, 200); }, simulate, () => {});
  flow.plan(10);
  waiting[300]!.fail(new Error("no lines"));
  await settled();
  for (const { finish } of waiting) finish();
  expect(await flow.next()).toHaveLength(200);
  await expect(flow.next()).rejects.toThrow("no lines");
  await settled();
  expect(begun).toEqual([0, 1]);
});

test("a replication whose making fails throws at its turn as well", async () => {
  const flow = new Flow((replication) => { if (replication === 1) throw new RangeError("no such component"); return units(replication, 1); }, async (unit) => named(unit), () => {});
  flow.plan(3);
  expect(await flow.next()).toHaveLength(1);
  await expect(flow.next()).rejects.toThrow("no such component");
});

test("every beginning and every end is told", async () => {
  const states: State[] = [];
  const flow = new Flow((replication) => units(replication, replication), async (unit) => named(unit), (state) => states.push(state));
  flow.plan(3);
  for (let replication = 0; replication < 3; replication++) await flow.next();
  expect(states[0]).toEqual({ done: 0, units: 0, begun: 1, planned: 3 });
  expect(states.at(-1)).toEqual({ done: 3, units: 3, begun: 3, planned: 3 });
  expect(states).toHaveLength(6);
});
