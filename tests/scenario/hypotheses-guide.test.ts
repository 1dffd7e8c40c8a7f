/** The guide to hypotheses holds what the language takes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";
import { base } from "./base.js";

const guide = readFileSync(new URL("../../docs/hypotheses.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block!);

test("its settings have nothing to complain about", () => {
  expect(blocks).toHaveLength(2);
  expect(check(base.replace(/hypotheses:[^]*/, blocks.join("")), "guide")).toEqual([]);
});

test("so have the hypotheses and settings within its text", () => {
  const claims = [...guide.matchAll(/`(continuityBreaches [^`]+)`/g)].map(([, text]) => `  - ${text}\n`);
  expect(claims.length).toBe(2);
  expect(check(base.replace(/hypotheses:[^]*/, `${blocks[1]!}hypotheses:\n${claims.join("")}`), "guide")).toEqual([]);
  expect(check(base.replace("experiment: {replications: 10}", /`(experiment: [^`]+)`/.exec(guide)![1]!), "guide")).toEqual([]);
});
