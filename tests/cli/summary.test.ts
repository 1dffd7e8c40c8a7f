import picocolors from "picocolors";
import { expect, test } from "vitest";
import { summary } from "../../src/cli/summary.js";
import { figureOf, intervalOf, labelOf, meanOf } from "../../src/index.js";
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
  expect(summary({ ...base, timeline }, page, plain).replaceAll("\n", " ")).toContain("without The emis-web, The cloud-telephony, The econsult, The eps and 6 more,");
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
  expect(text.replaceAll("\n", " ")).toMatch(/without phone lines.*About 4,300 calls and online requests \([^)]*\) do not connect\. The outage disrupts/);
  expect(text).toMatch(/^Calls and online requests not connected +4,300/m);
  expect(text).not.toContain("Notes to type in");
});

test("an outage without effect has one sentence and no table", () => {
  const calm = unaffected();
  const text = summary({ ...calm, window: { ...fixture().window, onset: "2023-03-16T20:00", restored: "2023-03-17T06:00" } }, page, plain);
  expect(text.replaceAll("\n", " ")).toContain("nothing differs from an ordinary period.");
  expect(text).not.toContain("95% interval");
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
