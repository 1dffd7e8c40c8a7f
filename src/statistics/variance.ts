/** Variance without bias of at least two values; NaN of fewer. Equal values have exactly none. */
export function varianceOf(values: readonly number[]): number {
  // Measured from the first value, equal values have no rounding error.
  const first = values[0] ?? NaN;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}
