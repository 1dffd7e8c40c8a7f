import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const guide = readFileSync(new URL("../../docs/engine.md", import.meta.url), "utf8");

test("the guide's model runs as it stands and prints what the guide says", () => {
  const model = /```js\n(import[\s\S]*?)```/.exec(guide)![1]!;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", model], { cwd: new URL("../..", import.meta.url), encoding: "utf8" });
  expect(printed.trim()).toMatch(/^\d+ answered after \d/);
  expect(guide).toContain(`It prints \`${printed.trim()}\``);
});

test("every function that the guide names is exported", async () => {
  const engine = await import("../../src/engine/index.js");
  const table = guide.slice(guide.indexOf("## What there is"), guide.indexOf("## What it promises"));
  const named = [...table.matchAll(/`([a-z][A-Za-z]+)(?=[(`])/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !(name in engine))).toEqual([]);
});
