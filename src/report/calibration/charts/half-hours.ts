/** When calls come: half hours of the simulation before the two-hour bands that are published. */
import type { CalibrationDocument } from "../../../result/calibration-document.js";
import { csv, type Table } from "../../../result/csv.js";
import { framed, heading, lookOf, type ChartSpec, type Layout, type Mark, type Panel, type Position } from "../../charts/frame.js";
import { plain } from "../../numbers.js";

const FIRST = 6, LAST = 20, WEEKDAYS = 5;

interface Band {
  /** Hours of the day. */
  readonly from: number;
  readonly to: number;
  /** Published calls per 1,000 patients, day and half hour. */
  readonly rate: number;
}

/** Undefined where no call was simulated. */
export function halfHours(document: CalibrationDocument, layout: Layout): ChartSpec | undefined {
  const [monday, ...others] = document.callsByHalfHour;
  if (monday === undefined || monday.every((rate) => rate === 0)) return undefined;
  const rest = meanOf(others), all = meanOf(document.callsByHalfHour);
  const { bands, mondayBand } = published(document);
  const look = lookOf(layout);
  const left = 34;
  const width = look.total - left - 20;
  const top = Math.max(...monday, ...all, ...bands.map(({ rate }) => rate), mondayBand?.rate ?? 0) * 1.08;
  const peak = monday.indexOf(Math.max(...monday));
  const title = `Most calls come from ${clock(FIRST + peak / 2)} to ${clock(FIRST + (peak + 1) / 2)}: on Mondays ${plain(monday[peak]!, 2)} per 1,000 patients, on other days ${plain(rest[peak]!, 2)}`;
  const shared = { width, left, top, layout };
  return framed(document, {
    layout, left, name: "Calls by time of day, simulated and published", title,
    subtitle: `Calls per 1,000 patients and half hour, redials included. Lines: simulated. Grey: published, in bands of two hours (the last of half an hour), spread evenly over each.`,
    description: `${title}. ${bands.map((band) => `${clock(band.from)} to ${clock(band.to)}, mean of all weekdays: published ${plain(band.rate, 2)}, simulated ${plain(within(all, band), 2)} a half hour`).join("; ")}.${mondayBand === undefined ? "" : ` Mondays ${clock(mondayBand.from)} to ${clock(mondayBand.to)}: published ${plain(mondayBand.rate, 2)}, simulated ${plain(within(monday, mondayBand), 2)}.`}`,
    spacing: 36,
    panels: [
      panel({ ...shared, name: "Mean of Monday to Friday", bands, curves: [{ rates: all, colour: look.colours.blue, dash: [1, 0] }] }),
      panel({
        ...shared, name: `Mondays (solid)${mondayBand === undefined ? "" : ", published from 08:00 to 10:00 alone"}, and Tuesdays to Fridays (dashed)`, bands: mondayBand === undefined ? [] : [mondayBand],
        curves: [{ rates: monday, colour: look.colours.blue, dash: [1, 0] }, { rates: rest, colour: look.colours.ink, dash: [4, 3] }],
      }),
    ],
  });
}

/** A weekday and half hour a row, as simulated. */
export function halfHoursTable({ callsByHalfHour }: CalibrationDocument): Table {
  const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
  return csv("half-hours.csv", ["weekday", "from", "calls_per_1000_patients"], callsByHalfHour.flatMap((rates, day) => rates.map((rate, at) => [names[day]!, clock(FIRST + at / 2), rate])));
}

interface Plot {
  readonly name: string;
  readonly bands: readonly Band[];
  readonly curves: readonly { readonly rates: readonly number[]; readonly colour: string; readonly dash: number[] }[];
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly layout: Layout;
}

function panel({ name, bands, curves, width, left, top, layout }: Plot): Panel {
  const look = lookOf(layout);
  const hours = Array.from({ length: LAST - FIRST + 1 }, (_, hour) => FIRST + hour).filter((hour) => look.isWide || hour % 2 === 0);
  const x: Position = {
    field: "hour", type: "quantitative", scale: { domain: [FIRST, LAST], nice: false },
    axis: { values: hours, labelExpr: "format(datum.value, '02d') + ':00'", grid: false, ticks: true, tickColor: look.colours.grey, tickSize: 4, labelOverlap: true },
  };
  const y: Position = { type: "quantitative", scale: { domain: [0, top], nice: false }, axis: { tickCount: 4, format: ",~f" } };
  return {
    width, height: look.isWide ? 150 : 110,
    layer: [
      { data: { values: [...bands] }, mark: { type: "rect", color: look.colours.pale }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y: { ...y, field: "rate" }, y2: { datum: 0 } } },
      { data: { values: [...bands] }, mark: { type: "rule", color: look.colours.grey, strokeWidth: 2.5 }, encoding: { x: { ...x, field: "from" }, x2: { field: "to" }, y: { ...y, field: "rate" } } },
      ...curves.map(({ rates, colour, dash }): Mark => ({
        data: { values: [...rates.map((rate, at) => ({ hour: FIRST + at / 2, rate })), { hour: LAST, rate: rates.at(-1)! }] },
        mark: { type: "line", interpolate: "step-after", color: colour, strokeWidth: 2, strokeDash: dash }, encoding: { x, y: { ...y, field: "rate" } },
      })),
      heading(name, left, look),
    ],
  };
}

/** Shares of calls as rates. Bands are of a mean weekday; of Mondays one alone is published. */
function published({ figures }: CalibrationDocument): { readonly bands: readonly Band[]; readonly mondayBand: Band | undefined } {
  const observed = (id: string, part: string): number => figures.find((row) => row.id === id && row.part === part)?.observed ?? NaN;
  const calls = observed("calls", "all");
  const bandOf = (part: string, daily: number): Band[] => {
    const [, from, to] = /(\d\d:\d\d)-(\d\d:\d\d)$/.exec(part) ?? [];
    if (from === undefined || to === undefined) return [];
    const rate = (observed("callsByTime", part) * daily) / (2 * (hourOf(to) - hourOf(from)));
    return Number.isFinite(rate) ? [{ from: hourOf(from), to: hourOf(to), rate }] : [];
  };
  const parts = figures.filter(({ id }) => id === "callsByTime").map(({ part }) => part);
  const isMonday = (part: string): boolean => part.startsWith("Mondays");
  return {
    bands: parts.filter((part) => !isMonday(part)).flatMap((part) => bandOf(part, calls)),
    mondayBand: parts.filter(isMonday).flatMap((part) => bandOf(part, calls * WEEKDAYS * observed("callsByWeekday", "Monday")))[0],
  };
}

/** Mean over days of each half hour. */
export function meanOf(days: readonly (readonly number[])[]): number[] {
  return (days[0] ?? []).map((_, at) => days.reduce((sum, rates) => sum + rates[at]!, 0) / days.length);
}

/** Mean of the half hours within a band. */
function within(rates: readonly number[], { from, to }: Band): number {
  const inside = rates.slice((from - FIRST) * 2, (to - FIRST) * 2);
  return inside.reduce((sum, rate) => sum + rate, 0) / inside.length;
}

/** `08:30` for 8.5. */
export function clock(hour: number): string {
  return `${String(Math.floor(hour)).padStart(2, "0")}:${hour % 1 === 0 ? "00" : "30"}`;
}

function hourOf(time: string): number {
  return Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;
}
