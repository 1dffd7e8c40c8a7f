/** Figures of a run that was repeated with another setting, for narrow columns. */
import type { OutcomeRow, Repeat } from "../result/document.js";
import { plain, rounded } from "./numbers.js";
import { withInterval } from "./values.js";

/** A word for narrow columns, and a heading. */
export type RepeatColumn = readonly [short: string, head: string];

export function rowIn({ outcomes }: Repeat, id: string, part = "all"): OutcomeRow | undefined {
  return outcomes.find((row) => row.id === id && row.part === part && row.where === "all");
}

/** `–` where there is none. */
export function meanIn(repeat: Repeat, id: string, part = "all"): string {
  const row = rowIn(repeat, id, part);
  return row === undefined ? "–" : rounded(row);
}

/** The same with its 95% interval. */
export function intervalIn(repeat: Repeat, id: string, part = "all"): string {
  return withInterval(rowIn(repeat, id, part));
}

/** A figure as a row has it. */
export type FigureIn = typeof meanIn;

/** Working days within which so many of the affected practices are back to normal; `beyond`: later than the end of the simulated time. */
export function recoveredWithin(repeat: Repeat, quantile: "p50" | "p90"): string {
  const row = rowIn(repeat, "backlogRecovery");
  if (repeat.affected === 0 || row === undefined) return "–";
  return row[quantile] === null ? "beyond" : plain(row[quantile], 2);
}

/** `the same patients and outages each time, 20 simulated runs`. */
export function sameRuns(repeat: Repeat | undefined): string {
  const replications = repeat?.outcomes[0]?.replications ?? 0;
  return `the same patients and outages each time, ${replications} simulated run${replications === 1 ? "" : "s"}`;
}
