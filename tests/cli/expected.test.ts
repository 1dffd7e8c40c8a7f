/** Every scenario still gives what is written down of it in `scenarios/expected/`, within intervals; one of ten practices to the byte. */
// Slow: it simulates every scenario that is shipped five times, each over its whole calendar but for the ordinary year's, since what outages leave behind shows late.
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { expectationOf, expected, writtenDown } from "../../src/cli/expectation.js";
import { movements } from "../../src/cli/movement.js";
import { createMemory } from "../../src/engine/memory.js";
import { runExperiment } from "../../src/experiment/run.js";
import { simulateUnit } from "../../src/experiment/unit.js";

const entries = (await expected()).map((entry) => [basename(entry.path), entry] as const);
const memory = createMemory();
const WITHIN = 900_000;

test("something is expected of each scenario, and of nothing else", () => {
  const targets = readdirSync(new URL("../../scenarios/expected/", import.meta.url)).filter((name) => name.endsWith(".json"));
  expect(targets.sort()).toEqual(entries.map(([, { target }]) => basename(target)).sort());
  expect(entries.filter(([, { toTheByte }]) => toTheByte).map(([name]) => name)).toEqual(["ten-practices.yaml"]);
});

// The chance of a false alarm is told beside `agree`: none while the code is the same.
test.each(entries)("%s gives what is expected of it", async (_, entry) => {
  const before = await writtenDown(entry);
  expect(before!.rows.length).toBeGreaterThan(10);
  expect(before!.rows.length).toBeLessThanOrEqual(20);
  const moved = movements(before!, await expectationOf(entry, (model) => runExperiment(model, async (unit) => simulateUnit(model, unit, memory))));
  const parted = moved.filter(({ agrees }) => !agrees).map(({ line }) => line);
  expect(parted, "Where each of these was meant to change, `npm run expected` writes down what is expected from now on, and prints all that moved.").toEqual([]);
}, WITHIN);
