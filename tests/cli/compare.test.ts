/** `outagelab compare`, from the command line to the files: options, a budget, what is recommended, and what goes on after an interruption. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { costOf } from "../../src/decision/cost.js";
import type { CompareDocument } from "../../src/result/compare-document.js";
import { outagelab, tiny, within, type Outcome } from "./outagelab.js";

const BUDGET = 20_000;
/** Cannot be had with the best of the others, and would be worth having beside it. */
const own = `option: night-desk
label: A desk that is told at once
description: Practices are told at once, and halve the time until they go on with paper.
change: {response: {noticeMinutes: {times: 0.5}}}
cost: [{item: Desk, pounds: 100, range: [50, 200], per: practice, paid: yearly, priceYear: 2025, vat: none, payer: ICB, source: assumption}]
excludes: [mobile-bypass]
`;
const args = ["compare", tiny, "--options", "dual-circuit,mobile-bypass,independent-telephony,own.yaml,second-firewall+status-alerts+dual-circuit", "--replications", "2"];

let folder: string;
let first: Outcome;
let document: CompareDocument;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-compare-"));
  await writeFile(join(folder, "own.yaml"), own);
  first = await within([...args, "--budget", "£20,000", "--threads", "1", "--out", "one", "--json", "--stats"], folder);
  document = JSON.parse(first.out) as CompareDocument;
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const filesIn = async (out: string): Promise<Record<string, string>> => {
  const names = (await readdir(join(folder, out, "tiny-compared"), { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(await Promise.all(names.filter((name) => !name.endsWith("run.json")).map(async (name) => [name.slice(join(folder, out).length), await readFile(name, "utf8")] as const)));
};

test("it simulates options by themselves, pairs that touch the same thing, sets asked for, then those that lead for the budget, in the same replications", () => {
  expect(first.status).toBe(0);
  const { arms, decision: { model }, effects } = document;
  expect(arms.slice(0, 6).map(({ name, isWithoutEffect }) => [name, isWithoutEffect])).toEqual([
    ["dual-circuit", true], ["independent-telephony", false], ["mobile-bypass", false], ["night-desk", false], ["dual-circuit + mobile-bypass", false], ["dual-circuit + second-firewall + status-alerts", false],
  ]);
  expect(arms.slice(6).map(({ name }) => name)).toContain("independent-telephony + mobile-bypass");
  expect(model!.rows.length).toBeGreaterThanOrEqual(arms.length - 6);
  expect(new Set(effects.map(({ arm }) => arm))).toEqual(new Set(arms.map(({ name }) => name)));
  expect(effects.every(({ values }) => values.without.length === 2 && values.with.length === 2 && values.ordinary.length === 2)).toBe(true);
  // What happens without an option is the same in both rounds.
  for (const id of ["careDelay", "appointmentsDisrupted"]) expect(new Set(effects.filter((effect) => effect.id === id && effect.part === "all" && effect.where === "all").map(({ values }) => values.without.join(" "))).size).toBe(1);
});

test("an option that changes nothing averts exactly nothing and costs its price", () => {
  const row = document.decision.candidates.find(({ name }) => name === "dual-circuit")!;
  for (const { averted, ordinary } of row.outcomes) expect([averted.mean, ordinary.mean ?? 0]).toEqual([0, 0]);
  // Two practices: a line of £1,800 a year and £1,000 for fitting it, with VAT as its file says.
  expect(row.cost).toEqual(costOf({ option: "dual-circuit", items: document.decision.options.find(({ name }) => name === "dual-circuit")!.lines }));
  expect(row.cost.annual).toBeGreaterThan(3600);
});

test("what is recommended averts most of what the budget pays for, and holds no two that exclude each other", () => {
  const { candidates, recommendation, budget } = document.decision;
  const best = candidates[recommendation.candidate]!;
  const averts = (row: (typeof candidates)[number]): number => row.outcomes.find(({ id }) => id === "careDelay")!.averted.mean!;
  expect(budget).toBe(BUDGET);
  expect(best.cost.budget).toBeLessThanOrEqual(BUDGET);
  expect(averts(best)).toBe(Math.max(...candidates.filter((row) => row.cost.budget <= BUDGET).map(averts)));
  expect(averts(best)).toBeGreaterThan(0);
  expect(document.excluded.map(({ options }) => [...options].sort())).toContainEqual(["mobile-bypass", "night-desk"]);
  for (const { options } of candidates) expect(options.includes("mobile-bypass") && options.includes("night-desk")).toBe(false);
});

test("the summary fits a terminal, and says what to buy, how sure that is, and what simulating it took", () => {
  const [summary, stats] = first.err.slice(first.err.indexOf("tiny,")).split(/\n(?=[\d,]+ events in )/) as [string, string];
  const lines = summary.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(23);
  for (const line of lines.slice(0, -1)) expect(line.length).toBeLessThanOrEqual(80);
  expect(summary.replaceAll("\n", " ")).toMatch(/Recommended for £[\d,]+ of the £20,000, over 5 years: .*, which .* The probability that no other choice is better is .*Page: /);
  expect(lines.some((line) => /^mobile-bypass +£[\d,]+ +\d+ \(.* to .*\) +(over |under )?\d+%$/.test(line))).toBe(true);
  expect(stats).toMatch(/^[\d,]+ events in 2 replications/);
});

test("report draws the same page from compare.json alone, and refuses one that is damaged", async () => {
  expect(await within(["report", "one/tiny-compared", "--out", "again.html"], folder)).toEqual({ status: 0, out: "Page: again.html\n", err: "" });
  expect(await readFile(join(folder, "again.html"), "utf8")).toBe(await readFile(join(folder, "one", "tiny-compared", "index.html"), "utf8"));
  const { decision } = document;
  const spoilt: readonly (readonly [object, string])[] = [
    [{ ...document, decision: { ...decision, candidates: decision.candidates.map((row, index) => (index === 1 ? { ...row, cost: { ...row.cost, annual: "1" } } : row)) } }, 'it is damaged: decision.candidates[1].cost.annual should be a number, and is "1".'],
    [{ ...document, decision: { ...decision, recommendation: { ...decision.recommendation, candidate: 999 } } }, "it is damaged: its decision refers to a choice that is not among decision.candidates."],
    [{ ...document, schema: 2 }, "its schema is 2, this version knows 1."],
  ];
  for (const [damaged, message] of spoilt) {
    await writeFile(join(folder, "damaged.json"), JSON.stringify(damaged));
    const { status, err } = await within(["report", "damaged.json", "--out", "none.html"], folder);
    expect([status, err.startsWith(`damaged.json: ${message}`)]).toEqual([2, true]);
  }
});

test("everything it writes is the same with three threads and after an interruption between its two rounds", async () => {
  const files = await filesIn("one");
  const stopped = await outagelab([...args, "--budget", "20000", "--out", "stopped"], folder, (child) => child.stderr!.on("data", (text: string) => void (text.includes("Now the ") && child.kill("SIGINT"))));
  expect(stopped.status).toBe(130);
  expect(stopped.err).toMatch(/Interrupted after \d+ of \d+ parts of the work\. They are kept/);
  const resumed = await within([...args, "--budget", "20k", "--threads", "3", "--out", "stopped", "--json", "--quiet"], folder);
  expect([resumed.status, resumed.err]).toEqual([0, ""]);
  expect(await filesIn("stopped")).toEqual(files);
  expect(resumed.out).toBe(first.out);

  const names = Object.keys(files).map((name) => name.replace("/tiny-compared/", "")).sort();
  expect(names.filter((name) => !/[/\\]/.test(name))).toEqual(["compare.json", "effects.html", "index.html"]);
  expect(names).toEqual(expect.arrayContaining(["charts/frontier.svg", "charts/frontier.vl.json", "tables/costs.csv", "tables/decision.csv", "tables/effects.csv", "tables/pairwise-model.csv"]));
  const board = files["/tiny-compared/index.html"]!;
  expect(board).toContain("What should £20,000 buy against an outage like this?");
  expect(board).toContain('href="effects.html"');
  // Within a set a label begins with a small letter.
  for (const { label } of document.options) for (const page of [board, files["/tiny-compared/effects.html"]!]) expect(page.toLowerCase()).toContain(label.toLowerCase());
}, 180_000);

test.each([
  ["--options", "mobile-bypas", '--options: there is no option "mobile-bypas". Did you mean "mobile-bypass"?'],
  ["--options", "bypass", '--options: there is no option "bypass". Did you mean "mobile-bypass"?'],
  ["--options", tiny, `--options: ${tiny} is a scenario, not an option. A file of an option begins with "option: NAME"; docs/options.md shows one.`],
  ["--options", "dual-circuit+dual-circuit", '--options: Option "dual-circuit" is named twice.'],
  ["--options", "mine.yaml+dual-circuit", '--options: "mine.yaml" is joined to others. Name the file by itself in the list, and join the name of its option.'],
  ["--options", "mine.yaml", "mine.yaml: there is no such file."],
  ["--budget", "a lot", "'a lot' is invalid. Write pounds above 0, such as 400000, £400,000 or 400k."],
  ["--budget", "0", "'0' is invalid. Write pounds above 0, such as 400000, £400,000 or 400k."],
  ["--budget", "4,00", "'4,00' is invalid. Write pounds above 0, such as 400000, £400,000 or 400k."],
])("%s %s is bad input", async (option, value, message) => {
  const { status, err } = await within(["compare", tiny, option, value, "--out", "none"], folder);
  expect(status).toBe(2);
  expect(err).toContain(message);
});
