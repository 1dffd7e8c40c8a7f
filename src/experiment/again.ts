/** A run once more with another setting: the same draws and as many replications, and what is kept of it. */
import type { Findings } from "./findings.js";
import type { Model } from "./model.js";
import type { OutcomeRow } from "./rows.js";
import type { Run } from "./run.js";

export interface Repeat {
  /** Practices that go through something, added up over replications: of `backlogRecovery` so many values are there of which `censored` were cut. */
  readonly affected: number;
  /** Of all and of regions, with the outage. */
  readonly outcomes: readonly OutcomeRow[];
}

export type Told = readonly (readonly [id: string, part: string])[];

/**
 * What `told` names of the run of each of `others`, which are `model` with another setting; `run`, that of `model`, is taken where one is `model` itself. `again` runs a
 * model as `run` was run; rejects with what it threw.
 */
export async function repeats(model: Model, run: Run, others: readonly Model[], told: Told, again: (model: Model) => Promise<Run>): Promise<Repeat[]> {
  const count = run.findings.rows[0]!.replications;
  const found: Repeat[] = [];
  for (const other of others) {
    const { findings } = other === model ? run : await again({ ...other, replications: { minimum: count, maximum: count } });
    found.push(keptOf(findings, told));
  }
  return found;
}

function keptOf({ rows, practiceRows, places }: Findings, told: Told): Repeat {
  const wide = new Set(["all", ...places.flatMap(({ kind, code }) => (kind === "region" ? [code] : []))]);
  const isTold = (row: OutcomeRow): boolean => row.arm === "outage" && wide.has(row.where) && told.some(([id, part]) => row.id === id && row.part === part);
  const recoveries = practiceRows.filter(({ id, part }) => id === "backlogRecovery" && part === "all");
  return { affected: recoveries.reduce((sum, { defined }) => sum + defined, 0), outcomes: rows.filter(isTold) };
}
