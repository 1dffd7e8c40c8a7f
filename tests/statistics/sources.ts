/** Values whose mean is known: what rules are tried on. */
import { exp, inverseNormal, ln } from "../../src/engine/maths.js";
import { uniform, type Stream } from "../../src/engine/random.js";

export interface Source {
  readonly name: string;
  readonly mean: number;
  draw(from: Stream): number;
}

export function normal(variation: number): Source {
  return { name: `normal, coefficient of variation ${variation}`, mean: 1, draw: (from) => 1 + variation * inverseNormal(uniform(from)) };
}

export function lognormal(variation: number): Source {
  const variance = ln(1 + variation * variation);
  return { name: `lognormal, coefficient of variation ${variation}`, mean: 1, draw: (from) => exp(Math.sqrt(variance) * inverseNormal(uniform(from)) - variance / 2) };
}

/** The mean of so many steps of a stationary AR(1) path around 1, scaled to a coefficient of variation of `variation`. */
export function pathMean(phi: number, variation: number, steps: number): Source {
  let weights = 0;
  for (let lag = 1 - steps; lag < steps; lag++) weights += (steps - Math.abs(lag)) * phi ** Math.abs(lag);
  const scale = (variation * steps) / Math.sqrt(weights);
  return {
    name: `mean of an AR(1) path with ${phi}, coefficient of variation ${variation}`, mean: 1,
    draw(from) {
      let at = inverseNormal(uniform(from));
      let sum = at;
      for (let step = 1; step < steps; step++) sum += at = phi * at + Math.sqrt(1 - phi * phi) * inverseNormal(uniform(from));
      return 1 + (scale * sum) / steps;
    },
  };
}

/** With probability `share` from `other`, which is `factor` times as large, else from `one`. */
export function mixture(share: number, one: Source, factor: number, other: Source): Source {
  return {
    name: `${one.name}, or in ${100 * share}% of cases ${factor} times ${other.name}`, mean: (1 - share) * one.mean + share * factor * other.mean,
    draw: (from) => (uniform(from) < share ? factor * other.draw(from) : one.draw(from)),
  };
}
