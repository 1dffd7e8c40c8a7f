import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const guide = readFileSync(new URL("../../docs/engine.md", import.meta.url), "utf8");

const run = (code: string): string => execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: new URL("../..", import.meta.url), encoding: "utf8" });

test("the guide's model runs as it stands and prints what the guide says", () => {
  const model = /```js\n(import[\s\S]*?)```/.exec(guide)![1]!;
  const printed = run(model);
  expect(printed.trim()).toMatch(/^\d+ answered after \d/);
  expect(guide).toContain(`It prints \`${printed.trim()}\``);
});

test("the guide's other pieces of code run, with the engine's functions and the constants of its model", () => {
  const pieces = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(([, piece]) => piece!).slice(1);
  const given = 'import * as engine from "outagelab/engine"; Object.assign(globalThis, engine); const [CALL, , DONE] = [0, 1, 2]; const handlers = []; const calendar = createCalendar();';
  expect(pieces.map((piece) => run(`${given}${piece}; console.log("ran");`))).toEqual(["ran\n", "ran\n"]);
});

test("every function that the guide names is exported", async () => {
  const engine = await import("../../src/engine/index.js");
  const table = guide.slice(guide.indexOf("## What there is"), guide.indexOf("## What it promises"));
  const named = [...table.matchAll(/`([a-z][A-Za-z]+)(?=[(`])/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !(name in engine))).toEqual([]);
});
