/** The long weekend after Friday 26 May 2023, and the short week that followed. */
import { describe, expect, test } from "vitest";
import { backlogAt, lived, rateOf } from "./lived.js";
import { shipped } from "./shipped.js";

describe("E6: the bank-holiday weekend", async () => {
  const model = await shipped("emis-code-push-2023", ["days: 42", "days: 21\n  warmUp: 14"]);
  const pairs = [0, 1, 2, 3].flatMap((replication) => lived(model, { replication, regions: ["QKS", "QHL", "QNC", "QOP", "QWO"] }));
  const evening = "2023-05-27";

  test("the backlog crosses it: what is left on Friday evening is there on Tuesday morning", () => {
    const friday = backlogAt(pairs, evening, "00:00");
    // Nobody works and nobody asks between.
    for (const [date, clock] of [["2023-05-28", "12:00"], ["2023-05-29", "12:00"], ["2023-05-30", "06:00"]] as const) expect(backlogAt(pairs, date, clock)).toBeCloseTo(friday, 6);
    // Over ten standard errors: no seed in a million falls short of three.
    const { mean, error } = rateOf(pairs, (pair) => backlogAt([pair], evening, "00:00"));
    expect(mean).toBeGreaterThan(3 * error);
  });

  test("most of it is worked off in the four days after", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(12);
    // It is between four and five standard errors: one seed in forty falls short of two and a half; were just half left, one in seventy would pass them.
    const { mean, error } = rateOf(pairs, (pair) => backlogAt([pair], evening, "00:00") / 2 - backlogAt([pair], "2023-06-03", "00:00"));
    expect(mean).toBeGreaterThan(2.5 * error);
  });
});
