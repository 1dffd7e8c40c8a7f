/** Stationary probabilities, from 0 to `last`, of a chain that goes up from n at rate `births(n)` and down at `deaths(n)`: between neighbours there is balance. */
export function stationary(births: (n: number) => number, deaths: (n: number) => number, last: number): number[] {
  const weights = [1];
  for (let n = 1; n <= last; n++) weights[n] = (weights[n - 1]! * births(n - 1)) / deaths(n);
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
}

/** Mean of f(n) over the states' probabilities. */
export function expected(probabilities: readonly number[], f: (n: number) => number): number {
  return probabilities.reduce((sum, probability, n) => sum + probability * f(n), 0);
}
