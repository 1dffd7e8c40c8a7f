import { expect, test } from "vitest";
import { exponentialTable, lognormalTable } from "../../src/engine/index.js";
import { simulatedQueue } from "./queue.js";

/** The interval holds the theory, and is narrow enough to mean something: half its width is below `precision` of the theory. */
function expectTheory({ low, high }: { low: number; high: number }, theory: number, precision: number): void {
  expect(low).toBeLessThan(theory);
  expect(high).toBeGreaterThan(theory);
  expect((high - low) / 2 / theory).toBeLessThan(precision);
}

// A mean work of 1 throughout, so that the arrival rate is the utilisation times the number of servers. The warm-up is more than ten times the relaxation
// time 1 / (servers (1 - sqrt(utilisation))^2), after which what is left of the empty start is far below the interval's width.
const work = exponentialTable(1);

test("M/M/1 at utilisation 0.7: number in the system and time in the queue", () => {
  const utilisation = 0.7;
  const { wait, present } = simulatedQueue("M/M/1", 1, exponentialTable(1 / utilisation), work, 40, 500, 30_000);
  expectTheory(present, utilisation / (1 - utilisation), 0.05);
  expectTheory(wait, utilisation / (1 - utilisation), 0.06);
});

test("M/M/3 at utilisation 0.8: Erlang's C formula", () => {
  const load = 2.4;
  const allBusy = (load ** 3 / 6) / (1 - 0.8);
  const mustWait = allBusy / (1 + load + load ** 2 / 2 + allBusy);
  const wait = mustWait / (3 * (1 - 0.8));
  const simulated = simulatedQueue("M/M/3", 3, exponentialTable(1 / load), work, 40, 500, 30_000);
  expectTheory(simulated.wait, wait, 0.06);
  // Little's law: those in the queue, and 2.4 in service.
  expectTheory(simulated.present, load * wait + load, 0.04);
});

test.each([0.5, 1.2])("M/G/1 at utilisation 0.7 with lognormal work of cv %d: Pollaczek and Khinchine's formula", (cv) => {
  const utilisation = 0.7;
  const wait = (utilisation * (1 + cv * cv)) / (2 * (1 - utilisation));
  const simulated = simulatedQueue(`M/G/1 ${cv}`, 1, exponentialTable(1 / utilisation), lognormalTable(1, cv), 40, 500, 30_000);
  expectTheory(simulated.wait, wait, 0.1);
  expectTheory(simulated.present, utilisation * wait + utilisation, 0.08);
});
