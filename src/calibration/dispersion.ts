/** By how much days and weeks differ for all practices of a region together, beyond the pattern of weekdays and each practice's own chance. */

/** Practices of one region in one replication: appointments by working day, whole weeks of five from Monday on. */
export type Daily = readonly Float64Array[];

/** Standard deviations, as shares of the mean. */
export interface Dispersion {
  readonly days: number;
  readonly weeks: number;
}

/**
 * A region's count is the pattern of weekdays times what its practices share of week and day, plus each practice's own chance. Of a whole country the last is
 * next to nothing; of a sample it is not, and grows as the sample shrinks. So the shared part is taken from products of different practices' deviations, in which
 * chance has no part on average; over one practice that is the whole country it is the ordinary variance of its deviations. NaN with nothing to go by.
 */
export function dispersionOf(regions: readonly Daily[]): Dispersion {
  let [days, weeks, pairs] = [0, 0, 0];
  for (const daily of regions) {
    const found = daily.map(deviationsOf).filter(({ mean }) => mean > 0);
    const length = found[0]?.days.length ?? 0;
    if (found.length < 2 || length < 10) continue;
    const count = length / 5;
    const shared = (of: (one: Deviations) => Float64Array): number => {
      let sum = 0;
      for (let at = 0; at < of(found[0]!).length; at++) sum += products(found.map((one) => one.mean * of(one)[at]!));
      return sum;
    };
    days += shared((one) => one.days) / ((count - 1) * 4);
    weeks += shared((one) => one.weeks) / (count - 1);
    pairs += products(found.map(({ mean }) => mean));
  }
  return { days: deviation(days, pairs), weeks: deviation(weeks, pairs) };
}

/** The same of one series, its own chance included: of a nation's counts there is next to none. */
export function dispersionOfOne(daily: Float64Array): Dispersion {
  const { days, weeks } = deviationsOf(daily);
  const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
  return { days: Math.sqrt(squares(days) / ((weeks.length - 1) * 4)), weeks: Math.sqrt(squares(weeks) / (weeks.length - 1)) };
}

interface Deviations {
  /** A day. */
  readonly mean: number;
  /** Of each day from what its weekday and its week make of the mean, and of each week from the mean, as shares. */
  readonly days: Float64Array;
  readonly weeks: Float64Array;
}

function deviationsOf(daily: Float64Array): Deviations {
  const count = daily.length / 5;
  const byWeek = new Float64Array(count), byWeekday = new Float64Array(5);
  daily.forEach((value, day) => {
    byWeek[Math.floor(day / 5)]! += value / 5;
    byWeekday[day % 5]! += value / count;
  });
  const mean = byWeekday.reduce((sum, value) => sum + value, 0) / 5;
  const days = daily.map((value, day) => {
    const expected = (byWeek[Math.floor(day / 5)]! * byWeekday[day % 5]!) / mean;
    return expected > 0 ? value / expected - 1 : 0;
  });
  return { mean, days, weeks: byWeek.map((value) => value / mean - 1) };
}

/** Sum of the products of all pairs of different values, each pair in both orders. */
function products(values: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return sum * sum - squares;
}

function deviation(sum: number, pairs: number): number {
  return pairs > 0 ? Math.sqrt(Math.max(0, sum / pairs)) : NaN;
}
