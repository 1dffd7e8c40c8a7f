/** All charts of two results, each drawn twice on one scale. */
import type { ChartSpec, Layout } from "../../charts/frame.js";
import { drawing, type Drawing } from "../../render.js";
import { sides, type Pair, type Side } from "../pair.js";
import { backlog } from "./backlog.js";
import { disrupted } from "./disrupted.js";
import { recovery } from "./recovery.js";

/** Undefined where one of the two has nothing to draw: then neither stands beside anything. */
export type PairChart = (pair: Pair, side: Side, layout: Layout) => ChartSpec | undefined;

const charts = { backlog, recovery, disrupted } as const satisfies Record<string, PairChart>;
export const kinds = ["backlog", "recovery", "disrupted"] as const satisfies readonly (keyof typeof charts)[];

export function chartName(kind: (typeof kinds)[number], side: Side): string {
  return `${kind}-${side}`;
}

export async function sideBySideDrawings(pair: Pair): Promise<Drawing<string>[]> {
  const drawn: Drawing<string>[] = [];
  for (const kind of kinds) {
    for (const side of sides) {
      const [spec, narrow] = [charts[kind](pair, side, "half"), charts[kind](pair, side, "narrow")];
      if (spec !== undefined && narrow !== undefined) drawn.push(await drawing(chartName(kind, side), spec, narrow));
    }
  }
  return drawn;
}
