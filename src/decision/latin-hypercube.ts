/** Points that cover every range evenly. Source: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979), 239-245. */
import { uniform, type Stream } from "../engine/random.js";

/** `count` points in so many dimensions, each coordinate between 0 and 1: of each dimension, every one of `count` equal slices holds exactly one. */
export function latinHypercube(count: number, dimensions: number, from: Stream): Float64Array[] {
  const points = Array.from({ length: count }, () => new Float64Array(dimensions));
  const slices = Array.from({ length: count }, (_, slice) => slice);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    shuffle(slices, from);
    points.forEach((point, index) => { point[dimension] = (slices[index]! + uniform(from)) / count; });
  }
  return points;
}

/** Source: R. Durstenfeld, algorithm 235, Communications of the ACM 7 (1964), 420. */
function shuffle(values: number[], from: Stream): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(uniform(from) * (last + 1));
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
}
