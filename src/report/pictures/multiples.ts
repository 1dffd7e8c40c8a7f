/** The backlog of single practices, or of single regions, day by day, each in a small picture of its own, all on one scale. */
import type { ResultDocument } from "../../result/document.js";
import { widest } from "../charts/width.js";
import { dateAfter, daysBetween, longDate, shortDate } from "../dates.js";
import { endsOfDays, regionsOf } from "../find.js";
import { html, type Html } from "../html.js";
import { hitIn } from "../losses.js";
import { plain } from "../numbers.js";

export interface Small {
  readonly name: string;
  readonly code: string;
  /** Practice-days beyond an ordinary period, at the end of each day. */
  readonly values: readonly number[];
  /** Of those between the worst and the rest. */
  readonly isTypical: boolean;
}

export interface Multiples {
  readonly of: "practices" | "regions";
  readonly start: string;
  readonly smalls: readonly Small[];
  /** How many there are in all. */
  readonly outOf: number;
}

const WORST = 8;
/** Practice-days that nobody would see. */
const SMALL = 0.05;

/**
 * The eight that carry the largest backlog, added up over days, and of the others the one in the middle; all where there are no more than nine. Practices where the document holds them, else regions that are simulated whole, for the average of
 * their practices that are hit. Undefined where it holds neither, or but one.
 */
export function multiplesOf(document: ResultDocument): Multiples | undefined {
  const byPlace = new Map(document.series.filter(({ id, part }) => id === "backlog" && part === "excess").map((series) => [series.where, series]));
  const practices = document.places.filter(({ kind, code }) => kind === "practice" && byPlace.get(code)?.stepMinutes === 1440);
  const of = practices.length > 0 ? "practices" : "regions";
  const places = of === "practices" ? practices : document.sample === undefined ? regionsOf(document).filter(({ code }) => byPlace.has(code)) : [];
  const all = places.flatMap(({ code, name }) => {
    const scale = of === "practices" ? 1 : hitIn(document, code)?.hit ?? 0;
    const curve = byPlace.get(code)!;
    const values = scale === 0 ? [] : endsOfDays(curve).map((step) => curve.mean[step]! / scale);
    return Math.max(0, ...values) <= SMALL ? [] : [{ name, code, values, carried: values.reduce((sum, value) => sum + Math.max(0, value), 0) }];
  }).sort((a, b) => b.carried - a.carried || (a.code < b.code ? -1 : 1));
  if (all.length < 2 || document.window.onset === null) return undefined;
  const middle = all[Math.floor((all.length - 1) / 2)]!;
  const chosen = all.length <= WORST + 1 ? all.map((one) => ({ ...one, isTypical: false })) : [...all.slice(0, WORST).map((one) => ({ ...one, isTypical: false })), { ...middle, isTypical: true }];
  // A practice's first value is that of the end of its first day, a region's last of a day that of 23:00.
  const series = byPlace.get(chosen[0]!.code)!;
  const base = dateAfter(series.start, of === "practices" ? -1 : 0);
  const first = Math.max(0, Math.floor(daysBetween(base, document.window.onset!)));
  const last = Math.max(...chosen.map(({ values }) => values.findLastIndex((value) => value > SMALL)));
  return { of, start: dateAfter(base, first), outOf: all.length, smalls: chosen.map((one) => ({ ...one, values: one.values.slice(first, Math.max(first + 7, last + 2)) })) };
}

const INK = "#212B32", GREY = "#4C6272", BLUE = "#005EB8", PALE = "#D8DDE0";
const WIDTH = 210, HEIGHT = 70, TOP = 34;

/** One after the other, for a grid. */
export function small({ name, code, values, isTypical }: Small, { start, smalls }: Multiples): Html {
  const most = Math.max(...smalls.flatMap((each) => each.values));
  const x = (day: number): string => ((WIDTH * day) / Math.max(1, values.length - 1)).toFixed(1);
  const y = (value: number): string => (TOP + HEIGHT - (HEIGHT * Math.max(0, value)) / most).toFixed(1);
  const line = values.map((value, day) => `${day === 0 ? "M" : "L"}${x(day)},${y(value)}`).join("");
  const peak = values.indexOf(Math.max(...values));
  const [lastDay, isRight] = [values.length - 1, peak > values.length * 0.6];
  const words = `${name}: at most ${plain(values[peak]!, 2)} practice-days, on ${longDate(dateAfter(start, peak))}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${TOP + HEIGHT + 18}" width="${WIDTH}" height="${TOP + HEIGHT + 18}" font-family="Arial, Helvetica, sans-serif" role="img" aria-label="${words}">
<text x="0" y="12" font-size="12" font-weight="bold" fill="${INK}">${shortened(name)}</text><text x="0" y="27" font-size="11" fill="${GREY}">${code}${isTypical ? ", a typical one" : ""}</text>
<line x1="0" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}" stroke="${GREY}"/><line x1="0" x2="${WIDTH}" y1="${TOP}" y2="${TOP}" stroke="${PALE}"/>
<path d="${line}L${x(lastDay)},${y(0)}L0,${y(0)}Z" fill="${isTypical ? GREY : BLUE}" fill-opacity="0.2"/><path d="${line}" fill="none" stroke="${isTypical ? GREY : BLUE}" stroke-width="1.75"/>
<text x="${x(peak)}" y="${Number(y(values[peak]!)) + (values[peak]! > 0.8 * most ? 12 : -4)}" dx="${isRight ? -5 : 5}" font-size="11" font-weight="bold"${isRight ? html` text-anchor="end"` : null} fill="${INK}">${plain(values[peak]!, 2)}</text>
<text x="0" y="${TOP + HEIGHT + 14}" font-size="10.5" fill="${GREY}">${shortDate(start)}</text><text x="${WIDTH}" y="${TOP + HEIGHT + 14}" font-size="10.5" text-anchor="end" fill="${GREY}">${shortDate(dateAfter(start, lastDay))}</text></svg>`;
}

/** As much of a name as fits. */
function shortened(name: string): string {
  // What follows a comma says where a practice lies, which others share.
  let short = name.replace(/, [^,]*$/, "");
  while (widest([short], 12, "bold") > WIDTH) short = `${short.slice(0, -2).trimEnd()}…`;
  return short;
}
