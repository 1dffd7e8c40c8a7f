/** Whether the state in which a simulation begins still matters when counting begins. */
import type { CalibrationDocument, WarmUp } from "../../../result/calibration-document.js";
import { figure, type PageChart } from "../../figure.js";
import { html, type Content, type Html } from "../../html.js";
import { listed, withinSentence } from "../../labels.js";
import { exact, plain } from "../../numbers.js";
import { section } from "../../section.js";
import { table } from "../../table.js";
import { measuresOf, welchName } from "../charts/index.js";
import { looks } from "../charts/welch.js";

type Verdict = WarmUp["verdicts"][number];

export function warmUp(document: CalibrationDocument, charts: readonly PageChart[]): Html {
  const found = document.warmUp;
  const { weeks, warmUpWeeks, neighbourhoods, replications, verdicts } = found;
  return section("warm-up", "Warm-up", html`<p class="answer">${finding(found)}</p>
<p>Each simulation begins with a diary and queues that are filled by guess, and its first ${warmUpWeeks} weeks are not counted. Here ${exact(neighbourhoods)} ${neighbourhoods === 1 ? "neighbourhood was" : "neighbourhoods were"} simulated for ${weeks} weeks in ${replications} ${replications === 1 ? "replication" : "replications"}, with
the same patients from three starts: the usual one, an empty one, and an overfull one with more booked and work that waits. If the warm-up is long enough, all three come to the same counted weeks: each difference, with its
95% interval, is within a bound. MSER-5, a rule that drops as many first weeks as makes the mean of the rest most certain, should drop no more than the warm-up; and from the first counted week to the last no
rise or fall beyond the bound should be shown.</p>
<div class="pairs">
${measuresOf(document).map((id) => figure(charts, welchName(id), weekTable(found, id)))}</div>
${table(
    "warm-up-table", "The check of the warm-up, measure by measure",
    [{ head: "Measure" }, ...["MSER-5 drops, weeks", "Empty less usual", "Overfull less usual", "Bound", "Drift of counted weeks"].map((head) => ({ head, numeric: true })), { head: "Verdict" }],
    [{ rows: verdicts.map((verdict) => verdictRow(verdict, found)) }],
  )}`);
}

function finding({ verdicts, warmUpWeeks }: WarmUp): string {
  const apart = verdicts.filter(({ agrees }) => !agrees), drifting = verdicts.filter(({ isStable }) => !isStable), late = verdicts.filter((verdict) => isLate(verdict, warmUpWeeks));
  const names = (of: readonly Verdict[]): string => listed(of.map(({ label }) => withinSentence(label)));
  const sentences = [
    apart.length === 0 ? `After ${warmUpWeeks} weeks of warm-up it no longer matters whether a simulation began empty or overfull` : `After ${warmUpWeeks} weeks of warm-up it is not shown that the start no longer matters for ${names(apart)}`,
    drifting.length === 0 ? "no drift beyond a bound is shown" : `there is drift beyond the bound in ${names(drifting)}`,
    ...(late.length === 0 ? [] : [`MSER-5 would drop more than the warm-up, or has no verdict, for ${names(late)}`]),
  ];
  return `${sentences.join("; ")}.`;
}

function isLate({ truncation }: Verdict, warmUpWeeks: number): boolean {
  return truncation === null || truncation > warmUpWeeks;
}

function verdictRow(verdict: Verdict, { weeks, warmUpWeeks }: WarmUp): Content[] {
  const { label, unit, truncation, emptyLess, overfullLess, bound, agrees, slopePerWeek: { mean, low, high }, isStable } = verdict;
  const troubles = [...(agrees ? [] : ["not shown to agree"]), ...(isStable ? [] : ["drifts"]), ...(isLate(verdict, warmUpWeeks) ? ["MSER-5"] : [])];
  const last = weeks - warmUpWeeks - 1;
  return [
    html`${label} <span class="code">${unit}</span>`, truncation ?? "no verdict", range(unit, emptyLess), range(unit, overfullLess), `±${amount(unit, bound)}`, range(unit, { mean: mean * last, low: low * last, high: high * last }),
    troubles.length === 0 ? html`<span class="verdict held">holds</span>` : html`<span class="verdict broken">${troubles.join(", ")}</span>`,
  ];
}

function range(unit: string, { mean, low, high }: Verdict["emptyLess"]): Html {
  return html`${amount(unit, mean)} <span class="interval">(${amount(unit, low, "")} to ${amount(unit, high, "")})</span>`;
}

/** Ratios, whose units begin with `of`, in points. */
function amount(unit: string, value: number, points = " pt"): string {
  const isRatio = unit.startsWith("of ");
  const size = Math.abs(isRatio ? 100 * value : value).toFixed(2);
  return `${value < 0 && size !== "0.00" ? "−" : ""}${size}${isRatio ? points : ""}`;
}

function weekTable({ series }: WarmUp, id: string): Html {
  const shown = series.filter((one) => one.id === id);
  return table(
    `${welchName(id)}-table`, `${shown[0]!.label}, ${shown[0]!.unit}, by week`,
    [{ head: "Week" }, ...shown.map(({ start }) => ({ head: `From ${looks[start].name}`, numeric: true }))],
    [{ rows: shown[0]!.weekly.map((_, week) => [week + 1, ...shown.map(({ weekly }) => plain(weekly[week] ?? 0))]) }], "table",
  );
}
