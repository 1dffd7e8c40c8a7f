/** Two results side by side: the difference and its interval, what differs in the scenarios, what makes them hard to compare, charts on one scale. */
import { describe, expect, test } from "vitest";
import { backlog } from "../../src/report/side-by-side/charts/backlog.js";
import { disrupted } from "../../src/report/side-by-side/charts/disrupted.js";
import { recovery } from "../../src/report/side-by-side/charts/recovery.js";
import { differenceOf, type Figures } from "../../src/report/side-by-side/difference.js";
import { pairedDifference, pairedOutcomes } from "../../src/report/side-by-side/paired.js";
import { changesBetween } from "../../src/report/side-by-side/line-difference.js";
import { sideBySidePage } from "../../src/report/side-by-side/page.js";
import { cautionsFor, sides, type Pair, type Side } from "../../src/report/side-by-side/pair.js";
import { figureChanges, settingChanges } from "../../src/report/side-by-side/scenario-changes.js";
import type { OutcomeRow, ResultDocument } from "../../src/result/document.js";
import { beyondHorizon, fixture, hostile, payloads, unaffected } from "./fixture.js";

/** The fixture with a change of plan that takes a fifth off everything. */
function changed(share = 0.8): ResultDocument {
  const base = fixture();
  const times = (row: OutcomeRow): OutcomeRow => ({ ...row, ...Object.fromEntries((["mean", "low", "high", "p5", "p10", "p50", "p90", "p95"] as const).map((name) => [name, row[name] === null ? null : row[name] * share])) });
  return {
    ...base, scenario: { ...base.scenario, name: "Everyone takes details on paper", hash: "another", text: base.scenario.text.replace("    lasts: 4d 9h\n", "    lasts: 4d 9h\nresponse:\n  takeDetails: 1\n") },
    outcomes: base.outcomes.map((row) => (row.arm === "outage" ? times(row) : row)),
    assumptions: base.assumptions.map((row) => (row.id === "response.declineAll" ? { ...row, value: 0, changed: true } : row)),
  };
}

const words = (markup: string): string => markup.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]+>/g, " ").replaceAll("\u00a0", " ").replace(/\s+/g, " ");
/** Without charts: it is the words that are asked for. */
const pageOf = (pair: Pair): string => sideBySidePage(pair, []);

describe("a difference", () => {
  const row = (mean: number, low: number | null, high: number | null): OutcomeRow => ({ ...fixture().outcomes[0]!, mean, low, high });
  const of = (...figures: Figures) => differenceOf(figures);

  test("of symmetric intervals has the root of the sum of both squares, as independent means have", () => {
    expect(of(row(100, 97, 103), row(80, 76, 84))).toMatchObject({ mean: -20, low: -25, high: -15, isClear: true, isNone: false });
  });

  test("of lopsided ones is wider where it must be: B's upper arm with A's lower one", () => {
    expect(of(row(10, 7, 11), row(20, 19, 24))).toMatchObject({ mean: 10, low: 10 - Math.SQRT2, high: 15 });
  });

  test("that contains 0 may be chance; the same in every statistic is none; of single runs no interval is known", () => {
    expect(of(row(100, 90, 110), row(105, 95, 115))!.isClear).toBe(false);
    expect(of(row(100, 90, 110), row(100, 90, 110))).toEqual({ mean: 0, low: 0, high: 0, isNone: true, isClear: false });
    expect(of(row(100, null, null), row(90, null, null))).toMatchObject({ mean: -10, low: null, high: null, isClear: false });
    expect(of(undefined, row(1, 0, 2))).toBeNull();
  });
});

describe("of the same chance run by run", () => {
  /** Values of single runs whose mean is that of the row, far apart from one another. */
  const held = (document: ResultDocument, shift: (run: number) => number): ResultDocument => ({
    ...document, byReplication: [{ id: "appointmentsDisrupted", part: "all", unit: "appointments", values: [...Array(20).keys()].map((run) => 7400 + 300 * (run % 2 === 0 ? 1 : -1) + shift(run)) }],
  });
  const a = held(fixture(), () => 0);
  const b = held(changed(), (run) => -1500 + (run < 10 ? 10 : -10));

  test("a difference is that of single runs: what both share is in neither bound", () => {
    const { mean, low, high, isNone } = pairedDifference({ a, b }, "appointmentsDisrupted", "all")!;
    expect([mean, isNone]).toEqual([-1500, false]);
    // Student's t at 19 degrees, 2.0930, times the deviation 10 * sqrt(20/19) over the root of 20.
    expect(high - mean).toBeCloseTo((2.093 * 10) / Math.sqrt(19), 3);
    expect(mean - low).toBeCloseTo(high - mean, 9);
    expect(pairedOutcomes({ a, b })).toEqual(["appointmentsDisrupted"]);
    const text = words(pageOf({ a, b }));
    expect(text).toContain("In B about 1,500 fewer appointments are disrupted than in A (1,495 to 1,505)");
    expect(text).toContain("ranges of appointments disrupted are 95% intervals of the mean difference of single runs (paired; simulation error alone)");
  });

  test.each<[string, Partial<ResultDocument>]>([
    ["another seed", { seed: "other" }], ["another version", { version: "9.9.9" }], ["other places", { places: fixture().places.slice(1) }], ["no single runs", { byReplication: [] }],
    ["a run without a value", { byReplication: [{ ...b.byReplication![0]!, values: [null, ...b.byReplication![0]!.values.slice(1)] }] }],
  ])("%s: it is made of both intervals", (_, change) => {
    expect(pairedDifference({ a, b: { ...b, ...change } }, "appointmentsDisrupted", "all")).toBeUndefined();
    expect(words(pageOf({ a, b: { ...b, ...change } }))).toContain("unpaired; simulation error alone");
  });

  test("where no run differs nothing does, and less work than usual is not called extra", () => {
    const less = (document: ResultDocument): ResultDocument => ({ ...document, outcomes: document.outcomes.map((row) => (row.id === "extraWorkHours" && row.part === "all" ? { ...row, mean: -40, low: -50, high: -30 } : row)) });
    expect(pairedDifference({ a, b: a }, "appointmentsDisrupted", "all")).toEqual({ mean: 0, low: 0, high: 0, isNone: true });
    expect(words(pageOf({ a: less(a), b: { ...less(a), scenario: { ...a.scenario, hash: "another" } } }))).toContain("Compared with an ordinary period staff work about 40 fewer hours, between 30 and 50, in both alike.");
  });
});

describe("lines that differ", () => {
  test("put into the first text, give the second, whatever the two are", () => {
    // A small generator with a fixed start: texts of up to 12 lines out of four.
    let state = 7;
    const draw = (below: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % below;
    for (let trial = 0; trial < 300; trial++) {
      const [before, after] = [0, 1].map(() => Array.from({ length: draw(13) }, () => "abcd"[draw(4)]!)) as [string[], string[]];
      const rebuilt: string[] = [];
      let at = 0;
      for (const change of changesBetween(before, after)) {
        rebuilt.push(...before.slice(at, change.at[0]), ...change.added);
        expect(before.slice(change.at[0], change.at[0] + change.gone.length)).toEqual(change.gone);
        at = change.at[0] + change.gone.length;
      }
      expect([...rebuilt, ...before.slice(at)]).toEqual(after);
    }
  });

  test("two long texts that share nothing are one change, at once", () => {
    const [before, after] = ["a", "b"].map((letter) => Array.from({ length: 20_000 }, (_, line) => `${letter}${line}`)) as [string[], string[]];
    expect(changesBetween(before, after)).toHaveLength(1);
  });

  test("stand under the settings they belong to, without comments", () => {
    const with_ = (text: string): ResultDocument => ({ ...fixture(), scenario: { ...fixture().scenario, text } });
    const text = (hours: string, more = "") => `# A comment\nname: x\nincidents:\n  - name: Telephones fail\n    at: 2026-01-12 08:00\n    for: ${hours}${more}\n`;
    expect(settingChanges({ a: with_(text("8h")), b: with_(text("4h").replace("A comment", "Another")) })).toEqual([{ under: "incidents: Telephones fail", a: ["for: 8h"], b: ["for: 4h"] }]);
    expect(settingChanges({ a: with_(text("8h")), b: with_(text("8h", "\nresponse:\n  overtimeMinutes: 60")) })).toEqual([{ under: "", a: [], b: ["response:", "  overtimeMinutes: 60"] }]);
    // What follows at the margin is a setting of its own.
    expect(settingChanges({ a: with_(text("8h")), b: with_(text("4h", "\nresponse: {overtimeMinutes: 60}")) })).toEqual([
      { under: "incidents: Telephones fail", a: ["for: 8h"], b: ["for: 4h"] }, { under: "", a: [], b: ["response: {overtimeMinutes: 60}"] },
    ]);
    expect(figureChanges({ a: fixture(), b: changed() }).map(({ id }) => id)).toEqual(["response.declineAll"]);
  });
});

test("a change of plan: what it does in sentences, its settings, and every answer of both with ranges and the difference", () => {
  const text = words(pageOf({ a: fixture(), b: changed() }));
  expect(text).toContain("In B about 1,500 fewer appointments are disrupted than in A (1,200 to 1,800): about 5,900 rather than about 7,400, 20% less.");
  expect(text).toContain("Settings that differ Under A B the scenario – response: takeDetails: 1");
  expect(text).toMatch(/Practices whose reception declines all requests while systems are down response\.declineAll 0\.32 fraction 0 fraction/);
  expect(text).toMatch(/Appointments disrupted \(appointments\).{0,90}7,400 \(7,200 to 7,600\) 5,900 \(5,800 to 6,100\) −1,500 \(−1,800 to −1,200\)/);
  expect(text).toContain("Half of the affected practices are back to normal within (working days) 7.2 5.8 −1.4 without an interval");
  // Recovery never stands without what was never made good.
  expect(text.indexOf("not made up for in A")).toBeGreaterThan(text.indexOf("In A half of the affected practices"));
  expect(text).toContain("unpaired; simulation error alone");
  expect(text).not.toContain("Do not read the differences");
});

test("what makes them hard to compare is said first",  () => {
  const base = fixture();
  const other: ResultDocument = { ...changed(), version: "0.2.0", seed: "other", window: { ...base.window, horizon: "2023-05-25T00:00" }, places: base.places.slice(0, 10) };
  const cautions = cautionsFor({ a: base, b: other });
  expect(cautions.filter(({ isGrave }) => isGrave).map(({ text }) => text.split(/[,:]/)[0])).toEqual(["They are of different places", "They were made with different versions of Outage Lab", "They count over different times"]);
  expect(cautions.filter(({ isGrave }) => !isGrave).map(({ text }) => text.split(",")[0])).toEqual(["Their seeds are different"]);
  const text = words(pageOf({ a: base, b: other }));
  expect(text.indexOf("Do not read the differences below as what a change of plan brings.")).toBeLessThan(text.indexOf("fewer appointments"));
  expect(cautionsFor({ a: base, b: changed() })).toEqual([]);
});

test("of one run nobody says whether chance may explain a difference", () => {
  const single = (document: ResultDocument): ResultDocument => ({ ...document, byReplication: undefined, outcomes: document.outcomes.map((row) => ({ ...row, low: null, high: null, replications: 1 })) }) as ResultDocument;
  const text = words(pageOf({ a: single(fixture()), b: single(changed()) }));
  expect(text).toContain("one simulated run cannot tell whether that is chance");
  expect(text).toContain("no range");
  // But for the note that says what the words mean.
  expect(text.replace("“May be chance”: the range contains 0.", "")).not.toMatch(/may be chance/i);
});

test("the same twice differs in nothing; of nothing lost nothing is drawn",  () => {
  expect(words(pageOf({ a: fixture(), b: fixture() }))).toContain("Nothing: both are the same run of the same scenario.");
  const calm = words(pageOf({ a: unaffected(), b: { ...unaffected(), scenario: { ...unaffected().scenario, hash: "x" } } }));
  expect(calm).toContain("In neither of them is anything lost.");
  expect(calm).toContain("Neither has anything to draw.");
});

test.each([["open work", backlog], ["recovery", recovery], ["appointments disrupted", disrupted]])("both charts of %s have one scale, and stand together or not at all", (_, chart) => {
  const pair = { a: fixture(), b: beyondHorizon() };
  /** Domains of all scales of numbers. */
  const domains = (side: Side): Set<string> => new Set([...JSON.stringify(chart(pair, side, "half")).matchAll(/"domain":\[(-?[\d.]+),(-?[\d.]+)\]/g)].map(([domain]) => domain));
  expect(domains("a")).toEqual(domains("b"));
  expect(domains("a").size).toBeGreaterThan(0);
  for (const side of sides) expect(chart({ a: unaffected(), b: unaffected() }, side, "half")).toBeUndefined();
  for (const side of sides) expect(chart({ a: fixture(), b: unaffected() }, side, "half") === undefined).toBe(chart === recovery);
});

test("texts of both stay texts",  () => {
  const markup = pageOf({ a: hostile(), b: { ...hostile(), scenario: { ...hostile().scenario, name: payloads[0]!, text: `x: ${payloads.join("\ny: ")}`, hash: "y" } } });
  for (const payload of payloads.filter((each) => each.includes("<"))) expect(markup).not.toContain(payload);
  const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
