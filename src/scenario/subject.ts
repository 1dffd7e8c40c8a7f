/** What a sentence about a part of a scenario calls it. */
import { type About, shown } from "./messages.js";
import type { Path } from "./positions.js";

/** The value at `path` within plain data; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string | number, unknown>)[key] : undefined), value);
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

/** The group of settings at `path`: `incident "phones"`, `the calendar`. */
export function subjectOf(root: unknown, path: Path): string {
  const [last, list] = [path.at(-1), path.at(-2)];
  if (last === undefined) return "the scenario";
  if (typeof last === "number") {
    const [kind, key] = (typeof list === "string" && named[list]) || ["entry", ""];
    const name = valueAt(root, [...path, key]);
    return typeof name === "string" && name !== "" ? `${kind} ${shown(name)}` : `${kind} ${last + 1}`;
  }
  if (last === "where") return `the "where" of ${subjectOf(root, path.slice(0, -1))}`;
  // A group within an entry of a list goes by the name of the entry.
  const entry = path.findLastIndex((key) => typeof key === "number");
  if (entry !== -1) return subjectOf(root, path.slice(0, entry + 1));
  const section = String(path[0]);
  return section === "calendar" || section === "estate" || section === "experiment" ? `the ${section}` : section;
}

/** The setting at `path`: what has it, and with which verb. */
export function aboutOf(root: unknown, path: Path): About {
  const last = path.at(-1);
  if (last === undefined) return { subject: "the file", verb: "holds" };
  if (typeof last === "string") return { subject: subjectOf(root, path.slice(0, -1)), verb: verbs[last] ?? `has ${last}` };
  const list = path.findLast((key) => typeof key === "string");
  if (list !== undefined && named[list] && list === path.at(-2)) return { subject: `${named[list]![0]} ${last + 1}`, verb: "is" };
  return aboutOf(root, path.slice(0, -1));
}
