/** A calibration as a table of 80 columns: published figures beside simulated ones, a block for each figure. */
import type picocolors from "picocolors";
import { byLabel, differenceIn, exact, intervalIn, shortDate, unsureOf, valueIn, type CalibrationDocument, type Compared } from "../index.js";
import { cut, WIDTH, wrapped } from "./lines.js";
import { warmUpSummary } from "./warm-up-summary.js";

type Colours = ReturnType<typeof picocolors.createColors>;

/** Columns: part, role, observed, simulated, interval, difference, verdict. */
const PART = 24, ROLE = 6, OBSERVED = 9, SIMULATED = 10, INTERVAL = 18, DIFFERENCE = 8, VERDICT = 5;

/** `page`: what was written to be read, as the user may open it. */
export function calibrationSummary(document: CalibrationDocument, page: string, colours: Colours): string {
  const paragraphs = [
    [colours.bold("Ordinary weeks against published figures"), wrapped(simulated(document))].join("\n"),
    colours.dim(columns("", "role", "observed", "simulated", "95% interval", "differs", "")),
    ...byLabel(document.figures).map(([label, rows]) => [colours.bold(cut(label, WIDTH)), ...rows.map((row) => lineOf(row, colours))].join("\n")),
    wrapped(verdictOf(document)),
    warmUpSummary(document.warmUp, colours),
    `Page: ${colours.cyan(page)}`,
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
  const { part, role, observed, simulated: value, verdict } = row;
  const line = columns(part, role, valueIn(row, observed), valueIn(row, value), intervalIn(row), differenceIn(row, "pt"), verdict ?? "");
  return verdict === "out" ? colours.red(line) : line;
}

function columns(part: string, role: string, observed: string, value: string, interval: string, difference: string, verdict: string): string {
  const texts = [`  ${part}`.padEnd(PART), role.padEnd(ROLE), observed.padStart(OBSERVED), value.padStart(SIMULATED), interval.padStart(INTERVAL), difference.padStart(DIFFERENCE), verdict.padStart(VERDICT)];
  return texts.join("").trimEnd();
}

function verdictOf({ figures }: CalibrationDocument): string {
  const judged = figures.filter(({ verdict }) => verdict !== null);
  const out = judged.filter(({ verdict }) => verdict === "out");
  const first = out.length === 0 ? `All ${judged.length} figures with a tolerance are within it.` : `${out.length} of ${judged.length} figures with a tolerance are out of it.`;
  // A sample may lie on the other side of a bound than what it stands for.
  const unsure = unsureOf(figures);
  return unsure.length === 0 ? first : `${first} The intervals of ${unsure.length} reach over a bound of their tolerance: more neighbourhoods would say more.`;
}
