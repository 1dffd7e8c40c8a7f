/** The guide to the tables of a comparison names every table and says of each what its columns hold. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { CompareDocument } from "../../src/result/compare-document.js";
import { compareTables } from "../../src/result/compare-tables.js";
import { decisionTables } from "../../src/result/decision-tables.js";
import { comparison } from "../report/board-fixture.js";

const guide = readFileSync(new URL("../../docs/comparison-tables.md", import.meta.url), "utf8");
const sections = new Map([...guide.matchAll(/^## (.*)\n([^]*?)(?=\n## |$(?![^]))/gm)].map(([, name, text]) => [name!, [...text!.matchAll(/^\| `([^`]+)` \|/gm)].map(([, column]) => column!)]));

const document = comparison();
const options = document.decision.options.map(({ name, label, against }) => ({ name, label, description: label, against }));
const compared = { options, arms: [], best: [], effects: [] } as unknown as CompareDocument;

test.each([...compareTables(compared), ...decisionTables(document)])("it says of $name what every column holds", ({ name, text }) => {
  const header = text.replace("\ufeff", "").split(/\r?\n/)[0]!.match(/"[^"]*"|[^,]+/g)!;
  // The two prices that are varied together name their columns.
  expect(sections.get(name)).toEqual(name === "two-way.csv" ? ["OPTION: WHAT", "first"] : header);
});

test("it tells of no other table", () => expect([...sections.keys()].sort()).toEqual([...compareTables(compared), ...decisionTables(document)].map(({ name }) => name).sort()));
