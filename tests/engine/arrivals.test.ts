import { expect, test } from "vitest";
import { createArrivals, nextArrival, type Arrivals } from "../../src/engine/arrivals.js";
import { createProfile, valueAt, type Profile } from "../../src/engine/profile.js";
import { antithetic, draw, stream, uniform } from "../../src/engine/random.js";
import { copyState } from "../../src/engine/state.js";
import { chiSquare, chiSquareLimit, kolmogorov, kolmogorovLimit } from "./goodness.js";

// Hours of a day at a place that is closed at night and for lunch.
const DAY = 24;
const edges = [0, 8, 10, 12, 13, 18, 24];
const rates = [0, 5, 2.5, 0, 1, 0];
const day = createProfile(edges, rates);
const PER_DAY = 5 * 2 + 2.5 * 2 + 1 * 5;

function taken(arrivals: Arrivals, count: number): number[] {
  return Array.from({ length: count }, () => nextArrival(arrivals));
}

/** The integral of the rate from 0, piece by piece. */
function expectedUntil({ edges, values }: Profile, time: number): number {
  const period = edges[edges.length - 1]!;
  const upTo = (t: number): number => values.reduce((sum, rate, i) => sum + rate * Math.max(0, Math.min(t, edges[i + 1]!) - edges[i]!), 0);
  const periods = Math.floor(time / period);
  return periods * upTo(period) + upTo(time - periods * period);
}

test("counts by piece are those of its rate and length, over many days", () => {
  const days = 2000;
  const arrivals = createArrivals(day, stream("counts"));
  const counts = new Float64Array(rates.length);
  for (let time = nextArrival(arrivals); time < days * DAY; time = nextArrival(arrivals)) counts[edges.findLastIndex((edge) => time % DAY >= edge)]!++;
  const expected = rates.map((rate, i) => rate * (edges[i + 1]! - edges[i]!) * days);
  const open = rates.flatMap((rate, i) => (rate > 0 ? [i] : []));
  expect(rates.flatMap((rate, i) => (rate > 0 ? [] : [counts[i]]))).toEqual([0, 0, 0]);
  // Independent Poisson counts, their total free too: as many degrees of freedom as pieces.
  expect(chiSquare(open.map((i) => counts[i]!), open.map((i) => expected[i]!))).toBeLessThan(chiSquareLimit(open.length));
});

test("counts of a day are Poisson variates, and so are those of one piece: their variance is their mean", () => {
  const days = 5000;
  const arrivals = createArrivals(day, stream("days"));
  const [whole, first] = [new Float64Array(days), new Float64Array(days)];
  for (let time = nextArrival(arrivals); time < days * DAY; time = nextArrival(arrivals)) {
    whole[Math.floor(time / DAY)]!++;
    if (time % DAY < 10) first[Math.floor(time / DAY)]!++;
  }
  for (const [counts, mean] of [[whole, PER_DAY], [first, 10]] as const) {
    // The index of dispersion, standard normal when brought to scale; 3.9 is the two-sided 99.99% point.
    const dispersion = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    expect(Math.abs(dispersion - days) / Math.sqrt(days * (2 + 1 / mean))).toBeLessThan(3.9);
  }
});

test("between one arrival and the next the rate adds up to an exponential variate", () => {
  const n = 20_000;
  const times = taken(createArrivals(day, stream("gaps")), n);
  const gaps = times.map((time, i) => expectedUntil(day, time) - (i === 0 ? 0 : expectedUntil(day, times[i - 1]!)));
  expect(kolmogorov(gaps, (x) => -Math.expm1(-Math.max(0, x)))).toBeLessThan(kolmogorovLimit(n));
});

// In a piece, at an edge, in a gap, in a later period, at its beginning and at its end.
const beginnings = [0, 8, 9.25, 12, 12.5, 20, 24, 100 * 24, 100 * 24 + 8, 100 * 24 + 23.999];

test.each(beginnings)("from %d on, each arrival takes one uniform and no more, by the integral of the rate", (from) => {
  for (const one of [stream("exact"), antithetic(stream("exact"))]) {
    const uniforms = one.slice();
    let reached = expectedUntil(day, from);
    for (const time of taken(createArrivals(day, one, from), 1000)) {
      reached += -Math.log1p(-uniform(uniforms));
      // The sum of a thousand gaps, rounded some ten times each at a size of some thousand.
      expect(Math.abs(expectedUntil(day, time) - reached)).toBeLessThan(1e-8);
      expect(valueAt(day, time)).toBeGreaterThan(0);
    }
  }
});

test("arrivals come one after the other, none before the beginning, none where the rate is 0", () => {
  const arrivals = createArrivals(createProfile([0, 0.001, 7, 7.5], [40, 0, 3]), stream("order"), 3);
  let last = 3;
  for (let i = 0; i < 50_000; i++) {
    const time = nextArrival(arrivals);
    if (!(time > last)) expect.fail(`${time} after ${last}`);
    if (valueAt(arrivals.rates, time) === 0) expect.fail(`${time} where the rate is 0`);
    last = time;
  }
});

test("at a constant rate the pieces of a profile make no difference", () => {
  const whole = taken(createArrivals(createProfile([0, 1000], [2.5]), stream("constant")), 1000);
  const pieces = taken(createArrivals(createProfile([0, 0.1, 0.7, 3, 4], [2.5, 2.5, 2.5, 2.5]), stream("constant")), 1000);
  pieces.forEach((time, i) => expect(Math.abs(time - whole[i]!)).toBeLessThan(1e-9));
});

test("where the rate is 0 for ever no arrival comes, and no draw is made", () => {
  const one = stream("never");
  const arrivals = createArrivals(createProfile([0, 1, 2], [0, 0]), one);
  expect(taken(arrivals, 300)).toEqual(new Array(300).fill(Infinity));
  expect(draw(one)).toBe(draw(stream("never")));
});

test("where arrivals are ages apart they come at once, at the rate asked for", () => {
  const n = 2000;
  const times = taken(createArrivals(createProfile([0, 1, 3], [0, 1e-9]), stream("ages")), n);
  expect(taken(createArrivals(createProfile([0, 1, 3], [0, 1e-300]), stream("ages")), 3).every(Number.isFinite)).toBe(true);
  expect(times.every((time, i) => i === 0 || time > times[i - 1]!)).toBe(true);
  // The sum of 2,000 exponentials lies within 3.9 sd, one in 10,000 beyond; two of three units of time have the rate.
  expect(Math.abs(times[n - 1]! * (2 / 3) * 1e-9 - n)).toBeLessThan(3.9 * Math.sqrt(n));
});

test("a copy goes on as the original does, from wherever it is taken", () => {
  for (const before of [0, 1, 127, 128, 129, 500]) {
    const arrivals = createArrivals(day, stream("copied"), 9);
    taken(arrivals, before);
    const copy = copyState(arrivals);
    expect(taken(copy, 500)).toEqual(taken(arrivals, 500));
  }
});

test("rates that cannot be are refused with their figures", () => {
  for (const wrong of [-1, NaN, Infinity]) {
    expect(() => createArrivals({ ...createProfile([0, 1, 2], [1, 1]), values: Float64Array.of(1, wrong) }, stream("wrong"))).toThrow(new RangeError(`rates of arrival are 0 or more, not 1, ${wrong}`));
    expect(() => createArrivals(createProfile([0, 1], [1]), stream("wrong"), wrong)).toThrow(`arrivals begin at a time of 0 or more, not ${wrong}`);
  }
});

test("rates so low that a period's arrivals round to none are refused, and rounding never leads into a piece without a rate", () => {
  expect(() => createArrivals(createProfile([0, 0.1], [5e-324]), stream("low"))).toThrow(RangeError);
  for (let i = 0; i < 20_000; i++) {
    const rate = 0.001 + i * 1e-7;
    expect(nextArrival(createArrivals(createProfile([0, 1, 2], [0, rate]), stream("n", 0))) % 2).toBeGreaterThanOrEqual(1);
  }
});
