/**
 * The t that a Student t variate stays below with probability p, to about 1e-9 of t for p from 1e-6 to 1 - 1e-6. `degrees` of freedom are a whole
 * number from 1 up; it takes a time proportional to them. -Infinity at p = 0, Infinity at p = 1.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  if (p === 1) return Infinity;
  const wanted = 2 * p - 1;
  // Above 0 the probability bends downwards, so Newton's steps from 0 fall short of the answer and climb to it without ever turning back.
  let t = 0;
  for (;;) {
    const { probability, density } = central(t, degrees);
    const step = (wanted - probability) / density;
    t += step;
    if (!(step > 1e-12 * t)) return t;
  }
}

/**
 * Probability that a Student t variate lies between -t and t, and its derivative. Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical
 * Functions (1964), 26.7.3 and 26.7.4; finite sums for whole degrees of freedom. The derivative is the term that would come next.
 */
function central(t: number, degrees: number): { probability: number; density: number } {
  const cosine2 = degrees / (degrees + t * t);
  const cosine = Math.sqrt(cosine2);
  const sine = t / Math.sqrt(degrees + t * t);
  const isOdd = degrees % 2 === 1;
  let sum = 0;
  let term = 1;
  for (let i = isOdd ? 1 : 0; i + 2 <= degrees; i += 2) {
    sum += term;
    term *= (cosine2 * (i + 1)) / (i + 2);
  }
  const slope = Math.sqrt(degrees) * term * cosine;
  if (!isOdd) return { probability: sine * sum, density: slope };
  return { probability: (2 / Math.PI) * (arctangent(t / Math.sqrt(degrees)) + sine * cosine * sum), density: (2 / Math.PI) * slope * cosine };
}

/** Arctangent of x >= 0 by the series, after the angle is halved three times: from + - * / and the root alone, so the same on every platform. */
function arctangent(x: number): number {
  let tangent = x;
  for (let halved = 0; halved < 3; halved++) tangent /= 1 + Math.sqrt(1 + tangent * tangent);
  // Below 0.2 now; the terms left out are under 1e-18.
  let sum = 0;
  for (let i = 23; i > 0; i -= 2) sum = 1 / i - tangent * tangent * sum;
  return 8 * tangent * sum;
}
