/**
 * The root of x >= 0 of a degree above 1, to about 1e-15 of itself: 1 over the degree is written in binary, and each digit stands for one more square root. From * and the
 * square root alone, so the same on every platform.
 */
export function rootOf(x: number, degree: number): number {
  let root = 1;
  let rest = 1 / degree;
  for (let part = x; rest > 0 && part !== 1; ) {
    part = Math.sqrt(part);
    rest *= 2;
    if (rest < 1) continue;
    root *= part;
    rest -= 1;
  }
  return root;
}
