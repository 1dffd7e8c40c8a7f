/** Every candidate's costs and effects in many draws at once: means as far as replications leave them open, prices over their plausible ranges. */
import { stream } from "../engine/random.js";
import type { Candidate } from "./candidates.js";
import { costOf, weightOf, type CostSheet } from "./cost.js";
import { latinHypercube } from "./latin-hypercube.js";
import { DRAWS, drawnMeans, meanDraws } from "./mean-draws.js";
import { meanOf } from "./effects.js";

/** Lists of one number a draw; of what does not vary, of the same number. */
export interface Drawn {
  readonly delay: Float64Array;
  readonly staff: Float64Array;
  readonly ordinaryDelay: Float64Array;
  readonly ordinaryStaff: Float64Array;
  readonly annual: Float64Array;
  readonly budget: Float64Array;
}

export interface Draws {
  readonly count: number;
  /** Whether there is anything to draw: two replications, a price with a range. */
  readonly hasMeans: boolean;
  readonly hasPrices: boolean;
  readonly both: readonly Drawn[];
  readonly means: readonly Drawn[];
  readonly prices: readonly Drawn[];
}

export function drawsOf(candidates: readonly Candidate[], sheets: readonly CostSheet[], seed: string): Draws {
  const weights = meanDraws(candidates[0]!.delay.length, stream(seed, "decision", "means"));
  const prices = drawnCosts(sheets, seed);
  const fixed = (value: number): Float64Array => new Float64Array(DRAWS).fill(value);
  const mean = (values: readonly number[]): Float64Array => (weights.length === 0 ? fixed(meanOf(values)) : drawnMeans(values, weights));
  const effects = candidates.map(({ delay, staff, ordinaryDelay, ordinaryStaff }) => ({ delay: mean(delay), staff: mean(staff), ordinaryDelay: mean(ordinaryDelay), ordinaryStaff: mean(ordinaryStaff) }));
  const asTheyAre = candidates.map(({ delay, staff, ordinaryDelay, ordinaryStaff }) => ({
    delay: fixed(meanOf(delay)), staff: fixed(meanOf(staff)), ordinaryDelay: fixed(meanOf(ordinaryDelay)), ordinaryStaff: fixed(meanOf(ordinaryStaff)),
  }));
  const costs = candidates.map(({ members }) => ({ annual: added(members.map((member) => prices[member]!.annual)), budget: added(members.map((member) => prices[member]!.budget)) }));
  const stated = candidates.map(({ cost }) => ({ annual: fixed(cost.annual), budget: fixed(cost.budget) }));
  return {
    count: DRAWS, hasMeans: weights.length > 0, hasPrices: sheets.some(({ items }) => items.some(({ range }) => range !== null)),
    both: effects.map((effect, index) => ({ ...effect, ...costs[index]! })),
    means: effects.map((effect, index) => ({ ...effect, ...stated[index]! })),
    prices: asTheyAre.map((effect, index) => ({ ...effect, ...costs[index]! })),
  };
}

/** By option. Every price that has a range is drawn evenly over it, independently of all others. */
function drawnCosts(sheets: readonly CostSheet[], seed: string): { annual: Float64Array; budget: Float64Array }[] {
  const varied = sheets.flatMap(({ items }) => items.filter(({ range }) => range !== null));
  const points = latinHypercube(DRAWS, varied.length, stream(seed, "decision", "prices"));
  let dimension = 0;
  return sheets.map((sheet) => {
    const base = costOf(sheet, sheet.items.map(({ pounds, range }) => (range === null ? pounds : range.low)));
    const annual = new Float64Array(DRAWS).fill(base.annual);
    const budget = new Float64Array(DRAWS).fill(sheet.items.reduce((sum, item) => sum + weightOf(item).budget * (item.range?.low ?? item.pounds), 0));
    for (const item of sheet.items) {
      if (item.range === null) continue;
      const { low, high } = item.range;
      const weight = weightOf(item);
      const at = dimension++;
      points.forEach((point, draw) => {
        annual[draw]! += weight.annual * (high - low) * point[at]!;
        budget[draw]! += weight.budget * (high - low) * point[at]!;
      });
    }
    return { annual, budget: budget.map((pounds) => Math.max(0, pounds)) };
  });
}

function added(lists: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(DRAWS);
  for (const list of lists) list.forEach((value, draw) => { sum[draw]! += value; });
  return sum;
}
