import type { Tally } from "./outcome.js";

/** What a fold sums up while it goes over rows by the ten thousand: by number of the part and place, since for each of them `Tally.add` would look its part up by name. */
export class PartSums {
  readonly #parts: readonly string[];
  readonly #places: number;
  readonly #sums: Float64Array;

  constructor(parts: readonly string[], places: number) {
    this.#parts = parts;
    this.#places = places;
    this.#sums = new Float64Array(parts.length * places);
  }

  add(part: number, place: number, value: number): void {
    this.#sums[part * this.#places + place]! += value;
  }

  /** Adds the sums to a tally. A part that comes to nothing everywhere is left out, as is one to which nothing was ever added. */
  into(tally: Tally, id: string, arm?: "none" | "outage"): void {
    this.#sums.forEach((sum, at) => {
      if (sum !== 0) tally.add(id, this.#parts[Math.floor(at / this.#places)]!, at % this.#places, sum, undefined, arm);
    });
  }
}
