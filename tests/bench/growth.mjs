/**
 * How cost grows: processor time of whole runs (compiled, simulated in threads, folded; no pictures) against the number of practices, 10 to 6,169, and against the weeks simulated, 1 to
 * 12; and memory. The exponent is the slope of logarithms: 1 is linear. Rerun with `npm run bench:growth`; some minutes.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { availableParallelism } from "node:os";
import { compile, runExperiment } from "../../dist/index.js";
import { partOf } from "../../dist/estate/part.js";
import { exponent, median, start } from "./model.mjs";

const [weeks, practices] = process.argv.slice(2).map(Number);
if (practices !== undefined) await measure(weeks, practices);
else {
  console.log("practices  weeks  processor s  ms a practice and week  MiB");
  const byPractices = [10, 40, 160, 640, 2500, 6169].map((count) => point(2, count));
  console.log(`against practices: exponent ${exponent(byPractices.map((of) => [of.practices, of.seconds])).toFixed(2)}; memory of the largest ${(byPractices.at(-1).mib / byPractices[2].mib).toFixed(1)} times that of 160\n`);
  const byWeeks = [1, 2, 4, 8, 12].map((count) => point(count, 160));
  console.log(`against weeks: exponent ${exponent(byWeeks.map((of) => [of.weeks, of.seconds])).toFixed(2)}; memory of the longest ${(byWeeks.at(-1).mib / byWeeks[0].mib).toFixed(1)} times that of one week`);
}

/** In a process of its own, whose memory begins anew; the median of a few rounds for what is short. */
function point(weeks, practices) {
  const rounds = practices > 1000 ? 1 : 3;
  const all = Array.from({ length: rounds }, () => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(weeks), String(practices)], { stdio: ["ignore", "pipe", "inherit"] });
    return JSON.parse(stdout);
  });
  const seconds = median(all.map((one) => one.seconds));
  const mib = Math.max(...all.map((one) => one.mib));
  console.log(`${String(practices).padStart(9)}  ${String(weeks).padStart(5)}  ${seconds.toFixed(1).padStart(11)}  ${((1000 * seconds) / practices / weeks).toFixed(1).padStart(22)}  ${String(mib).padStart(3)}`);
  return { weeks, practices, seconds, mib };
}

/** Half of the weeks lie before the start. The incident strikes all of the estate; the practices are the first of England's. */
async function measure(weeks, practices) {
  const days = Math.round(3.5 * weeks);
  const text = `question: How does cost grow?\nname: growth\nseed: growth\ncalendar: {start: 2024-07-15, days: ${days}, warmUp: ${7 * weeks - days}}\n` +
    "estate: {generate: {region: England}}\nincidents:\n  - {name: Spine fails, component: spine, at: 2024-07-16 09:00, for: 4h}\nexperiment: {replications: 1}\n";
  const { model } = await compile(text, "growth.yaml", (path) => readFileSync(path));
  // Whole neighbourhoods, until there are as many practices.
  const last = model.estate.practices[practices - 1].neighbourhood;
  const smaller = { ...model, estate: { ...model.estate, ...partOf(model.estate, (practice) => model.estate.practices[practice].neighbourhood <= last) } };
  const threads = start(smaller, availableParallelism());
  const began = process.cpuUsage();
  await runExperiment(smaller, (unit) => threads.simulate(unit));
  const { user, system } = process.cpuUsage(began);
  await threads.close();
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, mib: Math.round(process.resourceUsage().maxRSS / 1024) }));
}
