/** Change of `values` for every 1 of `at`, by least squares; at least two values. Evenly spaced, a step each, where `at` is left out. */
export function slope(values: readonly number[], at: readonly number[] = values.map((_, step) => step)): number {
  const middle = at.reduce((sum, where) => sum + where, 0) / at.length;
  let [products, squares] = [0, 0];
  values.forEach((value, index) => {
    products += (at[index]! - middle) * value;
    squares += (at[index]! - middle) * (at[index]! - middle);
  });
  return products / squares;
}
