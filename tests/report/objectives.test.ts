/** Balance, objectives and score on the page. */
import { expect, test } from "vitest";
import { page } from "../../src/report/page.js";
import { summary } from "../../src/cli/summary.js";
import picocolors from "picocolors";
import type { ResultDocument, Steadiness, SteadyMeasure } from "../../src/result/document.js";
import { fixture } from "./fixture.js";

const text = (markup: string): string => markup.replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, "").replace(/<[^>]+>/g, " ").replaceAll("&#39;", "'").replace(/\s+/g, " ");
const partOf = (document: ResultDocument, id: string): string => text(new RegExp(`<section aria-labelledby="${id}">.*?</section>`, "s").exec(page(document, []))![0]);

const measure = (id: SteadyMeasure["id"], mean: number, where = "all", part = "all", isSteady = true): SteadyMeasure =>
  ({ id, part, unit: "", where, mean, low: mean - 0.5, high: mean + 0.5, limit: id === "timeWorked" ? 92 : 1, isSteady });
const steadiness: Steadiness = {
  verdict: "steady", weeks: 5, replications: 3, of: 42, neighbourhoods: ["N1", "N2"].map((code) => ({ code, name: `The ${code}` })),
  measures: [measure("timeWorked", 66, "all", "role:gp"), measure("timeWorked", 71.2, "all", "role:nurse"), measure("openWorkDrift", -0.7), measure("accessDrift", 0.1)],
};

test("one sentence says that practices are in balance without the outage, and what was looked at", () => {
  expect(partOf({ ...fixture(), steadiness }, "answer")).toContain(
    "Without the outage the practices are in balance: in 2 of 42 neighbourhoods, followed over 5 ordinary weeks, open work changes by −0.7% (−1.2% to −0.2%) of a week's work each week, " +
    "the wait for the third next free appointment by 0.10 (−0.40 to 0.60) working days each week, and no group of staff works more than 71% of its hours.",
  );
  expect(partOf({ ...fixture(), steadiness: { ...steadiness, verdict: "not judged", measures: [] } }, "answer")).toContain("was not judged: fewer than three whole weeks");
  expect(partOf(fixture(), "answer")).not.toContain("in balance");
});

test("objectives stand beside what is achieved; what lies beyond the horizon is said to", () => {
  const objectives: ResultDocument["objectives"] = [
    { id: "recoveryTime", unit: "working days", objective: 2, half: 1.5, nineInTen: null, within: { mean: 60, low: 55, high: 65 } },
    { id: "minimumService", unit: "%", objective: 50, half: 72, nineInTen: 31, within: { mean: 97, low: 90, high: 104 } },
  ];
  const section = partOf({ ...fixture(), objectives }, "hypotheses");
  expect(section).toContain("Back to normal within 2 working days 1.5 working days beyond 11 May 2023 60% (55 to 65)");
  expect(section).toContain("At least 50% of an ordinary day's consultations 72% 31% 97% (90 to 100)");
});

test("the score stands above the hypotheses, and a weight beside its hypothesis", () => {
  const base = fixture();
  const hypotheses = base.hypotheses.map((each, index) => (index === 0 ? { ...each, weight: 2.5 } : each));
  const section = partOf({ ...base, hypotheses, resilience: { held: 0.4, undecided: 0.2, weight: 5 } }, "hypotheses");
  expect(section).toContain("Resilience score 40% to 60%. It is the share of the hypotheses that hold, by their weights; what is undecided, 20% of all, does not count as held.");
  expect(section.match(/weight 2\.5/g)).toHaveLength(1);
});

test("the screen has room for the score", () => {
  const lines = summary({ ...fixture(), resilience: { held: 0.4, undecided: 0.2, weight: 5 } }, "reports/x/index.html", picocolors.createColors(false)).split("\n");
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  expect(lines.join("\n")).toMatch(/^Hypotheses: .*\. Resilience score 40% to 60%$/m);
});
