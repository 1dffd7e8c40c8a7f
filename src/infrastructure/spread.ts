/** How an incident spreads: when each practice gets it, and how practices get rid of it again. */
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Minutes } from "../facts/days.js";
import type { Return, Ring } from "./incident.js";

/**
 * By practice: how long after the beginning its ring gets the release; Infinity for one in no ring. Rings with a `where` come first, then shares of all others in
 * their order, by `chance` of the practice, then the rest.
 */
export function ringTimes(rings: readonly Ring[], practices: readonly number[], estate: Estate, chance: (practice: number) => number): Map<number, Minutes> {
  const rest = rings.find(({ where, share }) => where === undefined && share === undefined)?.after ?? Infinity;
  const timeOf = (practice: number): Minutes => {
    const named = rings.find(({ where }) => where !== undefined && selects(where, estate, practice));
    if (named !== undefined) return named.after;
    let left = chance(practice);
    for (const { share, after } of rings) {
      if (share === undefined) continue;
      if (left < share) return after;
      left -= share;
    }
    return rest;
  };
  return new Map(practices.map((practice) => [practice, timeOf(practice)]));
}

/** How long after the repair somebody has it back to whom chance gives this place in the order, 0 first and 1 last; Infinity for never. */
export function backAfter(shares: Return["shares"], place: number): Minutes {
  if (shares === undefined) return 0;
  let from = { after: 0, share: 0 };
  for (const to of shares) {
    if (place <= to.share) return to.share === from.share ? to.after : from.after + ((to.after - from.after) * (place - from.share)) / (to.share - from.share);
    from = to;
  }
  return Infinity;
}
