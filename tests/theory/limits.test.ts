/**
 * One queue where not all are served: customers who give up (Erlang A), who find all servers busy (Erlang B) or the waiting room full. The mean work is 1
 * throughout. Who arrives finds the stationary distribution, since Poisson arrivals see time averages.
 *
 * 48 intervals: a correct program fails for one new seed in 200.
 *
 * Warm-up: 100 works. The relaxation times of these chains, from their eigenvalues, are below 3, so e^-33 of the empty start is left. Fewer
 * than one lognormal work in 10^8 is longer than that.
 */
import { expect, test } from "vitest";
import { exponential, lognormal } from "../../src/engine/index.js";
import { expected, stationary } from "./birth-death.js";
import { simulateQueue, type Queue } from "./queue.js";
import { expectTheory, replicate, type Figures, type Theory } from "./replications.js";

const work = exponential(1);

function simulated(name: string, rate: number, queue: Omit<Queue, "gap" | "warmUp" | "horizon">, horizon = 6000): Figures[] {
  return replicate(40, (replication) => simulateQueue({ ...queue, gap: exponential(1 / rate), warmUp: 100, horizon }, name, replication));
}

function present(numbers: readonly number[], probabilities: readonly number[], precision: number): Theory {
  return Object.fromEntries(numbers.map((number) => [`${number} present`, [probabilities[number]!, precision]]));
}

test.each([
  { rate: 4, precision: 0.04 },
  { rate: 6.5, precision: 0.025 },
])("M/M/5+M at $rate arrivals a work: who gives up, and the waits of the served and of all", ({ rate, precision }) => {
  const servers = 5;
  const impatience = 0.5;
  const states = stationary(() => rate, (n) => Math.min(n, servers) + impatience * Math.max(n - servers, 0), 80);
  const waiting = expected(states, (n) => Math.max(n - servers, 0));
  // Whoever finds n - servers waiting is served if, of all who leave, as many leave before it as must: with j of them left to go, all leave at a rate of
  // `servers + j impatience`, and itself gives up at `impatience`. The time of each step has the mean 1 / (their sum), whichever of them comes.
  const steps = (n: number): number[] => Array.from({ length: n - servers + 1 }, (_, j) => servers + j * impatience);
  const isServed = (n: number): number => (n < servers ? 1 : steps(n).reduce((product, leave) => (product * leave) / (leave + impatience), 1));
  const waitIfServed = (n: number): number => (n < servers ? 0 : steps(n).reduce((sum, leave) => sum + 1 / (leave + impatience), 0));
  const served = expected(states, isServed);
  // Two ways to one probability, by customer and by rate.
  expect(1 - served).toBeCloseTo((impatience * waiting) / rate, 12);
  const numbers = [2, 5, 8];
  expectTheory(simulated(`M/M/5+M ${rate}`, rate, { servers, work, patience: exponential(1 / impatience), numbers }), {
    gaveUp: [1 - served, precision],
    wait: [expected(states, (n) => isServed(n) * waitIfServed(n)) / served, precision],
    waitOfAll: [waiting / rate, precision],
    waiting: [waiting, precision],
    present: [expected(states, (n) => n), 0.015],
    utilisation: [expected(states, (n) => Math.min(n, servers)) / servers, 0.01],
    ...present(numbers, states, 0.07),
  });
});

test.each([
  { name: "M/M/10/10", of: work },
  { name: "M/G/10/10 with lognormal work", of: lognormal(1, 1) },
])("$name: Erlang's B formula, whatever the distribution of work, and as many present as Poisson's distribution has up to 10", ({ name, of }) => {
  const rate = 8;
  const states = stationary(() => rate, (n) => n, 10);
  const numbers = [3, 5, 8, 10];
  expectTheory(simulated(name, rate, { servers: 10, work: of, room: 0, numbers }), {
    turnedAway: [states[10]!, 0.025],
    present: [rate * (1 - states[10]!), 0.005],
    utilisation: [(rate * (1 - states[10]!)) / 10, 0.005],
    ...present(numbers, states, 0.05),
  });
});

test.each([
  { servers: 1, room: 3, rate: 0.9 },
  { servers: 2, room: 4, rate: 2.2 },
])("M/M/$servers with $room places to wait and $rate arrivals a work: who is turned away, and the wait of the others", ({ servers, room, rate }) => {
  const states = stationary(() => rate, (n) => Math.min(n, servers), servers + room);
  const turnedAway = states[servers + room]!;
  const waiting = expected(states, (n) => Math.max(n - servers, 0));
  const numbers = [0, servers, servers + room];
  expectTheory(simulated(`M/M/${servers}/${servers + room}`, rate, { servers, work, room, numbers }, 20_000), {
    turnedAway: [turnedAway, 0.03],
    wait: [waiting / (rate * (1 - turnedAway)), 0.02],
    waiting: [waiting, 0.02],
    present: [expected(states, (n) => n), 0.015],
    utilisation: [(rate * (1 - turnedAway)) / servers, 0.01],
    ...present(numbers, states, 0.04),
  });
});
