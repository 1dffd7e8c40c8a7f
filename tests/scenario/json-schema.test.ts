import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaults } from "../../src/facts/defaults.js";
import { scenarioJsonSchema } from "../../src/scenario/json-schema.js";

type Node = { readonly properties?: Readonly<Record<string, Node>>; readonly description?: string; readonly [key: string]: unknown };
const schema = scenarioJsonSchema() as Node;

test("the committed schema is current: npm run schema writes it", () => {
  expect(readFileSync("schema/scenario.schema.json", "utf8")).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

test("every setting, however deep, is explained", () => {
  const unexplained: string[] = [];
  let settings = 0;
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, setting] of Object.entries((node as Node).properties ?? {})) {
      settings++;
      if (!setting.description) unexplained.push(`${path}.${name}`);
    }
    for (const [key, inner] of Object.entries(node)) visit(inner, `${path}.${key}`);
  };
  visit(schema, "");
  expect(settings).toBeGreaterThan(100);
  expect(unexplained).toEqual([]);
});

test("every default can be set, under the name that it has", () => {
  for (const group of ["response", "demand", "care"] as const) expect(Object.keys(schema.properties![group]!.properties!)).toEqual(Object.keys(defaults[group]));
  expect(Object.keys(schema.properties!["estate"]!.properties!["defaults"]!.properties!)).toEqual(Object.keys(defaults.estate));
});
