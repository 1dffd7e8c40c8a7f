/**
 * Whole numbers that add up to `total`, in proportion to `weights`, by largest remainders (the earlier first where they are equal).
 * None is further than 1 from its exact share. `weights` are not negative and not all 0.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  const shares = weights.map((weight) => (total * weight) / sum);
  const whole = shares.map(Math.floor);
  let left = total;
  for (const share of whole) left -= share;
  const byRemainder = shares.map((_, index) => index).sort((a, b) => shares[b]! - whole[b]! - (shares[a]! - whole[a]!) || a - b);
  for (const index of byRemainder.slice(0, left)) whole[index]!++;
  return whole;
}
