/** Values of outcome rows in words, where they may lie beyond the horizon or may not exist. */
import type { OutcomeRow, ResultDocument } from "../result/document.js";
import { horizonOf } from "./find.js";
import { html, type Html } from "./html.js";
import { plain, rangeOf, rounded, type Estimate } from "./numbers.js";

/** `7,400`; `at least 38` where values were cut at the horizon; words where there is no mean. */
export function meanOf(document: ResultDocument, row: OutcomeRow): string {
  if (row.mean === null) return missing(document, row);
  return row.censored > 0 ? `at least ${rounded(row)}` : rounded(row);
}

/** `7,400 (7,200 to 7,600)`; an en dash where there is no value. */
export function withInterval(estimate: Estimate | undefined): string {
  if (estimate === undefined) return "–";
  const range = rangeOf(estimate);
  return range === "" ? rounded(estimate) : `${rounded(estimate)} (${range})`;
}

/** The same for narrow columns: the interval may stand below. */
export function stacked(estimate: Estimate | undefined): Html {
  const range = estimate === undefined ? "" : rangeOf(estimate);
  return html`${estimate === undefined ? "–" : rounded(estimate)}${range === "" ? null : html` <span class="interval">(${range})</span>`}`;
}

/** The same of a row, some of whose values may have been cut at the horizon: `at least 38 (35 to 41)`. */
export function stackedBound(row: OutcomeRow | undefined): Html {
  return html`${row !== undefined && row.censored > 0 ? "at least " : null}${stacked(row)}`;
}

/** `7,200 to 7,600`; an en dash where there is no interval. */
export function intervalOf(row: OutcomeRow): string {
  return row.mean === null ? "–" : rangeOf(row) || "–";
}

/** `12` working days; `beyond 11 May 2023`, the horizon, where a quantile is infinite. */
export function quantileOf(document: ResultDocument, row: OutcomeRow, quantile: "p5" | "p10" | "p50" | "p90" | "p95"): string {
  const value = row[quantile];
  return value === null ? missing(document, row) : plain(value, value >= 100 ? 3 : 2);
}

function missing(document: ResultDocument, { censored }: OutcomeRow): string {
  return censored > 0 ? `beyond ${horizonOf(document)}` : "not defined: nothing is affected";
}
