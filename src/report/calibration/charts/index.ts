/** All charts of a calibration, in the order of its page. */
import { calibrationTable, warmUpTable, type CalibrationDocument, type Compared } from "../../../result/calibration-document.js";
import type { Table } from "../../../result/csv.js";
import type { Drawable } from "../../charts/catalogue.js";
import type { ChartSpec, Layout } from "../../charts/frame.js";
import { withinSentence } from "../../labels.js";
import { drawing, type Drawing } from "../../render.js";
import { groups } from "../groups.js";
import { halfHours, halfHoursTable } from "./half-hours.js";
import { overview } from "./overview.js";
import { pairs } from "./pairs.js";
import { welch } from "./welch.js";

/** By name; `desk` says in which layout a desk has it. */
interface Named {
  readonly name: string;
  readonly desk: "wide" | "half";
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

/** Every chart that the document can be asked for, each with the figures that it shows. */
export function calibrationDrawables(document: CalibrationDocument): Drawable[] {
  const of = (holds: (row: Compared) => boolean): Table => calibrationTable({ ...document, figures: document.figures.filter(holds) });
  const entry = (name: string, about: string, table: () => Table): Drawable => ({
    name, about, table, chart: (layout) => chartsOf(document).find((each) => each.name === name)!.chart(layout), whyNot: "the calibration holds none of these figures",
  });
  return [
    entry("overview", "by how many tolerances each figure differs", () => of(({ verdict }) => verdict !== null)),
    ...groups.flatMap(({ pairings }) => pairings).map(({ name, what, holds }) => entry(name, `${withinSentence(what)}, simulated and published`, () => of(holds))),
    entry("half-hours", "when calls come, simulated and published", () => halfHoursTable(document)),
    ...measuresOf(document).map((id) => entry(welchName(id), "whether the start still matters when counting begins", () => warmUpTable({ ...document, warmUp: { ...document.warmUp, series: document.warmUp.series.filter((one) => one.id === id) } }))),
  ];
}

/** Measures of the warm-up, in their order. */
export function measuresOf({ warmUp }: CalibrationDocument): string[] {
  return [...new Set(warmUp.series.map(({ id }) => id))];
}

export function welchName(id: string): string {
  return `warm-up-${id}`;
}
