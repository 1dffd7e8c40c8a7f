/** Figures of a calibration in words: values in their unit, differences in the terms of the tolerance, what is out. */
import type { CalibrationDocument, Compared } from "../../result/calibration-document.js";
import { html, type Html } from "../html.js";
import { listed } from "../labels.js";
import { exact } from "../numbers.js";

/** Digits after the point; shares and standard deviations are told in percent. */
const DIGITS: Readonly<Record<Compared["unit"], number>> = {
  share: 1, "standard deviation": 2, index: 3, "per 1,000 patients and working day": 1, minutes: 1, "working days": 2, patients: 0, practices: 1, "FTE per 10,000 patients": 2,
};

/** `43.7%`, `8,824`; an en dash for null. */
export function valueIn({ unit }: Pick<Compared, "unit">, value: number | null): string {
  if (value === null) return "–";
  if (unit === "patients") return exact(Math.round(value));
  const isPercent = unit === "share" || unit === "standard deviation";
  // Not `-0.0`, which rounding leaves of next to nothing.
  return `${(isPercent ? 100 * value : value).toFixed(DIGITS[unit]).replace(/^-(?=[0.]*$)/, "").replace("-", "−")}${isPercent ? "%" : ""}`;
}

/** `43.4% to 43.8%`; empty where none is known. */
export function intervalIn({ unit, low, high }: Compared): string {
  return low === null || high === null ? "" : `${valueIn({ unit }, low)} to ${valueIn({ unit }, high)}`;
}

/** What was simulated, with its interval, which may stand below. */
export function simulatedCell(row: Compared): Html {
  const interval = intervalIn(row);
  return html`${valueIn(row, row.simulated)}${interval === "" ? null : html` <span class="interval">(${interval})</span>`}`;
}

/** `+2.9 points` of shares or `−3.3%` of what is observed; empty where there is nothing to compare. */
export function differenceIn({ unit, observed, difference, tolerance }: Compared, points = " points"): string {
  if (difference === null || observed === null) return "";
  const isPoints = tolerance === null ? unit === "share" : "points" in tolerance;
  const size = (Math.round(1000 * Math.abs(isPoints ? difference : difference / observed)) / 10).toFixed(1);
  const sign = size === "0.0" ? "" : difference > 0 ? "+" : "−";
  return `${sign}${size}${isPoints ? points : "%"}`;
}

/** `±2 points`, `±5%`; an en dash where nothing is judged. */
export function toleranceIn({ tolerance }: Compared): string {
  if (tolerance === null) return "–";
  const size = Math.round(1000 * ("points" in tolerance ? tolerance.points : tolerance.relative)) / 10;
  return `±${size}${"points" in tolerance ? ` ${size === 1 ? "point" : "points"}` : "%"}`;
}

/** Furthest that the simulated value may lie from the observed one, in the unit; null where nothing is judged. */
export function widthOf({ observed, tolerance }: Compared): number | null {
  if (tolerance === null || observed === null) return null;
  return "points" in tolerance ? tolerance.points : tolerance.relative * observed;
}

export function isOut({ verdict }: Compared): boolean {
  return verdict === "out";
}

export function judgedOf(figures: readonly Compared[]): Compared[] {
  return figures.filter(({ verdict }) => verdict !== null);
}

/** Those judged of which the interval reaches over a bound of the tolerance: what they stand for may lie on its other side. */
export function unsureOf(figures: readonly Compared[]): Compared[] {
  return judgedOf(figures).filter((row) => {
    const { observed, low, high } = row;
    const width = widthOf(row)!;
    return low !== null && [observed! - width, observed! + width].some((bound) => low < bound && high! > bound);
  });
}

/** Figures by their heading, in the order of the document. */
export function byLabel(figures: readonly Compared[]): (readonly [label: string, rows: readonly Compared[]])[] {
  const blocks = new Map<string, Compared[]>();
  for (const row of figures) blocks.set(row.label, [...(blocks.get(row.label) ?? []), row]);
  return [...blocks];
}

/** `all 7 within tolerance`, `Saturday and Sunday out of tolerance`, `4 of 7 out of tolerance`; of rows and what they are called. */
export function findingOf(rows: readonly Compared[], nameOf: (row: Compared) => string): string {
  const judged = judgedOf(rows);
  const out = judged.filter(isOut);
  if (judged.length === 0) return "not judged";
  if (out.length === 0) return judged.length === 1 ? "within tolerance" : `${judged.length === 2 ? "both" : `all ${judged.length}`} within tolerance`;
  return out.length === judged.length && judged.length > 1 ? `${judged.length === 2 ? "both" : `all ${judged.length}`} out of tolerance`
    : out.length > 2 ? `${out.length} of ${judged.length} out of tolerance` : `${listed(out.map(nameOf))} out of tolerance`;
}

/** `same day: published 43.7%, simulated 43.3% (42.9% to 43.8%), within tolerance`. */
export function rowInWords(row: Compared, name: string): string {
  const interval = intervalIn(row);
  const simulated = `simulated ${valueIn(row, row.simulated)}${interval === "" ? "" : ` (${interval})`}`;
  const verdict = row.verdict === null ? "" : row.verdict === "out" ? `, out of tolerance by ${differenceIn(row)}` : ", within tolerance";
  return `${name}: ${row.observed === null ? "" : `published ${valueIn(row, row.observed)}, `}${simulated}${verdict}`;
}

/** `6 of 1,391 neighbourhoods of England`. */
export function simulatedPart({ name, neighbourhoods: { simulated, of } }: CalibrationDocument): string {
  return simulated < of ? `${exact(simulated)} of ${exact(of)} neighbourhoods of ${name}, drawn and weighted to stand for all` : of === 1 ? `the one neighbourhood of ${name}` : `all ${exact(of)} neighbourhoods of ${name}`;
}
