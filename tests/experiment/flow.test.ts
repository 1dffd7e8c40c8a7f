/** Replications begin as they are needed, and come out in their order. */
import { expect, test } from "vitest";
import { Flow, type Layout, type State } from "../../src/experiment/flow.js";
import type { NeighbourhoodResult, NeighbourhoodUnit } from "../../src/experiment/neighbourhoods.js";
import type { Simulate } from "../../src/experiment/unit.js";

const unit = (replication: number, neighbourhood: number): NeighbourhoodUnit => ({ kind: "neighbourhood", replication, neighbourhood, histories: [], onset: 0 });
const named = ({ replication, neighbourhood }: NeighbourhoodUnit): NeighbourhoodResult => ({ tally: { onset: 1000 * replication + neighbourhood } }) as NeighbourhoodResult;

/** A replication of so many units, of which come their names. */
function units(replication: number, count: number): Layout<number[]> {
  const all = Array.from({ length: count }, (_, neighbourhood) => unit(replication, neighbourhood));
  return { units: count, simulate: (simulate) => Promise.all(all.map(async (each) => (await simulate(each)).tally.onset)) };
}

/** Units wait until the test finishes them. */
function byHand(): { simulate: Simulate; waiting: { unit: NeighbourhoodUnit; finish(): void; fail(error: Error): void }[] } {
  const waiting: ReturnType<typeof byHand>["waiting"] = [];
  const simulate = (unit: NeighbourhoodUnit): Promise<NeighbourhoodResult> => new Promise((resolve, reject) => waiting.push({ unit, finish: () => resolve(named(unit)), fail: reject }));
  return { waiting, simulate: simulate as Simulate };
}

const atOnce = (async (unit: NeighbourhoodUnit) => named(unit)) as Simulate;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("results come by replication and unit, whatever the order in which they are finished; one of no units comes empty", async () => {
  const { simulate, waiting } = byHand();
  const flow = new Flow((replication) => units(replication, replication === 1 ? 0 : 2), simulate, () => {});
  flow.plan(3);
  for (const { finish } of [...waiting].reverse()) finish();
  expect([await flow.next(), await flow.next(), await flow.next()]).toEqual([[0, 1], [], [2000, 2001]]);
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
  const flow = new Flow((replication) => units(replication, replication === 500 ? 1 : 0), atOnce, () => {});
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
  const flow = new Flow((replication) => { if (replication === 1) throw new RangeError("no such component"); return units(replication, 1); }, atOnce, () => {});
  flow.plan(3);
  expect(await flow.next()).toHaveLength(1);
  await expect(flow.next()).rejects.toThrow("no such component");
});

test("every beginning and every end is told", async () => {
  const states: State[] = [];
  const flow = new Flow((replication) => units(replication, replication), atOnce, (state) => states.push(state));
  flow.plan(3);
  for (let replication = 0; replication < 3; replication++) await flow.next();
  expect(states[0]).toEqual({ done: 0, units: 0, begun: 1, planned: 3 });
  expect(states.at(-1)).toEqual({ done: 3, units: 3, begun: 3, planned: 3 });
  expect(states).toHaveLength(6);
});

test("a unit that waits for others counts as known of from the beginning, and the next replication is begun while it waits", async () => {
  const { simulate, waiting } = byHand();
  const states: State[] = [];
  const inTurn = (replication: number): Layout<number> => ({
    units: 2, simulate: async (simulate) => (await simulate(unit(replication, 0))).tally.onset + (await simulate(unit(replication, 1))).tally.onset,
  });
  const flow = new Flow(inTurn, simulate, (state) => states.push(state));
  flow.plan(2);
  expect(waiting.map(({ unit: { replication, neighbourhood } }) => [replication, neighbourhood])).toEqual([[0, 0], [1, 0]]);
  expect(states.at(-1)).toEqual({ done: 0, units: 4, begun: 2, planned: 2 });
  for (let next = 0; next < 4; next++) {
    waiting[next]!.finish();
    await settled();
  }
  expect([await flow.next(), await flow.next()]).toEqual([0 + 1, 1000 + 1001]);
  expect(states.at(-1)).toEqual({ done: 4, units: 4, begun: 2, planned: 2 });
});
