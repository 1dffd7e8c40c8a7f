/** What moved between two expectations of a scenario, row by row, and whether it moved further than chance explains. */
import { plain } from "../index.js";
import type { Expectation, ExpectedRow } from "./expectation.js";

export interface Movement {
  /** `appointmentsCancelled all: 1,230 (1,200 to 1,260) -> 1,300 (1,270 to 1,330), +70 (+5.7%)`. */
  readonly line: string;
  readonly agrees: boolean;
}

/** Of rows that differ in anything, in the order of `now`, those that are gone last; then the settings and the bytes, where these differ. */
export function movements(before: Expectation, now: Expectation): Movement[] {
  const [old, rows] = [before.rows, now.rows].map((all) => new Map(all.map((row) => [nameOf(row), row]))) as [Map<string, ExpectedRow>, Map<string, ExpectedRow>];
  const names = [...rows.keys(), ...[...old.keys()].filter((name) => !rows.has(name))];
  const settings = ({ scenario, seed, replications, sample: { taken, of } }: Expectation): string => `${scenario}, seed ${seed}, ${replications} replications, ${taken} of ${of} neighbourhoods`;
  return [
    ...names.flatMap((name) => movementOf(name, old.get(name), rows.get(name)) ?? []),
    ...(settings(before) === settings(now) ? [] : [{ line: `settings: ${settings(before)} -> ${settings(now)}`, agrees: false }]),
    ...(before.sha256 === now.sha256 ? [] : [{ line: `bytes of the result: ${before.sha256?.slice(0, 12)} -> ${now.sha256?.slice(0, 12)}`, agrees: false }]),
  ];
}

/**
 * Whether the intervals of 95% overlap. The same code gives the same rows on every machine, so nothing disagrees by chance alone. A change that draws all chance
 * anew and changes nothing else parts the intervals of five replications in about one row of 190: of the 20 rows of a scenario, in one scenario of nine at most.
 */
export function agree(one: ExpectedRow, other: ExpectedRow): boolean {
  if (one.mean === null || other.mean === null) return one.mean === other.mean;
  return (one.low ?? one.mean) <= (other.high ?? other.mean) && (other.low ?? other.mean) <= (one.high ?? one.mean);
}

function movementOf(name: string, before: ExpectedRow | undefined, now: ExpectedRow | undefined): Movement | undefined {
  if (before === undefined || now === undefined) return { line: `${name}: ${written(before)} -> ${written(now)}`, agrees: false };
  if (before.mean === now.mean && before.low === now.low && before.high === now.high && before.kind === now.kind) return undefined;
  return { line: `${name}: ${written(before)} -> ${written(now)}${changeOf(before.mean, now.mean)}`, agrees: before.kind === now.kind && agree(before, now) };
}

/** `appointmentsCancelled all`, `consultations all without the outage`. */
function nameOf({ id, part, arm }: ExpectedRow): string {
  return `${id} ${part}${arm === "none" ? " without the outage" : ""}`;
}

function written(row: ExpectedRow | undefined): string {
  if (row === undefined) return "no such row";
  const number = (value: number | null): string => (value === null ? "none" : plain(value, 4));
  return row.low === null || row.high === null ? number(row.mean) : `${number(row.mean)} (${number(row.low)} to ${number(row.high)})`;
}

/** In the unit of the outcome, and in percent of what it was. */
function changeOf(before: number | null, now: number | null): string {
  if (before === null || now === null) return "";
  const signed = (value: number): string => `${value > 0 ? "+" : ""}${plain(value)}`;
  return `, ${signed(now - before)}${before === 0 ? "" : ` (${signed((100 * (now - before)) / Math.abs(before))}%)`}`;
}
