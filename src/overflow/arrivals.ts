/** Who calls or comes to a service of a region: everybody else, the same in every arm, and those whom practices hand over in one. */
import { createArrivals, nextArrival } from "../engine/arrivals.js";
import { createProfile } from "../engine/profile.js";
import { draw, hash, stream, unit } from "../engine/random.js";
import { COMES_AT, STANDS_FOR } from "../demand/purposes.js";
import type { Minutes } from "../facts/days.js";
import type { HandOver } from "./hand-over.js";
import type { Arrivals } from "./line.js";

/** A neighbourhood's hand-over in one arm, and for how many alike it stands. */
export interface Weighted {
  readonly handOver: HandOver;
  readonly weight: number;
}

export interface Coming {
  readonly at: readonly number[];
  readonly key: readonly number[];
}

/**
 * Arrivals at `rates` (a minute, by simulated hour) between `from` and the end of the last hour. Streams bear `names`; what is drawn does not depend on `from`,
 * nor on how many hours there are.
 */
export function ordinaryArrivals(rates: Float64Array, from: Minutes, ...names: readonly (string | number)[]): Coming {
  const end = rates.length * 60;
  const times = createArrivals(createProfile(Array.from({ length: rates.length + 1 }, (_, hour) => hour * 60), [...rates]), stream(...names));
  const keys = stream(...names, "keys");
  const [at, key]: [number[], number[]] = [[], []];
  for (let time = nextArrival(times); time < end; time = nextArrival(times)) {
    const own = draw(keys) >>> 0;
    if (time < from) continue;
    at.push(time);
    key.push(own);
  }
  return { at, key };
}

/**
 * Those of `handOvers` who went to `service` (a final state of a need) before `until`, in order of time. A patient of a sampled neighbourhood stands for patients
 * of others as well, each with a key of their own, who come within the hour that follows; of a weight that is no whole number the rest is drawn, the same way in
 * every arm.
 */
export function handedOver(handOvers: readonly Weighted[], service: number, until: Minutes): Coming {
  const [times, keys]: [number[], number[]] = [[], []];
  for (const { handOver: { to, at, key }, weight } of handOvers) {
    for (let row = 0; row < to.length; row++) {
      if (to[row] !== service) continue;
      const own = key[row]!;
      const number = Math.floor(weight) + (unit(hash(own, STANDS_FOR, 0)) < weight % 1 ? 1 : 0);
      for (let copy = 0; copy < number; copy++) {
        const time = copy === 0 ? at[row]! : at[row]! + 60 * unit(hash(own, COMES_AT, copy));
        if (time >= until) continue;
        times.push(time);
        keys.push(copy === 0 ? own : hash(own, STANDS_FOR, copy) >>> 0);
      }
    }
  }
  const order = Uint32Array.from(times, (_, index) => index).sort((a, b) => times[a]! - times[b]! || keys[a]! - keys[b]!);
  return { at: Array.from(order, (index) => times[index]!), key: Array.from(order, (index) => keys[index]!) };
}

/** Those of them who come from `from` on. */
export function since(from: Minutes, { at, key }: Coming): Coming {
  const first = at.findIndex((time) => time >= from);
  return first < 0 ? { at: [], key: [] } : { at: at.slice(first), key: key.slice(first) };
}

/** Whether the same people come at the same times. */
export function isSame(one: Coming, other: Coming): boolean {
  return one.at.length === other.at.length && one.at.every((time, row) => time === other.at[row] && one.key[row] === other.key[row]);
}

/** Both, in order of time; at one moment others go first. */
export function merged(others: Coming, own: Coming): Arrivals {
  const count = others.at.length + own.at.length;
  const arrivals = { at: new Float64Array(count), key: new Uint32Array(count), isHandedOver: new Uint8Array(count) };
  for (let row = 0, next = 0; row < count; row++) {
    const isOwn = next < own.at.length && !(others.at[row - next]! <= own.at[next]!);
    arrivals.at[row] = isOwn ? own.at[next]! : others.at[row - next]!;
    arrivals.key[row] = isOwn ? own.key[next]! : others.key[row - next]!;
    if (isOwn) {
      arrivals.isHandedOver[row] = 1;
      next++;
    }
  }
  return arrivals;
}
