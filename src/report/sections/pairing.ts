/** What pairing the arms saved, beside the intervals that it made narrow. */
import type { PairedMeasure, ResultDocument } from "../../result/document.js";
import { unfolded } from "../figure.js";
import { html, type Html } from "../html.js";
import { plain } from "../numbers.js";
import { table } from "../table.js";

const names: Readonly<Record<PairedMeasure["measure"], string>> = { consultations: "Consultations", staffHours: "Staff hours worked", calls: "Telephone calls" };

/** Nothing where no measure varies in both arms. */
export function pairing({ pairing: measures }: ResultDocument): Html | null {
  const known = measures.filter((each): each is PairedMeasure & { correlation: number; factor: number } => each.correlation !== null && each.factor !== null);
  if (known.length === 0) return null;
  return unfolded("What pairing saves", html`<p>The same patients and the same chance go through the simulated weeks with the outage and without it, so that most of what differs from one simulated run to the next cancels out.</p>
${table(
    "pairing-table", "What pairing saves", [{ head: "Measure" }, { head: "Correlation of with and without the outage", numeric: true }, { head: "Unpaired runs that would tell the difference as well as one", numeric: true }],
    [{ rows: known.map(({ measure, correlation, factor }) => [names[measure], correlationOf(correlation), plain(factor, 2)]) }],
  )}`);
}

/** Close to 1 it is the distance from there that tells: a correlation of 0.99996 is not one of 1. */
function correlationOf(value: number): string {
  const text = value.toFixed(3);
  return text === "1.000" && value < 1 ? "above 0.999" : text;
}
