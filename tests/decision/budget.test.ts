/** The chosen sets are those that trying every set would choose. */
import { describe, expect, test } from "vitest";
import { leadingSets, valueOf, type Choice, type ChosenSet } from "../../src/decision/budget.js";
import { stream, uniform, type Stream } from "../../src/engine/random.js";

/** Every set within budget and exclusions of which each member adds something, in the order that is promised. */
function byTrying(choice: Choice, budget: number, count: number): ChosenSet[] {
  const sets: ChosenSet[] = [];
  for (let mask = 0; mask < 1 << choice.values.length; mask++) {
    const members = choice.values.map((_, option) => option).filter((option) => mask & (1 << option));
    const cost = members.reduce((sum, option) => sum + choice.costs[option]!, 0);
    const isExcluded = choice.exclusions.some(([a, b]) => members.includes(a) && members.includes(b));
    const adds = (option: number): number => choice.pairs.reduce((sum, { a, b, value }) => ((a === option && members.includes(b)) || (b === option && members.includes(a)) ? sum + value : sum), choice.values[option]!);
    if (cost <= budget && !isExcluded && members.every((option) => adds(option) > 0)) sets.push({ members, value: valueOf(choice, members), cost });
  }
  return sets.sort((a, b) => b.value - a.value || a.cost - b.cost || a.members.length - b.members.length || compared(a.members, b.members)).slice(0, count);
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((member, index) => member !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Whole numbers, so that sums are exact and ties are many; helpful, useless and harmful options, overlaps and synergies. */
function drawn(from: Stream): { choice: Choice; budget: number } {
  const whole = (low: number, high: number): number => low + Math.floor(uniform(from) * (high - low + 1));
  const size = whole(0, 14);
  const pairs = [];
  const exclusions: [number, number][] = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (uniform(from) < 0.3) pairs.push({ a, b, value: whole(-20, 8) });
      if (uniform(from) < 0.06) exclusions.push([b, a]);
    }
  }
  const costs = Array.from({ length: size }, () => whole(0, 15));
  return { choice: { values: Array.from({ length: size }, () => whole(-4, 25)), costs, pairs, exclusions }, budget: whole(0, Math.ceil(costs.reduce((sum, cost) => sum + cost, 0) * 0.8)) };
}

describe("leading sets", () => {
  // 250 instances of up to 14 options, 16,384 sets each.
  test("are those that trying all sets finds, in the same order, ties included", () => {
    const from = stream("leading sets");
    for (let instance = 0; instance < 250; instance++) {
      const { choice, budget } = drawn(from);
      expect(leadingSets(choice, budget, 20), `instance ${instance}`).toEqual(byTrying(choice, budget, 20));
    }
  });

  test("prefer two that add up to one that is dearer for as much", () => {
    const sets = leadingSets({ values: [10, 4, 6], costs: [9, 3, 5], pairs: [], exclusions: [] }, 9, 3);
    expect(sets).toEqual([{ members: [1, 2], value: 10, cost: 8 }, { members: [0], value: 10, cost: 9 }, { members: [2], value: 6, cost: 5 }]);
  });

  test("do not buy the same thing twice", () => {
    // Each alone averts 10, both together 11: the second is not worth as much as another that averts 3.
    const sets = leadingSets({ values: [10, 10, 3], costs: [1, 1, 1], pairs: [{ a: 0, b: 1, value: -9 }], exclusions: [] }, 2, 1);
    expect(sets[0]).toEqual({ members: [0, 2], value: 13, cost: 2 });
  });

  test("take two that help only together", () => {
    expect(leadingSets({ values: [0, 0], costs: [1, 1], pairs: [{ a: 0, b: 1, value: 5 }], exclusions: [] }, 2, 1)[0]!.members).toEqual([0, 1]);
  });

  test("leave out what has no effect, though it is free", () => {
    expect(leadingSets({ values: [5, 0], costs: [1, 0], pairs: [], exclusions: [] }, 9, 20)).toEqual([{ members: [0], value: 5, cost: 1 }, { members: [], value: 0, cost: 0 }]);
  });

  test("are none but the empty one without money", () => expect(leadingSets({ values: [5], costs: [1], pairs: [], exclusions: [] }, 0, 20)).toEqual([{ members: [], value: 0, cost: 0 }]));

  test("of thirty options are found soon", () => {
    const from = stream("thirty");
    const values = Array.from({ length: 30 }, () => 1 + 99 * uniform(from));
    const costs = values.map((value) => value * (0.5 + uniform(from)));
    const sets = leadingSets({ values, costs, pairs: [{ a: 0, b: 1, value: -20 }], exclusions: [] }, costs.reduce((sum, cost) => sum + cost, 0) / 4, 20);
    expect(sets).toHaveLength(20);
  }, 10_000);

  test("refuse a cost below nothing", () => expect(() => leadingSets({ values: [1], costs: [-1], pairs: [], exclusions: [] }, 1, 1)).toThrow(/0 or more/));
});
