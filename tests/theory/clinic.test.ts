import { expect, test } from "vitest";
import { meanInterval } from "../../src/statistics/interval.js";
import { createTotals, simulatePractice } from "../bench/kernel/clinic.mjs";

/**
 * The clinic of the benchmarks over five days, by two other programs: one written in C for it alone (12 batches of 4,000 practices, whose mean and standard
 * error these are), and one on SimPy 4, which agrees with it.
 */
const elsewhere = {
  "calls of a practice": [1597.812854, 0.186621],
  "share that gave up": [0.064835, 0.000028],
  "mean wait of answered calls": [0.339513, 0.000216],
  "consultations of a practice": [597.486188, 0.084638],
  "mean wait for a consultation": [4.925785, 0.006989],
  "consultations during the outage": [70.224646, 0.035768],
  "tasks open after day 1": [0.73625, 0.011475],
  "tasks open after day 2": [0.758333, 0.013351],
  "tasks open after day 3": [44.003917, 0.139041],
  "tasks open after day 4": [7.396917, 0.075769],
  "tasks open after day 5": [1.320417, 0.027893],
} as const;

const BATCHES = 30;
const PRACTICES = 200;

test("the reference clinic gives the answers that other engines give", () => {
  const batches = Array.from({ length: BATCHES }, (_, batch) => {
    const totals = createTotals(5);
    for (let practice = 0; practice < PRACTICES; practice++) simulatePractice(batch * PRACTICES + practice, 5, "clinic", totals);
    const { calls, gaveUp, callWaits, consultationWaits, duringOutage, openTasks } = totals;
    return [
      calls / PRACTICES, gaveUp / calls, callWaits.mean, consultationWaits.count / PRACTICES, consultationWaits.mean, duringOutage / PRACTICES,
      ...Array.from(openTasks, (tasks) => tasks / PRACTICES),
    ];
  });
  Object.entries(elsewhere).forEach(([name, [mean, error]], figure) => {
    // Eleven intervals at 99.99% from the batches, each wider by what is uncertain about the other answer: one seed in 900 fails.
    const here = meanInterval(batches.map((batch) => batch[figure]!), 0.9999);
    const halfWidth = Math.hypot((here.high! - here.low!) / 2, 3.9 * error);
    expect(Math.abs(here.mean! - mean), `${name}: ${here.mean} here, ${mean} elsewhere`).toBeLessThan(halfWidth);
    // Narrow enough to mean something, though waits and tasks pile up in some practices and not in others.
    const bound = name.startsWith("tasks") ? Math.max(0.6, 0.2 * mean) : mean * (name.includes("wait") ? 0.03 : 0.01);
    expect(halfWidth, `${name}: half width of the interval`).toBeLessThan(bound);
  });
});
