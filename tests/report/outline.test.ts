/** Outlines that users give for the map. */
import { describe, expect, test } from "vitest";
import { englishIcbs, icbFacts } from "../../src/facts/icbs.js";
import { outlineOf } from "../../src/report/outline.js";

type Position = readonly [number, number];
const square = ([x, y]: Position, size: number): Position[] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
const feature = (properties: Readonly<Record<string, unknown>>, rings: readonly (readonly Position[])[]) => ({ type: "Feature", properties, geometry: { type: "Polygon", coordinates: rings } });
const collection = (...features: unknown[]): string => JSON.stringify({ type: "FeatureCollection", features });

test("every ICB is known by its code and by its name, with or without what boundaries call it", () => {
  for (const code of englishIcbs) {
    const { name } = icbFacts(code)!;
    for (const properties of [{ ICB23CDH: code }, { OBJECTID: 3, ICB23NM: `NHS ${name} Integrated Care Board` }, { name: name.replaceAll(" and ", " & ").toUpperCase() }]) {
      expect([...outlineOf(collection(feature(properties, [square([0, 51], 1)]))).rings.keys()], JSON.stringify(properties)).toEqual([code]);
    }
  }
});

test("degrees are as wide as they are in the middle of England, metres are not changed, and north is up", () => {
  const degrees = outlineOf(collection(feature({ code: "QKS" }, [square([0, 51], 1)])));
  // A degree of longitude at 53 degrees is 0.6018 of one of latitude.
  expect(degrees.height).toBeCloseTo(480 / 0.6018, -1);
  const metres = outlineOf(collection(feature({ code: "QKS" }, [square([500_000, 100_000], 50_000)]), feature({ code: "QHM" }, [square([500_000, 600_000], 50_000)])));
  expect([metres.width, metres.height]).toEqual([480, 480 * 11]);
  const top = (code: string): number => Math.min(...metres.rings.get(code)![0]!.filter((_, at) => at % 2 === 1));
  expect(top("QHM")).toBeLessThan(top("QKS"));
});

test("islands and holes are kept, points that fall together are one, and islands smaller than a point go", () => {
  const many: Position[] = Array.from({ length: 10_001 }, (_, i) => [500_000 + 40_000 * Math.cos(2 * Math.PI * (i / 10_000)), 200_000 + 40_000 * Math.sin(2 * Math.PI * (i / 10_000))]);
  const multi = { type: "Feature", properties: { code: "QKS" }, geometry: { type: "MultiPolygon", coordinates: [[many, square([500_000, 200_000], 5000)], [square([530_000, 230_000], 4000)], [square([535_000, 235_000], 20)]] } };
  const rings = outlineOf(collection(multi)).rings.get("QKS")!;
  expect(rings).toHaveLength(3);
  // Steps of half a pixel around a picture of 480: four times its width at most.
  expect(rings[0]!.length / 2).toBeLessThanOrEqual(4 * 480 * 2);
  for (const ring of rings) for (let at = 2; at < ring.length; at += 2) expect([ring[at], ring[at + 1]]).not.toEqual([ring[at - 2], ring[at - 1]]);
});

describe("what is no outline is refused in words", () => {
  test.each([
    ["no JSON", "hello", "it is not JSON"], ["another document", "{}", "it has no list of features"], ["null", "null", "it has no list of features"],
    ["shapes of something else", collection(feature({ name: "Narnia" }, [square([0, 51], 1)])), "no feature has an ICB's code"],
    ["points", collection({ type: "Feature", properties: { code: "QKS" }, geometry: { type: "Point", coordinates: [0, 51] } }), "no feature has an ICB's code"],
    ["a line", collection(feature({ code: "QKS" }, [[[0, 51], [1, 51], [2, 51], [0, 51]]])), "its shapes have no extent"],
    ["what stands in the way of numbers", collection(feature({ code: "QKS" }, [[["a", "b"], [1, 51], [2, 51], [0, 51]] as unknown as Position[]])), "no feature has an ICB's code"],
  ])("%s", (_, text, message) => {
    expect(() => outlineOf(text)).toThrow(message);
  });
});
