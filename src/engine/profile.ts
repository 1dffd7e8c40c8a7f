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
  const wrong = values.findIndex((value) => value !== value);
  if (wrong !== -1) throw new RangeError(`value ${wrong} of a profile is NaN`);
  edges.forEach((edge, i) => {
    if (!(i === 0 ? edge === 0 : edge > edges[i - 1]! && edge < Infinity)) throw new RangeError(`edge ${i} of a profile is ${edge}; edges begin at 0 and go up`);
  });
  return { edges: Float64Array.from(edges), values: Float64Array.from(values) };
}

/** The value at `time`, which is 0 or more. */
export function valueAt(profile: Profile, time: number): number {
  return profile.values[pieceAt(profile, periodOf(profile, time), time)]!;
}

/** The first edge after `time`, whether or not the value changes there. */
export function nextEdge(profile: Profile, time: number): number {
  const period = periodOf(profile, time);
  const edge = edgeOf(profile, period, pieceAt(profile, period, time) + 1);
  if (!(edge > time)) throw new RangeError(`a profile of ${profile.edges.join(", ")} has no edge that a number can tell from ${time}`);
  return edge;
}

/** The period, from 0, in which `time` lies. */
export function periodOf(profile: Profile, time: number): number {
  const period = Math.floor(time / profile.edges[profile.values.length]!);
  // The quotient may have been rounded across a whole number.
  if (edgeOf(profile, period, 0) > time) return period - 1;
  return edgeOf(profile, period + 1, 0) <= time ? period + 1 : period;
}

/** The piece of its period in which `time` lies. */
export function pieceAt(profile: Profile, period: number, time: number): number {
  let piece = 0;
  while (piece < profile.values.length - 1 && time >= edgeOf(profile, period, piece + 1)) piece++;
  return piece;
}

/** When a piece of a period begins; the one after the last is the first of the next period, to the last bit. */
export function edgeOf({ edges, values }: Profile, period: number, piece: number): number {
  const length = edges[values.length]!;
  return piece === values.length ? (period + 1) * length : period * length + edges[piece]!;
}
