/** What a sentence about a part of a scenario calls it. */
import { type About, shown } from "./messages.js";
import type { Path } from "./positions.js";

/** The value at `path` within plain data; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  const step = (inner: unknown, key: string | number): unknown =>
    typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string | number, unknown>)[key] : undefined;
  return path.reduce(step, value);
}

/** Lists whose entries have names: how an entry is called, and by which of its settings. */
const named: Readonly<Record<string, readonly [kind: string, key: string]>> = {
  incidents: ["incident", "name"],
  hypotheses: ["hypothesis", ""],
  components: ["component", "id"],
  practices: ["practice", "code"],
  neighbourhoods: ["neighbourhood", "code"],
  regions: ["region", "code"],
  change: ["change", ""],
};
const verbs: Readonly<Record<string, string>> = { for: "lasts", at: "begins at", until: "ends at", fades: "fades over", needs: "needs", name: "has the name" };

/** Place in `path` of the innermost entry with a name of its own, or -1. */
function entryIn(path: Path): number {
  return path.findLastIndex((key, place) => typeof key === "number" && Object.hasOwn(named, path[place - 1] ?? ""));
}

/** The group of settings at `path`: `incident "phones"`, `the calendar`. A group within an entry of a list goes by the name of the entry. */
export function subjectOf(root: unknown, path: Path): string {
  const section = path[0];
  if (section === undefined) return "the scenario";
  if (path.at(-1) === "where") return `the "where" of ${subjectOf(root, path.slice(0, -1))}`;
  const entry = entryIn(path);
  if (entry === -1) return ["calendar", "estate", "experiment"].includes(String(section)) ? `the ${section}` : String(section);
  const [kind, key] = named[path[entry - 1]!]!;
  const name = valueAt(root, [...path.slice(0, entry + 1), key]);
  return typeof name === "string" && name !== "" ? `${kind} ${shown(name)}` : `${kind} ${Number(path[entry]) + 1}`;
}

/** The setting at `path`: what has it, and with which verb. */
export function aboutOf(root: unknown, path: Path): About {
  const last = path.at(-1);
  if (last === undefined) return { subject: "the file", verb: "holds" };
  if (typeof last === "string") return { subject: subjectOf(root, path.slice(0, -1)), verb: verbs[last] ?? `has ${last}` };
  if (entryIn(path) === path.length - 1) return { subject: `${named[path.at(-2)!]![0]} ${last + 1}`, verb: "is" };
  return aboutOf(root, path.slice(0, -1));
}
