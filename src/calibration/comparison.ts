/** Published figures against simulated ones. */
import { estateFigures } from "./estate-figures.js";
import { expectedOfAll } from "./expected.js";
import { figuresOf, type Counted, type Values } from "./figures.js";
import { jackknifeInterval } from "./jackknife.js";
import { observed, type Observed } from "./observed.js";
import { observedIn } from "./regional.js";
import type { Study } from "./study.js";

export type Verdict = "ok" | "out";

export interface Compared extends Observed {
  /** null where nothing was simulated to go by. */
  readonly simulated: number | null;
  /** 95% interval of what was simulated; null for figures of the estate, which are exact, and where there are too few clusters. */
  readonly low: number | null;
  readonly high: number | null;
  /** Simulated less observed, in the unit; null where one of them is. */
  readonly difference: number | null;
  /** null where the figure is not judged: it has no tolerance, or there is nothing to compare. */
  readonly verdict: Verdict | null;
}

/** What intervals take as independent: the neighbourhoods of a sample, or, where all of a region is simulated, the replications. */
export type Clusters = "neighbourhoods" | "replications";

export function clustersOf({ weeks: { estate } }: Study): Clusters {
  return estate.sample === undefined || estate.sample.taken === estate.sample.of ? "replications" : "neighbourhoods";
}

export function compare(study: Study, counted: readonly Counted[]): Compared[] {
  const isOf = clustersOf(study) === "neighbourhoods" ? ({ neighbourhood }: Counted) => neighbourhood : ({ replication }: Counted) => replication;
  const expected = expectedOfAll(study.whole, study.weeks.parameters, study.weeks.seed);
  const simulated: Values = { ...figuresOf(counted, expected), ...estateFigures(study.whole) };
  const without = [...new Set(counted.map(isOf))].map((cluster) => figuresOf(counted.filter((one) => isOf(one) !== cluster), expected));
  const rows = study.region === "England" ? observed : observedIn(study.region, observed);
  return rows.map((row) => {
    const name = `${row.id} ${row.part}`;
    const value = finite(simulated[name]);
    // Figures of the estate are none of `without`.
    const interval = value === null || without.some((values) => values[name] === undefined) ? null : jackknifeInterval(value, without.map((values) => values[name]!));
    const difference = value === null || row.observed === null ? null : value - row.observed;
    return { ...row, simulated: value, low: interval?.low ?? null, high: interval?.high ?? null, difference, verdict: verdictOn(row, difference) };
  });
}

export function verdictOn({ observed: value, tolerance }: Observed, difference: number | null): Verdict | null {
  if (tolerance === null || value === null || difference === null) return null;
  const most = "points" in tolerance ? tolerance.points : tolerance.relative * value;
  return Math.abs(difference) <= most ? "ok" : "out";
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
