/**
 * Moving average that shows where a series levels off: of each value with `window` values on either side, and near the ends with as many as there are on both.
 * Source: P. D. Welch, The statistical analysis of simulation results, in S. S. Lavenberg (ed.), Computer Performance Modeling Handbook (1983) 268-328, who leaves
 * the last `window` values out.
 */
export function welchAverage(values: readonly number[], window: number): number[] {
  return values.map((_, at) => {
    const reach = Math.min(window, at, values.length - 1 - at);
    const around = values.slice(at - reach, at + reach + 1);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });
}
