/** A comparison of eight options against a firewall that fails in Kent, with a budget; its figures are invented. */
import { decide } from "../../src/decision/decide.js";
import type { CompareDocument } from "../../src/result/compare-document.js";
import { studyOf } from "../decision/fixture.js";

export function comparison(budget: number | null = 400_000, replications = 20): CompareDocument {
  const { study, planned } = studyOf(replications, budget);
  return {
    schema: 1, kind: "compare", version: "0.0.0-test", inputs: [], seed: "7", replications, warnings: [],
    scenario: { name: "kent-firewall-2023", question: "What did the firewall failure of March 2023 do to practices in Kent and Medway?", text: "", hash: "0" },
    window: { start: "2023-02-16T00:00", onset: "2023-03-16T08:00", restored: "2023-03-16T16:00", recovered: "2023-03-24T18:00", horizon: "2023-05-11T00:00" } as CompareDocument["window"],
    estate: { practices: 185, patients: 1_987_000 },
    decision: decide(study, budget, planned),
  };
}
