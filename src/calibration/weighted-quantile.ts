/** A value, and how many it stands for. */
export type Weighted = readonly [value: number, weight: number];

/** Quantile of weighted values, for p from 0 to 1: each stands at the middle of its share of the weight, linear in between. NaN of none. */
export function weightedQuantile(values: readonly Weighted[], p: number): number {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const wanted = p * sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let passed = 0;
  let [before, at] = [NaN, NaN];
  for (const [value, weight] of sorted) {
    const middle = passed + weight / 2;
    if (middle >= wanted) return Number.isNaN(before) ? value : before + ((value - before) * (wanted - at)) / (middle - at);
    [before, at] = [value, middle];
    passed += weight;
  }
  return before;
}
