/** Tidy tables of a result document, as CSV: for spreadsheets, R and Python. */
import { DAY, dateOf, dayNumber } from "../facts/days.js";
import { csv, type Cell, type Table } from "./csv.js";
import type { Assumption, OutcomeRow, Repeat, ResultDocument, Series } from "./document.js";

export type { Table };

/**
 * Every table of `document`. Numbers are written in full, times are local as `2023-03-16T08:00`. A table begins with a byte-order mark only where it
 * holds a character beyond ASCII, since spreadsheets misread such text without one.
 */
export function tables(document: ResultDocument): Table[] {
  const { outcomes, plausible, slack, returns } = document;
  return [
    csv("outcomes.csv", rowColumns, outcomes.map(cellsOf)),
    // A range that nobody computed is no empty table.
    ...(plausible.length === 0 ? [] : [csv("plausible.csv", rowColumns, plausible.map(cellsOf))]),
    ...(slack === undefined ? [] : [csv("slack.csv", ["slack", ...repeatColumns], slack.flatMap((level) => repeatCells([level.slack], level)))]),
    ...(returns === undefined ? [] : [csv("returns.csv", ["factor", "sent_back", ...repeatColumns], returns.flatMap((level) => repeatCells([level.factor, level.sentBack], level)))]),
    practiceTable(document),
    dayTable(outcomes),
    csv("series.csv", ["id", "part", "arm", "where", "at", "unit", "mean", "low", "high"], document.series.flatMap(pointsOf)),
    csv(
      "assumptions.csv",
      ["id", "value", "unit", "meaning", "source", "grade", "changed", "range_low", "range_high", "range_sum", "fixed"],
      document.assumptions.map(assumptionCells),
    ),
    csv(
      "timeline.csv",
      ["what", "label", "kind", "where", "at", "level", "slowness"],
      document.timeline.flatMap(({ what, label, kind, where, steps }) => steps.map(({ at, level, slowness }) => [what, label, kind, where, at, level, slowness])),
    ),
    csv(
      "hypotheses.csv",
      ["text", "verdict", "estimate", "low", "high", "reason", "weight"],
      document.hypotheses.map(({ text, verdict, estimate, low, high, reason, weight = 1 }) => [text, verdict, estimate, low, high, reason, weight]),
    ),
  ];
}

const rowColumns = [
  "id", "part", "unit", "arm", "against", "where", "kind", "mean", "low", "high", "p5", "p10", "p50", "p90", "p95", "replications", "defined", "censored",
] as const;

function cellsOf(row: OutcomeRow): Cell[] {
  return rowColumns.map((column) => row[column]);
}

const repeatColumns = ["affected", ...rowColumns] as const;

/** Rows of a run with another setting, which stands before each. */
function repeatCells(setting: readonly Cell[], { affected, outcomes }: Repeat): Cell[][] {
  return outcomes.map((row) => [...setting, affected, ...cellsOf(row)]);
}

const ROLE = "role:";

/** A practice a row, and for each outcome that has a value by practice three columns, in the order of the glossary; then staff hours by role. */
function practiceTable({ places, outcomes, glossary }: ResultDocument): Table {
  const names = new Map(places.map(({ code, name }) => [code, name]));
  const practices = places.filter(({ kind }) => kind === "practice");
  const codes = new Set(practices.map(({ code }) => code));
  const values = new Map<string, OutcomeRow>();
  for (const row of outcomes) if (row.part === "all" && row.arm === "outage" && codes.has(row.where)) values.set(`${row.id} ${row.where}`, row);
  const ids = glossary.map(({ id }) => id).filter((id) => practices.some(({ code }) => values.has(`${id} ${code}`)));
  const hours = outcomes.filter(({ id, part, arm, where }) => id === "extraWorkHours" && part.startsWith(ROLE) && arm === "outage" && codes.has(where));
  const byRole = new Map(hours.map((row) => [`${row.part.slice(ROLE.length)} ${row.where}`, row]));
  const roles = [...new Set(hours.map(({ part }) => part.slice(ROLE.length)))];
  const header = [
    "code", "name", "neighbourhood", "neighbourhood_name", "patients",
    // Recovery beyond the horizon counts as the horizon: a mean with values cut there is a lower bound.
    ...ids.flatMap((id) => [`${id}_mean`, `${id}_low`, `${id}_high`, ...(id === "backlogRecovery" ? [`${id}_censored`] : [])]),
    ...roles.flatMap((role) => [`extraWorkHours_${role}_mean`, `extraWorkHours_${role}_low`, `extraWorkHours_${role}_high`]),
  ];
  const rows = practices.map(({ code, name, parent, patients }): Cell[] => [
    code, name, parent, parent === null ? null : (names.get(parent) ?? null), patients,
    ...ids.flatMap((id): Cell[] => {
      const row = values.get(`${id} ${code}`);
      return [row?.mean ?? null, row?.low ?? null, row?.high ?? null, ...(id === "backlogRecovery" ? [row?.censored ?? null] : [])];
    }),
    ...roles.flatMap((role): Cell[] => {
      const row = byRole.get(`${role} ${code}`);
      return [row?.mean ?? null, row?.low ?? null, row?.high ?? null];
    }),
  ]);
  return csv("practices.csv", header, rows);
}

function dayTable(outcomes: readonly OutcomeRow[]): Table {
  const rows = outcomes.filter(({ part }) => part.startsWith("day:")).map((row): Cell[] => [
    row.part.slice("day:".length), row.id, row.unit, row.arm, row.against, row.where, row.kind, row.mean, row.low, row.high,
  ]);
  return csv("days.csv", ["day", "id", "unit", "arm", "against", "where", "kind", "mean", "low", "high"], rows);
}

function assumptionCells({ id, value, unit, meaning, source, grade, changed, range }: Assumption): Cell[] {
  const listed = (figures: number | readonly number[]): Cell => (typeof figures === "number" ? figures : figures.join("; "));
  const bounds = range === undefined ? [null, null, null, null] : "fixed" in range ? [null, null, null, range.fixed] : [listed(range.low), listed(range.high), range.sum ?? null, null];
  return [id, listed(value), unit, meaning, source, grade, changed, ...bounds];
}

function pointsOf({ id, part, arm, where, start, stepMinutes, unit, mean, low, high }: Series): Cell[][] {
  return mean.map((value, step) => [id, part, arm, where, after(start, step * stepMinutes), unit, value, low[step] ?? null, high[step] ?? null]);
}

/** The local time that lies `minutes` after `start`, both as `2023-03-16T08:00`. */
export function after(start: string, minutes: number): string {
  const [date = "", clock = "00:00"] = start.split("T");
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const total = hour * 60 + minute + minutes;
  const days = Math.floor(total / DAY);
  const rest = total - days * DAY;
  return `${dateOf(dayNumber(date) + days)}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
