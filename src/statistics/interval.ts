import { studentQuantile } from "./student.js";

export interface MeanInterval {
  /** null where there is no value. */
  readonly mean: number | null;
  /** null where there are fewer than two values. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Mean of independent values, such as one a replication, and its two-sided interval by Student's t. Equal values give their value three times. */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): MeanInterval {
  const n = values.length;
  if (n === 0) return { mean: null, low: null, high: null };
  // Measured from the first value, equal values have no rounding error: no effect is exactly 0, and no spread exactly none.
  const first = values[0]!;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]! - first;
  const mean = first + sum / n;
  if (n === 1) return { mean, low: null, high: null };
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  const half = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half };
}
