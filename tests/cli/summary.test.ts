import { readFileSync } from "node:fs";
import picocolors from "picocolors";
import { expect, test } from "vitest";
import { summary } from "../../src/cli/summary.js";
import { figureOf, firstSentence, intervalOf, labelOf, meanOf, readResult, type ResultDocument } from "../../src/index.js";
import { beyondHorizon, fixture, hostile, unaffected } from "../report/fixture.js";

const plain = picocolors.createColors(false);
const page = "reports/kent-firewall-2023/index.html";

test.each([["a loss", fixture], ["no loss", unaffected], ["recovery beyond the horizon", beyondHorizon], ["hostile names", hostile]])("%s fits a screen of 80 columns by 24 lines", (_, document) => {
  const text = summary(document(), page, plain);
  const lines = text.split("\n");
  // The last line is left to the prompt.
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(text.endsWith(`Page: ${page}\n`)).toBe(true);
});

/** Everything that may be long at once: names, lines of the table, objectives, hypotheses, places. */
function crowded(): ResultDocument {
  const base = fixture();
  const objectives: ResultDocument["objectives"] = [
    { id: "recoveryTime", unit: "working days", objective: 5, half: 7, nineInTen: 12, within: { mean: 45, low: 40, high: 50 } }, { id: "minimumService", unit: "%", objective: 90, half: 70, nineInTen: 30, within: { mean: 5, low: 3, high: 7 } },
  ];
  const large = base.outcomes.map((row) => (row.unit === "working days" ? row : { ...row, mean: row.mean! * 12_345, low: row.low! * 12_345, high: row.high! * 12_345 }));
  const timeline = Array.from({ length: 14 }, (_, index) => ({ ...base.timeline[0]!, what: `thing-${index}`, label: `A most reliable and well-known system for everything, number ${index}` }));
  return { ...base, scenario: { ...base.scenario, name: "a".repeat(100) }, objectives, outcomes: large, timeline, resilience: { held: 0.25, undecided: 0.5, weight: 4 } };
}

/** The committed example, as it was simulated. */
const example = (): ResultDocument => readResult(readFileSync(new URL("../../reports/example/result.json", import.meta.url), "utf8"));

/** As of a nation: regions by the score, no single practices, large numbers. */
function nation(): ResultDocument {
  const base = fixture();
  const [region] = base.places;
  const regions = Array.from({ length: 42 }, (_, index) => ({ ...region!, code: `Q${index}`, name: `NHS Integrated Care Board number ${index}` }));
  const series = base.series.map((each) => (each.where === "QKS" ? { ...each, where: "all" } : each));
  return { ...crowded(), places: regions, series, scenario: { ...base.scenario, name: "england" }, sample: { taken: 40, of: 1391 } };
}

test.each([["the example", example], ["everything long at once", crowded], ["a nation", nation]])("%s fits as well, with the answer first, its sparkline and the page", (_, document) => {
  const path = `reports/${document().scenario.name}/index.html`;
  const text = summary(document(), path, plain);
  const rows = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / 80)), 0);
  expect(rows).toBeLessThanOrEqual(24);
  // A path is not cut: it is there to be copied.
  expect(text.split("\n").filter((line) => [...line].length > 80 && !line.startsWith("Page: "))).toEqual([]);
  const words = text.replaceAll("\n", " ");
  expect(words).toContain(`${firstSentence(document())} From `);
  expect(words.indexOf(firstSentence(document()))).toBeLessThanOrEqual(81);
  expect(text).toMatch(/^Open work  [▁▂▃▄▅▆▇█]+ {2}at most /m);
  expect(text.endsWith(`\nPage: ${path}\n`)).toBe(true);
});

test("without blocks all is ASCII, and as wide", () => {
  const [ascii, blocks] = (["ascii", "blocks"] as const).map((signs) => summary(example(), page, plain, signs)) as [string, string];
  expect(ascii).toMatch(/^[\x20-\x7e\n]*$/);
  expect(ascii).toMatch(/^Open work  [_.:=+*#-]+ {2}at most /m);
  expect(ascii.split("\n").map(({ length }) => length)).toEqual(blocks.split("\n").map((line) => [...line].length));
});

test("escape sequences in any text of a result do not reach the terminal", () => {
  const poisoned = JSON.parse(JSON.stringify(crowded()), (key, value: unknown) => (typeof value === "string" && ["name", "label", "text", "question"].includes(key) ? `\u001b[31m\u0007${value}\u009b2J\u202e` : value)) as ResultDocument;
  expect(summary(poisoned, page, plain).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
});

test("recovery stands beside what was never made good, and every figure beside its interval", () => {
  const text = summary(fixture(), page, plain);
  for (const label of ["Working days until backlog is normal", ...["netUndelivered", "needUnmetSameDay"].map((id) => labelOf(fixture(), id))]) {
    expect(text).toMatch(new RegExp(`^${label} +[\\d.,]+ {2}[\\d.,]+ to [\\d.,]+$`, "m"));
  }
  expect(text).toContain("simulation error alone");
});

test("recovery at other slack is a table of 80 columns, where it was simulated", () => {
  const base = fixture();
  const outcomes = base.outcomes.filter(({ where }) => where === "all").map((row) => (row.id === "backlogRecovery" ? { ...row, censored: 24 } : row));
  const text = summary({ ...base, slack: [0.05, 0.125].map((slack) => ({ slack, affected: 240, outcomes })) }, page, plain);
  expect(text.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  expect(text).toMatch(/^ slack +half +9 in 10 +region +not back +backlog +extra hours +disrupted\n +5% +7\.2 +12 +at least 11\.4 +10% +2\.7 +1,170 +7,400\n +from +[\d. ]+ +[\d,]+ +7,200\n +to +[\d. ]+ +[\d,]+ +7,600\n +12\.5% /m);
  expect(text.replaceAll("\n", " ")).toContain("Below each row the 95% interval of its means.");
});

test("so is what hangs on whom NHS 111 sends back", () => {
  const base = fixture();
  const outcomes = base.outcomes.filter(({ where }) => where === "all");
  const text = summary({ ...base, returns: [[0, 0], [1, 0.23], [2, 0.46]].map(([factor, sentBack]) => ({ factor: factor!, sentBack: sentBack!, affected: 240, outcomes })) }, page, plain);
  expect(text.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  expect(text).toMatch(/^ sent back +unmet +no line +declined +to 111 +half +9 in 10 +extra hours\n +0% +[\d,]+ +[\d,]+ +[\d,]+ +610 +7\.2 +12 +1,170\n +from .*\n +to .*\n +23% .*\n +from .*\n +to .*\n +46% /m);
  // Of one run nothing is known of chance.
  const single = outcomes.map((row) => ({ ...row, low: null, high: null }));
  expect(summary({ ...base, returns: [{ factor: 1, sentBack: 0.23, affected: 12, outcomes: single }] }, page, plain)).not.toMatch(/^ +from/m);
});

test("no number is cut off, however large it is", () => {
  const base = fixture();
  const grown = base.outcomes.map((row) => {
    const [mean, low, high] = [row.mean, row.low, row.high].map((value) => (value === null ? null : -value * 1_234_567.891));
    return { ...row, mean: mean!, low: high!, high: low!, censored: row.id === "backlogRecovery" ? 3 : 0 };
  });
  for (const outcomes of [grown, base.outcomes]) {
    const document = { ...base, outcomes };
    const text = summary(document, page, plain);
    expect(text.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    for (const id of ["appointmentsDisrupted", "extraWorkHours", "netUndelivered"]) {
      const row = figureOf(document, id)!;
      expect(text).toContain(meanOf(document, row));
      expect(text).toContain(intervalOf(row));
    }
  }
});

test("of many services those that people know are named", () => {
  const base = fixture();
  const [first] = base.timeline;
  const lost = ["smartcard", "payroll", "emis-web", "year-end-reporting", "doris", "qof", "cloud-telephony", "eps", "econsult", "email"];
  const timeline = lost.map((what) => ({ ...first!, what, label: `The ${what}` }));
  expect(summary({ ...base, timeline }, page, plain).replaceAll("\n", " ")).toContain("without The emis-web, The cloud-telephony and 8 more,");
});

test("a quantile beyond the horizon is no number", () => {
  expect(summary(beyondHorizon(), page, plain)).toMatch(/not\s+by\s+the\s+horizon|not\s+back\s+to\s+normal/);
});

test("a loss of telephones tells of calls before appointments, and rows of nothing are left out", () => {
  const base = fixture();
  const outcomes = base.outcomes.map((row) => {
    if (row.id === "notesToTypeIn") return { ...row, mean: 0, low: 0, high: 0 };
    return row.id === "appointmentsDisrupted" ? { ...row, mean: row.mean! / 100, low: row.low! / 100, high: row.high! / 100 } : row;
  });
  const text = summary({ ...base, outcomes, timeline: base.timeline.map((row) => ({ ...row, label: "Phone lines" })) }, page, plain);
  expect(text.replaceAll("\n", " ")).toMatch(/March 2023 About 4,300 calls and online requests \([^)]*\) do not connect\. From .* without phone lines.* The outage disrupts/);
  expect(text).toMatch(/^Calls and online requests not connected +4,300/m);
  expect(text).not.toContain("Notes to type in");
});

test("an outage without effect has one sentence and no table", () => {
  const calm = unaffected();
  const text = summary({ ...calm, window: { ...fixture().window, onset: "2023-03-16T20:00", restored: "2023-03-17T06:00" } }, page, plain);
  expect(text.replaceAll("\n", " ")).toContain("nothing differs from an ordinary period.");
  expect(text).not.toContain("95% interval");
});

test("what is merely slow is slow, and nobody is without it", () => {
  const base = fixture();
  const slow: ResultDocument = {
    ...base, incidents: base.incidents.map((incident) => ({ ...incident, effect: { ...incident.effect, level: 1, slowness: 1.3 } })),
    timeline: base.timeline.map((row) => ({ ...row, steps: [{ at: "2023-03-16T08:05", level: 1, slowness: 1.3 }, { at: "2023-03-17T12:00", level: 1, slowness: 1 }] })),
  };
  const text = summary(slow, page, plain).replace(/\s+/g, " ");
  expect(text).toMatch(/From 08:05 on Thursday 16 March 2023 to 12:00 on Friday 17 March 2023 practices’ systems are slow: /);
  expect(text).not.toMatch(/practices are (at times )?without/);
});

test("one replication has no intervals to speak of", () => {
  const base = fixture();
  const single = { ...base, outcomes: base.outcomes.map((row) => ({ ...row, low: null, high: null, replications: 1 })) };
  expect(summary(single, page, plain)).toContain("One replication gives no intervals.");
});

test("where nothing is lost, no figures are shown but that they are exactly 0", () => {
  const text = summary(unaffected(), page, plain);
  expect(text).toContain("exactly 0");
  expect(text).not.toContain("95% interval");
});

test("colour says nothing that words do not", () => {
  const coloured = summary(fixture(), page, picocolors.createColors(true));
  expect(coloured).not.toBe(summary(fixture(), page, plain));
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(summary(fixture(), page, plain));
});

test("the slack that recovery rests on is said", () => {
  expect(summary(fixture(), page, plain)).toContain("\nRecovery assumes slack of 8% of rostered time, a share without a source.\n");
});
