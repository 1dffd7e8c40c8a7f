/** What holds for every shipped story, before any patient is simulated. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Model } from "../../src/experiment/model.js";
import { undisturbed } from "../../src/infrastructure/disruption.js";
import { shipped, upstreamOf } from "./shipped.js";

const names = readdirSync(new URL("../../scenarios/", import.meta.url)).filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -".yaml".length));

test("all stories are there", () => {
  expect(names).toEqual(expect.arrayContaining(["kent-firewall-2023", "kent-firewall-2023-three-days", "emis-code-push-2023", "emis-code-push-2023-after-a-fortnight", "staffordshire-antivirus", "crowdstrike-2024", "ordinary-year", "first-scenario", "example"]));
});

test.each(names)("%s: something is lost, levels lie between 0 and 1, and it begins with its question", async (name) => {
  const model = await shipped(name);
  const { disruption } = upstreamOf(model);
  expect(disruption.onset).toBeLessThan(Infinity);
  for (const { capabilities } of disruption.histories) {
    for (const { level, slowness } of capabilities) {
      expect(level.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(slowness.every((value) => value >= 1)).toBe(true);
    }
  }
  expect(model.question.endsWith("?")).toBe(true);
});

test.each(names)("%s: outages of no length take nothing from anybody, tails and staged returns included", async (name) => {
  const model = await shipped(name);
  const incidents: Model["incidents"] = model.incidents.map(({ return: _, ...incident }) => ({ ...incident, repair: { by: "end", lasts: 0 } }));
  const { disruption } = upstreamOf({ ...model, incidents });
  expect(disruption.histories).toEqual([undisturbed]);
});
