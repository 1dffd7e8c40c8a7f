/** Figures that were collected, and what became of each. */
import { existsSync, readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import { expect, test } from "vitest";
import { defaults, type Default } from "../../src/facts/defaults.js";
import { published } from "../../src/facts/published.js";

const collected = new URL("../../../shared/data/parameters.csv", import.meta.url);
const named = published.map((figure) => [`${figure.group}: ${figure.parameter}`, figure] as const);
const ids = Object.entries(defaults).flatMap(([group, entries]) => Object.keys(entries as Record<string, Default>).map((name) => `${group}.${name}`));

// Skipped where the file of collected figures is not at hand: it is no part of the project.
test.skipIf(!existsSync(collected))("every collected figure stands here once, with value, unit, year and grade", () => {
  const key = ({ group, parameter, value, unit, year, grade }: Readonly<Record<string, unknown>>) => [group, parameter, value, unit, year, grade].join(" | ");
  const rows = csvParse(readFileSync(collected, "utf8"));
  expect(rows.length).toBeGreaterThan(50);
  expect(published.map((figure) => key({ ...figure })).sort()).toEqual(rows.map(key).sort());
});

test("no figure stands here twice", () => expect(new Set(named.map(([name]) => name)).size).toBe(published.length));

test.each(named)("%s: has a source, and is used, superseded or unused for a reason", (_, { source, usedBy, usedIn, supersededBy, unused }) => {
  expect(source).toMatch(/\w{4}/);
  expect(source).not.toMatch(/^same$|^nhs\//);
  const fates = [usedBy, usedIn, supersededBy, unused].filter((fate) => fate !== undefined);
  expect(fates.length).toBeGreaterThan(0);
  for (const reason of [supersededBy, unused]) if (reason !== undefined) expect(reason).toMatch(/\w+( \S+){4}/);
  // What is superseded is superseded as a whole.
  if (supersededBy !== undefined) expect(fates).toHaveLength(1);
});

test.each(named.filter(([, { usedBy }]) => usedBy !== undefined))("%s: what is said to use it is a default", (_, { usedBy }) => {
  for (const id of usedBy!) expect(ids).toContain(id);
});

test.each(named.filter(([, { usedIn }]) => usedIn !== undefined))("%s: stands in the files that are said to hold it", (_, { usedIn }) => {
  for (const [file, words] of Object.entries(usedIn!)) expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"), file).toContain(words);
});

test.each(named.filter(([, { supersededBy, unused }]) => (supersededBy ?? unused) !== undefined))("%s: the defaults that stand in its place exist", (_, { supersededBy, unused }) => {
  for (const [id] of `${supersededBy ?? ""} ${unused ?? ""}`.matchAll(/\b(estate|demand|care|response)\.\w+/g)) expect(ids).toContain(id);
});
