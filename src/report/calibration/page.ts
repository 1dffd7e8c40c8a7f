/** The page of a calibration. */
import type { CalibrationDocument } from "../../result/calibration-document.js";
import type { PageChart } from "../figure.js";
import { shell } from "../shell.js";
import { groups } from "./groups.js";
import { answer } from "./sections/answer.js";
import { distributions } from "./sections/distributions.js";
import { everyFigure } from "./sections/every-figure.js";
import { reproduction } from "./sections/reproduction.js";
import { warmUp } from "./sections/warm-up.js";

/** A complete HTML document. Every text of `document` is escaped; `svg` of a chart is trusted. A chart that is missing leaves its table. */
export function calibrationPage(document: CalibrationDocument, charts: readonly PageChart[]): string {
  const shown = groups.filter(({ pairings }) => document.figures.some((row) => pairings.some(({ holds }) => holds(row))));
  return shell({
    name: `Calibration, ${document.name}`,
    question: `Do simulated ordinary weeks look like ${document.name}’s?`,
    contents: [["answer", "Answer"], ...shown.map(({ id, short }) => [id, short] as const), ["warm-up", "Warm-up"], ["figures", "Every figure"], ["sources", "Sources"], ["reproduce", "Reproduce"]],
    sections: [
      answer(document, charts), ...shown.map((group) => distributions(document, group, charts)), warmUp(document, charts), everyFigure(document), reproduction(document),
    ],
    footer: `Made with Outage Lab ${document.version}, a simulation, from the figures that calibration.json beside this page holds unrounded.`,
  });
}
