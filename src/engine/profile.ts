/**
 * A number that changes at fixed times and repeats itself, such as an arrival rate by time of day or servers by rota: `values[i]` from `edges[i]` up to,
 * not including, `edges[i + 1]`; the first edge is 0, the last one more than there are values is the period after which all begins again.
 */
export interface Profile {
  readonly edges: Float64Array;
  readonly values: Float64Array;
}

export function createProfile(edges: readonly number[], values: readonly number[]): Profile {
  if (values.length === 0 || edges.length !== values.length + 1) throw new RangeError(`a profile of ${values.length} values has ${values.length + 1} edges, not ${edges.length}`);
  edges.forEach((edge, i) => {
    if (!(i === 0 ? edge === 0 : edge > edges[i - 1]! && edge < Infinity)) throw new RangeError(`edge ${i} of a profile is ${edge}; edges begin at 0 and go up`);
  });
  return { edges: Float64Array.from(edges), values: Float64Array.from(values) };
}

/** The value at `time`, which is 0 or more. */
export function valueAt({ edges, values }: Profile, time: number): number {
  return values[pieceAt(edges, periodOf(edges, time), time)]!;
}

/** The first edge after `time`, whether or not the value changes there. */
export function nextEdge({ edges }: Profile, time: number): number {
  const start = periodOf(edges, time);
  return start + edges[pieceAt(edges, start, time) + 1]!;
}

/** When the period began in which `time` lies. */
export function periodOf(edges: Float64Array, time: number): number {
  const period = edges[edges.length - 1]!;
  const start = Math.floor(time / period) * period;
  // Where the quotient was rounded down to a whole number.
  return start + period <= time ? start + period : start;
}

/** Which piece of the period that began at `start` a time lies in. */
export function pieceAt(edges: Float64Array, start: number, time: number): number {
  let piece = 0;
  while (piece < edges.length - 2 && time >= start + edges[piece + 1]!) piece++;
  return piece;
}
