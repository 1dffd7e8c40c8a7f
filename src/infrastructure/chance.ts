/**
 * What chance decides about incidents. Every draw is a hash of who it is about and what it decides, so one that is made in one arm and not in another shifts
 * nothing; places are named by their codes, so a practice draws the same whatever else is in the estate.
 */
import { variate } from "../engine/distribution.js";
import { draw, hash, stream, unit } from "../engine/random.js";
import type { Estate } from "../estate/estate.js";
import type { Minutes } from "../facts/days.js";
import type { Incident, Span } from "./incident.js";

export interface Chance {
  readonly seed: string;
  readonly replication: number;
}

/** What a draw decides. */
export const SHARE = 1, DRAWN = 2, RING = 3, SPREAD = 4, UNIT_HIT = 5, UNIT_SPREAD = 6, BACK = 7, UNIT_BACK = 8, BY_USERS = 9, USERS_TAKE = 10, MENDING = 11, TRAVEL = 12,
  ORDER = 13, LASTS = 20, FOUND = 21, SUSPECTED = 22, TAKES = 23, RHYTHM = 24, FOLLOWS = 25, FOLLOWS_AFTER = 26;

export type PlaceKind = "practice" | "neighbourhood" | "region";

/** 32 bits for one occurrence of an incident: `name`s as in `stream`. */
export function keyOf({ seed, replication }: Chance, ...names: (string | number)[]): number {
  return draw(stream(seed, replication, "incident", ...names));
}

/** 32 bits for each place, drawn when they are first asked for. */
export function placeKeys({ seed, replication }: Chance, estate: Estate): (kind: PlaceKind, index: number) => number {
  const places = { practice: estate.practices, neighbourhood: estate.neighbourhoods, region: estate.regions };
  const keys = { practice: new Map<number, number>(), neighbourhood: new Map<number, number>(), region: new Map<number, number>() };
  return (kind, index) => {
    let key = keys[kind].get(index);
    if (key === undefined) keys[kind].set(index, (key = draw(stream(seed, replication, `incidents ${kind}`, places[kind][index]!.code))));
    return key;
  };
}

/** The draw of an occurrence for a place (0 for none) and purpose, as 32 bits; those of different counts differ. */
export function bitsFor(occurrence: number, place: number, purpose: number, count = 0): number {
  return hash(hash(occurrence, place, purpose), purpose, count);
}

/** The same between 0 and 1. */
export function chanceFor(occurrence: number, place: number, purpose: number, count = 0): number {
  return unit(bitsFor(occurrence, place, purpose, count));
}

/** Never below 0: a lognormal or a range may be wide, but nothing lasts less than no time. */
export function lengthOf(span: Span, bits: number): Minutes {
  return typeof span === "number" ? span : Math.max(0, variate(span, bits));
}

/** False where every replication has the same incidents. */
export function isLeftToChance(incidents: readonly Incident[]): boolean {
  const isSpan = (span: Span | undefined): boolean => span !== undefined && typeof span !== "number";
  return incidents.some(({ begins, reach, effect, spread, found, suspected, repair, return: back }) =>
    "rate" in begins || ("follows" in begins && (begins.chance < 1 || isSpan(begins.after))) ||
    reach.share !== undefined || reach.draw !== undefined || effect.units !== undefined ||
    isSpan(effect.flapping?.down) || isSpan(effect.flapping?.up) || isSpan(found) || isSpan(suspected?.for) || back?.shares !== undefined ||
    (spread !== undefined && ("over" in spread || spread.rings.some(({ share }) => share !== undefined))) ||
    // Who has waited equally long for a crew is visited in an order that is drawn.
    repair.by === "crews" || ("lasts" in repair && isSpan(repair.lasts)) || ("takes" in repair && isSpan(repair.takes)));
}
