/** Probability of the highest net benefit, by what a patient-day is worth: acceptability curves, a panel for each rate of incidents. */
import type { DecisionDocument } from "../../../result/decision-document.js";
import { framed, heading, lookOf, type ChartSpec, type Layout, type Panel, type Position } from "../../charts/frame.js";
import { shortOf } from "../words.js";
import { key, keyHeight, MOST_COLOURS, shades } from "./key.js";

const EVERY = [1, 5, 20];
/** Below this a curve says nothing. */
const LEAST = 0.03;

function often(every: number): string {
  return every === 1 ? "One such incident a year" : `One such incident every ${every} years`;
}

export function acceptability(document: DecisionDocument, layout: Layout): ChartSpec | undefined {
  const { acceptability: rows, candidates } = document.decision;
  const size = lookOf(layout);
  const peaks = candidates.map((_, candidate) => Math.max(0, ...rows.filter(({ every }) => EVERY.includes(every)).map(({ chances }) => chances.find((each) => each.candidate === candidate)?.probability ?? 0)));
  const shown = candidates.map((_, candidate) => candidate).filter((candidate) => peaks[candidate]! >= LEAST).sort((a, b) => peaks[b]! - peaks[a]! || a - b).slice(0, MOST_COLOURS);
  const above = rows.filter(({ every, threshold }) => EVERY.includes(every) && threshold > 0);
  if (shown.length < 2 || above.length === 0) return undefined;
  const values = above.flatMap(({ every, threshold, chances }) => shown.map((candidate) => ({
    every, threshold, shade: shown.indexOf(candidate), probability: chances.find((each) => each.candidate === candidate)?.probability ?? 0,
  })));
  const left = 44;
  // Half of the last label stands beyond the plot.
  const width = size.total - left - 24;
  const thresholds = above.map(({ threshold }) => threshold);
  const x: Position = {
    field: "threshold", type: "quantitative", scale: { type: "log", domain: [Math.min(...thresholds), Math.max(...thresholds)], nice: false },
    axis: { values: [0.1, 1, 10, 100, 1000, 10_000], labelExpr: "datum.value < 1 ? '10p' : '£' + format(datum.value, ',~f')", grid: true },
  };
  const y: Position = { field: "probability", type: "quantitative", scale: { domain: [0, 1], nice: false }, axis: { values: [0, 0.5, 1], format: "~%" } };
  const names = shown.map((candidate) => shortOf(document, candidates[candidate]!));
  const first = (every: number, threshold: number): string => shortOf(document, candidates[rows.find((row) => row.every === every && row.threshold === threshold)!.best]!);
  const title = first(1, 10) === first(20, 10) ? "At £10 a patient-day the choice is the same, be it one incident a year or one in 20 years" : "What is worth most hangs on how often the incident comes and on what a patient-day is worth";
  return framed(document, {
    layout, left, name: "Which choice is worth most", title, subtitle: "Probability of the highest net benefit, over chance and prices within their ranges, by pounds that a patient-day of care delay averted is worth", spacing: 34,
    description: `${title}. ${EVERY.map((every) => `${often(every)}: at £1 a patient-day ${first(every, 1)}, at £10 ${first(every, 10)}, at £100 ${first(every, 100)}`).join(". ")}.`,
    panels: [
      { width, height: keyHeight(names, size.total, size), data: { values: [{}] }, layer: key(names, size.total, left, size) },
      ...EVERY.map((every): Panel => ({
        width, height: size.isWide ? 110 : 96, data: { values: values.filter((value) => value.every === every) },
        layer: [
          ...shown.map((_, shade) => ({
            transform: [{ filter: `datum.shade == ${shade}` }],
            mark: { type: "line" as const, color: shades[shade]!.colour, strokeWidth: 2.4, strokeDash: [...shades[shade]!.dash], interpolate: "monotone" as const }, encoding: { x, y },
          })),
          heading(often(every), left, size),
        ],
      })),
    ],
  });
}
