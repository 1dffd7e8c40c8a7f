/** The page of a comparison: its three sentences, its tables and charts, and that no text can break out of it. */
import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { sizes, type ChartSpec, type Layout } from "../../src/report/charts/frame.js";
import { decisionCharts, decisionDrawings, type DecisionChart } from "../../src/report/compare/charts/index.js";
import { boardPage } from "../../src/report/compare/board.js";
import { likely, pounds } from "../../src/report/compare/words.js";
import { render } from "../../src/report/render.js";
import type { DecisionDocument } from "../../src/result/decision-document.js";
import { decisionTables } from "../../src/result/decision-tables.js";
import { comparison } from "./board-fixture.js";
import { payloads } from "./fixture.js";

const known = comparison(400_000, 12);
const whole = boardPage(known, await decisionDrawings(known));
const open = comparison(null, 12);
const names = Object.keys(decisionCharts) as DecisionChart[];

function chart(name: DecisionChart, layout: Layout = "wide"): ChartSpec {
  return decisionCharts[name](known, layout)!;
}

function text(markup: string): string {
  const plain = markup.replace(/<svg.*?<\/svg>/gs, "").replace(/<(style|script)>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  return plain.replaceAll("&#39;", "'").replaceAll("&quot;", "\"").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function answerOf(page: string): string {
  return text(/<p class="answer">(.*?)<\/p>/s.exec(page)![1]!);
}

describe("the recommendation", () => {
  test("is three sentences: what, how sure, what would change it", () => {
    const sentences = answerOf(whole).split(/(?<=\.) (?=[A-Z])/);
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toMatch(/^Of the £400,000, £365,000 over 5 years buys four things, which together avert about [\d,]+ of the [\d,]+ patient-days .*: second firewall; /);
    expect(sentences[1]).toMatch(/^The probability that no other choice is better is \d+%/);
    expect(sentences[2]).toMatch(/^It changes if the price of two appliances and their licences \(second firewall\) is above £147,000, where £118,000 is taken/);
  });

  test("says so where the budget's cheapest is dear in all", () => expect(text(whole)).toMatch(/Counting every cost, not only the budget’s, second firewall and appointment list kept in the practice would be the better choice/));

  test("without a budget ranks single options by their price", () => {
    const page = boardPage(open, []);
    expect(answerOf(page)).toMatch(/^For its price second firewall averts most: about [\d,]+ of the [\d,]+ patient-days .* at £1\.\d\d for each if such an incident comes once a year\./);
    expect(page).not.toContain("id=\"sets\"");
  });

  test("is to buy nothing where nothing helps", () => {
    const useless: DecisionDocument = { ...known, decision: { ...known.decision, recommendation: { ...known.decision.recommendation, candidate: 0, members: [], nearly: null } } };
    expect(answerOf(boardPage(useless, []))).toBe("Nothing that £400,000 buys averts any care delay in such an incident, so nothing is recommended.");
  });

  test("of one replication says that it cannot say how sure", () => {
    const page = text(boardPage(comparison(400_000, 1), []));
    expect(page).toMatch(/open prices leave it in doubt/);
    expect(page).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

test("no number is missing", () => {
  for (const page of [whole, boardPage(open, [])]) expect(text(page)).not.toMatch(/NaN|undefined|null|Infinity/);
});

test("what one decides by comes first, then the working; what averts none of it is named, and folded", () => {
  const ids = [...whole.matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["answer", "options", "frontier", "protection", "assumptions", "sets", "effects", "frequency", "acceptability", "changes", "prices"]);
  expect(text(whole)).toContain("Averting none of it: Telephones that need no firewall.");
  const shown = /<table id="options-table".*?<\/table>/s.exec(whole)![0];
  expect(shown).not.toContain("Telephones that need no firewall");
  expect(/<details>.*?<table id="all-options-table".*?<\/table>/s.exec(whole)![0]).toContain("Telephones that need no firewall");
});

test("every option, every fault and every price stands on it", () => {
  for (const { label, lines, against } of known.decision.options) {
    expect(text(whole)).toContain(label);
    for (const { what } of lines) expect(text(whole)).toContain(what);
    for (const fault of Object.keys(against)) expect(text(whole).toLowerCase()).toContain(fault);
  }
});

test.each(names)("%s is drawn for desk and telephone, with its title, and with no number missing", async (name) => {
  for (const layout of ["wide", "narrow"] as const) {
    const svg = await render(chart(name, layout));
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
    for (const line of (chart(name, layout).title as { text: string[] }).text) expect(svg).toContain(line);
    expect(Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(sizes[layout].total);
  }
});

test.each(names)("the specification of %s is the committed one", async (name) => {
  await expect(`${JSON.stringify(chart(name), null, 1)}\n`).toMatchFileSnapshot(`specs/board-${name}.vl.json`);
});

test("no text of an option breaks out of the page", async () => {
  const { decision } = known;
  const hostile: DecisionDocument = {
    ...known, seed: payloads[1]!, version: payloads[0]!, warnings: payloads, scenario: { ...known.scenario, name: payloads[0]! },
    decision: {
      ...decision,
      options: decision.options.map((option, at) => ({ ...option, label: `${option.label} ${payloads[at % payloads.length]}`, against: { ...option.against, [payloads[0]!]: "some" }, lines: option.lines.map((line) => ({ ...line, what: payloads[1]!, source: payloads[0]! })) })),
      flips: decision.flips.map((flip) => ({ ...flip, what: payloads[0]! })),
    },
  };
  const attacked = boardPage(hostile, await decisionDrawings(hostile));
  expect(attacked).not.toMatch(/<script[^>]|<img|<b>/i);
  expect(attacked.match(/<\/?script/gi)).toHaveLength(2);
  expect(attacked.match(/<\/style>/g)).toHaveLength(1);
});

describe("tables", () => {
  const tables = new Map(decisionTables(known).map(({ name, text: csv }) => [name, csvParse(csv.replace(/^\uFEFF/, ""))]));

  test("have a row for every candidate, price and fault, unrounded", () => {
    const { candidates, options } = known.decision;
    expect(tables.get("decision.csv")).toHaveLength(candidates.length);
    expect(Number(tables.get("decision.csv")![1]!["annual_cost"])).toBe(candidates[1]!.cost.annual);
    expect(tables.get("costs.csv")).toHaveLength(options.flatMap(({ lines }) => lines).length);
    expect(tables.get("protection.csv")).toHaveLength(options.length * 8);
    expect(tables.get("pairwise-model.csv")).toHaveLength(20);
    expect(tables.get("decision.csv")!.filter(({ recommended }) => recommended === "true")).toHaveLength(1);
  });

  test("of costs add up: what payers pay and time are the whole", () => {
    for (const row of tables.get("decision.csv")!) expect(["cost_icb", "cost_practice", "cost_supplier", "cost_time"].reduce((sum, name) => sum + Number(row[name]), 0)).toBeCloseTo(Number(row["whole_cost"]), 6);
  });
});

test.each([[365_012, "£365,000"], [14.92, "£15"], [9.4, "£9.40"], [10, "£10"], [2, "£2"], [-1.5, "−£1.50"], [0, "£0"], [0.1, "£0.10"]])("%f pounds are %s", (value, written) => expect(pounds(value)).toBe(written));
test.each([[0, "under 1%"], [0.476, "48%"], [1, "over 99%"], [null, "not known"]])("a probability of %j is %s", (value, written) => expect(likely(value)).toBe(written));
