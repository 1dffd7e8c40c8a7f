import { expect, test } from "vitest";
import { CALL, LETTER_TASK, MET, NOTE, NO_RECORDS } from "../../src/care/journal.js";
import { Ledger } from "../../src/experiment/ledger.js";
import { daySeries, practiceSeries, regionSeries, type Series } from "../../src/experiment/series.js";
import { tallyUnit } from "../../src/experiment/tally.js";
import { at, ONSET, pairOf, period, RESTORED, usualWork } from "../outcomes/journal-builder.js";
import { estate, ledgerOf } from "./estate-of-three.js";

const find = (series: readonly Series[], id: string, part: string, arm: string, where: string): Series => series.find((each) => each.id === id && each.part === part && each.arm === arm && each.where === where)!;

/** First neighbourhood, whose first practice is hit: a note of 300 minutes from Thursday 09:30 to Friday 11:30, a day of 600, and open work of 60 as ever. */
const pair = pairOf({
  practices: 2, lost: [[ONSET, RESTORED], null], needs: [{}],
  none: { worked: usualWork(2), jobs: [{ kind: CALL, arrivedAt: at(3, 9) }, { kind: LETTER_TASK, arrivedAt: at(3, 9), minutes: 60 }] },
  outage: {
    worked: usualWork(2), ends: { 0: { state: MET, closedAt: at(3, 9.5), consultedAt: at(3, 9.4), records: NO_RECORDS } },
    jobs: [
      { kind: CALL, arrivedAt: at(3, 9) }, { kind: LETTER_TASK, arrivedAt: at(3, 9), minutes: 60 }, { kind: NOTE, arrivedAt: at(3, 9.5), endedAt: at(4, 11.5), minutes: 300 },
      { kind: CALL, arrivedAt: at(3, 10), endedAt: at(3, 10), practice: 1 },
    ],
  },
});

test("hourly curves of regions: open work in practice-days of both arms, its excess by queue, calls, consultations without records", () => {
  const ledger = new Ledger(estate, period);
  ledger.addReplication([tallyUnit(pair)]);
  const series = regionSeries(ledger);
  const hour = (day: number, clock: number): number => day * 24 + clock;
  for (const where of ["all", "QA"]) {
    const value = (part: string, arm: string, time: number) => find(series, "backlog", part, arm, where).mean[time];
    expect(value("excess:notes", "outage", hour(3, 9))).toBe(0);
    expect(value("excess:notes", "outage", hour(3, 10))).toBe(0.5);
    expect(value("excess:notes", "outage", hour(4, 11))).toBe(0.5);
    expect(value("excess:notes", "outage", hour(4, 12))).toBe(0);
    // A letter of an hour waits in both arms; the need of 10 minutes is still open in the twin.
    expect(value("all", "none", hour(3, 10))).toBeCloseTo(70 / 600, 6);
    expect(value("excess", "outage", hour(3, 10))).toBeCloseTo(290 / 600, 6);
    expect(value("all", "outage", hour(3, 10))).toBeCloseTo(360 / 600, 6);
  }
  const calls = (arm: string) => find(series, "calls", "all", arm, "QA").mean.slice(hour(3, 9), hour(3, 11));
  expect([calls("none"), calls("outage")]).toEqual([[1, 0], [1, 1]]);
  expect(find(series, "consultationsWithoutRecords", "all", "outage", "QA").mean.slice(hour(3, 8), hour(3, 11))).toEqual([0, 1, 0]);
  expect(new Set(series.map(({ where }) => where))).toEqual(new Set(["all", "QA"]));
  expect(series[0]).toMatchObject({ start: "2023-03-13T00:00", stepMinutes: 60, unit: "practice-days" });
  for (const { mean, low, high, stepMinutes } of series) expect([mean.length, low.length, high.length]).toEqual(new Array(3).fill((28 * 1440) / stepMinutes));
});

test("daily curves of affected practices alone, at the end of each day", () => {
  const ledger = new Ledger(estate, period);
  ledger.addReplication([tallyUnit(pair)]);
  const series = practiceSeries(ledger);
  expect(new Set(series.map(({ where }) => where))).toEqual(new Set(["G1"]));
  const { mean, start, stepMinutes } = find(series, "backlog", "excess", "outage", "G1");
  expect([start, stepMinutes, mean.length]).toEqual(["2023-03-14T00:00", 1440, 28]);
  // 290 minutes on Thursday evening; on Friday the note is done, and the twin still has 10 minutes more.
  expect(mean.slice(2, 5)).toEqual([0, 0.483333, -0.0166667]);
});

test("curves have their interval over replications, and a replication in which nothing is simulated counts 0", () => {
  const series = regionSeries(ledgerOf([[{ practices: [2] }], []]));
  const { mean, low, high } = find(series, "calls", "all", "outage", "QA");
  // 12 and 0: mean 6, standard error 6, t 12.7062.
  expect([mean[0], low[0], high[0]]).toEqual([6, -70.2372, 82.2372]);
  const one = find(regionSeries(ledgerOf([[{ practices: [2] }]])), "calls", "all", "outage", "QA");
  expect([one.mean[0], one.low[0], one.high[0]]).toEqual([12, 12, 12]);
});

test("a practice's curves count 0 where it goes through nothing, whether or not its neighbour does", () => {
  const hit = { practices: [0, 1], excess: [() => 300, null], usual: 600 };
  for (const spared of [[], [{ ...hit, excess: [null, () => 300] }]]) {
    const series = practiceSeries(ledgerOf([[hit], spared]));
    const [twin, outage] = ["none", "outage"].map((arm) => find(series, "backlog", "all", arm, "G1").mean[10]!);
    // A day of backlog in the twin and half a day more, in one replication of two.
    expect([twin, outage]).toEqual([0.5, 0.75]);
  }
});

test("nothing simulated, no curve", () => {
  expect(regionSeries(ledgerOf([[], []]))).toEqual([]);
  expect(practiceSeries(ledgerOf([[], []]))).toEqual([]);
});

test("daily curves of regions: weighted sums of what neighbourhoods count by day; a replication that counts nothing counts 0", () => {
  const series = daySeries(ledgerOf([[{ practices: [0, 1] }], []]));
  expect(series.map(({ id, where, stepMinutes, start }) => ({ id, where, stepMinutes, start }))).toEqual(["all", "QA"].map((where) => ({ id: "callsAbandoned", where, stepMinutes: 1440, start: "2023-03-13T00:00" })));
  for (const { mean, low, high } of series) {
    expect(mean.slice(0, 4)).toEqual([0, 0.5, 1, 1.5]);
    expect([low.length, high.length]).toEqual([mean.length, mean.length]);
  }
});
