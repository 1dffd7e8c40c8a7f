import { expect, test } from "vitest";
import type { JudgedHypothesis } from "../../src/experiment/hypotheses.js";
import { scoreOf } from "../../src/experiment/score.js";
import { scoreSentence } from "../../src/report/objectives.js";

const judged = (verdict: JudgedHypothesis["verdict"], weight?: number): JudgedHypothesis => ({ text: "x", verdict, estimate: 1, low: 1, high: 1, reason: "", ...(weight !== undefined && { weight }) });

test("the share that holds by weight; what is undecided counts as not held, and bounds the score from above", () => {
  expect(scoreOf([judged("held"), judged("broken", 2), judged("undecided")])).toEqual({ held: 0.25, undecided: 0.25, weight: 4 });
  expect(scoreOf([judged("held", 0.5), judged("held", 3)])).toEqual({ held: 1, undecided: 0, weight: 3.5 });
});

test("without hypotheses there is none", () => expect(scoreOf([])).toBeNull());

test("it says a range where something is undecided", () => {
  expect(scoreSentence({ held: 0.25, undecided: 0.25, weight: 4 })).toBe("Resilience score 25% to 50%");
  expect(scoreSentence({ held: 1, undecided: 0, weight: 4 })).toBe("Resilience score 100%");
});
