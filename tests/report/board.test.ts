/** The page of a comparison: its three sentences, its tables and charts, and that no text can break out of it. */
import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { sizes, type ChartSpec, type Layout } from "../../src/report/charts/frame.js";
import { beside } from "../../src/report/compare/charts/beside.js";
import { decisionCharts, decisionDrawings, type DecisionChart } from "../../src/report/compare/charts/index.js";
import { boardPage } from "../../src/report/compare/board.js";
import { likely, pounds } from "../../src/report/compare/words.js";
import { render } from "../../src/report/render.js";
import type { DecisionDocument } from "../../src/result/decision-document.js";
import { decisionTables } from "../../src/result/decision-tables.js";
import type { MeanInterval } from "../../src/statistics/interval.js";
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
    expect(sentences[0]).toMatch(/^Recommended for £365,000 of the £400,000, over 5 years: second firewall; .*, which together avert about [\d,]+ \(95% interval [\d,]+ to [\d,]+\) of the [\d,]+ patient-days of care delay that one such incident brings\.$/);
    expect(sentences[1]).toMatch(/^The probability that no other choice is better is \d+%, which allows for chance and for prices within their ranges, but not for what is assumed of patients and practices; /);
    expect(sentences[2]).toMatch(/^It changes if the price of two appliances and their licences \(second firewall\) is above £147,000, where £118,000 is taken/);
  });

  test("says so where the budget's cheapest is dear in all", () => expect(text(whole)).toMatch(/Counting every cost, not only the budget’s, second firewall and appointment list kept in the practice would be the better choice/));

  test("without a budget ranks single options by their price", () => {
    const page = boardPage(open, []);
    expect(answerOf(page)).toMatch(/^Recommended for its price: second firewall, which averts about [\d,]+ .* of the [\d,]+ patient-days .* at £1\.\d\d for each if it comes once a year\./);
    expect(page).not.toContain("id=\"sets\"");
    expect([page, whole].map((each) => text(each).includes("Best for its price"))).toEqual([true, false]);
  });

  test("is to buy nothing where nothing helps", () => {
    const useless: DecisionDocument = { ...known, decision: { ...known.decision, recommendation: { ...known.decision.recommendation, candidate: 0, members: [], nearly: null } } };
    expect(answerOf(boardPage(useless, []))).toBe("Nothing that £400,000 buys averts any care delay in such an incident, so nothing is recommended.");
  });

  test("of one replication says that it cannot say how sure", () => {
    const page = text(boardPage(comparison(400_000, 1), []));
    expect(page).toMatch(/allows for prices within their ranges, but not for chance, of which one replication says nothing/);
    expect(page).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

test("no number is missing", () => {
  for (const page of [whole, boardPage(open, [])]) expect(text(page)).not.toMatch(/NaN|undefined|null|Infinity/);
});

test("what one decides by comes first, then the working; what averts none of it is named, and folded", () => {
  const ids = [...whole.matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["answer", "options", "frontier", "protection", "assumptions", "sets", "effects", "frequency", "acceptability", "changes", "prices"]);
  expect(text(whole)).toContain("Changing nothing in this incident (in brackets, what each is for): Telephones that need no firewall (telephony).");
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

test("years between incidents, pounds and patient-days are told in figures that can be read", () => {
  const { decision } = known;
  const million = (estimate: MeanInterval): MeanInterval => ({ mean: estimate.mean! * 300, low: estimate.low! * 300, high: estimate.high! * 300 });
  const large: DecisionDocument = { ...known, decision: { ...decision, candidates: decision.candidates.map((row) => ({
    ...row, outcomes: row.outcomes.map((outcome) => ({ ...outcome, without: million(outcome.without), averted: million(outcome.averted) })), priceOfDay: { ...row.priceOfDay, p5: 0.0031, p95: null },
    breakEven: row.breakEven.map((each) => ({ ...each, years: 5000, p5: 4000, p95: 6000 })),
  })) } };
  const page = text(boardPage(large, []));
  expect(answerOf(boardPage(large, []))).toMatch(/avert about [\d.]+ million \(95% interval [\d.]+ to [\d.]+ million\) of the [\d.]+ million patient-days/);
  expect(page).toContain("(£0.0031 or more)");
  expect(page).not.toContain("over 1,000 to over 1,000");
});

test("what averts all, and what nobody can tell from nothing, is said so", () => {
  const { decision } = known;
  const all: DecisionDocument = { ...known, decision: { ...decision, candidates: decision.candidates.map((row) => ({
    ...row, outcomes: row.outcomes.map((outcome) => ({ ...outcome, averted: row.options.length === 1 ? { ...outcome.averted, low: -1 } : outcome.without, with: { mean: 0, low: 0, high: 0 } })),
  })) } };
  expect(answerOf(boardPage(all, []))).toMatch(/which together avert all of the patient-days of care delay that one such incident brings, about [\d,]+ \(95% interval/);
  expect(text(boardPage(all, []))).toMatch(/Not to be told from averting nothing, in so few incidents: Second firewall; /);
});

test("prices of several years are said to be mixed, with pairs that cannot be had together; two prices that change nothing are named and not drawn", () => {
  expect(text(whole)).toContain("Prices of different years, 2024/25 and 2025, are added up as they are, not brought to one.");
  const { twoWay } = known.decision;
  const settled: DecisionDocument = { ...known, excluded: [{ reason: 'Option "a" says that it excludes "b".' }], decision: { ...known.decision, twoWay: { ...twoWay!, first: twoWay!.first.map((row) => row.map(() => 1)) } } };
  const page = text(boardPage(settled, []));
  expect(page).toContain('Not to be had together: Option "a" says that it excludes "b".');
  expect(page).toMatch(/Nor is it changed by the two prices without a source that weigh most, varied together over their ranges: /);
  expect(decisionCharts["two-way"](settled, "wide")).toBeUndefined();
});

test("numbers of the frontier's choices hide neither one another nor a dot, however close these lie", () => {
  // Seventeen options, most of which cost and avert next to nothing beside the rest.
  const dots = Array.from({ length: 17 }, (_, at) => ({ x: at < 12 ? 20 + 7 * at : 300 - 9 * (at - 12), y: at < 12 ? 250 - (at % 3) : 40 + 30 * (at % 2) }));
  const box = { width: 16, height: 13 };
  const spots = beside(dots, dots.map((_, at) => at), { width: 330, height: 260 }, box);
  spots.forEach((spot, at) => {
    expect(spots.slice(at + 1).some(({ x, y }) => Math.abs(x - spot.x) < box.width && Math.abs(y - spot.y) < box.height)).toBe(false);
    expect(dots.some(({ x, y }) => Math.abs(x - spot.x) < box.width / 2 && Math.abs(y - spot.y) < box.height / 2)).toBe(false);
    expect(spot.x >= 0 && spot.x <= 330 && spot.y >= 0 && spot.y <= 260).toBe(true);
  });
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

test.each([[365_012, "£365,000"], [14.92, "£15"], [9.4, "£9.40"], [10, "£10"], [2, "£2"], [-1.5, "−£1.50"], [0, "£0"], [0.1, "£0.10"], [0.00303, "£0.003"]])("%f pounds are %s", (value, written) => expect(pounds(value)).toBe(written));
test.each([[0, "under 1%"], [0.476, "48%"], [1, "over 99%"], [null, "not known"]])("a probability of %j is %s", (value, written) => expect(likely(value)).toBe(written));
