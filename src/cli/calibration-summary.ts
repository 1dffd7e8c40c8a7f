/** A calibration as a table of 80 columns: published figures beside simulated ones, a block for each figure. */
import type picocolors from "picocolors";
import { exact, shortDate, type CalibrationDocument, type Compared } from "../index.js";
import { cut, WIDTH, wrapped } from "./lines.js";
import { warmUpSummary } from "./warm-up-summary.js";

type Colours = ReturnType<typeof picocolors.createColors>;

/** Columns: part, role, observed, simulated, interval, difference, verdict. */
const PART = 24, ROLE = 6, OBSERVED = 9, SIMULATED = 10, INTERVAL = 18, DIFFERENCE = 8, VERDICT = 5;

/** `files`: folder of what was written, as the user may open it. */
export function calibrationSummary(document: CalibrationDocument, files: string, colours: Colours): string {
  const blocks = new Map<string, Compared[]>();
  for (const row of document.figures) blocks.set(row.label, [...(blocks.get(row.label) ?? []), row]);
  const paragraphs = [
    [colours.bold("Ordinary weeks against published figures"), wrapped(simulated(document))].join("\n"),
    colours.dim(columns("", "role", "observed", "simulated", "95% interval", "differs", "")),
    ...[...blocks].map(([label, rows]) => [colours.bold(cut(label, WIDTH)), ...rows.map((row) => lineOf(row, colours))].join("\n")),
    wrapped(verdictOf(document)),
    warmUpSummary(document.warmUp, colours),
    `Files: ${colours.cyan(files)}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function simulated({ name, neighbourhoods: { simulated: taken, of, practices, patients }, replications, period, clusters }: CalibrationDocument): string {
  const sample = taken < of ? `${exact(taken)} of ${exact(of)} neighbourhoods, weighted to stand for all` : of === 1 ? "its one neighbourhood" : `all ${exact(of)} neighbourhoods`;
  const independent = clusters === "neighbourhoods" ? "from one neighbourhood to the next, so that they allow for the sample" : "from one replication to the next";
  return `${name}: ${sample} (${exact(practices)} practices, ${exact(patients)} patients), ${replications} replication${replications === 1 ? "" : "s"} of ${period.days / 7} weeks from ` +
    `${shortDate(period.start)} ${period.start.slice(0, 4)}, without an outage. Intervals are simulation error: what differs ${independent}. Roles: an input must come through, what is fitted may be moved by free ` +
    "parameters, the rest must come out by itself. Figures of the practices themselves are of all that there are, and exact.";
}

function lineOf(row: Compared, colours: Colours): string {
  const { part, role, observed, simulated: value, low, high, verdict } = row;
  const interval = low === null || high === null ? "" : `${written(row, low)} to ${written(row, high)}`;
  const line = columns(part, role, written(row, observed), written(row, value), interval, differenceOf(row), verdict ?? "");
  return verdict === "out" ? colours.red(line) : line;
}

function columns(part: string, role: string, observed: string, value: string, interval: string, difference: string, verdict: string): string {
  const texts = [`  ${part}`.padEnd(PART), role.padEnd(ROLE), observed.padStart(OBSERVED), value.padStart(SIMULATED), interval.padStart(INTERVAL), difference.padStart(DIFFERENCE), verdict.padStart(VERDICT)];
  return texts.join("").trimEnd();
}

/** Digits after the point; shares are printed as percentages. */
const DIGITS: Readonly<Record<Compared["unit"], number>> = {
  share: 1, "standard deviation": 2, index: 3, "per 1,000 patients and working day": 1, minutes: 1, "working days": 2, patients: 0, practices: 1, "FTE per 10,000 patients": 2,
};

function written({ unit }: Pick<Compared, "unit">, value: number | null): string {
  if (value === null) return "-";
  if (unit === "patients") return exact(Math.round(value));
  return unit === "share" || unit === "standard deviation" ? `${(100 * value).toFixed(DIGITS[unit])}%` : value.toFixed(DIGITS[unit]);
}

/** In the terms of the tolerance: points of shares, or percent of what is observed. */
function differenceOf({ unit, observed, difference, tolerance }: Compared): string {
  if (difference === null || observed === null) return "";
  const isPoints = tolerance === null ? unit === "share" : "points" in tolerance;
  const value = Math.round(1000 * (isPoints ? difference : difference / observed)) / 10;
  // Not `-0.0`, which rounding leaves of a small difference.
  return `${value > 0 ? "+" : ""}${(value + 0).toFixed(1)}${isPoints ? "pt" : "%"}`;
}

function verdictOf({ figures }: CalibrationDocument): string {
  const judged = figures.filter(({ verdict }) => verdict !== null);
  const out = judged.filter(({ verdict }) => verdict === "out");
  const first = out.length === 0 ? `All ${judged.length} figures with a tolerance are within it.` : `${out.length} of ${judged.length} figures with a tolerance are out of it.`;
  // A sample may lie on the other side of a bound than what it stands for.
  const unsure = judged.filter((row) => boundsOf(row).some((bound) => row.low !== null && row.low < bound && row.high! > bound));
  return unsure.length === 0 ? first : `${first} The intervals of ${unsure.length} reach over a bound of their tolerance: more neighbourhoods would say more.`;
}

function boundsOf({ observed, tolerance }: Compared): [number, number] {
  const width = "points" in tolerance! ? tolerance.points : tolerance!.relative * observed!;
  return [observed! - width, observed! + width];
}
