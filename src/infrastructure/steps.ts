/** Step functions of a component that fails: its level and speed as they change, and the slowness that fades after its return. */
import type { Minutes } from "../facts/days.js";
import type { Steps } from "./disruption.js";
import type { Incident } from "./incident.js";

const HOUR: Minutes = 60;

/** What was noted of a component at one practice while it was hit: level and slowness from each time on (ascending); the last note is of its return. */
export interface Course {
  readonly times: number[];
  readonly levels: number[];
  readonly slownesses: number[];
  /** When it was whole again; NaN until then, and where nothing was lost in between. */
  returned: Minutes;
}

/** Notes what holds from `time` on; of several notes of one moment the last counts. */
export function note({ times, levels, slownesses }: Course, time: Minutes, level: number, slowness: number): void {
  const at = times.at(-1) === time ? times.length - 1 : times.length;
  times[at] = time;
  levels[at] = level;
  slownesses[at] = slowness;
}

/** The course with the tail that begins at its return. Equal consecutive steps are one. */
export function stepsOf({ times, levels, slownesses, returned }: Course, tail: Incident["tail"]): Steps {
  const steps = { times: [] as Minutes[], level: [] as number[], slowness: [] as number[] };
  let before = { level: 1, slowness: 1 };
  const add = (time: Minutes, level: number, slowness: number): void => {
    if (level === before.level && slowness === before.slowness) return;
    before = { level, slowness };
    steps.times.push(time);
    steps.level.push(level);
    steps.slowness.push(slowness);
  };
  const isFollowed = tail !== undefined && !Number.isNaN(returned);
  for (let index = 0; index < times.length; index++) if (!isFollowed || times[index]! < returned) add(times[index]!, levels[index]!, slownesses[index]!);
  if (isFollowed) for (const [time, slowness] of fading(tail, returned)) add(time, 1, slowness);
  return steps;
}

/** What comes back `delay` later than what it belongs to: at any moment it is as low, and as slow, as that was at worst within the last `delay` minutes. */
export function delayed({ times, levels, slownesses, returned }: Course, delay: Minutes): Course {
  const late: Course = { times: [], levels: [], slownesses: [], returned: returned + delay };
  const moments = [...new Set([...times, ...times.map((time) => time + delay)])].sort((a, b) => a - b);
  // What held until a moment counts as long as that lies within the last `delay` minutes.
  let first = 0;
  let last = -1;
  for (const moment of moments) {
    while (last + 1 < times.length && times[last + 1]! <= moment) last++;
    while (first < last && times[first + 1]! + delay <= moment) first++;
    let [level, slowness] = [levels[last]!, slownesses[last]!];
    for (let index = first; index < last; index++) {
      level = Math.min(level, levels[index]!);
      slowness = Math.max(slowness, slownesses[index]!);
    }
    note(late, moment, level, slowness);
  }
  return late;
}

/** Steps of a tail from `end` on: each hour has the slowness of the straight line at the hour's beginning; the last ends with the tail. */
function fading({ slowness, fades }: NonNullable<Incident["tail"]>, end: Minutes): [time: Minutes, slowness: number][] {
  const hours = Array.from({ length: Math.ceil(fades / HOUR) }, (_, hour): [Minutes, number] => [end + hour * HOUR, 1 + (slowness - 1) * (1 - (hour * HOUR) / fades)]);
  return [...hours, [end + fades, 1]];
}
