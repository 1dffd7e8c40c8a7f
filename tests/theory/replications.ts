import { expect } from "vitest";
import { meanInterval } from "../../src/statistics/interval.js";

/** What one replication has observed, by name. */
export type Figures = Readonly<Record<string, number>>;

/** What theory says, by name, and how narrow the interval must be to mean something: half its width is below `precision` times the figure. */
export type Theory = Readonly<Record<string, readonly [figure: number, precision: number]>>;

/** Independent replications: each draws from streams that carry its number. */
export function replicate(count: number, one: (replication: number) => Figures): Figures[] {
  return Array.from({ length: count }, (_, replication) => one(replication));
}

/**
 * Student's interval from independent replications holds each figure of theory, and is narrow. It is one of 99.99%: one figure misses in 10,000 seeds, and the
 * seeds are fixed. What a replication observes is a mean over so many customers, or the replications are so many, that Student's distribution holds: in 120 other
 * seeds 7 of 38,000 intervals missed. Precisions leave a quarter or more for chance.
 *
 * Means by customer are ratios, a sum over a random number n of customers, whose bias is, as a part of the figure, its elasticity to the arrival rate over n
 * (for a wait at utilisation u about 1 / (1 - u), so 3 / 10,000 at most here), a tenth of half the interval at most.
 */
export function expectTheory(runs: readonly Figures[], theory: Theory): void {
  for (const [name, [figure, precision]] of Object.entries(theory)) {
    const { low, high } = meanInterval(runs.map((run) => run[name] ?? NaN), 0.9999);
    expect(low, `${name}: lower end of the interval`).toBeLessThan(figure);
    expect(high, `${name}: upper end of the interval`).toBeGreaterThan(figure);
    expect((high! - low!) / 2 / figure, `${name}: half the interval as a part of the figure`).toBeLessThan(precision);
  }
}
