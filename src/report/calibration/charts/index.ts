/** All charts of a calibration, in the order of its page. */
import type { CalibrationDocument } from "../../../result/calibration-document.js";
import type { ChartSpec, Layout } from "../../charts/frame.js";
import { drawing, type Drawing } from "../../render.js";
import { groups } from "../groups.js";
import { halfHours } from "./half-hours.js";
import { overview } from "./overview.js";
import { pairs } from "./pairs.js";
import { welch } from "./welch.js";

/** By name; `desk` says in which layout a desk has it. */
interface Named {
  readonly name: string;
  readonly desk: Layout;
  readonly chart: (layout: Layout) => ChartSpec | undefined;
}

/** Every chart for which `document` has something to draw. */
export async function calibrationDrawings(document: CalibrationDocument): Promise<Drawing<string>[]> {
  const drawn: Drawing<string>[] = [];
  for (const { name, desk, chart } of chartsOf(document)) {
    const spec = chart(desk);
    const narrow = chart("narrow");
    if (spec !== undefined && narrow !== undefined) drawn.push(await drawing(name, spec, narrow));
  }
  return drawn;
}

export function chartsOf(document: CalibrationDocument): Named[] {
  return [
    { name: "overview", desk: "wide", chart: (layout) => overview(document, layout) },
    ...groups.flatMap(({ pairings }) => pairings).map((pairing): Named => ({ name: pairing.name, desk: "half", chart: (layout) => pairs(document, pairing, layout) })),
    { name: "half-hours", desk: "wide", chart: (layout) => halfHours(document, layout) },
    ...measuresOf(document).map((id): Named => ({ name: welchName(id), desk: "half", chart: (layout) => welch(document, id, layout) })),
  ];
}

/** Measures of the warm-up, in their order. */
export function measuresOf({ warmUp }: CalibrationDocument): string[] {
  return [...new Set(warmUp.series.map(({ id }) => id))];
}

export function welchName(id: string): string {
  return `warm-up-${id}`;
}
