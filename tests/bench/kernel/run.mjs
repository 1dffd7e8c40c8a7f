/**
 * The engine against programs written by hand in C for one model each, in turns and in one run, since machines differ and their speed wanders. Prints a
 * table and writes reports/bench/kernel.json. `npm run bench`; `npm run bench -- 15` for more rounds than seven. Without a C compiler the engine is timed
 * alone. Ends with 1 where a promised ratio is not reached.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const clinic = here("../../../../shared/peers/clinic_limit.c");
const rounds = Math.max(7, Number(process.argv[2] ?? 7));

/** Name, model with its arguments, the program in C with its own, and the ratio that is promised. */
const races = [
  { name: "hold, 1,000 pending", model: ["hold", 1000, 5_000_000], limit: here("hold.c"), promised: 2.2 },
  { name: "hold, 100,000 pending", model: ["hold", 100_000, 5_000_000], limit: here("hold.c"), promised: 1.9 },
  { name: "M/M/1, a million customers", model: ["queue", 1, 0.9, 1_000_000], limit: here("queue.c"), promised: 3.6 },
  { name: "M/M/10, a million customers", model: ["queue", 10, 9, 1_000_000], limit: here("queue.c"), promised: 3.3 },
  { name: "clinic, 400 practices", model: ["clinic", 400, 5], limit: clinic, promised: 3.5 },
  { name: "clinic, 4,000 practices", model: ["clinic", 4000, 5], limit: clinic, promised: 3.5 },
];

const folder = mkdtempSync(join(tmpdir(), "outagelab-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const hasCompiler = spawnSync("cc", ["--version"]).status === 0;
if (!hasCompiler) console.log("no C compiler (cc) here: the engine is timed alone");

const results = races.map((race) => {
  const program = built(race.limit);
  const [limit, engine] = [[], []];
  for (let round = 0; round < rounds; round++) {
    if (process.stderr.isTTY) process.stderr.write(`\r${race.name}: round ${round + 1} of ${rounds}   `);
    if (program !== null) limit.push(timed(program, [...race.model.slice(1), round]));
    engine.push(timed(process.execPath, [here("once.mjs"), ...race.model, round]));
  }
  // With a young generation this large nothing is collected in a pass, so what the heap grows by is what was allocated.
  const allocating = timed(process.execPath, ["--min-semi-space-size=512", "--max-semi-space-size=512", here("once.mjs"), ...race.model, 1]);
  const seconds = median(engine.map((run) => run.seconds));
  const compiled = median(engine.map((run) => run.compiledSeconds));
  const limitSeconds = program === null ? null : median(limit.map((run) => run.seconds ?? run.wall_s));
  return {
    name: race.name, promised: race.promised, rounds, limitSeconds, seconds, compiledSeconds: compiled,
    ratio: limitSeconds && seconds / limitSeconds, compiledRatio: limitSeconds && compiled / limitSeconds,
    nanosecondsPerEvent: (compiled / engine[0].events) * 1e9, bytesPerEvent: allocating.bytesPerEvent,
    runs: { limit: limit.map((run) => run.seconds ?? run.wall_s), engine: engine.map((run) => run.seconds), compiled: engine.map((run) => run.compiledSeconds) },
  };
});
if (process.stderr.isTTY) process.stderr.write(`\r${" ".repeat(60)}\r`);

const columns = ["", "C, s", "engine, s", "ratio", "promised", "compiled, s", "ratio", "ns/event", "B/event"];
const rows = results.map((each) => [
  each.name, fixed(each.limitSeconds, 3), fixed(each.seconds, 3), fixed(each.ratio, 2), `<= ${each.promised}`, fixed(each.compiledSeconds, 3), fixed(each.compiledRatio, 2),
  fixed(each.nanosecondsPerEvent, 0), fixed(Math.max(0, each.bytesPerEvent), 1),
]);
const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i].length)));
for (const row of [columns, ...rows]) console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
console.log(`medians of ${rounds} alternating runs, each in a fresh process: its first pass, compiling included, and its third`);

mkdirSync("reports/bench", { recursive: true });
writeFileSync("reports/bench/kernel.json", JSON.stringify({ node: process.version, processor: cpus()[0]?.model, results }, null, 1));
console.log("written: reports/bench/kernel.json");
if (results.some((each) => each.ratio !== null && each.ratio > each.promised)) process.exitCode = 1;

function built(source) {
  if (!hasCompiler || !existsSync(source)) return null;
  const program = join(folder, source.replaceAll(/[^a-z_]/g, ""));
  if (!existsSync(program)) execFileSync("cc", ["-O3", "-march=native", source, "-lm", "-o", program]);
  return program;
}

function timed(program, given) {
  return JSON.parse(execFileSync(program, given.map(String), { encoding: "utf8" }));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function fixed(value, digits) {
  return value === null ? "-" : value.toFixed(digits);
}
