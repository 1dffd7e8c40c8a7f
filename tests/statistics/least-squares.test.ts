import { describe, expect, test } from "vitest";
import { inverse, solveWithPrior } from "../../src/statistics/least-squares.js";

const rows = (...values: number[][]): Float64Array[] => values.map((row) => Float64Array.from(row));

describe("least squares with a prior", () => {
  test("a matrix times its inverse is one", () => {
    const matrix = rows([4, 2, 0.5], [2, 5, 1], [0.5, 1, 3]);
    const found = inverse(matrix);
    matrix.forEach((row, at) => found.forEach((_, column) => {
      const value = row.reduce((sum, entry, k) => sum + entry * found[k]![column]!, 0);
      // A few roundings of numbers below 10.
      expect(value).toBeCloseTo(at === column ? 1 : 0, 12);
    }));
  });

  test("a matrix that is not positive definite is refused", () => {
    expect(() => inverse(rows([1, 2], [2, 1]))).toThrow(RangeError);
  });

  test("one figure, one parameter: the mean of prior and figure, weighted by what each knows", () => {
    // Residual 3 + 2d and prior d: (3 + 2d)² + d² is least at d = -6/5, with variance 1/(2² + 1).
    const { step, covariance } = solveWithPrior(rows([2]), Float64Array.of(3), Float64Array.of(0));
    expect(step[0]).toBeCloseTo(-1.2, 12);
    expect(covariance[0]![0]).toBeCloseTo(0.2, 12);
  });

  test("what no figure answers to goes back to the prior, and is known no better than before", () => {
    const { step, covariance } = solveWithPrior(rows([1, 0], [0, 0]), Float64Array.of(0, 0), Float64Array.of(0, 0.7));
    expect(step[1]).toBeCloseTo(-0.7, 12);
    expect(covariance[1]![1]).toBeCloseTo(1, 12);
  });

  test("two parameters that only their sum is known of are confused", () => {
    // 10² (d1 + d2)² and the prior: variance of the sum 2/(1 + 2·100), of the difference 2.
    const { covariance } = solveWithPrior(rows([10], [10]), Float64Array.of(0), Float64Array.of(0, 0));
    const correlation = covariance[0]![1]! / Math.sqrt(covariance[0]![0]! * covariance[1]![1]!);
    expect(correlation).toBeLessThan(-0.98);
  });
});
