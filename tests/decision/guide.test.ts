/** The guide to options shows what the language takes, and the catalogue as its files have it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { faults, type CostItem, type Extent, type Option } from "../../src/decision/option.js";
import { optionJsonSchema } from "../../src/scenario/json-schema.js";
import { readOptions } from "../../src/scenario/read-option.js";
import { catalogue, named } from "./compared.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = readFileSync(`${root}docs/options.md`, "utf8");
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text!);

test("every option and every price in the guide is right", () => {
  expect(blocks.length).toBeGreaterThan(3);
  // Those with a change are whole, the others are of options of the catalogue.
  for (const text of blocks) expect(text.includes("change:") ? readOptions([], [{ file: "guide.yaml", text }]) : named(["mobile-bypass"], text)).toHaveLength(1);
});

test("its table is that of the files", () => {
  const rows = catalogue.map(({ option }) => `| \`${option.name}\` | ${option.label} | ${listed(option, "most")} | ${listed(option, "some")} | ${option.cost.map(price).join("; ")} |`);
  const shown = guide.slice(guide.indexOf("## The catalogue")).split("\n").filter((line) => line.startsWith("| `"));
  expect(shown).toEqual(rows);
});

test("every fault is explained", () => {
  for (const fault of faults) expect(guide).toContain(`**${fault}**`);
});

test("the committed schema is current: npm run schema writes it", () => {
  expect(JSON.parse(readFileSync(`${root}schema/option.schema.json`, "utf8"))).toEqual(JSON.parse(JSON.stringify(optionJsonSchema())));
});

function listed({ against }: Option, extent: Extent): string {
  return faults.filter((fault) => against[fault] === extent).join(", ") || "–";
}

function price({ amount, low, high, per, paid, life, source }: CostItem): string {
  const pounds = (value: number): string => value.toLocaleString("en-GB");
  const times = paid === "yearly" ? "a year" : `every ${life} years`;
  return `£${pounds(amount)} (${pounds(low)} to ${pounds(high)}) ${per === "all" ? "in all" : `a ${per}`} ${times}${source === "assumption" ? "" : ", sourced in part"}`;
}
