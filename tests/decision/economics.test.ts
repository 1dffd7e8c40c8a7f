/** Incremental analysis, net benefit, break-even and the prices at which another comes first, against answers by hand. */
import { describe, expect, test } from "vitest";
import type { Candidate } from "../../src/decision/candidates.js";
import { flipsByBudget, flipsByValue } from "../../src/decision/flip.js";
import { standings } from "../../src/decision/frontier.js";
import { breakEven, moreThan, netBenefit, netBenefits, percentiles, priceOfDay, thresholds } from "../../src/decision/net-benefit.js";
import { stream, uniform } from "../../src/engine/random.js";

describe("frontier", () => {
  test("has steps that grow dearer; what is dominated or dearer than a mixture is not on it", () => {
    // Nothing; A (100 for 10); B (150 for 12: 25 a step, then 12.5 to C, so a mixture of A and C beats it); C (300 for 24); D (320 for 20: C has more for less).
    const [nothing, a, b, c, d] = standings([{ cost: 0, effect: 0 }, { cost: 100, effect: 10 }, { cost: 150, effect: 12 }, { cost: 300, effect: 24 }, { cost: 320, effect: 20 }]);
    expect(nothing).toEqual({ kind: "frontier", step: null, from: null });
    expect(a).toEqual({ kind: "frontier", step: 10, from: 0 });
    expect(b).toEqual({ kind: "extendedly dominated", by: [1, 3] });
    expect(c).toEqual({ kind: "frontier", step: 200 / 14, from: 1 });
    expect(d).toEqual({ kind: "dominated", by: 3 });
  });

  test("takes the first of equals, and what is free and useful instead of nothing", () => {
    expect(standings([{ cost: 0, effect: 0 }, { cost: 5, effect: 5 }, { cost: 5, effect: 5 }]).map(({ kind }) => kind)).toEqual(["frontier", "frontier", "dominated"]);
    expect(standings([{ cost: 0, effect: 0 }, { cost: 0, effect: 3 }])).toEqual([{ kind: "dominated", by: 1 }, { kind: "frontier", step: null, from: null }]);
  });

  // What has the highest net benefit at some threshold lies on the frontier, and what lies on it has it at some: 200 sets of points, thresholds between all steps.
  test("holds exactly what is best at some threshold", () => {
    const from = stream("frontier");
    for (let trial = 0; trial < 200; trial++) {
      const points = [{ cost: 0, effect: 0 }, ...Array.from({ length: 8 }, () => ({ cost: uniform(from), effect: uniform(from) }))];
      const found = standings(points);
      const steps = found.flatMap((standing) => (standing.kind === "frontier" && standing.step !== null ? [standing.step] : [])).sort((a, b) => a - b);
      const between = [0, ...steps].map((step, index) => (index < steps.length ? (step + steps[index]!) / 2 : step + 1));
      const best = between.map((threshold) => points.reduce((first, point, index) => (threshold * point.effect - point.cost > threshold * points[first]!.effect - points[first]!.cost ? index : first), 0));
      expect([...new Set(best)].sort(), `trial ${trial}`).toEqual(found.flatMap(({ kind }, index) => (kind === "frontier" ? [index] : [])).sort());
    }
  });
});

const worth = { delay: 1000, staff: 5000, ordinaryDelay: 0, ordinaryStaff: 0, annual: 3000 };
const candidate = (delay: readonly number[], annual: number): Candidate => ({
  arm: { name: "a", options: ["a"], effects: {} }, label: "A", members: [0], delay, staff: delay.map(() => 0), ordinaryDelay: delay.map(() => 0), ordinaryStaff: delay.map(() => 0),
  cost: { capital: 0, yearly: annual, whole: annual, annual, budget: annual, byPayer: { ICB: annual, practice: 0, supplier: 0 }, time: 0 },
});

describe("net benefit", () => {
  // By hand: (10 x 1,000 + 5,000) / 5 - 3,000 = 0; with 20 patient-days and 100 pounds a year on ordinary days 10 x 20 + 100 less.
  test("is what an incident is worth, by how often it comes, less ordinary days and cost", () => {
    expect(netBenefit(worth, { threshold: 10, every: 5 })).toBe(0);
    expect(netBenefit({ ...worth, ordinaryDelay: 20, ordinaryStaff: 100 }, { threshold: 10, every: 5 })).toBe(-300);
  });

  test("is nothing at the break-even, which is known also where none is", () => {
    expect(breakEven(worth, 10)).toBe(5);
    expect(netBenefit(worth, { threshold: 3, every: breakEven(worth, 3) as number })).toBeCloseTo(0, 9);
    expect(breakEven({ ...worth, annual: -1 }, 0)).toBe("always");
    expect(breakEven({ ...worth, delay: -600 }, 10)).toBe(0);
  });

  test("of a pair has the interval of the paired difference", () => {
    const [a, b] = [candidate([100, 300], 50), candidate([90, 290], 20)];
    expect(netBenefits(a, { threshold: 2, every: 1 })).toEqual([150, 550]);
    // 10 patient-days more in both replications at 2 pounds, for 30 pounds more.
    expect(moreThan(a, b, { threshold: 2, every: 1 })).toEqual({ mean: -10, low: -10, high: -10 });
  });

  test("price of a patient-day, where any is averted", () => {
    expect(priceOfDay(worth)).toBe(3);
    expect(priceOfDay({ delay: 0, annual: 3 })).toBeNull();
  });

  test("percentiles among what is beyond all bounds are not known", () => expect(percentiles([1, 2, Infinity])).toEqual({ p5: 1.1, p50: 2, p95: null }));
  test("thresholds ascend from nothing", () => expect([...thresholds].sort((a, b) => a - b)).toEqual(thresholds));
});

describe("price at which another comes first", () => {
  test("by value: where the lines cross", () => {
    // The first is worth 10 now at a price of 100 and loses 1/10 for each pound; the next is worth 7 whatever it is: they meet at 130. A third has twice as much of it, and is worth 4: it passes as the price falls by 60.
    const lines = [{ value: 10, slope: 0.1 }, { value: 7, slope: 0 }, { value: 4, slope: 0.2 }];
    const { below, above } = flipsByValue(lines, 0, 100);
    expect([above!.to, below!.to]).toEqual([1, 2]);
    expect(above!.price).toBeCloseTo(130, 9);
    expect(below!.price).toBeCloseTo(40, 9);
  });

  test("by value: none at a price below nothing, nor where all have the same part of it", () => {
    expect(flipsByValue([{ value: 10, slope: 0 }, { value: 4, slope: 0.2 }], 0, 20)).toEqual({ below: null, above: null });
    expect(flipsByValue([{ value: 10, slope: 1 }, { value: 4, slope: 1 }], 0, 20)).toEqual({ below: null, above: null });
  });

  const bids = [{ value: 0, cost: 0, slope: 0 }, { value: 50, cost: 300, slope: 2 }, { value: 40, cost: 200, slope: 0 }, { value: 45, cost: 290, slope: 3 }, { value: 70, cost: 520, slope: 2 }];
  test("by budget: where the first becomes too dear, and where a better one can be paid", () => {
    // 400 - 300 = 100 more at 2 for each pound: up to 150. There the fourth costs 290 + 3 x 50 = 440, too much; the third is next. The fifth needs 120 less: at 100 - 60.
    expect(flipsByBudget(bids, 1, 400, 100)).toEqual({ above: { price: 150, to: 2 }, below: { price: 40, to: 4 } });
  });

  // The winner by trying prices in small steps changes exactly there.
  test("by budget: agrees with trying", () => {
    const winner = (price: number): number => bids.reduce((first, bid, index) => (bid.cost + bid.slope * (price - 100) <= 400 && bid.value > bids[first]!.value ? index : first), 0);
    expect([winner(149.99), winner(150.01), winner(40.01), winner(39.99)]).toEqual([1, 2, 1, 4]);
  });
});
