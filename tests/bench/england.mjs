/**
 * All of England through the outage of July 2024, every patient simulated: one replication, four weeks before and four after, by the command as users type it. Its statistics go to the
 * terminal; give `--threads 1` or other options of `run`. Rerun with `npm run bench:england`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "outagelab-england-"));
try {
  const scenario = readFileSync("scenarios/crowdstrike-2024.yaml", "utf8").replace(/^ *sample: .*\n/m, "").replace("days: 42", "days: 28").replace("name: crowdstrike-2024", "name: england");
  const file = join(folder, "england.yaml");
  writeFileSync(file, scenario);
  const { status } = spawnSync(process.execPath, ["bin/outagelab.js", "run", file, "--replications", "1", "--stats", "--fresh", "--out", folder, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
