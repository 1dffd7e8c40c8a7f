/** When a run has enough replications, and what it says of its hypotheses then. */
import { describe, expect, test } from "vitest";
import { Ledger } from "../../src/experiment/ledger.js";
import type { Hypothesis, Model, Objectives } from "../../src/experiment/model.js";
import { Replicates } from "../../src/experiment/replicates.js";
import { rowOf } from "../../src/experiment/rows.js";
import { Stopping } from "../../src/experiment/stopping.js";
import { descriptionOf } from "../../src/outcomes/index.js";
import { period } from "../outcomes/journal-builder.js";
import { estate, unitOf } from "./estate-of-three.js";

const hypothesis = (text: string, comparison: Hypothesis["comparison"], value: number, changes: Partial<Hypothesis> = {}): Hypothesis => ({
  text, outcome: "appointmentsDisrupted", part: "all", statistic: "mean", of: "replications", comparison, value, where: "all", ...changes,
});

interface Setting {
  readonly replications: Model["replications"];
  readonly hypotheses?: readonly Hypothesis[];
  readonly objectives?: Objectives;
  readonly isTimeUp?: () => boolean;
  /** Whether chance decides what replications go through. */
  readonly differ?: boolean;
  /** Replications from which on something has happened. */
  readonly seenFrom?: number;
}

/** Runs to the end with these appointments disrupted, by replication. */
function ran({ replications, hypotheses = [], objectives, isTimeUp, seenFrom = 0, differ = seenFrom > 0 }: Setting, disrupted: (replication: number) => number) {
  const ledger = new Ledger(estate, period);
  const stopping = new Stopping({ replications, hypotheses, ...(objectives && { objectives }) }, isTimeUp);
  const looks: number[] = [];
  for (;;) {
    while (ledger.replications < stopping.planned) ledger.addReplication([unitOf({ practices: [2], sums: { "appointmentsDisrupted all": [disrupted(ledger.replications)] } })]);
    looks.push(ledger.replications);
    ledger.onset = ledger.replications >= seenFrom ? 0 : Infinity;
    const stoppedBy = stopping.after(ledger, differ);
    if (stoppedBy !== undefined) return { stoppedBy, looks, verdicts: stopping.verdicts };
  }
}

/** 1000 and a little to either side, in turn: a coefficient of variation of `variation`. */
const around = (variation: number) => (replication: number): number => 1000 * (1 + (replication % 2 === 0 ? variation : -variation));

describe("until it is precise", () => {
  const between = { minimum: 5, maximum: 40 };

  test("is at the second precise look in a row, or at the maximum", () => {
    expect(ran({ replications: between, differ: true }, around(0.01))).toMatchObject({ stoppedBy: "precision", looks: [5, 10] });
    // Half widths of 10 and 15 values that vary by 8%: 6.0% and 4.6%.
    expect(ran({ replications: between }, around(0.08))).toMatchObject({ stoppedBy: "precision", looks: [5, 10, 15, 20] });
    expect(ran({ replications: between }, around(0.5))).toMatchObject({ stoppedBy: "maximum", looks: [5, 10, 15, 20, 25, 30, 35, 40] });
  });

  test("is at the first look that is twice as precise, where every replication goes through the same", () => {
    // Half widths of 5 values that vary by 1% and 2%: 1.5% and 3.0%.
    expect(ran({ replications: between }, around(0.01))).toMatchObject({ stoppedBy: "precision", looks: [5] });
    expect(ran({ replications: between }, around(0.02)).looks).toEqual([5, 10]);
  });

  test("means to the tolerance that was asked for", () => {
    expect(ran({ replications: { ...between, tolerance: 0.2 } }, around(0.08)).looks).toEqual([5, 10]);
    expect(ran({ replications: { ...between, tolerance: 0.001 } }, around(0.08))).toMatchObject({ stoppedBy: "maximum" });
  });

  test("is never as long as chance has brought about nothing", () => {
    expect(ran({ replications: between, seenFrom: 12 }, () => 0).looks).toEqual([5, 10, 15, 20]);
  });

  test("does not concern a number that is fixed", () => {
    expect(ran({ replications: { minimum: 12, maximum: 12 } }, around(0.01))).toMatchObject({ stoppedBy: "replications", looks: [12], verdicts: undefined });
  });
});

describe("with a clock", () => {
  test("the round in which time runs out is the last, below the minimum too", () => {
    let left = 2;
    expect(ran({ replications: { minimum: 100, maximum: 100 }, isTimeUp: () => --left < 0 }, around(0.01))).toMatchObject({ stoppedBy: "time", looks: [5, 10, 15] });
  });

  test("that never runs out, a run stops where it does without one", () => {
    for (const replications of [{ minimum: 12, maximum: 12 }, { minimum: 7, maximum: 40 }, { minimum: 2, maximum: 9 }]) {
      for (const variation of [0.01, 0.08, 0.5]) {
        const [without, with_] = [ran({ replications }, around(variation)), ran({ replications, isTimeUp: () => false }, around(variation))];
        expect([with_.stoppedBy, with_.looks.at(-1)]).toEqual([without.stoppedBy, without.looks.at(-1)]);
      }
    }
  });
});

describe("until every hypothesis is decided", () => {
  const replications = { minimum: 5, maximum: 40, untilDecided: true as const };

  test("is as soon as intervals that hold at all times say so, and says after how many replications", () => {
    const { stoppedBy, looks, verdicts } = ran({ replications, hypotheses: [hypothesis("few", "<=", 1200), hypothesis("many", ">", 1200)] }, around(0.08));
    expect([stoppedBy, looks]).toEqual(["decided", [5, 10, 15]]);
    expect(verdicts!.map(({ text, verdict }) => [text, verdict])).toEqual([["few", "held"], ["many", "broken"]]);
    expect(verdicts![0]!.reason).toMatch(/^Decided after 15 replications by an interval that holds at all times \(97\.5%\), \d+ to \d+\.$/);
  });

  test("a clock makes no difference to what is looked at, but at its end, where verdicts are due below the minimum too", () => {
    const between = { minimum: 12, maximum: 40, untilDecided: true as const };
    const hypotheses = [hypothesis("few", "<=", 1500), hypothesis("at the bound", "<=", 1000)];
    expect(ran({ replications: between, hypotheses, isTimeUp: () => false }, around(0.01)).verdicts).toEqual(ran({ replications: between, hypotheses }, around(0.01)).verdicts);
    expect(ran({ replications: between, hypotheses, isTimeUp: () => true }, around(0.01))).toMatchObject({ stoppedBy: "time", looks: [5], verdicts: [{ text: "few" }, { text: "at the bound" }] });
  });

  test("a verdict that is reached stands, while others are open to the maximum", () => {
    const { stoppedBy, verdicts } = ran({ replications, hypotheses: [hypothesis("clear", "<=", 1500), hypothesis("at the bound", "<=", 1000)] }, around(0.08));
    expect(stoppedBy).toBe("maximum");
    expect(verdicts![0]).toMatchObject({ verdict: "held", reason: expect.stringContaining("after 15 replications") as string });
    expect(verdicts![1]).toMatchObject({ verdict: "undecided", estimate: 1000, reason: expect.stringContaining("Not decided after 40 replications") as string });
  });

  test("hypotheses share the error: with more of them each interval is wider", () => {
    const width = (count: number): number => {
      const [first] = ran({ replications: { minimum: 5, maximum: 20, untilDecided: true }, hypotheses: Array.from({ length: count }, () => hypothesis("at the bound", "<=", 1000)) }, around(0.08)).verdicts!;
      return first!.high! - first!.low!;
    };
    expect(width(10)).toBeGreaterThan(1.2 * width(1));
  });

  test("quantiles of replications are judged too, and nothing before chance has brought it about", () => {
    const p50 = hypothesis("median", "<=", 2000, { statistic: "p50" });
    expect(ran({ replications, hypotheses: [p50] }, around(0.08)).looks).toEqual([5, 10]);
    expect(ran({ replications, hypotheses: [p50], seenFrom: 20 }, around(0.08)).looks).toEqual([5, 10, 15, 20]);
  });

  test("what comes out the same every time is open where chance decides what happens, and decided where it does not", () => {
    const none = [hypothesis("none", "<=", 2)];
    expect(ran({ replications, hypotheses: none }, () => 0)).toMatchObject({ stoppedBy: "decided", verdicts: [{ verdict: "held" }] });
    const open = ran({ replications, hypotheses: none, differ: true }, () => 0);
    expect(open).toMatchObject({ stoppedBy: "maximum", verdicts: [{ verdict: "undecided", estimate: 0, low: null, high: null }] });
    expect(open.verdicts![0]!.reason).toBe("It is the same in all 40 replications: what chance has not brought about in these may differ.");
  });

  test("a clock that does not run out changes no look and no verdict", () => {
    const few = { replications: { minimum: 20, maximum: 40, untilDecided: true as const }, hypotheses: [hypothesis("few", "<=", 1200)] };
    const [without, with_] = [ran(few, around(0.08)), ran({ ...few, isTimeUp: () => false }, around(0.08))];
    expect([with_.stoppedBy, with_.looks.at(-1), with_.verdicts]).toEqual([without.stoppedBy, without.looks.at(-1), without.verdicts]);
    expect(without.verdicts![0]!.reason).toContain("after 20 replications");
  });

  test("where time runs out before the minimum, hypotheses are judged on what there is", () => {
    const early = ran({ replications: { minimum: 20, maximum: 40, untilDecided: true }, hypotheses: [hypothesis("few", "<=", 1200)], isTimeUp: () => true }, around(0.08));
    expect(early).toMatchObject({ stoppedBy: "time", looks: [5], verdicts: [{ verdict: "undecided" }] });
  });

  test("where the number is fixed they are judged all the same", () => {
    expect(ran({ replications: { minimum: 5, maximum: 5, untilDecided: true }, hypotheses: [hypothesis("few", "<=", 1200)] }, around(0.08))).toMatchObject({
      stoppedBy: "maximum", verdicts: [{ verdict: "undecided", reason: expect.stringContaining("still open on both sides") as string }],
    });
  });

  test("what the scenario wants to be achieved counts for them as it does for the outcomes", () => {
    const late = hypothesis("late", "<=", 1, { outcome: "continuityBreaches", part: "recovery time" });
    const [ledger, stopping] = [new Ledger(estate, period), new Stopping({ replications, hypotheses: [late], objectives: { recoveryTime: 1 } })];
    // Never back to normal: late from the second working day on.
    while (ledger.replications < 15) ledger.addReplication([unitOf({ practices: [2], excess: [() => 600] })]);
    stopping.after(ledger, false);
    const row = rowOf(new Replicates(ledger, { recoveryTime: 1 }), descriptionOf("continuityBreaches", "recovery time")!, "recovery time", "outage", 0);
    expect(row.mean).toBeGreaterThan(50);
    expect(stopping.verdicts![0]).toMatchObject({ verdict: "broken", estimate: expect.closeTo(row.mean!, 6) as number });
  });
});
