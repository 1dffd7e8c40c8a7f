/** Change a step of evenly spaced values, by least squares; at least two values. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let [products, squares] = [0, 0];
  values.forEach((value, at) => {
    products += (at - middle) * value;
    squares += (at - middle) * (at - middle);
  });
  return products / squares;
}
