import fc from "fast-check";
import { expect, test } from "vitest";
import { createProfile, nextEdge, valueAt } from "../../src/engine/profile.js";

test("a value counts from its edge, the edge included, up to the next", () => {
  const profile = createProfile([0, 8, 18, 24], [1, 5, 2]);
  expect([0, 7.999, 8, 17.999, 18, 23.999].map((time) => valueAt(profile, time))).toEqual([1, 1, 5, 5, 2, 2]);
  expect([0, 7.999, 8, 17.999, 18, 23.999].map((time) => nextEdge(profile, time))).toEqual([8, 8, 18, 18, 24, 24]);
});

test("after a period all begins again", () => {
  const profile = createProfile([0, 8, 18, 24], [1, 5, 2]);
  for (const day of [1, 2, 365, 1e6]) {
    expect([0, 7.5, 8, 18].map((time) => valueAt(profile, 24 * day + time))).toEqual([1, 1, 5, 2]);
    expect([0, 7.5, 8, 18].map((time) => nextEdge(profile, 24 * day + time))).toEqual([8, 8, 18, 24].map((edge) => 24 * day + edge));
  }
});

test("a profile of one value has an edge a period", () => {
  const profile = createProfile([0, 7], [3]);
  expect([0, 6.9, 7, 20.9].map((time) => [valueAt(profile, time), nextEdge(profile, time)])).toEqual([[3, 7], [3, 7], [3, 14], [3, 21]]);
});

test.each([
  { edges: [0, 1], values: [], message: "a profile of 0 values has 1 edges, not 2" },
  { edges: [0, 1, 2], values: [1], message: "a profile of 1 values has 2 edges, not 3" },
  { edges: [1, 2], values: [1], message: "edge 0 of a profile is 1; edges begin at 0 and go up" },
  { edges: [0, 2, 2], values: [1, 2], message: "edge 2 of a profile is 2; edges begin at 0 and go up" },
  { edges: [0, 3, 2], values: [1, 2], message: "edge 2 of a profile is 2; edges begin at 0 and go up" },
  { edges: [0, NaN, 2], values: [1, 2], message: "edge 1 of a profile is NaN; edges begin at 0 and go up" },
  { edges: [0, Infinity], values: [1], message: "edge 1 of a profile is Infinity; edges begin at 0 and go up" },
])("edges $edges with values $values are refused: $message", ({ edges, values, message }) => {
  expect(() => createProfile(edges, values)).toThrow(new RangeError(message));
});

const third = 1 / 3;
const awkward: number[][] = [
  [0, 0.1], [0, 0.05, 0.1], [0, 0.1, 0.2, 0.3], [0, 0.1, 0.3, 0.9, 1.1], [0, third], [0, third, 2 * third, 1], [0, 1 / 7, 0.3, 0.7], [0, 1e-3, 0.7],
  [0, 1 / 24], [0, 24 / 7, 24], [0, 8, 12.1, 18.3, 24], [0, Math.PI],
];

/** The time of an edge, by its number from 0, to within the rounding of a product and a sum: 2^-52 of it. */
const edgeAt = (edges: readonly number[], number: number): number => Math.floor(number / (edges.length - 1)) * edges.at(-1)! + edges[number % (edges.length - 1)]!;

/** Twice what the expected time and the profile's can differ by, each rounded by 2^-52; an error that grew from period to period would soon be above it. */
const ROUNDING = 2 ** -50;

/** Going from edge to edge for so many periods, as a rota is followed: what is wrong, at which edge. */
function wrongOnTheWay(edges: readonly number[], periods: number): string | undefined {
  const pieces = edges.length - 1;
  const profile = createProfile(edges, edges.slice(1).map((_, piece) => piece));
  let time = 0;
  for (let number = 1; number <= periods * pieces; number++) {
    const next = nextEdge(profile, time);
    if (!(next > time)) return `edge ${number}: ${next} is not after ${time}`;
    const expected = edgeAt(edges, number);
    if (Math.abs(next - expected) > expected * ROUNDING) return `edge ${number}: ${next} after ${time} instead of ${expected}`;
    if (valueAt(profile, next) !== number % pieces) return `edge ${number}: at ${next} the value is ${valueAt(profile, next)}`;
    time = next;
  }
  return undefined;
}

test.each(awkward.map((edges) => [edges.join(", "), edges] as const))("edges at %s are each met once, with their value, for 10,000 periods", (_, edges) => {
  expect(wrongOnTheWay(edges, 10_000)).toBeUndefined();
});

const width = fc.oneof(fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10), fc.double({ min: 0.01, max: 10, noNaN: true }));
const anyEdges = fc.array(width, { minLength: 1, maxLength: 6 }).map((widths) => widths.reduce<number[]>((edges, each) => [...edges, edges.at(-1)! + each], [0]));

test("the same for any edges, for 200 periods", () => {
  fc.assert(fc.property(anyEdges, (edges) => {
    expect(wrongOnTheWay(edges, 200)).toBeUndefined();
  }), { seed: 1, numRuns: 200 });
});

test("at any time, the next edge lies after it, at one of the edges, and the value stays until then", () => {
  const ulps = fc.constantFrom(-2, -1, 0, 1, 2);
  fc.assert(fc.property(anyEdges, fc.nat(10_000), fc.nat(5), ulps, fc.double({ min: 0, max: 1, noNaN: true }), (edges, period, edge, ulps, part) => {
    const pieces = edges.length - 1;
    const profile = createProfile(edges, edges.slice(1).map((_, piece) => piece));
    const number = period * pieces + (edge % pieces);
    const at = edgeAt(edges, number);
    // Hard by an edge, and somewhere after it.
    for (const time of [at + ulps * at * 2 ** -53, at + part * (edgeAt(edges, number + 1) - at)]) {
      const next = nextEdge(profile, time);
      expect(next).toBeGreaterThan(time);
      const distances = [number, number + 1, number + 2].map((each) => Math.abs(next - edgeAt(edges, each)));
      expect(Math.min(...distances)).toBeLessThanOrEqual(next * ROUNDING);
      const middle = time + (next - time) / 2;
      if (middle < next) expect(valueAt(profile, middle)).toBe(valueAt(profile, time));
    }
  }), { seed: 1, numRuns: 500 });
});

test("the moment before a period ends still belongs to it, and its next edge is the end", () => {
  const wrong: number[] = [];
  for (const period of [0.3, third, 0.7, 1.1, 24]) {
    const profile = createProfile([0, period / 2, period], [0, 1]);
    for (let k = 1; k <= 1000; k++) {
      const end = k * period;
      const before = end - end * 2 ** -53;
      if (!(before < end && valueAt(profile, before) === 1 && Math.abs(nextEdge(profile, before) - end) <= end * ROUNDING)) wrong.push(before);
    }
  }
  expect(wrong).toEqual([]);
});
