/** `outagelab compare`, from the command line to the files. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CompareDocument } from "../../src/result/compare-document.js";
import { tiny, within } from "./outagelab.js";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "outagelab-compare-"))));
afterAll(() => rm(folder, { recursive: true }));

const args = ["compare", tiny, "--options", "dual-circuit,mobile-bypass,status-alerts,second-firewall+status-alerts+dual-circuit", "--replications", "2"];

test("it writes a document, tables and a page, the same with any number of threads, and says what each averts", async () => {
  const first = await within([...args, "--threads", "1", "--out", "one", "--json"], folder);
  expect(first.status).toBe(0);
  const document = JSON.parse(first.out) as CompareDocument;
  expect(document.arms.map(({ name, isWithoutEffect }) => [name, isWithoutEffect])).toEqual([
    ["dual-circuit", true], ["mobile-bypass", false], ["status-alerts", false], ["dual-circuit + mobile-bypass", false],
    ["dual-circuit + second-firewall + status-alerts", false],
  ]);
  expect(document.arms[1]!.covered).toEqual([{ option: "mobile-bypass", practices: 2, neighbourhoods: 1, regions: 1 }]);
  expect(document.effects.every(({ values }) => values.without.length === 2 && values.with.length === 2 && values.ordinary.length === 2)).toBe(true);
  expect(first.err).toContain("Nothing changes in this scenario with: dual-circuit.");

  const second = await within([...args, "--threads", "2", "--out", "two", "--quiet"], folder);
  expect([second.status, second.out, second.err]).toEqual([0, "", ""]);
  const [one, two] = [join(folder, "one", "tiny-compared"), join(folder, "two", "tiny-compared")];
  expect(await readFile(join(two, "compare.json"), "utf8")).toBe(first.out);
  expect((await readdir(one)).sort()).toEqual(["compare.html", "compare.json", "run.json", "tables"]);
  for (const table of await readdir(join(one, "tables"))) expect(await readFile(join(two, "tables", table), "utf8")).toBe(await readFile(join(one, "tables", table), "utf8"));
  const page = await readFile(join(one, "compare.html"), "utf8");
  for (const { label } of document.options) expect(page).toContain(label);
  expect((await readFile(join(one, "tables", "costs.csv"), "utf8")).split("\n")[0]!.replace("\ufeff", "").trim()).toBe("option,item,pounds,low,high,per,paid,life,price_year,vat,payer,cash_releasing,source");
});

test.each([
  ["mobile-bypas", '--options: there is no option "mobile-bypas". Did you mean "mobile-bypass"?'],
  ["dual-circuit+dual-circuit", '--options: Option "dual-circuit" is named twice.'],
  ["mine.yaml+dual-circuit", '--options: "mine.yaml" is joined to others. Name the file by itself in the list, and join the name of its option.'],
  ["mine.yaml", "mine.yaml: there is no such file."],
])("an option that is not there, %s, is bad input", async (name, message) => {
  const { status, err } = await within(["compare", tiny, "--options", name, "--out", "none"], folder);
  expect(status).toBe(2);
  expect(err).toContain(message);
});
