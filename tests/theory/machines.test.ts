/**
 * Machine repair, a queue with a finite source: each machine that is up fails at a rate of its own, and waits for one of few repairers. D. Gross and
 * C. M. Harris, Fundamentals of Queueing Theory, 2.8. Repairs have the mean 1.
 *
 * 27 intervals: a correct program fails for one new seed in 350.
 *
 * Warm-up: 300 repairs. The relaxation times of these chains, from their eigenvalues, are below 3, so e^-100 of the start with all machines up is left. Fewer
 * than one lognormal up-time in 10^7 is longer than that.
 */
import { test } from "vitest";
import { exponential, lognormal } from "../../src/engine/index.js";
import { expected, stationary } from "./birth-death.js";
import { simulateMachines } from "./machines.js";
import { expectTheory, replicate } from "./replications.js";

test.each([
  { machines: 6, repairers: 1, failing: 0.15, upTime: exponential(1 / 0.15), kind: "exponential", numbers: [0, 1, 2, 4] },
  { machines: 12, repairers: 3, failing: 0.25, upTime: exponential(4), kind: "exponential", numbers: [0, 3, 5, 7] },
  // Only repairs have to be exponential: those who are up wait for nobody, so the distribution of their time does not matter.
  { machines: 12, repairers: 3, failing: 0.25, upTime: lognormal(4, 4), kind: "lognormal", numbers: [0, 3, 5, 7] },
])("M/M/$repairers//$machines with $kind up-times: machines down, waits, failures a time, and the distribution of the number down", (queue) => {
  const { machines, repairers, failing, upTime, kind, numbers } = queue;
  const states = stationary((down) => failing * (machines - down), (down) => Math.min(down, repairers), machines);
  const down = expected(states, (n) => n);
  const waiting = expected(states, (n) => Math.max(n - repairers, 0));
  const failures = failing * (machines - down);
  const observed = { machines, repairers, upTime, repair: exponential(1), warmUp: 300, horizon: 15_000, numbers };
  const runs = replicate(40, (replication) => simulateMachines(observed, `M/M/${repairers}//${machines} ${kind}`, replication));
  expectTheory(runs, {
    down: [down, 0.02],
    waiting: [waiting, 0.03],
    wait: [waiting / failures, 0.03],
    failures: [failures, 0.0075],
    utilisation: [failures / repairers, 0.01],
    ...Object.fromEntries(numbers.map((number): [string, [number, number]] => [`${number} down`, [states[number]!, 0.06]])),
  });
});
