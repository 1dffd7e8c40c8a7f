import { expect, test } from "vitest";
import { judge } from "../../src/experiment/hypotheses.js";
import type { Hypothesis } from "../../src/experiment/model.js";
import { isPrecise } from "../../src/experiment/precision.js";
import { Replicates } from "../../src/experiment/replicates.js";
import { ledgerOf, type UnitOf } from "./estate-of-three.js";

const hypothesis = (changes: Partial<Hypothesis>): Hypothesis => ({
  text: "as written", outcome: "appointmentsDisrupted", part: "all", statistic: "mean", of: "practices", comparison: "<=", value: 10, where: "all", ...changes,
});
const unit = (value: number): UnitOf[] => [{ practices: [2], sums: { "appointmentsDisrupted all": [value] } }];
const replicates = (...values: number[]) => new Replicates(ledgerOf(values.map(unit)), undefined);

test("a mean is judged by its interval: held, broken, or undecided with the number of replications that would do", () => {
  // 8, 9, 10: mean 9, standard error 0.5774, t of two degrees of freedom 4.3027, so 6.516 to 11.484.
  const three = replicates(8, 9, 10);
  const verdict = (comparison: Hypothesis["comparison"], value: number) => judge(hypothesis({ comparison, value }), three).verdict;
  expect(verdict("<=", 11.5)).toBe("held");
  expect(verdict("<", 11.5)).toBe("held");
  expect(verdict("<=", 6.5)).toBe("broken");
  expect(verdict(">=", 6.5)).toBe("held");
  expect(verdict(">", 11.5)).toBe("broken");
  expect(verdict("<=", 9)).toBe("undecided");
  const judged = judge(hypothesis({ value: 10 }), three);
  expect(judged).toMatchObject({ text: "as written", verdict: "undecided", estimate: 9 });
  expect(judged.low).toBeCloseTo(6.516, 3);
  expect(judged.high).toBeCloseTo(11.484, 3);
  // Half width 2.484, distance 1: 3 * 2.484^2 = 18.5.
  expect(judged.reason).toBe("The 95% interval is 6.52 to 11.5 and contains 10; about 19 replications would decide it.");
});

test("a time is told from 0 on, a number below 0 has its minus, and from a hundred on replications are a round number", () => {
  expect(judge(hypothesis({ value: 10 }), replicates(-9, 9, 30)).reason).toBe("The 95% interval is −38.5 to 58.5 and contains 10.");
  expect(judge(hypothesis({ value: 12 }), replicates(-9, 9, 30)).reason).toMatch(/ about \d{2}0+ replications would decide it\.$/);
});

test("a percentage near 100 is told to more digits than three", () => {
  const lost = (value: number): UnitOf[] => [{ practices: [2], sums: { "availability all": [value] } }];
  const judged = judge(hypothesis({ outcome: "availability", comparison: ">=", value: 99.9, where: "G3" }), new Replicates(ledgerOf([lost(0.2), lost(0.2)]), undefined));
  expect(judged).toMatchObject({ verdict: "broken", estimate: 99.8, reason: "The 95% interval is 99.8 to 99.8." });
  const close = judge(hypothesis({ outcome: "availability", comparison: ">=", value: 99.9, where: "G3" }), new Replicates(ledgerOf([lost(0.13), lost(0.13)]), undefined));
  expect(close).toMatchObject({ verdict: "broken", reason: "The 95% interval is 99.87 to 99.87." });
});

test("bounds themselves decide: equal replications make an interval of one point", () => {
  const same = replicates(10, 10, 10);
  const verdict = (comparison: Hypothesis["comparison"]) => judge(hypothesis({ comparison }), same).verdict;
  expect([verdict("<="), verdict("<"), verdict(">="), verdict(">")]).toEqual(["held", "broken", "held", "broken"]);
});

test("one replication decides nothing, and says how many it needs", () => {
  expect(judge(hypothesis({}), replicates(1))).toEqual({ text: "as written", verdict: "undecided", estimate: 1, low: null, high: null, reason: "It needs at least 2 replications; there is 1." });
});

test("a 90th percentile of replications needs 36 of them", () => {
  const values = Array.from({ length: 36 }, (_, index) => index + 1);
  const p90 = hypothesis({ statistic: "p90", of: "replications", comparison: "<", value: 100 });
  expect(judge(p90, replicates(...values.slice(1)))).toMatchObject({ verdict: "undecided", reason: "It needs at least 36 replications; there are 35." });
  expect(judge(p90, replicates(...values))).toMatchObject({ verdict: "held", estimate: 32.5, high: 36 });
});

test("a percentile of practices is taken in every replication, then has an interval over replications", () => {
  const pair = (one: number, other: number): UnitOf[] => [{ practices: [0, 1], sums: { "appointmentsDisrupted all": [one, other] } }];
  const median = (value: number) => judge(hypothesis({ statistic: "p50", value }), new Replicates(ledgerOf([pair(2, 4), pair(3, 5)]), undefined));
  // Medians 3 and 4.
  expect(median(100)).toMatchObject({ verdict: "held", estimate: 3.5 });
  expect(median(3.5).verdict).toBe("undecided");
});

test("practices beyond the horizon leave the interval without an upper end: broken may be known, held may not", () => {
  const never: UnitOf[] = [{ practices: [2], excess: [() => 600] }];
  const recovery = (comparison: Hypothesis["comparison"], value: number, of: Hypothesis["of"] = "practices") =>
    judge(hypothesis({ outcome: "backlogRecovery", statistic: "p90", comparison, value, of }), new Replicates(ledgerOf(Array.from({ length: 40 }, () => never)), undefined));
  // 15 working days lie between restoration and the horizon.
  expect(recovery("<=", 5)).toMatchObject({ verdict: "broken", estimate: null, low: 15, high: null });
  expect(recovery("<=", 20).verdict).toBe("undecided");
  expect(recovery("<=", 20).reason).toContain("in 40 of 40 replications it lies beyond the horizon");
  expect(recovery(">=", 15).verdict).toBe("held");
  expect(recovery("<=", 20, "replications").verdict).toBe("undecided");
});

test("what is defined nowhere is undecided", () => {
  expect(judge(hypothesis({ outcome: "workloadFactor" }), replicates(1, 2))).toMatchObject({ verdict: "undecided", estimate: null, reason: "It is not defined in any replication." });
});

test("an outcome, part or place that does not exist is refused by name", () => {
  expect(() => judge(hypothesis({ outcome: "appointmentDisrupted" }), replicates(1, 2))).toThrow('no outcome "appointmentDisrupted"');
  expect(() => judge(hypothesis({ part: "role:gp" }), replicates(1, 2))).toThrow('"role:gp"');
  expect(() => judge(hypothesis({ where: "QKS" }), replicates(1, 2))).toThrow('no place "QKS"');
});

test("precise is what is within 5% of the mean, or one unit for every practice touched, for all three decisive outcomes", () => {
  const run = (values: readonly number[], id = "notesToTypeIn") => isPrecise(ledgerOf(values.map((value) => [{ practices: [2], sums: { [`${id} all`]: [value] } }])));
  // Half width 12.706 * difference / 2 with two replications: 1.27 for 0.2.
  expect(run([1000, 1007])).toBe(true);
  expect(run([1000, 1009])).toBe(false);
  expect(run([1000, 1009], "appointmentsDisrupted")).toBe(false);
  expect(run([1000, 1009], "extraWorkHours")).toBe(false);
  expect(run([1, 1.15])).toBe(true);
  expect(run([1, 1.2])).toBe(false);
  expect(run([1000])).toBe(false);
  expect(isPrecise(ledgerOf([[], []]))).toBe(true);
});
