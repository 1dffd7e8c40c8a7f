/** Statistics of a number that keeps its value until it is changed, such as how many are present: each value counts by how long it lasted. */
export interface Level {
  value: number;
  /** Value times time, summed from `from` up to `until`. */
  area: number;
  from: number;
  until: number;
  min: number;
  max: number;
}

export function createLevel(value = 0, now = 0): Level {
  return { value, area: 0, from: now, until: now, min: value, max: value };
}

/** Sets the value from `now` on. */
export function setLevel(level: Level, value: number, now: number): void {
  level.area += level.value * (now - level.until);
  level.until = now;
  level.value = value;
  if (value < level.min) level.min = value;
  if (value > level.max) level.max = value;
}

/** Mean over time up to `now`; NaN where no time has passed. */
export function meanLevel(level: Level, now: number): number {
  return (level.area + level.value * (now - level.until)) / (now - level.from);
}

/** Begins the statistics anew, with the present value, as after a warm-up. */
export function restartLevel(level: Level, now: number): void {
  Object.assign(level, createLevel(level.value, now));
}
