import { studentQuantile } from "../statistics/student.js";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95% interval of `estimate`, which is a function of independent clusters, from what it is `without` each of them in turn (Student's t, one degree of freedom less
 * than clusters). For a mean it is the usual interval; for quantiles it is rough. null with fewer than two clusters, or where a value is no number.
 */
export function jackknifeInterval(estimate: number, without: readonly number[]): Interval | null {
  const n = without.length;
  if (n < 2) return null;
  const mean = without.reduce((sum, value) => sum + value, 0) / n;
  const squares = without.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(((n - 1) / n) * squares);
  return Number.isFinite(half) ? { low: estimate - half, high: estimate + half } : null;
}
