/** How options change a figure, alone or together. */
import type { FigureChange } from "./option.js";

type Value = number | readonly number[];

/** Significant figures that are kept: what is a number of a few digits stays one, and the order of factors does not show in the last bit. */
const DIGITS = 12;

/** `value` after one change. A list of figures takes only a list in its place; anything else leaves it as it is. */
export function changed(value: Value, change: FigureChange): Value {
  if ("to" in change) return change.to;
  if (typeof value !== "number") return value;
  if ("times" in change) return Number((value * change.times).toPrecision(DIGITS));
  if ("plus" in change) return Number((value + change.plus).toPrecision(DIGITS));
  return "atLeast" in change ? Math.max(value, change.atLeast) : Math.min(value, change.atMost);
}

/** True where it matters which of two changes of one figure comes first: they are of two kinds, or give it two values. */
export function isAtOdds(one: FigureChange, other: FigureChange): boolean {
  const [kind, another] = [Object.keys(one)[0], Object.keys(other)[0]];
  return kind !== another || (kind === "to" && JSON.stringify(one) !== JSON.stringify(other));
}
