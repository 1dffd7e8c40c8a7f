/** All charts of a comparison, in the order of its page. */
import type { DecisionDocument } from "../../../result/decision-document.js";
import type { ChartSpec, Layout } from "../../charts/frame.js";
import { drawing, type Drawing } from "../../render.js";
import { acceptability } from "./acceptability.js";
import { frontier } from "./frontier.js";
import { twoWay } from "./two-way.js";

export const decisionCharts = { frontier, acceptability, "two-way": twoWay } as const satisfies Record<string, (document: DecisionDocument, layout: Layout) => ChartSpec | undefined>;
export type DecisionChart = keyof typeof decisionCharts;

/** Every chart for which `document` has something to draw. */
export async function decisionDrawings(document: DecisionDocument): Promise<Drawing<DecisionChart>[]> {
  const drawn: Drawing<DecisionChart>[] = [];
  for (const name of Object.keys(decisionCharts) as DecisionChart[]) {
    const spec = decisionCharts[name](document, "wide");
    const narrow = decisionCharts[name](document, "narrow");
    if (spec !== undefined && narrow !== undefined) drawn.push(await drawing(name, spec, narrow));
  }
  return drawn;
}
