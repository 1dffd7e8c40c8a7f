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

export function warmUp(document: CalibrationDocument, found: WarmUp, charts: readonly PageChart[]): Html {
  const { weeks, warmUpWeeks, neighbourhoods, replications, verdicts } = found;
  return section("warm-up", "Warm-up", html`<p class="answer">${finding(found)}</p>
<p>Each simulation begins with diaries and queues that are filled by guess, and its first ${warmUpWeeks} weeks are not counted. Here ${exact(neighbourhoods)} neighbourhoods were simulated for ${weeks} weeks in ${replications} ${replications === 1 ? "replication" : "replications"}, with the same patients from three
starts: the usual one, empty, and overfull. If the warm-up is long enough, all three have the same counted weeks. MSER-5, a rule that drops as many first weeks as makes the mean of the rest most certain, should
drop none beyond the warm-up; and the counted weeks should neither rise nor fall.</p>
<div class="pairs">
${measuresOf(document).map((id) => figure(charts, welchName(id), weekTable(found, id)))}</div>
${table(
    "warm-up-table", "The check of the warm-up, measure by measure",
    [{ head: "Measure" }, ...["MSER-5 drops, weeks", "Empty less usual start", "Overfull less usual start", "Agree within", "Change a week"].map((head) => ({ head, numeric: true })), { head: "Verdict" }],
    [{ rows: verdicts.map((verdict) => verdictRow(verdict, warmUpWeeks)) }],
  )}`);
}

function finding({ verdicts, warmUpWeeks }: WarmUp): string {
  const apart = verdicts.filter(({ agrees }) => !agrees), drifting = verdicts.filter(({ isStable }) => !isStable), late = verdicts.filter((verdict) => isLate(verdict, warmUpWeeks));
  const names = (of: readonly Verdict[]): string => listed(of.map(({ label }) => withinSentence(label)));
  const sentences = [
    apart.length === 0 ? `After ${warmUpWeeks} weeks of warm-up it no longer matters whether a simulation began empty or overfull` : `After ${warmUpWeeks} weeks of warm-up the start still matters for ${names(apart)}`,
    drifting.length === 0 ? "no measure drifts over the counted weeks" : `over the counted weeks ${names(drifting)} ${drifting.length === 1 ? "drifts" : "drift"}`,
    ...(late.length === 0 ? [] : [`MSER-5 would drop more than the warm-up of ${names(late)}`]),
  ];
  return `${sentences.join("; ")}.`;
}

function isLate({ truncation }: Verdict, warmUpWeeks: number): boolean {
  return truncation !== null && truncation > warmUpWeeks;
}

function verdictRow(verdict: Verdict, warmUpWeeks: number): Content[] {
  const { label, unit, truncation, emptyLess, overfullLess, bound, agrees, slopePerWeek, isStable } = verdict;
  const troubles = [...(agrees ? [] : ["starts differ"]), ...(isStable ? [] : ["drifts"]), ...(isLate(verdict, warmUpWeeks) ? ["warm-up too short by MSER-5"] : [])];
  return [
    html`${label} <span class="code">${unit}</span>`, truncation ?? "no verdict", range(emptyLess), range(overfullLess), `±${plain(bound)}`, range(slopePerWeek),
    troubles.length === 0 ? html`<span class="verdict held">agrees, steady</span>` : html`<span class="verdict broken">${troubles.join(", ")}</span>`,
  ];
}

/** To three decimals where small: differences of ratios are. */
function range({ mean, low, high }: Verdict["emptyLess"]): Html {
  return html`${plain(mean, 2)} <span class="interval">(${plain(low, 2)} to ${plain(high, 2)})</span>`;
}

function weekTable({ series }: WarmUp, id: string): Html {
  const shown = series.filter((one) => one.id === id);
  return table(
    `${welchName(id)}-table`, `${shown[0]!.label}, ${shown[0]!.unit}, by week`,
    [{ head: "Week" }, ...shown.map(({ start }) => ({ head: `From ${looks[start].name}`, numeric: true }))],
    [{ rows: shown[0]!.weekly.map((_, week) => [week + 1, ...shown.map(({ weekly }) => plain(weekly[week] ?? 0))]) }], "table",
  );
}
