/** Linear least squares with a prior, by Cholesky's factor of the normal equations. */

/** Symmetric and positive definite, by rows. */
type Matrix = readonly Float64Array[];

/** Inverse of `matrix`. Throws `RangeError` where it is not positive definite. */
export function inverse(matrix: Matrix): Float64Array[] {
  const size = matrix.length;
  const factor = choleskyOf(matrix);
  const columns = Array.from({ length: size }, (_, at) => {
    const column = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let value = row === at ? 1 : 0;
      for (let k = 0; k < row; k++) value -= factor[row]![k]! * column[k]!;
      column[row] = value / factor[row]![row]!;
    }
    for (let row = size - 1; row >= 0; row--) {
      let value = column[row]!;
      for (let k = row + 1; k < size; k++) value -= factor[k]![row]! * column[k]!;
      column[row] = value / factor[row]![row]!;
    }
    return column;
  });
  return columns;
}

/** The lower triangle L with L·Lᵀ = `matrix`. */
function choleskyOf(matrix: Matrix): Float64Array[] {
  const factor = matrix.map(({ length }) => new Float64Array(length));
  matrix.forEach((values, row) => {
    for (let column = 0; column <= row; column++) {
      let value = values[column]!;
      for (let k = 0; k < column; k++) value -= factor[row]![k]! * factor[column]![k]!;
      if (row === column && !(value > 0)) throw new RangeError(`not positive definite in row ${row}`);
      factor[row]![column] = row === column ? Math.sqrt(value) : value / factor[column]![column]!;
    }
  });
  return factor;
}

export interface Solved {
  /** Where the sum of squares is least. */
  readonly step: Float64Array;
  /** Of the parameters, given residuals and prior of variance one. */
  readonly covariance: readonly Float64Array[];
}

/**
 * The step d that minimises |residuals + jacobian·d|² + |position + d|², the second being a prior of mean 0 and variance 1 for each parameter.
 * `jacobian`: by parameter, the change of each residual. Maximum a posteriori where residuals are standard normal.
 */
export function solveWithPrior(jacobian: readonly Float64Array[], residuals: Float64Array, position: Float64Array): Solved {
  const normal = jacobian.map((one, row) => Float64Array.from(jacobian, (other, column) => product(one, other) + (row === column ? 1 : 0)));
  const gradient = jacobian.map((one, at) => product(one, residuals) + position[at]!);
  const covariance = inverse(normal);
  return { step: Float64Array.from(covariance, (row) => -row.reduce((sum, value, at) => sum + value * gradient[at]!, 0)), covariance };
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}
