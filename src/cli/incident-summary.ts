/** The incidents alone on a screen of 80 columns: the story of each, then what practices can do hour by hour. */
import type picocolors from "picocolors";
import { clockOf, exact, hourAt, listed, placeShown, shortDate, shortWeekday, storyOf, wholePercent, withinSentence, type AvailabilityRow, type IncidentDocument } from "../index.js";
import { cut, inLine, WIDTH, wrapped } from "./lines.js";

type Colours = ReturnType<typeof picocolors.createColors>;

/** Rows that a block may have before it is shown at coarser steps. */
const MOST_ROWS = 12;
/** Hours that a step may have. */
const steps = [1, 3, 6, 12, 24, 48, 168, 672] as const;

/** `files`: folder of what was written, as the user may open it. */
export function incidentSummary(document: IncidentDocument, files: string, colours: Colours): string {
  const { scenario, incidents, replications, practiceTimeline, journal } = document;
  const partly = [
    ...(practiceTimeline.replications < replications ? [`practice-timeline.csv holds ${firstOf(practiceTimeline.replications, replications)}`] : []),
    ...(journal.replications < replications ? [`incident-journal.csv holds ${firstOf(journal.replications, replications)}`] : []),
  ];
  const paragraphs = [
    colours.bold(cut(inLine(scenario.name), WIDTH)),
    ...(incidents.length === 0 ? ["There is no incident."] : incidents.map((incident) => `${colours.bold(cut(inLine(incident.name), WIDTH))}\n${wrapped(storyOf(incident).join(" "), "  ")}`)),
    ...tableOf(document, colours),
    [...(partly.length === 0 ? [] : [wrapped(`${listed(partly)}.`)]), `Files: ${colours.cyan(files)}`].join("\n"),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function firstOf(some: number, all: number): string {
  if (some === 0) return "the first million rows of the first replication";
  return some === 1 ? `the first of ${all} replications` : `the first ${some} of ${all} replications`;
}

function tableOf(document: IncidentDocument, colours: Colours): string[] {
  const place = placeShown(document);
  const rows = document.availability.filter(({ where }) => where === place.code);
  if (rows.length === 0) return ["No practice loses any capability."];
  const { replications } = document;
  const unlost = document.capabilities.filter(({ id }) => !rows.some(({ capabilities }) => capabilities.some((capability) => capability === id)));
  const whom = `${exact(place.practices)} ${place.practices === 1 ? "practice" : "practices"} and ${exact(place.patients)} patients`;
  const head = wrapped(`What practices can do, as shares of ${whom}${place.code === "all" ? "" : ` in ${place.name}`}${replications > 1 ? `, mean of ${replications} replications` : ""}.`);
  const blocks = rows.map((row) => block(document, row, colours));
  const calm = unlost.length === 0 ? [] : [wrapped(`Not lost: ${namesOf(document, unlost.map(({ id }) => id))}.`)];
  return [[head, ...blocks, ...calm].join("\n")];
}

function block(document: IncidentDocument, row: AvailabilityRow, colours: Colours): string {
  const { hours, runs: all } = runsOf(row);
  const runs = all.filter(({ from }) => hourAt(row, from) < document.horizon);
  const isSlow = runs.some(({ slowness }) => slowness !== "");
  const note = hours === 1 ? [] : [colours.dim(`    Means over ${hours >= 48 ? `${hours / 24} days` : `${hours} h`} at a time; tables/availability.csv has each hour.`)];
  return [
    wrapped(namesOf(document, row.capabilities), "  "),
    colours.dim(`    ${"from".padEnd(17)}${"for".padStart(7)}${"practices".padStart(12)}${"patients".padStart(11)}${isSlow ? "time taken".padStart(13) : ""}`),
    ...runs.map(({ from, hours: length, practices, patients, slowness }) => {
      const start = hourAt(row, from);
      const time = `${shortWeekday(start)} ${shortDate(start)} ${clockOf(start)}`;
      const lasting = length === Infinity ? "on" : `${length} h`;
      return `    ${time.padEnd(17)}${lasting.padStart(7)}${practices.padStart(12)}${patients.padStart(11)}${slowness.padStart(13)}`.trimEnd();
    }),
    ...note,
  ].join("\n");
}

function namesOf({ capabilities }: IncidentDocument, ids: readonly string[]): string {
  const labels = ids.map((id) => capabilities.find((capability) => capability.id === id)?.label ?? id);
  return listed(labels.map((label, index) => (index === 0 ? label : withinSentence(label))));
}

export interface Run {
  /** Number of its first hour. */
  readonly from: number;
  /** Infinity for what lasts to the end of simulated time. */
  readonly hours: number;
  readonly practices: string;
  readonly patients: string;
  /** `x 1.2`; empty where nothing is slow. */
  readonly slowness: string;
}

/** Hours together that show the same figures, at the finest steps that leave few rows; from the first that differs from the usual to the last. */
export function runsOf(row: AvailabilityRow): { readonly hours: number; readonly runs: readonly Run[] } {
  for (const hours of steps) {
    const runs = runsAt(row, hours);
    if (runs.length <= MOST_ROWS || hours === steps.at(-1)) return { hours, runs };
  }
  throw new RangeError("There are no steps.");
}

function runsAt({ start, practices, patients, slowness }: AvailabilityRow, hours: number): Run[] {
  const end = slowness.length;
  const runs: Run[] = [];
  const add = (from: number, to: number, length: number): void => {
    const figures = { practices: wholePercent(mean(practices.mean, from, to)), patients: wholePercent(mean(patients.mean, from, to)), slowness: factor(mean(slowness, from, to)) };
    const last = runs.at(-1);
    if (last !== undefined && last.practices === figures.practices && last.patients === figures.patients && last.slowness === figures.slowness) runs[runs.length - 1] = { ...last, hours: last.hours + length };
    else runs.push({ from, hours: length, ...figures });
  };
  // Steps begin at full multiples from midnight; the first is what is left of one.
  const offset = Number(clockOf(start).slice(0, 2)) % hours;
  let from = 0;
  while (from < end) {
    const to = from + hours - (from === 0 ? offset : 0);
    add(from, to, to - from);
    from = to;
  }
  add(from, from + 1, Infinity);
  const isUsual = (run: Run | undefined): boolean => run?.practices === "100%" && run.patients === "100%" && run.slowness === "";
  while (isUsual(runs[0])) runs.shift();
  while (isUsual(runs.at(-1))) runs.pop();
  return runs;
}

/** Nothing changes after the last hour. */
function mean(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  // Measured from 1, so that hours of which nothing is lost are exactly whole.
  for (let hour = from; hour < to; hour++) sum += values[Math.min(hour, values.length - 1)]! - 1;
  return 1 + sum / (to - from);
}

function factor(slowness: number): string {
  return slowness < 1.005 ? "" : `x ${slowness.toFixed(2)}`;
}
