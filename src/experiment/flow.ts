/** Keeps those who simulate busy with units of a few replications, begun in order as they are needed and handed over in the same order. */
import type { ResultOf, Simulate, Unit } from "./unit.js";

/** A replication: how many units it has, and what comes of them. `simulate` may be asked for one when the results of others are there, and for each once. */
export interface Layout<Result> {
  readonly units: number;
  readonly simulate: (simulate: Simulate) => Promise<Result>;
}

/** Numbers of units finished and known of, and of replications begun and planned. */
export interface State {
  readonly done: number;
  readonly units: number;
  readonly begun: number;
  readonly planned: number;
}

/** With fewer units than this still to be finished the next replication is begun: several for each thread of a large machine, and few replications in memory. */
const ENOUGH = 256;

export class Flow<Result> {
  readonly #layoutOf: (replication: number) => Layout<Result>;
  readonly #simulate: Simulate;
  readonly #onChange: (state: State) => void;
  /** Results of replications begun and not handed over, in order. */
  readonly #waiting: Promise<Result>[] = [];
  #done = 0;
  #units = 0;
  #begun = 0;
  #planned = 0;

  /** `layoutOf` is asked once for each replication, in their order; `onChange` hears of every one begun and every unit finished. */
  constructor(layoutOf: (replication: number) => Layout<Result>, simulate: Simulate, onChange: (state: State) => void) {
    this.#layoutOf = layoutOf;
    this.#simulate = simulate;
    this.#onChange = onChange;
  }

  /** Lets replications below `planned` begin. */
  plan(planned: number): void {
    this.#planned = planned;
    this.#fill();
  }

  /** What came of the next replication; rejects with what making or simulating it threw. To be called only for one that is planned. */
  async next(): Promise<Result> {
    const result = await this.#waiting[0]!;
    this.#waiting.shift();
    this.#fill();
    return result;
  }

  #fill(): void {
    while (this.#begun < this.#planned && this.#units - this.#done < ENOUGH) {
      const result = this.#begin(this.#begun++);
      // One that fails before its turn comes is not unheard: its turn throws, unless an earlier one has.
      result.catch(() => {});
      this.#waiting.push(result);
    }
  }

  async #begin(replication: number): Promise<Result> {
    try {
      const { units, simulate } = this.#layoutOf(replication);
      this.#units += units;
      this.#report();
      return await simulate((unit) => this.#finished(unit));
    } catch (error) {
      // Nothing that comes after a failure will be asked for.
      this.#planned = this.#begun;
      throw error;
    }
  }

  async #finished<U extends Unit>(unit: U): Promise<ResultOf<U>> {
    const result = await this.#simulate(unit);
    this.#done++;
    this.#report();
    this.#fill();
    return result;
  }

  #report(): void {
    this.#onChange({ done: this.#done, units: this.#units, begun: this.#begun, planned: this.#planned });
  }
}
