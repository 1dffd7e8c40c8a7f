/** How many replications are enough: a number, precision, a decision, or as many as time allows. */
import { meanInterval } from "../statistics/interval.js";
import { LookAhead } from "../statistics/look-ahead.js";
import { skewedInterval } from "../statistics/skewed-interval.js";
import { Decisions } from "./decisions.js";
import type { JudgedHypothesis } from "./hypotheses.js";
import type { Ledger } from "./ledger.js";
import type { Model, Objectives } from "./model.js";
import { isPrecise } from "./precision.js";
import { Replicates } from "./replicates.js";

/** `replications`: their number was fixed. `precision`, `decided`: what was asked for was reached, and `maximum`: it was not. `time`: the time allowed ran out. */
export type StoppedBy = "replications" | "precision" | "decided" | "maximum" | "time";

/** Replications added at a time while there are not enough. Fixed, so that neither threads nor chance decide when a run stops. */
const ROUND = 5;

export class Stopping {
  readonly #replications: Model["replications"];
  readonly #objectives: Objectives | undefined;
  readonly #isTimeUp: (() => boolean) | undefined;
  readonly #precision = new LookAhead();
  readonly #decisions: Decisions | undefined;
  /** Replications at the end of the round that is under way. */
  planned: number;

  /** `isTimeUp` is asked at the end of every round. */
  constructor({ replications, hypotheses, objectives }: Pick<Model, "replications" | "hypotheses" | "objectives">, isTimeUp?: () => boolean) {
    this.#replications = replications;
    this.#objectives = objectives;
    this.#isTimeUp = isTimeUp;
    this.#decisions = replications.untilDecided === true ? new Decisions(hypotheses) : undefined;
    // Only a clock needs the fewest replications in rounds.
    this.planned = isTimeUp === undefined ? replications.minimum : Math.min(ROUND, replications.minimum);
  }

  /** At the end of a round: why to stop; undefined, and a further round is planned, where there is no reason. `differ`: chance decides what each replication goes through. */
  after(ledger: Ledger, differ: boolean): StoppedBy | undefined {
    const { minimum, maximum } = this.#replications;
    const isFixed = minimum === maximum && this.#decisions === undefined;
    const isTimeUp = this.#isTimeUp?.() === true;
    // Where a clock made rounds of the fewest replications, these are not looked at sooner than without it, unless it ends the run with one of them.
    const isEnough = !isFixed && (this.planned >= minimum || isTimeUp) && this.#isEnough(ledger, differ);
    if (isEnough && this.planned >= minimum) return this.#decisions === undefined ? "precision" : "decided";
    if (this.planned >= maximum) return isFixed ? "replications" : "maximum";
    if (isTimeUp) return "time";
    this.planned = Math.min(this.planned < minimum ? minimum : maximum, this.planned + ROUND);
    return undefined;
  }

  /** Verdicts by intervals that hold at all times, where the run is to go on until there are some. */
  get verdicts(): readonly JudgedHypothesis[] | undefined {
    return this.#decisions?.verdicts;
  }

  /** What chance has not brought about once is not known well, though all replications agree that it did not happen. */
  #isEnough(ledger: Ledger, differ: boolean): boolean {
    const { tolerance, minimum } = this.#replications;
    if (this.#decisions === undefined) {
      // The interval that is half as wide as it may be is the one that the result would have.
      const reported = ledger.replications > minimum ? skewedInterval : meanInterval;
      return this.#precision.isEnough((ledger.onset < Infinity || !differ) && isPrecise(ledger, tolerance), !differ && isPrecise(ledger, tolerance, 2, reported));
    }
    this.#decisions.look(new Replicates(ledger, this.#objectives), differ);
    return this.#decisions.areAll;
  }
}
