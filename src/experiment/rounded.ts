/** `value` to so many significant digits; null stays null, and no zero is negative. */
export function rounded<V extends number | null>(value: V, digits: number): V {
  return (value === null ? null : Number(value.toPrecision(digits)) + 0) as V;
}
