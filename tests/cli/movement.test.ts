/** What is said to have moved between two runs of a scenario, and how often chance alone is taken for a change. */
import { expect, test } from "vitest";
import type { Expectation, ExpectedRow } from "../../src/cli/expectation.js";
import { agree, movements } from "../../src/cli/movement.js";
import { stream, uniform } from "../../src/engine/random.js";
import { meanInterval } from "../../src/statistics/interval.js";

const row = (mean: number | null, low: number | null = mean, high: number | null = mean, part = "all"): ExpectedRow => ({ id: "notesToTypeIn", part, where: "all", arm: "outage", kind: "difference", mean, low, high });
const of = (...rows: ExpectedRow[]): Expectation => ({ scenario: "tiny", seed: "tiny", replications: 5, sample: { taken: 1, of: 1 }, rows });

test("the same rows have not moved", () => expect(movements(of(row(1200, 1100, 1300), row(null)), of(row(1200, 1100, 1300), row(null)))).toEqual([]));

test("a row that moved is told with both intervals, in its unit and in percent of what it was", () => {
  expect(movements(of(row(1200, 1100, 1300)), of(row(1260, 1180, 1340)))).toEqual([{ line: "notesToTypeIn all: 1,200 (1,100 to 1,300) -> 1,260 (1,180 to 1,340), +60 (+5%)", agrees: true }]);
  expect(movements(of(row(1200, 1100, 1300)), of(row(600, 550, 650)))).toEqual([{ line: "notesToTypeIn all: 1,200 (1,100 to 1,300) -> 600 (550 to 650), −600 (−50%)", agrees: false }]);
});

test.each([
  ["exactly nothing is no longer nothing", row(0), row(0.1)],
  ["a value is gone", row(3, 2, 4), row(null)],
  ["a value has come", row(null), row(3, 2, 4)],
  ["an interval lies below the other", row(3, 2, 4), row(1, 0.5, 1.5)],
])("rows disagree where %s", (_, before, now) => expect(movements(of(before), of(now)).map(({ agrees }) => agrees)).toEqual([false]));

test("rows that come or go, other settings and other bytes disagree", () => {
  const [a, b] = [row(1), row(2, 2, 2, "day:2026-01-12")];
  const lines = (before: Expectation, now: Expectation): string[] => movements(before, now).filter(({ agrees }) => !agrees).map(({ line }) => line);
  expect(lines(of(a), of(a, b))).toEqual(["notesToTypeIn day:2026-01-12: no such row -> 2 (2 to 2)"]);
  expect(lines(of(a, b), of(a))).toEqual(["notesToTypeIn day:2026-01-12: 2 (2 to 2) -> no such row"]);
  expect(lines(of(a), { ...of(a), sample: { taken: 1, of: 2 } })).toEqual(["settings: tiny, seed tiny, 5 replications, 1 of 1 neighbourhoods -> tiny, seed tiny, 5 replications, 1 of 2 neighbourhoods"]);
  expect(lines({ ...of(a), sha256: "a".repeat(64) }, { ...of(a), sha256: "b".repeat(64) })).toEqual(["bytes of the result: aaaaaaaaaaaa -> bbbbbbbbbbbb"]);
});

test("chance drawn anew parts the intervals of one row in 190", () => {
  const chance = stream("movement");
  const normal = (): number => Array.from({ length: 12 }, () => uniform(chance)).reduce((sum, value) => sum + value, -6);
  const five = (): ExpectedRow => { const { mean, low, high } = meanInterval(Array.from({ length: 5 }, normal)); return row(mean, low, high); };
  const parted = Array.from({ length: 20_000 }, () => agree(five(), five())).filter((is) => !is).length;
  // 105 of 20,000 with a standard deviation of 10: within four of them but for one seed in 15,000.
  expect(parted).toBeGreaterThan(65);
  expect(parted).toBeLessThan(145);
});
