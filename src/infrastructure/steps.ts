/** Step functions from moments: levels as they change, and the slowness that fades after each return. */
import type { Minutes } from "../facts/days.js";
import type { Steps } from "./disruption.js";
import type { Incident } from "./model.js";

type Tail = NonNullable<Incident["tail"]>;

/** A time below level 1 that ended at `end`, with the tails of the incidents that had a part in it. */
export interface Dip {
  readonly end: Minutes;
  readonly tails: readonly Tail[];
}

const HOUR: Minutes = 60;

/**
 * Steps whose level is `levels[i]` from `times[i]` on (ascending), slow after each dip. Of overlapping tails the slowest counts; a new fall does not
 * stop one. Equal consecutive steps are one.
 */
export function stepsOf(times: readonly Minutes[], levels: readonly number[], dips: readonly Dip[]): Steps {
  const tails = dips.flatMap(({ end, tails: all }) => all.map((tail) => ({ ...fading(tail, end), next: 0, slowness: 1 })));
  const changes = [...new Set([...times, ...tails.flatMap((tail) => tail.times)])].sort((a, b) => a - b);
  const steps = { times: [] as Minutes[], level: [] as number[], slowness: [] as number[] };
  let next = 0;
  let level = 1;
  let before = { level: 1, slowness: 1 };
  for (const time of changes) {
    while (next < times.length && times[next]! <= time) level = levels[next++]!;
    let slowness = 1;
    for (const tail of tails) {
      while (tail.next < tail.times.length && tail.times[tail.next]! <= time) tail.slowness = tail.slownesses[tail.next++]!;
      slowness = Math.max(slowness, tail.slowness);
    }
    if (level === before.level && slowness === before.slowness) continue;
    before = { level, slowness };
    steps.times.push(time);
    steps.level.push(level);
    steps.slowness.push(slowness);
  }
  return steps;
}

/** Steps of a tail from `end` on: each hour has the slowness of the straight line at the hour's beginning; the last ends with the tail. */
function fading({ slowness, fades }: Tail, end: Minutes): { times: Minutes[]; slownesses: number[] } {
  const passed = Array.from({ length: Math.ceil(fades / HOUR) }, (_, hour) => hour * HOUR);
  return {
    times: [...passed.map((minutes) => end + minutes), end + fades],
    slownesses: [...passed.map((minutes) => 1 + (slowness - 1) * (1 - minutes / fades)), 1],
  };
}
