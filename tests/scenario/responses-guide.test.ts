/** The guide to what people do about an outage holds what the language takes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/scenario/compile.js";
import { directive, laterHabits } from "../../src/scenario/language-policies.js";
import { schemaAt, settingsOf } from "../../src/scenario/schema-walk.js";

const guide = readFileSync(new URL("../../docs/responses.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block!);

/** The outage that the guide's sections are about. */
const before = `question: Does the guide hold?
name: guide
calendar: {start: 2026-01-12, days: 56}
estate: {generate: {region: QKS}}
incidents:
- {name: Firewall fails, component: regional-firewall, at: 2026-01-13 08:00, for: 5 working days}
`;

test("the guide shows every setting", () => {
  const settings = [...settingsOf(directive), ...settingsOf(schemaAt(directive, ["advice"])), ...settingsOf(laterHabits)];
  expect(settings.length).toBeGreaterThan(15);
  expect(settings.filter((setting) => !blocks.some((block) => new RegExp(`\\b${setting}:`).test(block)))).toEqual([]);
});

test("the guide shows what helps meanwhile and afterwards", () => {
  for (const setting of ["mutualAid", "extraSessions", "extraSessionWeeks", "extraSessionMinutes", "overtimeMinutes"]) expect(blocks.some((block) => block.includes(`${setting}: `))).toBe(true);
});

test.each(blocks.map((block) => [/name: ([^,\n]*)|habits|response: (.*)/.exec(block)![0], block]))("%s", async (_, block) => {
  const { model, warnings } = await compile(before + block, "guide.yaml", () => Promise.reject(new Error("no file")));
  const { directives, habits } = model.policies;
  expect(directives.length + habits.length).toBe(block.split("\n").filter((line) => line.startsWith("  - ")).length);
  const response = [...(/^response: (.*)$/m.exec(block)?.[1] ?? "").matchAll(/(\w+): ([\d.]+)/g)];
  for (const [, setting, value] of response) expect(model.parameters.response).toHaveProperty(setting!, Number(value));
  expect(warnings).toEqual([]);
});
