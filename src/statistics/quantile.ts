/**
 * Quantile of values sorted from least to greatest, for p from 0 to 1: linear between order statistics, as R's type 7. A value cut at the horizon stands
 * as Infinity. null where there is no value, or where the quantile lies beyond the finite ones.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const index = Math.floor(at);
  const low = sorted[index]!;
  // Not `low + 0 * (Infinity - low)`, which is not a number.
  const value = at === index ? low : low + (at - index) * (sorted[index + 1]! - low);
  return Number.isFinite(value) ? value : null;
}
