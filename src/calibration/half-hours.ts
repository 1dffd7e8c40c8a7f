/** When in the day calls come: finer than anything that is published, for a picture. */
import type { Expected } from "./expected.js";
import type { Counted } from "./figures.js";

const WEEKDAYS = 5;

/** Monday to Friday, each by half hours from 06:00 to 20:00: calls per 1,000 patients and day, taken in proportion to `expected` as the rates of `figuresOf` are. NaN with nothing to go by. */
export function callsByHalfHour(counted: readonly Counted[], [, expectedCalls]: Expected): number[][] {
  let expected = 0;
  const calls = new Float64Array(counted[0]?.tally.sums.callsByHalfHour.length ?? 0);
  for (const { tally: { sums }, weight } of counted) {
    expected += weight * sums.expected[1]!;
    sums.callsByHalfHour.forEach((count, at) => (calls[at]! += weight * count));
  }
  // What is expected is of all five weekdays together.
  const rates = Array.from(calls, (count) => (count / expected) * expectedCalls * WEEKDAYS);
  return Array.from({ length: WEEKDAYS }, (_, day) => rates.slice((day * rates.length) / WEEKDAYS, ((day + 1) * rates.length) / WEEKDAYS));
}
