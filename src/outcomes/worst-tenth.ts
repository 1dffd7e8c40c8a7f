/** Which practices are hit worst, run after run: computed after all replications, since it compares practices of different neighbourhoods. */
import { practiceDays } from "./backlog.js";
import type { Description } from "./outcome.js";

export const worstTenth: Description = {
  id: "worstTenth", unit: "share of runs", kind: "difference", combination: "practices", ofPractices: true,
  label: "Chance of being among the worst tenth",
  definition:
    "Share of simulated runs in which the practice is among the tenth hit worst: it carries a backlog, and fewer than a tenth of the affected practices carry a larger one. Measured by open " +
    "work beyond an ordinary period at the end of each day, in practice-days, added up to the end of the simulated time: so deep and long backlogs count, and large practices do not come first for their " +
    "size. Practices alone have it.",
  parts: ["all"],
};

const TENTH = 10;

/** Open work beyond the twin's at the end of each day, minutes, added up in practice-days: the backlog that a practice carries. Days on which it has less than the twin take nothing off. */
export function carried(excess: Float64Array, day: number): number {
  return practiceDays(excess.reduce((sum, minutes) => sum + Math.max(0, minutes), 0), day);
}

/** By practice: whether it is among the worst tenth of these, by the backlog that each carries. Those that are equal at the edge are all in, those without any backlog all out. */
export function areWorst(backlogs: readonly number[]): boolean[] {
  const inOrder = [...backlogs].sort((a, b) => b - a);
  // Of 21 practices three are worst: the third has two larger ones, which is less than a tenth.
  const edge = inOrder[Math.ceil(backlogs.length / TENTH) - 1] ?? 0;
  return backlogs.map((backlog) => backlog > 0 && backlog >= edge);
}
