/** A comparison of eight options against a firewall that fails in Kent, with a budget; its figures are invented. */
import { decide } from "../../src/decision/decide.js";
import type { DecisionDocument } from "../../src/result/decision-document.js";
import { studyOf } from "../decision/eight-options.js";

export function comparison(budget: number | null = 400_000, replications = 20): DecisionDocument {
  const { study, planned } = studyOf(replications, budget);
  return {
    kind: "compare", version: "0.0.0-test", seed: "7", replications, warnings: [], excluded: [],
    scenario: { name: "kent-firewall-2023", question: "What did the firewall failure of March 2023 do to practices in Kent and Medway?", text: "", hash: "0" },
    decision: decide(study, budget, planned),
  };
}
