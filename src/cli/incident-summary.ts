/** The incidents alone in 80 columns: the story of each, then what practices can do hour by hour; and the same on a screen of 24 lines. */
import { clockOf, exact, hourAt, listed, placeShown, shortDate, shortWeekday, storyOf, wholePercent, withinSentence, type AvailabilityRow, type IncidentDocument } from "../index.js";
import { cut, heightOf, inLine, WIDTH, wrapped } from "./lines.js";
import { ROOM, type Colours } from "./terminal.js";

/** Rows that a block may have before it is shown at coarser steps. */
const MOST_ROWS = 12;
/** Hours that a step may have. */
const steps = [1, 3, 6, 12, 24, 48, 168, 672] as const;

/** On a screen these tell as much as they can of incidents, and of what practices can do. */
const MOST_INCIDENTS = 5, FEWEST_ROWS = 3, ABOVE_ROWS = 3;

/** All of it, as long as it is. `files`: folder of what was written, as the user may open it. */
export function incidentText(document: IncidentDocument, files: string, colours: Colours): string {
  return joined([storiesOf(document, colours), ...tableOf(document, colours), endOf(document, `Files: ${colours.cyan(files)}`)]);
}

/** The same on one screen; where it does not fit, what is lost by coarser steps, if need be each incident in a line, and `text`, a file that holds all of it, is named. */
export function incidentSummary(document: IncidentDocument, files: string, text: string, colours: Colours): string {
  const whole = incidentText(document, files, colours);
  if (heightOf(whole.trimEnd()) <= ROOM) return whole;
  const end = `All of it: ${colours.cyan(text)}\nFiles: ${colours.cyan(files)}`;
  const rows = rowsShown(document);
  const roomBelow = (head: string): number => ROOM - heightOf(head) - heightOf(end) - 2 - (rows.length === 0 ? 1 : heightOf(headOf(document)));
  const needed = rows.length * (FEWEST_ROWS + ABOVE_ROWS);
  const stories = storiesOf(document, colours);
  const head = needed <= roomBelow(stories) ? stories : linesOf(document, colours);
  const room = roomBelow(head);
  // As many groups as can show so much of themselves; the others are counted in a line.
  const groups = needed <= room ? rows.length : Math.floor((room - 1) / (FEWEST_ROWS + ABOVE_ROWS));
  const others = rows.length - groups;
  const most = Math.floor((room - (others > 0 ? 1 : 0)) / Math.max(1, groups)) - ABOVE_ROWS;
  const table = rows.length === 0 ? "No practice loses any capability."
    : [headOf(document), ...rows.slice(0, groups).map((row) => block(document, row, colours, most, "brief")), ...(others === 0 ? [] : [`  and ${others} more ${others === 1 ? "group" : "groups"} of capabilities`])].join("\n");
  return joined([head, table, end]);
}

function storiesOf({ scenario, incidents }: IncidentDocument, colours: Colours): string {
  const title = colours.bold(cut(inLine(scenario.name), WIDTH));
  return [title, ...(incidents.length === 0 ? ["There is no incident."] : incidents.map((incident) => `${colours.bold(cut(inLine(incident.name), WIDTH))}\n${wrapped(storyOf(incident).join(" "), "  ")}`))].join("\n\n");
}

function linesOf({ scenario, incidents }: IncidentDocument, colours: Colours): string {
  const rest = incidents.length - MOST_INCIDENTS;
  const lines = incidents.slice(0, MOST_INCIDENTS).map((incident) => cut(`  ${inLine(incident.name)}: ${inLine(storyOf(incident)[0]!)}`, WIDTH));
  return [colours.bold(cut(inLine(scenario.name), WIDTH)), ...lines, ...(rest <= 0 ? [] : [`  and ${rest} more ${rest === 1 ? "incident" : "incidents"}`])].join("\n");
}

function joined(paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}

function endOf({ practiceTimeline, journal, replications }: IncidentDocument, last: string): string {
  const partly = [
    ...(practiceTimeline.replications < replications ? [`practice-timeline.csv holds ${firstOf(practiceTimeline.replications, replications)}`] : []),
    ...(journal.replications < replications ? [`incident-journal.csv holds ${firstOf(journal.replications, replications)}`] : []),
  ];
  return [...(partly.length === 0 ? [] : [wrapped(`${listed(partly)}.`)]), last].join("\n");
}

function firstOf(some: number, all: number): string {
  if (some === 0) return "the first million rows of the first replication";
  return some === 1 ? `the first of ${all} replications` : `the first ${some} of ${all} replications`;
}

function rowsShown(document: IncidentDocument): AvailabilityRow[] {
  const { code } = placeShown(document);
  return document.availability.filter(({ where }) => where === code);
}

function headOf(document: IncidentDocument): string {
  const { replications } = document;
  const place = placeShown(document);
  const whom = `${exact(place.practices)} ${place.practices === 1 ? "practice" : "practices"} and ${exact(place.patients)} patients`;
  return wrapped(`What practices can do, as shares of ${whom}${place.code === "all" ? "" : ` in ${place.name}`}${replications > 1 ? `, mean of ${replications} replications` : ""}.`);
}

function tableOf(document: IncidentDocument, colours: Colours): string[] {
  const rows = rowsShown(document);
  if (rows.length === 0) return ["No practice loses any capability."];
  const unlost = document.capabilities.filter(({ id }) => !rows.some(({ capabilities }) => capabilities.some((capability) => capability === id)));
  const calm = unlost.length === 0 ? [] : [wrapped(`Not lost: ${namesOf(document, unlost.map(({ id }) => id))}.`)];
  return [[headOf(document), ...rows.map((row) => block(document, row, colours, MOST_ROWS, "whole")), ...calm].join("\n")];
}

/** `brief`: its capabilities in one line, and its steps in no more than `most`, whatever is left out. */
function block(document: IncidentDocument, row: AvailabilityRow, colours: Colours, most: number, length: "brief" | "whole"): string {
  const { hours, runs: all } = runsOf(row, most);
  const runs = all.filter(({ from }) => hourAt(row, from) < document.horizon).slice(0, length === "brief" ? most : undefined);
  const isSlow = runs.some(({ slowness }) => slowness !== "");
  const note = hours === 1 ? [] : [colours.dim(`    Means over ${hours >= 48 ? `${hours / 24} days` : `${hours} h`} at a time; tables/availability.csv has each hour.`)];
  const names = namesOf(document, row.capabilities);
  return [
    length === "brief" ? cut(`  ${inLine(names)}`, WIDTH) : wrapped(names, "  "),
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
export function runsOf(row: AvailabilityRow, most = MOST_ROWS): { readonly hours: number; readonly runs: readonly Run[] } {
  for (const hours of steps) {
    const runs = runsAt(row, hours);
    if (runs.length <= most || hours === steps.at(-1)) return { hours, runs };
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
