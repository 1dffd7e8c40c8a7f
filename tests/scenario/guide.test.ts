/** The guide to writing stories holds what the language takes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { compile } from "../../src/scenario/compile.js";

const guide = readFileSync(new URL("../../docs/incidents.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block!);

/** What the guide's incidents are about, and the incident that one of them follows. */
const before = `question: Does the guide hold?
name: guide
calendar: {start: 2026-01-12, days: 56}
estate:
  generate: {region: QKS}
  change:
    - {where: {clinicalSystem: EMIS Web}, set: {tags: [resource-publisher]}}
    - {where: {clinicalSystem: EMIS Web}, share: 0.6, set: {tags: [template-manager]}}
infrastructure: {where: {local-server: {region: QKS}}}
incidents:
- {name: Power cut, component: power, at: 2026-01-14 08:00, for: 2h}
`;

test("the guide shows the whole language", () => expect(blocks.length).toBeGreaterThan(5));

test("the guide lists all that can fail", () => {
  const rows = [...guide.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, id, label]) => ({ id, label }));
  expect(rows).toEqual(builtIn.components.map(({ id, label }) => ({ id, label })));
});

test.each(blocks.map((block) => [block.split("\n")[0]!, block]))("%s", async (_, block) => {
  const { model, warnings } = await compile(before + block, "guide.yaml", () => Promise.reject(new Error("no file")));
  expect(model.incidents.length).toBe(1 + block.split("\n").filter((line) => line.startsWith("- ")).length);
  expect(warnings).toEqual([]);
});
