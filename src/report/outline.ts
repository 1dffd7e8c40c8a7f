/** An outline of ICBs that the user gives, as GeoJSON: which feature is which ICB, and its rings as they are drawn. */
import { englishIcbs, icbFacts } from "../facts/icbs.js";

/** In pixels of a picture `WIDTH` wide, north up. */
export interface Outline {
  readonly width: number;
  readonly height: number;
  /** By code of the ICB: closed rings, each x, y, x, y, …; islands and holes alike. */
  readonly rings: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** The message says what was found, and what to give instead. */
export class OutlineError extends Error {
  override readonly name = "OutlineError";
}

const WIDTH = 480;
/** Points nearer than this are one. */
const PRECISION = 0.5;
/** Degrees of longitude are shorter than those of latitude: by the cosine of 53 degrees, the middle of England. */
const COSINE = 0.6018;

type Ring = readonly (readonly [number, number])[];

/** `text`: a FeatureCollection of polygons, in longitude and latitude or in metres, of which at least one has a property with an ICB's code (`QKS`) or name. Throws `OutlineError`. */
export function outlineOf(text: string): Outline {
  const shapes = new Map<string, Ring[]>();
  for (const feature of featuresIn(text)) {
    const code = Object.values(feature.properties ?? {}).map(icbOf).find((each) => each !== undefined);
    const rings = ringsOf(feature.geometry);
    if (code !== undefined && rings.length > 0) shapes.set(code, [...(shapes.get(code) ?? []), ...rings]);
  }
  if (shapes.size === 0) throw new OutlineError("no feature has an ICB's code, such as QKS, or its name among its properties. Give boundaries of integrated care boards, as the Office for National Statistics publishes them.");
  const points = [...shapes.values()].flat(2);
  const isGlobe = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const across = isGlobe ? COSINE : 1;
  const extent = (at: 0 | 1, pick: (...values: number[]) => number): number => points.reduce((found, point) => pick(found, point[at]), points[0]![at]);
  const [west, east, south, north] = [extent(0, Math.min), extent(0, Math.max), extent(1, Math.min), extent(1, Math.max)];
  if (!(east > west && north > south)) throw new OutlineError("its shapes have no extent. Give boundaries as polygons.");
  const scale = WIDTH / ((east - west) * across);
  const drawn = (ring: Ring): number[] => {
    const line: number[] = [];
    for (const [x, y] of ring) {
      const [px, py] = [onGrid((x - west) * across * scale), onGrid((north - y) * scale)];
      if (line.length === 0 || line.at(-2) !== px || line.at(-1) !== py) line.push(px, py);
    }
    return line;
  };
  // What is smaller than a point, as most islands are, is no shape any more.
  return { width: WIDTH, height: Math.ceil((north - south) * scale), rings: new Map([...shapes].map(([code, rings]) => [code, rings.map(drawn).filter(({ length }) => length > 4)])) };
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: unknown;
}

function featuresIn(text: string): readonly Feature[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new OutlineError("it is not JSON. Give a GeoJSON file, which begins with {\"type\": \"FeatureCollection\".");
  }
  const features = (value as { readonly features?: unknown } | null)?.features;
  if (!Array.isArray(features)) throw new OutlineError("it has no list of features. Give a GeoJSON file, which begins with {\"type\": \"FeatureCollection\".");
  return features.filter((feature): feature is Feature => typeof feature === "object" && feature !== null);
}

const byName: ReadonlyMap<string, string> = new Map(englishIcbs.map((code) => [bare(icbFacts(code)!.name), code]));

function icbOf(property: unknown): string | undefined {
  if (typeof property !== "string") return undefined;
  return englishIcbs.includes(property) ? property : byName.get(bare(property));
}

/** `NHS Kent & Medway Integrated Care Board` and `Kent and Medway` are one. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll("&", "and").replace(/\b(nhs|integrated care board|icb|the)\b/g, "").replace(/[^a-z]+/g, "");
}

function ringsOf(geometry: unknown): Ring[] {
  const { type, coordinates } = (geometry ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" && Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  return polygons.flatMap((polygon) => (Array.isArray(polygon) ? (polygon as unknown[]) : [])).filter(isRing);
}

function isRing(ring: unknown): ring is Ring {
  return Array.isArray(ring) && ring.length > 3 && ring.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]));
}

function onGrid(value: number): number {
  return Math.round(value / PRECISION) * PRECISION;
}
