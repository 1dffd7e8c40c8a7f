/** What differs in the scenarios of two results: lines of their texts, under the setting that they belong to, and figures of the model. */
import type { Assumption } from "../../result/document.js";
import { changesBetween } from "./line-difference.js";
import type { Pair } from "./pair.js";

export interface SettingChange {
  /** `estate: generate:`, `incidents: Telephones fail`; empty for settings that belong to none. */
  readonly under: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** Comments and empty lines set nothing, and are left out. */
export function settingChanges({ a, b }: Pair): SettingChange[] {
  const [before, after] = [linesOf(a.scenario.text), linesOf(b.scenario.text)];
  return changesBetween(before, after).flatMap(({ gone, added, at: [one, other] }) => {
    const [a, b] = [beforeOutermost(gone), beforeOutermost(added)];
    const within = { under: a > 0 ? aboveOf(before, one) : b > 0 ? aboveOf(after, other) : "", a: shifted(gone.slice(0, a)), b: shifted(added.slice(0, b)) };
    return [within, { under: "", a: gone.slice(a), b: added.slice(b) }].filter((change) => change.a.length + change.b.length > 0);
  });
}

/** Lines that still belong to the setting above them: those before the first that begins at the margin. */
function beforeOutermost(lines: readonly string[]): number {
  const first = lines.findIndex((line) => depthOf(line) === 0);
  return first === -1 ? lines.length : first;
}

export interface FigureChange {
  readonly meaning: string;
  readonly id: string;
  readonly a: Assumption | undefined;
  readonly b: Assumption | undefined;
}

/** Assumptions with other values, or that one result alone has. */
export function figureChanges({ a, b }: Pair): FigureChange[] {
  const [before, after] = [a, b].map(({ assumptions }) => new Map(assumptions.map((row) => [row.id, row]))) as [Map<string, Assumption>, Map<string, Assumption>];
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => ({ id, a: before.get(id), b: after.get(id), meaning: (before.get(id) ?? after.get(id))!.meaning }))
    .filter((row) => JSON.stringify(row.a?.value) !== JSON.stringify(row.b?.value));
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trimEnd()).filter((line) => !/^\s*(#|$)/.test(line));
}

/** Keys, and names of items, above a line that are further to the left than it and than one another, from the outermost in. */
function aboveOf(lines: readonly string[], at: number): string {
  const keys: string[] = [];
  let depth = depthOf(lines[at]!);
  for (let line = at - 1; line >= 0 && depth > 0; line--) {
    const own = depthOf(lines[line]!);
    if (own >= depth) continue;
    depth = own;
    const text = lines[line]!.trimStart();
    const key = /^(?:- name: *(.+)|([\w-]+:)(\s.*)?)$/.exec(text);
    if (key !== null) keys.unshift(key[1] ?? key[2]!);
  }
  return keys.join(" ");
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Moved to the left margin together. */
function shifted(lines: readonly string[]): string[] {
  const least = Math.min(...lines.map(depthOf));
  return lines.map((line) => line.slice(least));
}
