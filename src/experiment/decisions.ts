/** Verdicts on hypotheses while replications are still being added: by intervals that hold at all times, so that looking again and again decides nothing wrongly. */
import { meanSequence } from "../statistics/mean-sequence.js";
import { quantileSequence } from "../statistics/quantile-sequence.js";
import { estimateOf, finite, numbersIn, unitOf, verdictOf, type Estimate, type Intervals, type JudgedHypothesis } from "./hypotheses.js";
import type { Hypothesis } from "./model.js";
import type { Replicates } from "./replicates.js";

/** Probability with which any verdict of a run is wrong, at the most. */
const ERROR = 0.05;

export class Decisions {
  readonly #hypotheses: readonly Hypothesis[];
  readonly #intervals: Intervals;
  /** In percent, of each interval: hypotheses share the error evenly, so that all verdicts together are right (Bonferroni). */
  readonly #confidence: number;
  /** By hypothesis. A verdict that is reached stands; one that is open is that of the last look. */
  #verdicts: readonly JudgedHypothesis[] = [];

  constructor(hypotheses: readonly Hypothesis[]) {
    const error = ERROR / hypotheses.length;
    this.#hypotheses = hypotheses;
    this.#confidence = 100 * (1 - error);
    this.#intervals = { mean: (values) => meanSequence(values, error), quantile: (sorted, p) => quantileSequence(sorted, p, error), leastForQuantile: () => 1 };
  }

  /**
   * Judges what is still open, on all replications so far. `differ`: chance decides what each replication goes through. Then nothing is decided before anything has happened, nor on what has come out the same
   * every time: in so few replications that tells nothing of what chance has not brought about yet.
   */
  look(replicates: Replicates, differ: boolean): void {
    const isSeen = replicates.ledger.onset < Infinity || !differ;
    this.#verdicts = this.#hypotheses.map((hypothesis, index) => {
      const before = this.#verdicts[index];
      return before !== undefined && before.verdict !== "undecided" ? before : this.#judge(hypothesis, replicates, isSeen, differ);
    });
  }

  get verdicts(): readonly JudgedHypothesis[] {
    return this.#verdicts;
  }

  get areAll(): boolean {
    return this.#verdicts.every(({ verdict }) => verdict !== "undecided");
  }

  #judge(hypothesis: Hypothesis, replicates: Replicates, isSeen: boolean, differ: boolean): JudgedHypothesis {
    const found = estimateOf(hypothesis, replicates, this.#intervals);
    const { estimate, low, high } = found;
    if (differ && low === high) return { text: hypothesis.text, verdict: "undecided", estimate: finite(estimate), low: null, high: null, reason: sameInAll(found.of) };
    const verdict = isSeen ? verdictOf(hypothesis.comparison, hypothesis.value, low, high) : "undecided";
    return { text: hypothesis.text, verdict, estimate: finite(estimate), low: finite(low), high: finite(high), reason: this.#reasonOf(found, verdict, hypothesis, replicates.ledger.replications) };
  }

  #reasonOf({ low, high, of, censored }: Estimate, verdict: JudgedHypothesis["verdict"], hypothesis: Hypothesis, replications: number): string {
    if (of === 0) return "It is not defined in any replication.";
    const short = numbersIn(unitOf(hypothesis));
    const range = low === -Infinity && high === Infinity ? "which is still open on both sides"
      : high === Infinity ? `from ${short(low)} upwards` : low === -Infinity ? `up to ${short(high)}` : `${short(low)} to ${short(high)}`;
    const cut = censored > 0 ? `; in ${censored} of ${of} replications it lies beyond the horizon` : "";
    const interval = `by an interval that holds at all times (${short(this.#confidence)}%), ${range}${cut}`;
    return verdict === "undecided" ? `Not decided after ${replications} replications ${interval}.` : `Decided after ${replications} replications ${interval}.`;
  }
}

function sameInAll(replications: number): string {
  return `It is the same in all ${replications} replications: what chance has not brought about in these may differ.`;
}
