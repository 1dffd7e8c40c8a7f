/** `npm run expected`: runs every scenario with the settings of expectations, writes `scenarios/expected/` again and prints what moved. Some minutes. */
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { expectationOf, expected, writtenDown, type Expectation } from "./expectation.js";
import { movements } from "./movement.js";
import { simulate } from "./simulate.js";

const uninterrupted = new AbortController().signal;
let parted = 0;
for (const entry of await expected()) {
  const now = await expectationOf(entry, (model) => simulate(model, { threads: availableParallelism(), quiet: true }, uninterrupted));
  console.log(basename(entry.path));
  for (const line of linesOf(await writtenDown(entry), now)) console.log(line);
  await writeFile(entry.target, textOf(now));
}
console.log(parted === 0 ? "All that was expected is met." : `! marks what is no longer expected, ${parted} in all: intervals that no longer overlap, other settings, other bytes. Is each a change that was meant?`);

function linesOf(before: Expectation | undefined, now: Expectation): string[] {
  if (before === undefined) return ["  is new"];
  const moved = movements(before, now);
  parted += moved.filter(({ agrees }) => !agrees).length;
  return moved.length === 0 ? ["  nothing moved"] : moved.map(({ line, agrees }) => `${agrees ? " " : "!"} ${line}`);
}

/** A row a line, so that a comparison of versions shows rows. */
function textOf({ rows, ...settings }: Expectation): string {
  return `${JSON.stringify(settings, null, 1).slice(0, -2)},\n "rows": [\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n ]\n}\n`;
}
