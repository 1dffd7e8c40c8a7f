/** The first days by the hour, on one axis: calls, those that fail, care on paper, cancellations and the backlog, as SVG. */
import { dayNumber, isWorkingDay } from "../../facts/days.js";
import type { ResultDocument, Series } from "../../result/document.js";
import { after } from "../../result/tables.js";
import { dateAfter, daysBetween, longDay, shortDate, shortWeekday } from "../dates.js";
import { backlogsOf } from "../find.js";
import { html, type Html } from "../html.js";
import { lossesOf } from "../losses.js";
import { plain } from "../numbers.js";
import { CLOSES, OPENS } from "../opening-hours.js";

interface Row {
  readonly name: string;
  /** By hour of the stretch shown. */
  readonly values: readonly number[];
  /** Without the outage. */
  readonly usual?: readonly number[];
}

export interface Strip {
  /** Local midnight. */
  readonly start: string;
  readonly days: number;
  /** Hours from the start in which something is lost, and what share of those who use it have it at the least. */
  readonly away: readonly { readonly from: number; readonly to: number; readonly level: number }[];
  readonly rows: readonly Row[];
}

/** So many days can be told apart by the hour. */
const MOST_DAYS = 9;

/** From the day of onset to the second day after systems return; undefined where the document holds no calls by the hour, or nothing differs then. */
export function stripOf(document: ResultDocument): Strip | undefined {
  const { onset, restored, horizon } = document.window;
  const where = backlogsOf(document)?.outage.where;
  const curve = (id: string, arm: string, part = "all"): Series | undefined => document.series.find((one) => one.id === id && one.part === part && one.arm === arm && one.where === where && one.stepMinutes === 60);
  const calls = curve("calls", "outage");
  if (onset === null || calls === undefined) return undefined;
  const start = `${onset.slice(0, 10)}T00:00`;
  const end = dateAfter(restored ?? horizon, 2);
  const days = Math.min(MOST_DAYS, Math.max(2, Math.round(daysBetween(start, `${end}T00:00`))));
  const first = Math.round(24 * daysBetween(calls.start, start));
  const cut = (series: Series | undefined): readonly number[] | undefined => series?.mean.slice(first, first + 24 * days);
  const rows = ([
    ["Calls that come in, an hour", cut(calls), cut(curve("calls", "none"))], ["Calls and online requests that fail, an hour", cut(curve("contactsNotConnected", "outage"))],
    ["Patients seen without records, an hour", cut(curve("consultationsWithoutRecords", "outage"))], ["Appointments cancelled, an hour", cut(curve("appointmentsCancelled", "outage"))],
    ["Open work above usual, practice-days", cut(curve("backlog", "outage", "excess"))],
  ] as const).flatMap(([name, values, usual]): Row[] => (values === undefined || Math.max(...values) <= 0.05 ? [] : [{ name, values, ...(usual === undefined ? {} : { usual }) }]));
  if (rows.length === 0) return undefined;
  const hoursTo = (time: string): number => Math.min(24 * days, Math.max(0, 24 * daysBetween(start, time)));
  const stretches = lossesOf(document).filter(({ kind }) => kind === "capability").flatMap(({ stretches }) => stretches).filter(({ level }) => level < 1);
  const away = [...new Map(stretches.map(({ from, to, level }) => [`${from} ${to}`, { from: hoursTo(from), to: hoursTo(to), level }])).values()].filter(({ from, to }) => to > from);
  return { start, days, away: away.length > 60 ? [{ from: hoursTo(onset), to: hoursTo(restored ?? horizon), level: 0 }] : away, rows };
}

const INK = "#212B32", GREY = "#4C6272", BLUE = "#005EB8", LOST = "#C9D2D8", CLOSED = "#F3F5F6";
const looks = { wide: { width: 680, height: 62, font: 12 }, narrow: { width: 328, height: 52, font: 11 } } as const;

export function hoursStrip({ start, days, away, rows }: Strip, layout: "wide" | "narrow"): Html {
  const { width, height, font } = looks[layout];
  const [pitch, hours] = [height + font + 14, 24 * days];
  const x = (hour: number): string => ((width * hour) / hours).toFixed(1);
  const bottom = rows.length * pitch;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 34}" width="${width}" height="${bottom + 34}" font-family="Arial, Helvetica, sans-serif" role="img" aria-label="${alternative({ start, days, away, rows })}">
${rows.map((row, index) => panel(row, index * pitch + font + 8, height, font, x, start, days, away))}${Array.from({ length: days }, (_, day) => {
    const date = dateAfter(start, day);
    return html`<text x="${x(24 * day + 12)}" y="${bottom + font + 2}" font-size="${font - 1}" text-anchor="middle" fill="${GREY}">${shortWeekday(date)}</text>${days > 7 && layout === "narrow" && day % 2 === 1 ? null : html`<text x="${x(24 * day + 12)}" y="${bottom + 2 * font + 3}" font-size="${font - 1}" text-anchor="middle" fill="${GREY}">${shortDate(date)}</text>`}`;
  })}
</svg>`;
}

function panel({ name, values, usual }: Row, top: number, height: number, font: number, x: (hour: number) => string, start: string, days: number, away: Strip["away"]): Html {
  const most = Math.max(...values, ...(usual ?? [0]));
  const peak = values.indexOf(Math.max(...values));
  const y = (value: number): string => (top + height - (height * Math.max(0, value)) / most).toFixed(1);
  // Steps: what is counted in an hour holds for all of it.
  const steps = (of: readonly number[]): string => of.map((value, hour) => `${hour === 0 ? "M" : "L"}${x(hour)},${y(value)}H${x(hour + 1)}`).join("");
  const closed = Array.from({ length: days }, (_, day) => (isWorkingDay(dayNumber(dateAfter(start, day))) ? [[0, OPENS / 60], [CLOSES / 60, 24]] : [[0, 24]]).map(([from, to]) => [24 * day + from!, 24 * day + to!] as const)).flat();
  const rect = (from: number, to: number, fill: string, opacity = 1): Html => html`<rect x="${x(from)}" y="${top}" width="${(Number(x(to)) - Number(x(from))).toFixed(1)}" height="${height}" fill="${fill}"${opacity < 1 ? html` fill-opacity="${opacity.toFixed(2)}"` : null}/>`;
  const isRight = peak > values.length * 0.7;
  return html`<g><text x="0" y="${top - 5}" font-size="${font}" font-weight="bold" fill="${INK}">${name}</text>
${closed.map(([from, to]) => rect(from, to, CLOSED))}${away.map(({ from, to, level }) => rect(from, to, LOST, Math.max(0.25, 1 - level)))}
<path d="${steps(values)}V${y(0)}H0Z" fill="${BLUE}" fill-opacity="0.25"/><path d="${steps(values)}" fill="none" stroke="${BLUE}" stroke-width="1.5"/>${usual === undefined ? null : html`<path d="${steps(usual)}" fill="none" stroke="${INK}" stroke-width="1" stroke-dasharray="3 2"/>`}
<line x1="0" x2="${x(values.length)}" y1="${y(0)}" y2="${y(0)}" stroke="${GREY}"/><text x="${x(isRight ? peak - 0.5 : peak + 1.5)}" y="${top + font - 1}" font-size="${font - 1}" font-weight="bold"${isRight ? html` text-anchor="end"` : null} fill="${INK}" stroke="#fff" stroke-width="3" paint-order="stroke">${plain(values[peak]!, 2)}</text>${usual === undefined ? null : html`<text x="${x(values.length)}" y="${top - 5}" font-size="${font - 1}" text-anchor="end" fill="${GREY}">dashed: without the outage</text>`}</g>
`;
}

function alternative({ start, days, rows }: Strip): string {
  const peaks = rows.map(({ name, values }) => {
    const peak = values.indexOf(Math.max(...values));
    const at = after(start, peak * 60);
    return `${name}: most ${plain(values[peak]!, 2)}, on ${longDay(at)} at ${at.slice(11)}`;
  });
  return `By the hour, ${days} days from ${longDay(start)}. ${peaks.join(". ")}.`;
}
