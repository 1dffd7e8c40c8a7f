/** All charts of a comparison, in the order of its page. */
import type { CompareDocument } from "../../../result/compare-document.js";
import type { ChartSpec, Layout } from "../../charts/frame.js";
import { drawing, type Drawing } from "../../render.js";
import { acceptability } from "./acceptability.js";
import { frontier } from "./frontier.js";
import { twoWay } from "./two-way.js";

export const compareCharts = { frontier, acceptability, "two-way": twoWay } as const satisfies Record<string, (document: CompareDocument, layout: Layout) => ChartSpec | undefined>;
export type CompareChart = keyof typeof compareCharts;

/** Every chart for which `document` has something to draw. */
export async function compareDrawings(document: CompareDocument): Promise<Drawing<CompareChart>[]> {
  const drawn: Drawing<CompareChart>[] = [];
  for (const name of Object.keys(compareCharts) as CompareChart[]) {
    const spec = compareCharts[name](document, "wide");
    const narrow = compareCharts[name](document, "narrow");
    if (spec !== undefined && narrow !== undefined) drawn.push(await drawing(name, spec, narrow));
  }
  return drawn;
}
