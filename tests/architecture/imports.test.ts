/** Who imports whom, read from the source by dependency-cruiser and held against the floor plan. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, test } from "vitest";
import { circle, exceptions, loadedBy, objection, roomOf, rooms, type Import } from "./rooms.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const { output } = await cruise(
  ["src"],
  { baseDir: root, tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" }, enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "import", "default"] } },
  {},
  { tsConfig: extractTSConfig(`${root}src/cli/tsconfig.json`) },
);
const { modules } = output as ICruiseResult;
const ours = modules.filter(({ source }) => source.startsWith("src/"));
const imports: Import[] = ours.flatMap(({ source, dependencies }) =>
  dependencies.map(({ module, resolved, dependencyTypes, coreModule }) => ({
    from: inSrc(source),
    to: coreModule ? `node:${resolved.replace(/^node:/, "")}` : resolved.startsWith("src/") ? inSrc(resolved) : `npm:${module}`,
    typeOnly: dependencyTypes.includes("type-only"),
  })),
);

test("every source file was read, and every import found its file", () => {
  expect(files.length).toBeGreaterThan(0);
  expect(ours.map(({ source }) => inSrc(source)).sort()).toEqual([...files].sort());
  expect(imports.length).toBeGreaterThan(ours.length);
  expect(modules.flatMap(({ dependencies }) => dependencies.filter(({ couldNotResolve }) => couldNotResolve).map(({ module }) => module))).toEqual([]);
});

test("every import follows the floor plan", () => {
  expect(imports.map(objection).filter((sentence) => sentence !== null)).toEqual([]);
});

test("imports, those of types included, run in no circle", () => {
  expect(circle(imports)).toBeNull();
});

test.each(["cli/worker.ts", "cli/calibration-worker.ts"])("a thread (%s) loads the simulation alone, not charts, YAML or schemas", (worker) => {
  const loaded = loadedBy(worker, imports);
  expect(loaded).toContain("simulate.ts");
  expect(loaded).toContain("npm:seedrandom");
  const unwanted = [...loaded].filter((file) => ["scenario", "result", "report"].includes(roomOf(file)) || /^npm:(?!seedrandom|d3-array)/.test(file));
  expect(unwanted).toEqual([]);
});

test.each([
  [{ from: "engine/calendar.ts", to: "facts/days.ts", typeOnly: false }, "engine/calendar.ts imports facts/days.ts"],
  [{ from: "engine/calendar.ts", to: "facts/days.ts", typeOnly: true }, "imports types of facts/days.ts"],
  [{ from: "care/diary.ts", to: "infrastructure/model.ts", typeOnly: false }, "infrastructure/disruption"],
  [{ from: "outcomes/appointments.ts", to: "demand/demand.ts", typeOnly: false }, "imports demand/demand.ts"],
  [{ from: "result/document.ts", to: "scenario/compile.ts", typeOnly: false }, "imports scenario/compile.ts"],
  [{ from: "cli/main.ts", to: "report/page.ts", typeOnly: false }, "cli may import index.ts"],
  [{ from: "cli/worker.ts", to: "index.ts", typeOnly: false }, "may import simulate.ts"],
  [{ from: "cli/worker.ts", to: "cli/threads.ts", typeOnly: false }, "may import simulate.ts"],
  [{ from: "report/page.ts", to: "node:fs", typeOnly: false }, "only the command line may use Node"],
  [{ from: "care/clinic.ts", to: "npm:zod", typeOnly: false }, "the package zod"],
  [{ from: "scenario/hash.ts", to: "npm:@noble/curves/ed25519.js", typeOnly: false }, "the package @noble/curves"],
  [{ from: "attic/box.ts", to: "engine/calendar.ts", typeOnly: false }, "lies in no room"],
])("the floor plan objects to %o", (breach, sentence) => {
  expect(objection(breach)).toContain(sentence);
});

test.each([
  { from: "outcomes/outcome.ts", to: "demand/demand.ts", typeOnly: true },
  { from: "care/diary.ts", to: "infrastructure/disruption.ts", typeOnly: false },
  { from: "cli/worker.ts", to: "simulate.ts", typeOnly: false },
  { from: "cli/files.ts", to: "node:fs/promises", typeOnly: false },
  { from: "scenario/hash.ts", to: "npm:@noble/hashes/sha2.js", typeOnly: false },
])("the floor plan allows %o", (edge) => {
  expect(objection(edge)).toBeNull();
});

test("a circle is found, whatever leads to it", () => {
  const edge = (from: string, to: string): Import => ({ from, to, typeOnly: true });
  expect(circle([edge("a", "b"), edge("b", "c"), edge("c", "b")])).toEqual(["b", "c", "b"]);
  expect(circle([edge("a", "b"), edge("a", "c"), edge("b", "c")])).toBeNull();
});

test("the floor plan names only what it knows", () => {
  const places = [...Object.values(rooms), ...Object.values(exceptions)].flatMap(({ may, mayTypes }) => [...may, ...(mayTypes ?? [])]);
  expect(places.filter((place) => rooms[roomOf(place)] === undefined)).toEqual([]);
});

function inSrc(path: string): string {
  return path.replace(/^src\//, "");
}
