/** Open work beyond an ordinary period, day by day, as a line of bars with dates below. */
import { backlogsOf, dateAfter, daysBetween, plain, shortDate, type ResultDocument } from "../index.js";
import { inLine, WIDTH } from "./lines.js";
import type { Signs } from "./terminal.js";

/** From nothing to the most. */
const ramps: Readonly<Record<Signs, string>> = { blocks: "▁▂▃▄▅▆▇█", ascii: "_.-:=+*#" };
const NAME = "Open work  ";
/** Between dates, with a space after each. */
const STRIDE = 7;
/** Days that are shown after practices are back to normal. */
const AFTER = 7;

/** Two lines; null where open work stays as it would have been. */
export function sparkline(document: ResultDocument, signs: Signs): string | null {
  const curves = backlogsOf(document);
  const { onset, recovered } = document.window;
  if (curves === undefined || onset === null) return null;
  const { none, outage } = curves;
  const perDay = 1440 / outage.stepMinutes;
  const from = Math.max(0, Math.round(daysBetween(outage.start, onset.slice(0, 10)) * perDay));
  const excess = outage.mean.map((value, step) => value - (none.mean[step] ?? 0)).slice(from);
  const peak = Math.max(...excess);
  if (!(peak > 0)) return null;
  const count = plain(peak, 2);
  const unit = inLine(outage.unit);
  const most = `  at most ${count} ${count === "1" ? unit.replace(/s$/, "") : unit} more`;
  const peakDay = Math.floor(excess.indexOf(peak) / perDay);
  const back = recovered === null ? Infinity : Math.max(peakDay, Math.ceil(daysBetween(onset, recovered))) + AFTER;
  const days = Math.min(Math.ceil(excess.length / perDay), back);
  const each = Math.ceil(days / (WIDTH - NAME.length - most.length));
  const bars = Array.from({ length: Math.ceil(days / each) }, (_, bar) => Math.max(...excess.slice(bar * each * perDay, Math.min(days, (bar + 1) * each) * perDay)));
  const ramp = [...ramps[signs]];
  const first = onset.slice(0, 10);
  const dates = bars.flatMap((_, bar) => (bar % STRIDE === 0 && (bar + STRIDE <= bars.length || bar === 0) ? [shortDate(dateAfter(first, bar * each)).padEnd(STRIDE)] : [])).join("");
  const scale = each === 1 ? "" : ` (a bar is ${each} days)`;
  return `${NAME}${bars.map((value) => ramp[Math.max(0, Math.ceil((value / peak) * ramp.length) - 1)]).join("")}${most}\n${"".padEnd(NAME.length)}${dates.trimEnd()}${scale}`;
}
