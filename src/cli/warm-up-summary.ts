/** What is left of the start when counting begins, as a table of 80 columns. */
import type picocolors from "picocolors";
import { withinSentence, type WarmUp } from "../index.js";
import { wrapped } from "./lines.js";

type Verdict = WarmUp["verdicts"][number];

/** Columns: measure, weeks to drop, the two differences, the bound, drift, verdict. */
const MEASURE = 35, DROP = 5, NUMBER = 9, VERDICT = 4;

export function warmUpSummary({ weeks, warmUpWeeks, neighbourhoods, replications, verdicts }: WarmUp, colours: ReturnType<typeof picocolors.createColors>): string {
  const simulated = `${neighbourhoods} neighbourhood${neighbourhoods === 1 ? "" : "s"} in ${replications} replications, ${weeks} weeks without season or bank holidays, of which the last ${weeks - warmUpWeeks} ` +
    "are counted. Drop: weeks that MSER-5 would drop from the usual start of half of the runs, at most (- where it has no verdict). Empty, full: how far the counted weeks differ where the diary is empty at " +
    "first, or has a quarter more in it, with a week's tasks waiting. Drift: from the first counted week to the last.";
  return [
    colours.bold("The start"), wrapped(simulated), colours.dim(columns("", "drop", "empty", "full", "bound", "drift", "")),
    ...verdicts.map((verdict) => lineOf(verdict, weeks - warmUpWeeks, verdict.agrees && verdict.isStable ? String : colours.red)), wrapped(conclusion(verdicts, warmUpWeeks)),
  ].join("\n");
}

function lineOf(verdict: Verdict, counted: number, coloured: (line: string) => string): string {
  const { label, truncation, emptyLess, overfullLess, bound, agrees, slopePerWeek, isStable } = verdict;
  const numbers = [emptyLess.mean, overfullLess.mean, bound, slopePerWeek.mean * (counted - 1)].map((value) => written(verdict, value));
  return coloured(columns(label, truncation === null ? "-" : String(truncation), ...numbers as [string, string, string, string], agrees && isStable ? "ok" : "no"));
}

function columns(measure: string, drop: string, empty: string, full: string, bound: string, drift: string, verdict: string): string {
  return `${`  ${measure}`.padEnd(MEASURE)}${drop.padStart(DROP)}${[empty, full, bound, drift].map((text) => text.padStart(NUMBER)).join("")}${verdict.padStart(VERDICT)}`.trimEnd();
}

/** Shares in percentage points. */
function written({ unit }: Verdict, value: number): string {
  const [amount, digits, mark] = unit.startsWith("of ") ? [100 * value, 2, "pt"] as const : [value, 2, ""] as const;
  // Not `-0.00`, which rounding leaves of a small difference.
  const rounded = Math.round(amount * 10 ** digits) / 10 ** digits + 0;
  return `${rounded.toFixed(digits)}${mark}`;
}

function conclusion(verdicts: readonly Verdict[], warmUpWeeks: number): string {
  const named = (rows: readonly Verdict[]): string => rows.map(({ label }) => withinSentence(label)).join(", ");
  const [apart, unstable, long] = [
    verdicts.filter(({ agrees }) => !agrees), verdicts.filter(({ isStable }) => !isStable), verdicts.filter(({ truncation }) => truncation === null || truncation > warmUpWeeks),
  ];
  return [
    apart.length === 0 ? `After ${warmUpWeeks} weeks the start no longer matters: every difference, with its interval of 95%, is within its bound.`
      : `Not shown to be without effect after ${warmUpWeeks} weeks, the interval of a difference reaching over its bound: ${named(apart)}.`,
    unstable.length === 0 ? "Nothing drifts by more than its bound." : `Drifting by more than the bound: ${named(unstable)}.`,
    ...(long.length === 0 ? [] : [`MSER-5 would drop more than the warm-up, or has no verdict: ${named(long)}.`]),
  ].join(" ");
}
