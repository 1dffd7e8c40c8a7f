/** What the benchmarks of the model share: a scenario's units, threads for them, and figures of many rounds. */
import { readFile } from "node:fs/promises";
import { compile } from "../../dist/index.js";
import { startThreads } from "../../dist/cli/threads.js";
import { neighbourhoodUnits } from "../../dist/experiment/neighbourhoods.js";
import { disruptionsOf } from "../../dist/experiment/upstream.js";
import { DAY, daysOf } from "../../dist/facts/days.js";

/** The model of a scenario file, its text changed by `edit`, and the units of its first replication. */
export async function unitsOf(file, edit = (text) => text) {
  const { model } = await compile(edit(await readFile(file, "utf8")), file, (path) => readFile(path));
  return { model, units: neighbourhoodUnits(model, 0, disruptionsOf(model).of(0), daysOf(model.period) * DAY) };
}

export function start(model, threads) {
  return startThreads(model, threads);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Least squares through (ln x, ln y): y grows as x to this power. */
export function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
