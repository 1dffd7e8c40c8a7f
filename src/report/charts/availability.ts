/** What practices can do, hour by hour, while incidents last: a panel for all capabilities that fare alike. */
import { csv, type Table } from "../../result/csv.js";
import { hourAt, placeShown, type AvailabilityRow, type IncidentDocument } from "../../result/incident-document.js";
import { clockOf, dayAndMonth, moment } from "../dates.js";
import { listed, withinSentence } from "../labels.js";
import { plain, wholePercent } from "../numbers.js";
import { axisRoom, framed, heading, lookOf, type ChartSpec, type Layout, type Mark, type Panel, type Position } from "./frame.js";
import { timeAxis } from "./timeline.js";
import { wrapped } from "./width.js";

/** Undefined where nothing is lost. */
export function availability(document: IncidentDocument, layout: Layout = "wide"): ChartSpec | undefined {
  const place = placeShown(document);
  const rows = document.availability.filter(({ where }) => where === place.code);
  const [first] = rows;
  if (first === undefined) return undefined;
  const look = lookOf(layout);
  const left = axisRoom(100, look) + 12;
  const width = look.total - left - 24;
  const days = first.slowness.length / 24;
  // As things were before, so that the fall is seen.
  const before = Math.max(days * 0.04, 1 / 24);
  const domain: [number, number] = [-before, days];
  const title = findingOf(document, rows, place.code === "all" ? "" : ` in ${place.name}`);
  const band = document.replications > 1 ? `, mean of ${document.replications} replications; bands: from the 5th to the 95th percentile` : "";
  return framed(document, {
    layout, left, name: "What practices can do, hour by hour", title,
    subtitle: `Share of practices that have it, in each hour${band}. ${place.code === "all" ? "" : `${place.name}. `}What stands above a plot fares alike.`,
    description: `${title}. ${rows.map((row) => `${listed(labelsOf(document, row))}: ${courseOf(row)}`).join(". ")}.`,
    spacing: 34,
    panels: rows.map((row, index): Panel => panel(row, labelsOf(document, row), {
      left, width, height: look.isWide ? 70 : 60, layout, before,
      x: { field: "day", type: "quantitative", scale: { domain, nice: false }, axis: timeAxis(first.start, domain, look, index === rows.length - 1) },
      hasBand: document.replications > 1,
    })),
  });
}

/** A capability and hour a row. */
export function availabilityTable(document: IncidentDocument): Table {
  const rows = document.availability.filter(({ where }) => where === placeShown(document).code).flatMap((row) => labelsOf(document, row).flatMap((label) => row.practices.mean.map((mean, hour) => [
    hourAt(row, hour), label, row.where, 100 * mean, 100 * row.practices.low[hour]!, 100 * row.practices.high[hour]!,
  ])));
  return csv("availability.csv", ["at", "capability", "where", "mean_practices_percent", "p5_practices_percent", "p95_practices_percent"], rows);
}

interface Plot {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly layout: Layout;
  readonly before: number;
  readonly x: Position;
  readonly hasBand: boolean;
}

function panel({ practices, slowness }: AvailabilityRow, labels: readonly string[], { left, width, height, layout, before, x, hasBand }: Plot): Panel {
  const { mean, low, high } = practices;
  // A point where something changes, and one at the end.
  const changes = mean.flatMap((value, hour) => {
    const isSame = hour > 0 && [mean, low, high].every((values) => values[hour] === values[hour - 1]);
    return isSame ? [] : [{ day: hour / 24, mean: value, low: low[hour]!, high: high[hour]! }];
  });
  const values = [{ day: -before, mean: 1, low: 1, high: 1 }, ...changes, { ...changes.at(-1)!, day: mean.length / 24 }];
  const y: Position = { type: "quantitative", scale: { domain: [0, 1], nice: false }, axis: { values: [0, 0.5, 1], format: ".0%", labelPadding: 8 } };
  const slow = Math.max(...slowness);
  const look = lookOf(layout);
  const name = `${listed([labels[0]!, ...labels.slice(1).map(withinSentence)])}${slow >= 1.005 ? ` (up to ${plain((slow - 1) * 100, 2)}% slower)` : ""}`;
  const lines = wrapped(name, look.total, look.text, "bold").length;
  const band: Mark = { mark: { type: "area", color: look.colours.blue, opacity: 0.22, interpolate: "step-after" }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } };
  return {
    width, height, data: { values },
    layer: [
      ...(hasBand ? [band] : []),
      { mark: { type: "line", color: look.colours.blue, strokeWidth: 2, interpolate: "step-after" }, encoding: { x, y: { ...y, field: "mean" } } },
      // Room for a heading of several lines.
      ...(lines > 1 ? [{ data: { values: [{}] }, mark: { type: "text" as const, text: "" }, encoding: { x: { value: 0 }, y: { value: -12 - lines * (look.text + 3) } } }] : []),
      heading(name, left, look),
    ],
  };
}

function findingOf(document: IncidentDocument, rows: readonly AvailabilityRow[], where: string): string {
  const worst = Math.min(...rows.flatMap(({ practices }) => practices.mean));
  const of = document.replications > 1 ? " on average" : "";
  if (worst === 1) {
    const slowest = rows.reduce((most, row) => (Math.max(...row.slowness) > Math.max(...most.slowness) ? row : most));
    const slow = Math.max(...slowest.slowness);
    const hour = slowest.slowness.indexOf(slow);
    return `Nothing is lost${where}, but to ${named(labelsOf(document, slowest))} takes up to ${plain((slow - 1) * 100, 2)}% longer${of}, most from ${dayAndMonth(hourAt(slowest, hour))}, ${clockOf(hourAt(slowest, hour))}`;
  }
  // What looks the same is the same to a reader.
  const isWorst = (share: number | undefined): boolean => share !== undefined && wholePercent(share) === wholePercent(worst);
  const first = Math.min(...rows.map(({ practices }) => practices.mean.findIndex(isWorst)).filter((hour) => hour >= 0));
  const hardest = rows.filter(({ practices }) => isWorst(practices.mean[first]));
  const { mean } = hardest[0]!.practices;
  let hours = 0;
  while (isWorst(mean[first + hours])) hours++;
  const what = named(hardest.flatMap((row) => labelsOf(document, row)));
  const at = hourAt(hardest[0]!, first);
  const time = `${dayAndMonth(at)}, ${clockOf(at)}`;
  const isForGood = first + hours === mean.length;
  if (worst === 0) return `No practice${where} can ${what} ${isForGood ? "" : `for ${hours} ${hours === 1 ? "hour" : "hours"} `}from ${time}${isForGood ? " on" : ""}`;
  return `At worst ${wholePercent(worst).replace("<", "less than ").replace(">", "more than ")} of practices${where} can ${what}${of}, from ${time}`;
}

function labelsOf({ capabilities }: IncidentDocument, row: AvailabilityRow): string[] {
  return row.capabilities.map((id) => capabilities.find((capability) => capability.id === id)?.label ?? id);
}

function named(labels: readonly string[]): string {
  const words = labels.map(withinSentence);
  return listed(words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words);
}

/** Lowest share and when, in words. */
function courseOf(row: AvailabilityRow): string {
  const { mean } = row.practices;
  const lowest = Math.min(...mean);
  const last = mean.findLastIndex((share) => share < 1);
  if (last === -1) return `every practice has it, up to ${plain((Math.max(...row.slowness) - 1) * 100, 2)}% slower`;
  const end = last + 1 < mean.length ? `all have it again from ${moment(hourAt(row, last + 1))}` : "not all have it again";
  return `${wholePercent(lowest)} of practices at worst, first from ${moment(hourAt(row, mean.indexOf(lowest)))}; ${end}`;
}
