/** Which practices are hit worst, run after run: computed after all replications, since it compares practices of different neighbourhoods. */
import type { Description } from "./outcome.js";

export const worstTenth: Description = {
  id: "worstTenth", unit: "share of runs", kind: "difference", combination: "practices", ofPractices: true,
  label: "Chance of being among the worst tenth",
  definition:
    "Share of simulated runs in which the practice is among the tenth hit worst: it has a backlog of its own, and fewer than a tenth of the affected practices have a larger one. Measured by the " +
    "largest backlog in practice-days, so that large practices do not come first for their size. Practices alone have it.",
  parts: ["all"],
};

const TENTH = 10;

/** By practice: whether it is among the worst tenth of these, by its largest backlog in practice-days. Those that are equal at the edge are all in, those without any backlog all out. */
export function areWorst(peaks: readonly number[]): boolean[] {
  const inOrder = [...peaks].sort((a, b) => b - a);
  // Of 21 practices three are worst: the third has two larger ones, which is less than a tenth.
  const edge = inOrder[Math.ceil(peaks.length / TENTH) - 1] ?? 0;
  return peaks.map((peak) => peak > 0 && peak >= edge);
}
