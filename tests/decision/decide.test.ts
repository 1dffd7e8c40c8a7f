/** A whole decision on a comparison of eight options. */
import { describe, expect, test } from "vitest";
import { candidatesOf, sheetsOf } from "../../src/decision/candidates.js";
import { decide, plannedSets } from "../../src/decision/decide.js";
import { staffTimeOf } from "../../src/decision/effects.js";
import { pairwiseModel, predicted } from "../../src/decision/pairwise.js";
import { studyOf } from "./eight-options.js";

const BUDGET = 400_000;
const { study, planned } = studyOf(12, BUDGET);
const decision = decide(study, BUDGET, planned);
const first = decision.candidates[decision.recommendation.candidate]!;

describe("with a budget", () => {
  test("recommends the simulated set that averts most for it", () => {
    const averts = (index: number): number => decision.candidates[index]!.outcomes.find(({ id }) => id === "careDelay")!.averted.mean!;
    const affordable = decision.candidates.map((_, index) => index).filter((index) => decision.candidates[index]!.isAffordable);
    expect(first.cost.budget).toBeLessThanOrEqual(BUDGET);
    expect(averts(decision.recommendation.candidate)).toBe(Math.max(...affordable.map(averts)));
    expect(decision.recommendation.next!.more.mean).toBeGreaterThanOrEqual(0);
  });

  test("names the cheapest that does nearly as much, and what each member adds", () => {
    const { nearly, members } = decision.recommendation;
    expect(decision.candidates[nearly!.candidate]!.name).toBe("second-firewall");
    expect(nearly!.share).toBeGreaterThanOrEqual(0.9);
    expect(members.map(({ option }) => option)).toEqual(first.options);
    // What averts nothing is in no set.
    expect(members.every(({ adds }) => adds.mean! > 0)).toBe(true);
  });

  test("has probabilities that add up to one, on each basis", () => {
    for (const over of ["replications", "prices", "both"] as const) expect(decision.candidates.reduce((sum, { chances }) => sum + chances[over]!.probability, 0)).toBeCloseTo(1, 9);
    for (const { chances } of decision.acceptability) expect(chances.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });

  test("says how far the pairwise model was off, without what was simulated only afterwards", () => {
    const { rows, largestShare } = decision.model!;
    expect(rows.map(({ predicted: days }) => days)).toEqual(planned.map(({ predicted: days }) => days));
    expect(rows).toHaveLength(20);
    // Options of the fixture avert shares of what the others leave: their sum is too much.
    expect(rows[0]!.difference.high).toBeLessThan(0);
    expect(largestShare).toBeGreaterThan(0.05);
  });

  test("is exact for what was simulated by itself or as a pair", () => {
    const candidates = candidatesOf(study, sheetsOf(study));
    const model = pairwiseModel(candidates, study.options.length);
    for (const { members, delay } of candidates.filter(({ members: { length } }) => length === 1 || length === 2)) {
      predicted(model, members, 12).forEach((days, replication) => expect(days).toBeCloseTo(delay[replication]!, 6));
    }
  });

  test("a price above its flip makes what is named there the recommendation", () => {
    const flip = decision.flips.find(({ option, above }) => option === "second-firewall" && above !== null)!;
    const raised = (price: number) => ({ ...study, options: study.options.map((option) => ({ ...option, cost: option.cost.map((item) => (item.item === flip.what ? { ...item, amount: price } : item)) })) });
    expect(decide(raised(flip.above!.price - 1), BUDGET, planned).recommendation.candidate).toBe(decision.recommendation.candidate);
    expect(decide(raised(flip.above!.price + 1), BUDGET, planned).recommendation.candidate).toBe(flip.above!.to);
  });

  test("shows what two prices without a source do together, over their ranges", () => {
    const { x, y, first: cells } = decision.twoWay!;
    expect([x.what, y.what].every((what) => study.options.some(({ cost }) => cost.some(({ item, source }) => item === what && source === "assumption")))).toBe(true);
    expect(cells).toHaveLength(y.prices.length);
    expect(new Set(cells.flat()).size).toBeGreaterThan(1);
  });
});

describe("without a budget", () => {
  const alone = decide(studyOf(12).study, null);

  test("recommends the single option with the least pounds for each patient-day", () => {
    const prices = alone.candidates.filter(({ options }) => options.length === 1).flatMap(({ priceOfDay: { value } }) => (value === null ? [] : [value]));
    expect(alone.candidates[alone.recommendation.candidate]!.priceOfDay.value).toBe(Math.min(...prices));
    expect([alone.model, alone.candidates[0]!.isAffordable]).toEqual([undefined, null]);
  });

  test("plans no set of options that cannot be had together, whoever says so", () => {
    const { study: free } = studyOf(4);
    const pair = ["second-firewall", "list-backup"] as const;
    const hasPair = (of: typeof free): boolean => plannedSets(of, BUDGET).some(({ options }) => pair.every((name) => options.includes(name)));
    expect(hasPair(free)).toBe(true);
    expect(hasPair({ ...free, excluded: [{ options: pair }] })).toBe(false);
    expect(hasPair({ ...free, options: free.options.map((option) => (option.name === pair[0] ? { ...option, excludes: [pair[1], "of another catalogue"] } : option)) })).toBe(false);
  });

  test("has no two sets to plan for no money", () => expect(plannedSets(studyOf(2).study, 0)).toEqual([]));
});

test("one replication says nothing of its own certainty, and fixed prices nothing of theirs", () => {
  const { study: one } = studyOf(1);
  const fixed = { ...one, options: one.options.map((option) => ({ ...option, cost: option.cost.map((item) => ({ ...item, low: item.amount, high: item.amount })) })) };
  expect(decide(one, null).recommendation.chances.replications).toBeNull();
  expect(decide(fixed, null).recommendation.chances).toEqual({ replications: null, prices: null, both: null });
});

test("the same study gives the same decision, as JSON too", () => {
  expect(decide(study, BUDGET, planned)).toEqual(decision);
  expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
});

test("staff time is hours by role at the price of an hour", () => {
  const values = (hours: number) => ({ without: [hours], with: [0], ordinary: [0] });
  const arm = { name: "a", options: ["a"], effects: { careDelay: values(1), "extraWorkHours role:gp": values(2), "extraWorkHours role:reception": values(10), "extraWorkHours": values(99) } };
  expect(staffTimeOf(arm, "averted")).toEqual([2 * 148 + 10 * 32]);
});

test("an option that no arm covers, and an arm without patient-days, are refused by name", () => {
  expect(() => decide({ ...study, arms: study.arms.filter(({ options }) => !options.includes("status-alerts")) }, null)).toThrow(/no arm says how much “status-alerts” covers/);
  expect(() => decide({ ...study, effects: study.effects.filter(({ id, arm }) => id !== "careDelay" || arm !== "paper-pack") }, null)).toThrow(/“paper-pack” has no careDelay/);
});
