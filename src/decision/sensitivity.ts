/** Which prices would change the decision, one by one and two at a time. */
import { basisOf, ranked } from "./basis.js";
import type { Candidate } from "./candidates.js";
import { weightOf, type CostLine, type CostSheet } from "./cost.js";
import type { Axis, FlipRow, TwoWay } from "./decision.js";
import { meanOf } from "./effects.js";
import { flipsByBudget, flipsByValue } from "./flip.js";

/** A row a line of the sheets. `first` is what is recommended. */
export function flipsOf(candidates: readonly Candidate[], sheets: readonly CostSheet[], budget: number | null, first: number): FlipRow[] {
  const means = candidates.map(({ delay }) => meanOf(delay));
  return sheets.flatMap(({ option, items }, member) => items.map((line): FlipRow => {
    const { annual, budget: onBudget } = weightOf(line);
    const holds = candidates.map(({ members }) => (members.includes(member) ? 1 : 0));
    const { below, above } = budget === null
      ? byValueForMoney(candidates.map(({ members, cost }, index) => ({ isSingle: members.length === 1, delay: means[index]!, annual: cost.annual, slope: holds[index]! * annual })), first, line.pounds)
      : flipsByBudget(candidates.map(({ cost }, index) => ({ value: means[index]!, cost: cost.budget, slope: holds[index]! * onBudget })), first, budget, line.pounds);
    const { what, per, pounds: now, range, source } = line;
    const isWithinRange = range !== null && ((below !== null && below.price >= range.low) || (above !== null && above.price <= range.high));
    return { option, what, per, isYearly: line.paid === "yearly", now, range, source, below, above, isWithinRange };
  }));
}

/** Of single options that avert any; indices are those of all candidates. */
function byValueForMoney(rows: readonly { readonly isSingle: boolean; readonly delay: number; readonly annual: number; readonly slope: number }[], first: number, now: number): ReturnType<typeof flipsByValue> {
  const singles = rows.map((_, index) => index).filter((index) => rows[index]!.isSingle && rows[index]!.delay > 0);
  if (!singles.includes(first)) return { below: null, above: null };
  const lines = singles.map((index) => ({ value: -rows[index]!.annual / rows[index]!.delay, slope: rows[index]!.slope / rows[index]!.delay }));
  const { below, above } = flipsByValue(lines, singles.indexOf(first), now);
  return { below: below && { ...below, to: singles[below.to]! }, above: above && { ...above, to: singles[above.to]! } };
}

const STEPS = 10;

/** Two prices without a source over their ranges: those that change the decision by themselves come first, then those that weigh most. null with fewer than two. */
export function twoWayOf(candidates: readonly Candidate[], sheets: readonly CostSheet[], budget: number | null, flips: readonly FlipRow[]): TwoWay | null {
  const lines = sheets.flatMap(({ option, items }, member) => items.map((line) => ({ option, line, member })));
  const weighed = lines.map(({ line }, index) => ({ index, flips: flips[index]!.isWithinRange ? 1 : 0, weight: line.range === null ? 0 : (line.range.high - line.range.low) * Math.abs(weightOf(line).whole) }))
    .filter(({ index }) => lines[index]!.line.source === null && lines[index]!.line.range !== null)
    .sort((a, b) => b.flips - a.flips || b.weight - a.weight || a.index - b.index);
  if (weighed.length < 2) return null;
  const [x, y] = [lines[weighed[0]!.index]!, lines[weighed[1]!.index]!];
  const basis = basisOf(candidates, budget);
  const means = candidates.map(({ delay }) => meanOf(delay));
  const more = (line: CostLine, member: number, candidate: Candidate, price: number): { annual: number; budget: number } => {
    const { annual, budget: onBudget } = weightOf(line);
    const change = candidate.members.includes(member) ? price - line.pounds : 0;
    return { annual: annual * change, budget: onBudget * change };
  };
  const [xs, ys] = [pricesOf(x.line), pricesOf(y.line)];
  const first = ys.map((yPrice) => xs.map((xPrice) => ranked(basis, candidates.map((candidate, index) => {
    const [one, other] = [more(x.line, x.member, candidate, xPrice), more(y.line, y.member, candidate, yPrice)];
    return { delay: means[index]!, annual: candidate.cost.annual + one.annual + other.annual, budget: candidate.cost.budget + one.budget + other.budget };
  }))[0] ?? 0));
  return { x: axis(x.option, x.line, xs), y: axis(y.option, y.line, ys), first };
}

function axis(option: string, { what, per, paid, pounds }: CostLine, prices: readonly number[]): Axis {
  return { option, what, per, isYearly: paid === "yearly", now: pounds, prices };
}

function pricesOf({ range }: CostLine): number[] {
  const { low, high } = range!;
  return Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS);
}
