/** Keeps those who simulate busy with units of a few replications, begun in order as they are needed and handed over in the same order. */
import type { Unit, UnitResult } from "./unit.js";

/** Numbers of units finished and known of, and of replications begun and planned. */
export interface State {
  readonly done: number;
  readonly units: number;
  readonly begun: number;
  readonly planned: number;
}

/** With fewer units than this still to be finished the next replication is begun: several for each thread of a large machine, and few replications in memory. */
const ENOUGH = 256;

export class Flow {
  readonly #unitsOf: (replication: number) => readonly Unit[];
  readonly #simulate: (unit: Unit) => Promise<UnitResult>;
  readonly #onChange: (state: State) => void;
  /** Results of replications begun and not handed over, in order. */
  readonly #waiting: Promise<UnitResult[]>[] = [];
  #done = 0;
  #units = 0;
  #begun = 0;
  #planned = 0;

  /** `unitsOf` is asked once for each replication, in their order; `onChange` hears of every one begun and every unit finished. */
  constructor(unitsOf: (replication: number) => readonly Unit[], simulate: (unit: Unit) => Promise<UnitResult>, onChange: (state: State) => void) {
    this.#unitsOf = unitsOf;
    this.#simulate = simulate;
    this.#onChange = onChange;
  }

  /** Lets replications below `planned` begin. */
  plan(planned: number): void {
    this.#planned = planned;
    this.#fill();
  }

  /** Results of the next replication, in the order of its units; rejects with what making or simulating them threw. To be called only for one that is planned. */
  async next(): Promise<UnitResult[]> {
    const results = await this.#waiting[0]!;
    this.#waiting.shift();
    this.#fill();
    return results;
  }

  #fill(): void {
    while (this.#begun < this.#planned && this.#units - this.#done < ENOUGH) {
      const results = this.#begin(this.#begun++);
      // One that fails before its turn comes is not unheard: its turn throws, unless an earlier one has.
      results.catch(() => {});
      this.#waiting.push(results);
    }
  }

  async #begin(replication: number): Promise<UnitResult[]> {
    try {
      const units = this.#unitsOf(replication);
      this.#units += units.length;
      this.#report();
      return await Promise.all(units.map((unit) => this.#finished(unit)));
    } catch (error) {
      // Nothing that comes after a failure will be asked for.
      this.#planned = this.#begun;
      throw error;
    }
  }

  async #finished(unit: Unit): Promise<UnitResult> {
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
