/**
 * Two classes of customers, the first more urgent than the second: who waits (A. Cobham, Operations Research 2 (1954), 70-76), and who is interrupted. What is
 * known of interruption rests on the completion time of the less urgent: from when one is first served until the server is free for the next of them,
 * interruptions included (D. P. Gaver, Journal of the Royal Statistical Society B 24 (1962), 73-90).
 *
 * 47 intervals: a correct program fails for one new seed in 200.
 *
 * Warm-up: 2000 time units. As M/M/1 with the longest works here, 3, and the highest utilisation, 0.77, a queue relaxes in 3 / (1 - sqrt(0.77))^2 = 200, so
 * e^-10 of the empty start is left when observation begins, and on average over the horizon a hundredth of that.
 */
import { expect, test } from "vitest";
import { exponential, lognormal, triangular, uniformBetween, type Fate } from "../../src/engine/index.js";
import { expected, stationary } from "./birth-death.js";
import { simulatePriorities, type Class } from "./priorities.js";
import { expectTheory, replicate, type Figures } from "./replications.js";

/** First and second moment. */
interface Moments {
  readonly mean: number;
  readonly square: number;
}

const momentsOfExponential = (mean: number): Moments => ({ mean, square: 2 * mean * mean });

function simulated(name: string, classes: readonly Class[], fate: Fate | null, servers = 1, horizon = 30_000): Figures[] {
  return replicate(40, (replication) => simulatePriorities({ servers, classes, fate, warmUp: 2000, horizon }, name, replication));
}

/** From when urgent work comes to an idle server until there is none left. */
function busyPeriod(rate: number, work: Moments): Moments {
  const idle = 1 - rate * work.mean;
  return { mean: work.mean / idle, square: work.square / idle ** 3 };
}

/** The mean response where nobody comes before, by Pollaczek and Khinchine. */
function responseAlone(rate: number, work: Moments): number {
  return work.mean + (rate * work.square) / (2 * (1 - rate * work.mean));
}

/**
 * The mean wait of the less urgent, who come at `rate`, until first served. Those before it take a completion time each. It finds one under way with the
 * probability rate x mean, which then takes square / (2 mean) more on average; if none is, the urgent are being served with a probability of rate x mean of
 * theirs, since they come to an idle server at their rate, and go on being served for square / (2 mean) of their busy period. With Little's law for those
 * before it the sum is as below.
 */
function waitBehind(urgentRate: number, urgentWork: Moments, rate: number, completion: Moments): number {
  const busy = busyPeriod(urgentRate, urgentWork);
  return (rate * completion.square) / (2 * (1 - rate * completion.mean)) + (urgentRate * urgentWork.mean * busy.square) / (2 * busy.mean);
}

/** Completion where work goes on where it stopped: each moment of it begins a busy period of the urgent at their rate. */
function resumed(work: Moments, rate: number, busy: Moments): Moments {
  const stretch = 1 + rate * busy.mean;
  return { mean: work.mean * stretch, square: work.square * stretch ** 2 + work.mean * rate * busy.square };
}

/**
 * Completion of work that takes s and begins again, as long as before, after each interruption. An attempt succeeds if nobody urgent comes during s, with a
 * probability p of e^(-rate s); so there are K failed ones with a geometric distribution, each of which takes the time X until the urgent one comes, given
 * that it is below s, and a busy period B: s + (X1 + B1) + ... + (XK + BK).
 */
function repeated(s: number, rate: number, busy: Moments): Moments {
  const p = Math.exp(-rate * s);
  const failing = -Math.expm1(-rate * s);
  const failed = { mean: failing / p, square: (failing * (1 + failing)) / p ** 2 };
  const attempt = {
    mean: 1 / rate - (s * p) / failing,
    square: (2 / rate ** 2) - (p * (s * s + (2 * s) / rate)) / failing,
  };
  const lost = { mean: attempt.mean + busy.mean, square: attempt.square + 2 * attempt.mean * busy.mean + busy.square };
  return {
    mean: s + failed.mean * lost.mean,
    square: s * s + 2 * s * failed.mean * lost.mean + failed.mean * (lost.square - lost.mean ** 2) + failed.square * lost.mean ** 2,
  };
}

test("M/G/1 with two classes, nobody interrupted: Cobham's formula", () => {
  const [urgent, other] = [{ rate: 0.4, work: exponential(0.8) }, { rate: 0.35, work: lognormal(1.2, 0.9) }];
  const urgentLoad = 0.4 * 0.8;
  const load = urgentLoad + 0.35 * 1.2;
  const underWay = (0.4 * (2 * 0.8 ** 2) + 0.35 * (1.2 ** 2 + 0.9 ** 2)) / 2;
  const wait = underWay / (1 - urgentLoad);
  const waitOfOther = wait / (1 - load);
  expectTheory(simulated("Cobham", [urgent, other], null), {
    "wait 0": [wait, 0.03],
    "wait 1": [waitOfOther, 0.065],
    "response 0": [wait + 0.8, 0.02],
    "response 1": [waitOfOther + 1.2, 0.05],
    present: [0.4 * wait + 0.35 * waitOfOther + load, 0.045],
    utilisation: [load, 0.01],
  });
});

/** Mean wait in M/M/c with work of 1, by Erlang's C formula. */
function erlangWait(servers: number, rate: number): number {
  const states = stationary(() => rate, (n) => Math.min(n, servers), 1000);
  return expected(states, (n) => Math.max(n - servers, 0)) / rate;
}

test("M/M/3 with two classes, nobody interrupted: Cobham's formula for several servers", () => {
  const [urgent, other] = [{ rate: 1, work: exponential(1) }, { rate: 1.25, work: exponential(1) }];
  // By load a server: first come, first served the wait is what a server needs until it is free over 1 - load, and Cobham's factors take its place.
  const untilFree = erlangWait(3, 2.25) * (1 - 2.25 / 3);
  const wait = untilFree / (1 - 1 / 3);
  expectTheory(simulated("Cobham 3", [urgent, other], null, 3, 15_000), {
    "wait 0": [wait, 0.04],
    "wait 1": [wait / (1 - 2.25 / 3), 0.075],
    present: [wait + (1.25 * wait) / (1 - 2.25 / 3) + 2.25, 0.035],
    utilisation: [0.75, 0.01],
  });
});

test("M/M/3, interrupted work goes on: the urgent as if alone, and all together as without classes", () => {
  const responseOf = (rate: number): number => erlangWait(3, rate) + 1;
  expectTheory(simulated("resumed 3", [{ rate: 1, work: exponential(1) }, { rate: 1.25, work: exponential(1) }], "resume", 3, 15_000), {
    "response 0": [responseOf(1), 0.01],
    "response 1": [(2.25 * responseOf(2.25) - responseOf(1)) / 1.25, 0.04],
    "wait 0": [erlangWait(3, 1), 0.08],
    present: [2.25 * responseOf(2.25), 0.035],
    utilisation: [0.75, 0.01],
  });
});

interface Interrupted {
  readonly name: string;
  readonly fate: Fate;
  readonly urgent: Class;
  readonly urgentWork: Moments;
  readonly other: Class;
  readonly completion: Moments;
  /** Mean time from first served to completed, of those who are. */
  readonly served: number;
  /** Share of those who are completed. */
  readonly completed?: number;
  readonly horizon?: number;
}

function resumption(name: string, urgent: Class, urgentWork: Moments, other: Class, work: Moments): Interrupted {
  const completion = resumed(work, urgent.rate, busyPeriod(urgent.rate, urgentWork));
  return { name, fate: "resume", urgent, urgentWork, other, completion, served: completion.mean };
}

function repetition(name: string, urgent: Class, urgentWork: Moments, other: Class, workOver: (f: (s: number) => number) => number): Interrupted {
  const busy = busyPeriod(urgent.rate, urgentWork);
  const completion = { mean: workOver((s) => repeated(s, urgent.rate, busy).mean), square: workOver((s) => repeated(s, urgent.rate, busy).square) };
  // A known case: D. P. Gaver's mean, for any distribution of work.
  expect(completion.mean).toBeCloseTo((1 / urgent.rate + busy.mean) * (workOver((s) => Math.exp(urgent.rate * s)) - 1), 9);
  return { name, fate: "repeat", urgent, urgentWork, other, completion, served: completion.mean };
}

/** Work that is lost when interrupted: what it takes of the server, with the moments `own`, is followed by a busy period where it was not completed. */
function loss(name: string, urgent: Class, urgentWork: Moments, other: Class, { completed, own, ownIfLost, served }: Lost): Interrupted {
  const busy = busyPeriod(urgent.rate, urgentWork);
  const completion = { mean: own.mean + (1 - completed) * busy.mean, square: own.square + (1 - completed) * (2 * ownIfLost * busy.mean + busy.square) };
  return { name, fate: "lost", urgent, urgentWork, other, completion, served, completed };
}

interface Lost {
  readonly completed: number;
  readonly own: Moments;
  /** Means of it if it is lost, and if it is completed. */
  readonly ownIfLost: number;
  readonly served: number;
}

/** Mean of f over exponential work of mean 1, by midpoints: to 1e-6 of it for what is asked here. */
function overExponential(f: (s: number) => number): number {
  let sum = 0;
  let weights = 0;
  for (let s = 0.001; s < 60; s += 0.002) {
    sum += Math.exp(-s) * f(s);
    weights += Math.exp(-s);
  }
  return sum / weights;
}

const often = { rate: 0.3, work: exponential(1) };
const unit = momentsOfExponential(1);
const rare = { rate: 0.1, work: exponential(3) };
// From 0 to 1.8 with its mode at 0.6: mean (a + b + c) / 3, second moment (a^2 + b^2 + c^2 + ab + ac + bc) / 6.
const triangularWork = { mean: 0.8, square: (0.6 ** 2 + 1.8 ** 2 + 0.6 * 1.8) / 6 };
// What lasts 1 unless an urgent one comes before: the probability that none does, and moments of the time until one comes or it is done.
const kept = Math.exp(-0.3);
const untilEither = { mean: (1 - kept) / 0.3, square: (2 * ((1 - kept) / 0.3 - kept)) / 0.3 };
// Of exponential work and the time until an urgent one comes, the sooner has the sum of their rates, whichever it is.
const sooner = momentsOfExponential(1 / 1.3);

test.each([
  resumption("exponential work goes on", { rate: 0.4, work: exponential(0.8) }, momentsOfExponential(0.8), { rate: 0.35, work: exponential(1.2) }, {
    mean: 1.2, square: 2 * 1.2 ** 2,
  }),
  resumption("triangular and lognormal work goes on", { rate: 0.4, work: triangular(0, 0.6, 1.8) }, triangularWork, { rate: 0.35, work: lognormal(1.2, 0.9) }, {
    mean: 1.2, square: 1.2 ** 2 + 0.9 ** 2,
  }),
  repetition("constant work begins again", often, unit, { rate: 0.4, work: uniformBetween(1, 1) }, (f) => f(1)),
  // Urgent arrivals so rare that e^(rate s), over exponential work, has ten moments; and more time, as few works tell most.
  {
    ...repetition("exponential work begins again, as long as before", rare, momentsOfExponential(3), { rate: 0.4, work: exponential(1) }, overExponential),
    horizon: 60_000,
  },
  loss("exponential work is lost", often, unit, { rate: 0.5, work: exponential(1) }, {
    completed: 1 / 1.3, own: sooner, ownIfLost: sooner.mean, served: sooner.mean,
  }),
  loss("constant work is lost", often, unit, { rate: 0.5, work: uniformBetween(1, 1) }, {
    completed: kept, own: untilEither, ownIfLost: 1 / 0.3 - kept / (1 - kept), served: 1,
  }),
])("M/G/1 with two classes, interrupted $name", ({ name, fate, urgent, urgentWork, other, completion, served, completed = 1, horizon = 30_000 }) => {
  const wait = waitBehind(urgent.rate, urgentWork, other.rate, completion);
  const inCompletion = other.rate * completion.mean;
  expectTheory(simulated(name, [urgent, other], fate, 1, horizon), {
    "response 0": [responseAlone(urgent.rate, urgentWork), 0.025],
    "wait 0": [responseAlone(urgent.rate, urgentWork) - urgentWork.mean, 0.06],
    "wait 1": [wait, 0.08],
    "response 1": [wait + served, 0.07],
    utilisation: [inCompletion + (1 - inCompletion) * urgent.rate * urgentWork.mean, 0.01],
    ...(completed < 1 ? { "completed 1": [completed, 0.01] } : {}),
  });
});
