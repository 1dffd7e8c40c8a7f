/** All that arrives at the practices of a neighbourhood, in order of time. */
import { columnIn, createMemory } from "../engine/memory.js";
import type { Demand } from "./demand.js";

export interface InOrder {
  /** Infinity after the last. */
  readonly times: Float64Array;
  /** The need that arises then; -1 - item for an item. */
  readonly what: Int32Array;
}

/** From 0 on: earlier needs have no time of their own. At one time needs come before items, and the first practice's first. */
export function inOrder({ needs, items }: Demand, memory = createMemory()): InOrder {
  const practices = needs.firstOf.length - 1;
  /** By source, needs and then items of every practice: the next of it, and its time. */
  const next = new Int32Array(2 * practices);
  const end = new Int32Array(2 * practices);
  const at = new Float64Array(2 * practices);
  let count = 0;
  for (let source = 0; source < next.length; source++) {
    const { firstOf, arrivesAt } = source < practices ? needs : items;
    next[source] = firstOf[source % practices]!;
    end[source] = firstOf[(source % practices) + 1]!;
    while (next[source]! < end[source]! && arrivesAt[next[source]!]! < 0) next[source]!++;
    at[source] = next[source]! < end[source]! ? arrivesAt[next[source]!]! : Infinity;
    count += end[source]! - next[source]!;
  }
  const times = columnIn(memory, Float64Array, count + 1, Infinity);
  const what = columnIn(memory, Int32Array, count);
  for (let row = 0; row < count; row++) {
    let first = 0;
    for (let source = 1; source < at.length; source++) if (at[source]! < at[first]!) first = source;
    const which = next[first]!++;
    times[row] = at[first]!;
    what[row] = first < practices ? which : -1 - which;
    at[first] = next[first]! === end[first]! ? Infinity : (first < practices ? needs : items).arrivesAt[next[first]!]!;
  }
  return { times, what };
}
