/**
 * Rates of arrival and servers on duty that change through a day, which repeats itself: the infinite-server queue (S. G. Eick, W. A. Massey and W. Whitt,
 * Operations Research 41 (1993), 731-742), and a queue with a rota. Hours.
 *
 * 83 intervals: a correct program fails for one new seed in 120.
 *
 * No warm-up: theory, too, begins empty at 0.
 */
import { expect, test } from "vitest";
import { createProfile, exponential, gamma, lognormal, nextEdge, tabulated, valueAt, type Profile } from "../../src/engine/index.js";
import { simulateOpenHouse, simulateRota } from "./day.js";
import { expectedOver } from "./forward.js";
import { expectTheory, replicate, type Theory } from "./replications.js";

const REPLICATIONS = 10_000;

/** How narrow an interval must be of which the variance over the squared mean is known: half of it is 3.9 standard errors, which may be a quarter greater. */
function narrow(relativeVariance: number): number {
  return 3.9 * 1.25 * Math.sqrt(relativeVariance / REPLICATIONS);
}

function share(probability: number): Theory[string] {
  return [probability, narrow((1 - probability) / probability)];
}

/** Integral from one number to another by Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number, pieces: number): number {
  const step = (to - from) / pieces;
  let sum = 0;
  for (let i = 0; i < pieces; i++) sum += f(from + i * step) + 4 * f(from + (i + 0.5) * step) + f(from + (i + 1) * step);
  return (sum * step) / 6;
}

/** Probability of a standard normal above z. */
function normalTail(z: number): number {
  return 0.5 - integral((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), 0, Math.max(-9, Math.min(9, z)), 60);
}

/** Expected number at a time of those who have come since 0 and stay: the integral of the rate times the probability of staying so long, piece by piece. */
function expectedPresent(rates: Profile, time: number, longer: (stay: number) => number): number {
  let sum = 0;
  for (let from = 0; from < time; ) {
    const to = Math.min(time, nextEdge(rates, from));
    sum += valueAt(rates, from) * integral((u) => longer(time - u), from, to, 200);
    from = to;
  }
  return sum;
}

test.each([
  // Shape 2, scale 1: e^-u (1 + u) stay longer than u.
  { name: "gamma", stay: gamma(2, Math.SQRT2), longer: (u: number) => Math.exp(-u) * (1 + u) },
  // The logarithm has the variance ln 2 where sd and mean are equal.
  { name: "lognormal", stay: lognormal(3, 3), longer: (u: number) => (u <= 0 ? 1 : normalTail((Math.log(u / 3) + Math.LN2 / 2) / Math.sqrt(Math.LN2))) },
])("M(t)/G/infinity with $name stays: the number there has Poisson's distribution, with the mean of those who came and stay", ({ name, stay, longer }) => {
  const rates = createProfile([0, 7, 9, 13.5, 18, 24], [0, 12, 4, 7.5, 0.25]);
  // On two days, at edges and between them, when many are there and when few are.
  const times = [8, 9, 11, 16, 23, 25.5, 31.5, 37.5];
  const means = times.map((time) => expectedPresent(rates, time, longer));
  const tabulatedStay = tabulated(stay);
  const runs = replicate(REPLICATIONS, (replication) => {
    const present = simulateOpenHouse(rates, tabulatedStay, times, `open house ${name}`, replication);
    // Squares about the mean of theory, so that their mean is the variance.
    return Object.fromEntries(times.flatMap((time, i) => [
      [`present at ${time}`, present[i]!], [`square at ${time}`, (present[i]! - means[i]!) ** 2], [`under half at ${time}`, present[i]! < means[i]! / 2 ? 1 : 0],
    ]));
  });
  expectTheory(runs, Object.fromEntries(times.flatMap((time, i): [string, Theory[string]][] => [
    [`present at ${time}`, [means[i]!, narrow(1 / means[i]!)]],
    [`square at ${time}`, [means[i]!, narrow(1 / means[i]! + 2)]],
    ...(means[i]! < 9 ? [[`under half at ${time}`, share(poissonBelow(means[i]!, means[i]! / 2))] as [string, Theory[string]]] : []),
  ])));
});

/** Probability of a Poisson variate below a bound. */
function poissonBelow(mean: number, bound: number): number {
  let sum = 0;
  for (let k = 0, probability = Math.exp(-mean); k < bound; probability *= mean / ++k) sum += probability;
  return sum;
}

// Nobody on duty at night, and a change in the afternoon that takes five servers away when most of them are busy.
const rota = createProfile([0, 8, 10.5, 16, 19, 24], [0, 3, 6, 1, 2]);

test.each([
  // Numbers busy and idle where they are not next to certain.
  { name: "leave their work to others", isWithdrawn: true, busyAt: [12, 16, 22, 47], idleAt: [22, 47] },
  { name: "finish what they have begun", isWithdrawn: false, busyAt: [12, 16, 16.5, 22, 40.5, 47], idleAt: [22, 47] },
])("M(t)/M/c(t) where those who go off duty $name: numbers waiting and busy by Kolmogorov's forward equations", ({ name, isWithdrawn, busyAt, idleAt }) => {
  const rates = createProfile([0, 6, 9, 17, 24], [0.3, 3, 7, 0.8]);
  const times = [7.5, 8, 8.5, 10, 12, 16, 16.5, 18, 22, 32, 34, 40.5, 47];
  const theory = expectedOver({ rates, rota, speed: 1.5, isWithdrawn }, times, 0.02);
  const runs = replicate(REPLICATIONS, (replication) => simulateRota({ rates, rota, work: exponential(1 / 1.5), isWithdrawn, times }, `rota ${name}`, replication));
  expectTheory(runs, {
    waiting: [theory.mean.waiting, 0.03],
    busy: [theory.mean.busy, 0.006],
    ...Object.fromEntries(times.flatMap((time, i): [string, Theory[string]][] => [
      [`waiting at ${time}`, [theory.at[i]!.waiting, 0.1]],
      ...(busyAt.includes(time) ? [[`busy at ${time}`, [theory.at[i]!.busy, 0.04]] as [string, Theory[string]]] : []),
      ...(idleAt.includes(time) ? [[`idle at ${time}`, share(theory.at[i]!.idle)] as [string, Theory[string]]] : []),
    ])),
  });
  // No chance in it: servers on duty from 0 to 47.
  for (const { onDuty } of runs) expect(onDuty).toBeCloseTo((2 * (2.5 * 3 + 5.5 * 6 + 3 * 1 + 5 * 2) - 2) / 47, 9);
});
