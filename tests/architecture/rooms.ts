/** The house's floor plan: who may import whom, and what each edge of the import graph is judged by. */

export interface Room {
  /** Rooms, or single files of a room, that it may import. A file outside every room is named in full. */
  readonly may: readonly string[];
  /** What it may import for its types alone. */
  readonly mayTypes?: readonly string[];
  /** Packages it may import. */
  readonly packages?: readonly string[];
  /** True for a room that may use Node's own modules. */
  readonly node?: boolean;
}

const upToExperiment = ["engine", "statistics", "facts", "estate", "imports", "infrastructure", "demand", "care", "overflow", "outcomes", "experiment"];
const upToDecision = [...upToExperiment, "decision"];
const upToScenario = [...upToDecision, "scenario"];

export const rooms: Readonly<Record<string, Room>> = {
  engine: { may: [], packages: ["seedrandom"] },
  statistics: { may: [], packages: ["d3-array"] },
  facts: { may: [] },
  estate: { may: ["engine", "facts"] },
  imports: { may: ["estate", "facts"], packages: ["d3-array", "d3-dsv", "fflate", "read-excel-file"] },
  infrastructure: { may: ["engine", "facts", "estate"] },
  demand: { may: ["engine", "facts", "estate"] },
  care: { may: ["engine", "facts", "estate", "demand", "infrastructure/disruption"] },
  // What becomes of a patient elsewhere hangs on draws by the keys that demand gave, for purposes that demand numbers. A team that serves many practices reads what each can do.
  overflow: { may: ["engine", "facts", "estate", "care/journal", "demand/purposes", "infrastructure/disruption"], mayTypes: ["demand"] },
  outcomes: {
    may: ["facts", "statistics", "estate", "care/journal", "overflow/journal"],
    // A pair carries what its two journals were made from.
    mayTypes: ["demand", "infrastructure/disruption"],
  },
  experiment: { may: upToExperiment.filter((room) => room !== "experiment"), packages: ["d3-array"] },
  decision: { may: upToExperiment, packages: ["d3-array"] },
  calibration: { may: upToExperiment, packages: ["d3-array", "d3-dsv"] },
  scenario: { may: upToDecision, packages: ["@noble/hashes", "fastest-levenshtein", "yaml", "zod"] },
  // Facts: the calendar, for the times of its tables.
  result: { may: ["facts", "statistics"], mayTypes: [...upToScenario, "calibration"], packages: ["@noble/hashes", "d3-dsv"] },
  // Hashes: a page names by them the only style and script that a browser may heed.
  report: { may: ["result", "facts"], packages: ["@noble/hashes", "vega", "vega-lite"] },
  "simulate.ts": { may: [...upToExperiment, "calibration"] },
  "index.ts": { may: [...upToScenario, "calibration", "result", "report"] },
  "platform.d.ts": { may: [] },
  cli: { may: ["index.ts"], packages: ["@commander-js/extra-typings", "@resvg/resvg-js", "commander", "picocolors", "piscina"], node: true },
  app: { may: ["index.ts"] },
};

/** Files that keep to a plan of their own. Threads load these afresh, so they stay clear of Vega, YAML and zod. */
export const exceptions: Readonly<Record<string, Room>> = {
  "cli/worker.ts": { may: ["simulate.ts"], node: true },
  "cli/calibration-worker.ts": { may: ["simulate.ts"], node: true },
  "cli/arm-worker.ts": { may: ["simulate.ts"], node: true },
  "app/worker.ts": { may: ["simulate.ts"] },
};

/** One import, from a file of `src/` (`cli/main.ts`) to another, to a package (`npm:zod`) or to a module of Node's (`node:fs`). */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** What forbids an import, in a sentence; null for one that the floor plan allows. */
export function objection({ from, to, typeOnly }: Import): string | null {
  const room = roomOf(from);
  const rule = exceptions[from] ?? rooms[room];
  if (rule === undefined) return `${from} lies in no room of the floor plan`;
  if (to.startsWith("node:")) return rule.node === true ? null : `${from} imports ${to}, but only the command line may use Node`;
  if (to.startsWith("npm:")) {
    const name = packageOf(to);
    return (rule.packages ?? []).includes(name) ? null : `${from} imports the package ${name}, which its room does not use`;
  }
  if (exceptions[from] === undefined && roomOf(to) === room) return null;
  const allowed = typeOnly ? [...rule.may, ...(rule.mayTypes ?? [])] : rule.may;
  if (allowed.some((place) => place === to || place === roomOf(to) || `${place}.ts` === to)) return null;
  return `${from} imports ${typeOnly ? "types of " : ""}${to}; ${exceptions[from] === undefined ? room : from} may import ${rule.may.join(", ") || "nothing"}`;
}

/** Folder of `src/` in which a file lies, or the file itself where it lies in none. */
export function roomOf(file: string): string {
  return file.split("/")[0]!;
}

function packageOf(to: string): string {
  const parts = to.slice("npm:".length).split("/");
  return parts[0]!.startsWith("@") ? `${parts[0]}/${parts[1]}` : parts[0]!;
}

/** Every file that `entry` loads when it runs, packages included, by the imports that are more than types. */
export function loadedBy(entry: string, imports: readonly Import[]): Set<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) loaded.add(to);
  }
  return loaded;
}

/** One circle of imports, its first file repeated at the end; null where there is none. */
export function circle(imports: readonly Import[]): string[] | null {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (finished.has(file)) return null;
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    path.push(file);
    for (const target of targets.get(file) ?? []) {
      const found = visit(target);
      if (found !== null) return found;
    }
    path.pop();
    finished.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const found = visit(file);
    if (found !== null) return found;
  }
  return null;
}
