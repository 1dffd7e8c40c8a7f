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
  directives: ["directive", "name"],
  teams: ["team", "name"],
  hubs: ["hub", "name"],
  habits: ["habit", ""],
  hypotheses: ["hypothesis", ""],
  components: ["component", "id"],
  cost: ["cost", "item"],
  practices: ["practice", "code"],
  neighbourhoods: ["neighbourhood", "code"],
  regions: ["region", "code"],
  change: ["change", ""],
  rings: ["ring", ""],
  shares: ["return", ""],
};
/** Lists of which there is one in each incident: their entries are called by both. */
const ofIncidents: ReadonlySet<unknown> = new Set(["rings", "shares"]);
/** Settings that select practices. */
const selectors: ReadonlySet<unknown> = new Set(["where", "serves", "target", "sentTo", "breaks"]);

/** By the setting, or by the group and the setting where they are not the same in every group. */
const verbs: Readonly<Record<string, string>> = {
  for: "lasts", at: "begins at", until: "ends at", fades: "fades over", needs: "needs", name: "has the name", found: "is found after", "suspected.for": "is suspected for",
  "suspected.cause": "is suspected to be", "follows.incident": "follows", after: "comes after", takes: "takes", rollback: "is rolled back in", down: "is down for", up: "is up for",
  over: "comes back over", spread: "spreads over", "spread.over": "spreads over", "spread.until": "spreads until", "units.of": "hits",
  "logsInTo.practice": "logs in as", "logsInTo.component": "logs in to", practices: "serves",
  followed: "is followed by", heeded: "is heeded by",
};

/** Place in `path` of the innermost entry with a name of its own, or -1. */
function entryIn(path: Path): number {
  return path.findLastIndex((key, place) => typeof key === "number" && Object.hasOwn(named, path[place - 1] ?? ""));
}

/** The group of settings at `path`: `incident "phones"`, `the calendar`. A group within an entry of a list goes by the name of the entry. */
export function subjectOf(root: unknown, path: Path): string {
  const section = path[0];
  // A file that begins with the name of an option is one.
  if (section === undefined) return valueAt(root, ["option"]) === undefined ? "the scenario" : "the option";
  if (selectors.has(path.at(-1))) return `the "${path.at(-1)!}" of ${subjectOf(root, path.slice(0, -1))}`;
  const entry = entryIn(path);
  if (entry === -1) return ["calendar", "estate", "experiment"].includes(String(section)) ? `the ${section}` : String(section);
  const [kind, key] = named[path[entry - 1]!]!;
  const name = valueAt(root, [...path.slice(0, entry + 1), key]);
  if (ofIncidents.has(path[entry - 1])) return `${kind} ${Number(path[entry]) + 1} of ${subjectOf(root, path.slice(0, entry - 1))}`;
  return typeof name === "string" && name !== "" ? `${kind} ${shown(name)}` : `${kind} ${Number(path[entry]) + 1}`;
}

/** The setting at `path`: what has it, and with which verb. */
export function aboutOf(root: unknown, path: Path): About {
  const last = path.at(-1);
  if (last === undefined) return { subject: "the file", verb: "holds" };
  if (path.at(-2) === "then") return { subject: subjectOf(root, path.slice(0, -1)), verb: `brings ${last} back after` };
  if (typeof last === "string") return { subject: subjectOf(root, path.slice(0, -1)), verb: verbs[`${path.at(-2) ?? ""}.${last}`] ?? verbs[last] ?? `has ${last}` };
  if (entryIn(path) === path.length - 1) return { subject: `${named[path.at(-2)!]![0]} ${last + 1}`, verb: "is" };
  return aboutOf(root, path.slice(0, -1));
}
