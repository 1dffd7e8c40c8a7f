/** The guide to outcomes and tables holds what a result does. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { roles } from "../../src/estate/estate.js";
import { descriptions } from "../../src/outcomes/index.js";
import { tables } from "../../src/result/tables.js";
import { fixture } from "../report/fixture.js";

const guide = readFileSync(new URL("../../docs/outcomes.md", import.meta.url), "utf8");

test("it describes every outcome in the words of the page, in the same order", () => {
  const rows = /## Outcomes\n[^]*?\|---\|[-|]+\n([^]*?)\n\n/.exec(guide)![1]!.split("\n");
  expect(rows).toEqual(descriptions.map(({ id, label, unit, kind, parts, definition }) =>
    `| \`${id}\` | ${label} | ${unit} | ${kind} | ${parts.map((part) => `\`${part === "day:" ? "day:DATE" : part === "team:" ? "team:NAME" : part}\``).join(", ")} | ${definition} |`));
});

/** Columns of a table in the order of the guide. */
const columnsOf = (name: string): string[] => [...new RegExp(`### ${name}\n([^]*?)(?=\n##|$)`).exec(guide)![1]!.matchAll(/^\| `([^`]+)` \|/gm)].map(([, column]) => column!);

const results = tables({ ...fixture(), plausible: [], slack: [], returns: [] }).map(({ name, text }) => ({ name, header: text.replace("\ufeff", "").split(/\r?\n/)[0]!.split(",") }));

test.each(results)("it says of $name what every column holds", ({ name, header }) => {
  const ids = new RegExp(`^(${descriptions.map(({ id }) => id).join("|")})_(mean|low|high)$`);
  const ofRole = new RegExp(`^extraWorkHours_(${roles.join("|")})_(mean|low|high)$`);
  expect(columnsOf(name)).toEqual([...new Set(header.map((column) => column.replace(ids, "ID_$2").replace(ofRole, "extraWorkHours_ROLE_$2")))]);
});

test("it tells of no other table", () => expect([...guide.matchAll(/^### (.*)$/gm)].map(([, name]) => name).sort()).toEqual(results.map(({ name }) => name).sort()));
