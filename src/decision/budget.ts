/**
 * Sets of options that avert most for a budget, exactly: by branch and bound over the sum of what each averts and a correction for each pair.
 *
 * Options are decided one after the other, taken or left. A branch is given up when even its bound is below the last of the sets found: an undecided option counts with what it averts, with its corrections to options taken, and with
 * half of each correction above 0 to other undecided ones (so that both halves count where both are taken; those below 0 count nothing); of these the budget buys the best by value for money, the last in part. No set of the branch is worth more.
 */

export interface Choice {
  /** What each option averts by itself. */
  readonly values: readonly number[];
  /** 0 or more. */
  readonly costs: readonly number[];
  /** What two together avert beyond the sum of both; pairs that are missing add up. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly value: number }[];
  /** Pairs that cannot be had together. */
  readonly exclusions: readonly (readonly [number, number])[];
}

export interface ChosenSet {
  /** Indices of options, ascending. */
  readonly members: readonly number[];
  readonly value: number;
  readonly cost: number;
}

/**
 * The `count` leading sets within the budget, best first: by value, of equal value the cheapest, then the one with fewer members, then by members. The empty set is one. A set of which a member adds nothing is left out,
 * since it is as good without. Takes a time that may double with each option; thirty are decided in well under a second where budgets bind. Throws a RangeError for a cost below 0.
 */
export function leadingSets(choice: Choice, budget: number, count: number): ChosenSet[] {
  const { values, costs } = choice;
  const size = values.length;
  if (costs.some((cost) => !(cost >= 0))) throw new RangeError("an option's cost is 0 or more where a budget is spent");
  const corrections = correctionsOf(choice);
  const excluded = exclusionsOf(choice);
  // The most valuable for their price first: good sets are found early, and bounds bite.
  const order = Array.from({ length: size }, (_, option) => option).sort((a, b) => values[b]! * Math.max(costs[a]!, 1) - values[a]! * Math.max(costs[b]!, 1) || a - b);
  const found: ChosenSet[] = [];
  const taken: number[] = [];
  // Sums in another order differ in their last digits, and no set may be lost by that.
  const rounding = 1e-9 * (values.reduce((sum, value) => sum + Math.abs(value), 0) + choice.pairs.reduce((sum, { value }) => sum + Math.abs(value), 0));

  const visit = (depth: number, value: number, cost: number): void => {
    if (found.length === count && bound(depth, value, budget - cost) < found[count - 1]!.value - rounding) return;
    if (depth === size) {
      keep(setOf(taken));
      return;
    }
    const option = order[depth]!;
    if (cost + costs[option]! <= budget && !taken.some((other) => excluded[option]![other])) {
      taken.push(option);
      visit(depth + 1, value + gain(option), cost + costs[option]!);
      taken.pop();
    }
    visit(depth + 1, value, cost);
  };

  /** Of an option, to what is taken already; itself aside. */
  const gain = (option: number): number => taken.reduce((sum, other) => sum + corrections[option]![other]!, values[option]!);

  const bound = (depth: number, value: number, left: number): number => {
    const undecided = order.slice(depth).filter((option) => costs[option]! <= left && !taken.some((other) => excluded[option]![other]));
    const offers = undecided.map((option) => ({
      cost: costs[option]!,
      value: gain(option) + undecided.reduce((sum, other) => (other === option ? sum : sum + Math.max(0, corrections[option]![other]!) / 2), 0),
    })).filter((offer) => offer.value > 0).sort((a, b) => b.value * a.cost - a.value * b.cost);
    let [sum, rest] = [value, left];
    for (const offer of offers) {
      if (offer.cost <= rest) sum += offer.value;
      else return sum + (offer.value * rest) / offer.cost;
      rest -= offer.cost;
    }
    return sum;
  };

  const setOf = (options: readonly number[]): ChosenSet => {
    const members = [...options].sort((a, b) => a - b);
    return { members, value: valueOf(choice, members), cost: members.reduce((sum, option) => sum + costs[option]!, 0) };
  };

  const keep = (set: ChosenSet): void => {
    const adds = (option: number): number => set.members.reduce((sum, other) => (other === option ? sum : sum + corrections[option]![other]!), values[option]!);
    if (set.members.some((option) => !(adds(option) > 0))) return;
    const at = found.findIndex((other) => isBefore(set, other));
    if (at >= 0) found.splice(at, 0, set);
    else found.push(set);
    if (found.length > count) found.pop();
  };

  visit(0, 0, 0);
  return found;
}

/** Of a set by the model: singles and pair corrections, added up in the order of the options. */
export function valueOf({ values, pairs }: Choice, members: readonly number[]): number {
  const single = members.reduce((sum, option) => sum + values[option]!, 0);
  return pairs.reduce((sum, { a, b, value }) => (members.includes(a) && members.includes(b) ? sum + value : sum), single);
}

function isBefore(a: ChosenSet, b: ChosenSet): boolean {
  if (a.value !== b.value) return a.value > b.value;
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.members.length !== b.members.length) return a.members.length < b.members.length;
  const at = a.members.findIndex((member, index) => member !== b.members[index]);
  return at >= 0 && a.members[at]! < b.members[at]!;
}

function correctionsOf({ values, pairs }: Choice): Float64Array[] {
  const matrix = values.map(() => new Float64Array(values.length));
  for (const { a, b, value } of pairs) {
    matrix[a]![b]! += value;
    matrix[b]![a]! += value;
  }
  return matrix;
}

function exclusionsOf({ values, exclusions }: Choice): boolean[][] {
  const matrix = values.map(() => values.map(() => false));
  for (const [a, b] of exclusions) matrix[a]![b] = matrix[b]![a] = true;
  return matrix;
}
