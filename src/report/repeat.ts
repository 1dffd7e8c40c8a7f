/** Figures of a run that was repeated with another setting, for narrow columns. */
import type { OutcomeRow, Repeat } from "../result/document.js";
import { boundsOf, plain, rounded } from "./numbers.js";

/** A word for narrow columns, and a heading. */
export type RepeatColumn = readonly [short: string, head: string];

export function rowIn({ outcomes }: Repeat, id: string, part = "all"): OutcomeRow | undefined {
  return outcomes.find((row) => row.id === id && row.part === part && row.where === "all");
}

/** A figure, and between what it lies: null where no interval is known, or it is a point. */
export interface RepeatCell {
  readonly text: string;
  readonly bounds: readonly [low: string, high: string] | null;
}

/** The mean of a row, as finely as its interval allows; an en dash where there is none. */
export function cellIn(repeat: Repeat, id: string, part = "all"): RepeatCell {
  const row = rowIn(repeat, id, part);
  return row === undefined ? withoutBounds("–") : { text: rounded(row), bounds: boundsOf(row) };
}

export function withoutBounds(text: string): RepeatCell {
  return { text, bounds: null };
}

/** `7,400 (7,200 to 7,600)`. */
export function inOneCell({ text, bounds }: RepeatCell): string {
  return bounds === null ? text : `${text} (${bounds.join(" to ")})`;
}

/** Working days within which so many of the affected practices are back to normal; `beyond`: later than the end of the simulated time. */
export function recoveredWithin(repeat: Repeat, quantile: "p50" | "p90"): RepeatCell {
  const row = rowIn(repeat, "backlogRecovery");
  if (repeat.affected === 0 || row === undefined) return withoutBounds("–");
  return withoutBounds(row[quantile] === null ? "beyond" : plain(row[quantile], 2));
}

/** `the same patients and outages each time, 20 simulated runs`. */
export function sameRuns(repeat: Repeat | undefined): string {
  const replications = repeat?.outcomes[0]?.replications ?? 0;
  return `the same patients and outages each time, ${replications} simulated run${replications === 1 ? "" : "s"}`;
}
