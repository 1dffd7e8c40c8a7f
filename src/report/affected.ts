/** How hard each ICB is hit, for a map. */
import { icbTiles, type Tile } from "../facts/icb-tiles.js";
import { icbFacts, successorsOf } from "../facts/icbs.js";
import type { Place, ResultDocument } from "../result/document.js";
import { isAboutContacts, regionsOf, rowOf } from "./find.js";
import { hitIn } from "./losses.js";
import { plain, wholePercent } from "./numbers.js";

export interface TileValue {
  readonly tile: Tile;
  /** The ICB of the result in which it lies; undefined where the result has none. */
  readonly region: Pick<Place, "code" | "name"> | undefined;
  /** In the unit of the map; undefined where nothing is known of it. */
  readonly value: number | undefined;
}

export interface Shading {
  /** `Share of practices that lose something`. */
  readonly of: string;
  readonly tiles: readonly TileValue[];
  /** Upper ends of classes, ascending; a value of 0 is in none. */
  readonly classes: readonly number[];
  readonly say: (value: number) => string;
}

const SHARES = [0.2, 0.4, 0.6, 0.8, 1];

/**
 * Disrupted appointments, or contacts not connected where the outage is about these, for every 1,000 patients where several ICBs are simulated whole; else the share of practices that go without what most of them go without, which the timeline has of the whole
 * from which a sample was drawn. Undefined where no region of the result is an ICB.
 */
export function shadingOf(document: ResultDocument): Shading | undefined {
  const regions = regionsOf(document);
  const regionOf = (code: string): Place | undefined => regions.find((region) => region.code === code) ?? regions.find((region) => successorsOf(code)[0] === region.code);
  const simulated = icbTiles.map((tile) => ({ tile, region: regionOf(tile.code) }));
  if (simulated.every(({ region }) => region === undefined)) return undefined;
  if (new Set(simulated.flatMap(({ region }) => region ?? [])).size > 1 && document.sample === undefined) {
    const [id, counted] = isAboutContacts(document) ? ["contactsNotConnected", "Calls and online requests not connected"] as const : ["appointmentsDisrupted", "Appointments disrupted"] as const;
    const rates = simulated.map(({ tile, region }): TileValue => {
      const mean = region === undefined ? undefined : rowOf(document, id, { where: region.code })?.mean ?? undefined;
      return { tile, region, value: mean === undefined || region!.patients === 0 ? undefined : (1000 * mean) / region!.patients };
    });
    return { of: `${counted} for every 1,000 patients`, tiles: rates, classes: classesUpTo(Math.max(...rates.map(({ value = 0 }) => value))), say: (value) => plain(value, 2) };
  }
  return { of: "Share of practices that lose something", tiles: simulated.map(({ tile, region = inTimeline(document, tile.code) }): TileValue => ({ tile, region, value: region && shareHit(document, region.code) })), classes: SHARES, say: wholePercent };
}

/** Of a sample the timeline tells of ICBs too of which nobody is simulated. */
function inTimeline({ timeline, sample }: ResultDocument, code: string): TileValue["region"] {
  const facts = sample !== undefined && timeline.some(({ where }) => where === code) ? icbFacts(code) : undefined;
  return facts && { code, name: facts.name };
}

/** Of one that goes through nothing nobody has a row. */
function shareHit(document: ResultDocument, code: string): number {
  const practices = hitIn(document, code);
  return practices === undefined || practices.all === 0 ? 0 : practices.hit / practices.all;
}

/** Five of equal width, of 1, 2, 2.5 or 5 and noughts. */
function classesUpTo(most: number): number[] {
  let unit = 1;
  while (unit * 5 > most && unit > 1e-6) unit /= 10;
  while (unit * 50 < most) unit *= 10;
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * unit).find((width) => width * 5 >= most) ?? 10 * unit;
  return [1, 2, 3, 4, 5].map((count) => count * step);
}

/** Which of the classes a value lies in; -1 for nothing. */
export function classOf(value: number, classes: readonly number[]): number {
  return value <= 0 ? -1 : Math.min(classes.length - 1, classes.findIndex((upTo) => value <= upTo));
}
