/** At which price another comes first: exact, since what is compared is linear in every price. */

/** A candidate comes first by its value, which falls by `slope` with each pound of the price; 0 where it has no part of it. */
export interface Line {
  readonly value: number;
  readonly slope: number;
}

export interface Flip {
  readonly price: number;
  /** Which candidate comes first from there on. */
  readonly to: number;
}

/** The nearest prices below and above `now` at which another passes the one that is first now; null where none does at any price from nothing up. */
export function flipsByValue(lines: readonly Line[], first: number, now: number): { readonly below: Flip | null; readonly above: Flip | null } {
  const { value, slope } = lines[first]!;
  const met = lines.flatMap((line, to): Flip[] => (line.slope === slope || to === first ? [] : [{ price: now + (value - line.value) / (slope - line.slope), to }]));
  return {
    below: nearest(met.filter(({ price, to }) => lines[to]!.slope > slope && price >= 0), (a, b) => b.price - a.price),
    above: nearest(met.filter(({ to }) => lines[to]!.slope < slope), (a, b) => a.price - b.price),
  };
}

/** A candidate that comes first by its value among those that a budget pays for. */
export interface Bid {
  readonly value: number;
  readonly cost: number;
  /** How much of `cost` each pound of the price is; 0 where it has no part of it. */
  readonly slope: number;
}

/** The same where the one that averts most for the budget is first: above, it becomes too dear; below, one that averts more can be paid. Of several that can be paid the one of the highest value comes first. */
export function flipsByBudget(bids: readonly Bid[], first: number, budget: number, now: number): { readonly below: Flip | null; readonly above: Flip | null } {
  const { value, slope } = bids[first]!;
  const limit = ({ cost, slope: its }: Bid): number => now + (budget - cost) / its;
  const better = bids.flatMap((bid, to): Flip[] => (bid.value > value && bid.slope > 0 && bid.cost > budget && limit(bid) >= 0 ? [{ price: limit(bid), to }] : []));
  const below = nearest(better, (a, b) => b.price - a.price || bids[b.to]!.value - bids[a.to]!.value);
  if (slope === 0) return { below, above: null };
  const price = limit(bids[first]!);
  // At that price the rest costs what it costs then.
  const payable = bids.flatMap((bid, to): Flip[] => (to !== first && (bid.slope === 0 ? bid.cost <= budget : limit(bid) > price) ? [{ price, to }] : []));
  return { below, above: nearest(payable, (a, b) => bids[b.to]!.value - bids[a.to]!.value || bids[a.to]!.cost - bids[b.to]!.cost) };
}

function nearest(flips: readonly Flip[], order: (a: Flip, b: Flip) => number): Flip | null {
  return [...flips].sort((a, b) => order(a, b) || a.to - b.to)[0] ?? null;
}
