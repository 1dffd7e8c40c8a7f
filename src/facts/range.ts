/** How far the truth may lie from a default, by what is known of it. */
import type { Default, Fixed, Grade, Range } from "./default.js";

/** The lowest and the highest plausible value, as parts of the default. */
export const spreads: Readonly<Record<Grade, readonly [low: number, high: number]>> = {
  A: [0.9, 1.1], B: [0.8, 1.2], C: [0.5, 1.5], D: [0.5, 2], assumption: [0.5, 2],
};

/**
 * The range that a default states itself, or else that of its grade, in the unit of the default. It is that of the default, whatever a scenario sets.
 * - Shares and percentages stay between 0 and 1 or 100, and what is counted in whole numbers stays whole.
 * - Of a factor it is what it adds to 1 that is in doubt: care on paper may take little longer, but not half as long.
 * - Entries of a list vary one by one. Shares of one whole, and indices about a mean, keep their sum.
 */
export function rangeOf({ value, unit, grade, range }: Default): Range | Fixed {
  if (range !== undefined) return range;
  const [least, most] = spreads[grade];
  if (typeof value === "number") {
    const [low, high] = between(value, unit, least, most);
    return { low, high };
  }
  const sum = sumKept(value, unit);
  const pairs = value.map((entry) => between(entry, sum === 1 ? "share" : unit, least, most));
  return { low: pairs.map(([low]) => low), high: pairs.map(([, high]) => high), ...(sum === undefined ? {} : { sum }) };
}

/** Of these there are no halves. */
const whole = /^(working )?(days|weeks|patients|contacts|visits|lines)\b(?! per)/;

function between(value: number, unit: string, least: number, most: number): readonly [low: number, high: number] {
  const nought = unit === "factor" ? 1 : 0;
  const ends = [least, most].map((part) => nought + (value - nought) * part);
  const highest = unit.startsWith("share") ? 1 : unit.startsWith("%") ? 100 : Infinity;
  const [low, high] = [Math.min(...ends), Math.min(highest, Math.max(...ends))];
  return whole.test(unit) ? [Math.round(low), Math.round(high)] : [tidy(low), tidy(high)];
}

/** What the entries of a list add up to, where that is no assumption; undefined where each stands for itself. */
function sumKept(value: readonly number[], unit: string): number | undefined {
  const sum = value.reduce((total, entry) => total + entry, 0);
  // An index lists weekdays or months, whose mean is about 1.
  if (unit.startsWith("index")) return value.length;
  // Published shares are rounded, and leave out what lies outside the hours they are given for.
  return [1, 100].find((all) => Math.abs(sum - all) < all / 100);
}

/** Without the last digits that 1.1 times 0.41 has too many. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
