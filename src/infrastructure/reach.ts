/** Whom incidents reach. */
import type { Estate, Selector } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { chanceFor, DRAWN, SHARE, type PlaceKind } from "./chance.js";
import type { Reach } from "./incident.js";
import type { Component } from "./model.js";

/**
 * Practices that an incident may reach, ascending: those that it selects and that have the component. What hits a component of a region for one practice hits it
 * for all of that region, of those in the ICBs that the selector names, where it names any.
 */
export function reachable({ where = {} }: Reach, { scope, where: having = {} }: Component, estate: Estate): readonly number[] {
  const selected = selectedBy(where, estate);
  const wide = scope === "region" ? widened(selected, where, estate) : selected;
  return wide.filter((practice) => selects(having, estate, practice));
}

/** Of `candidates` those whom one occurrence reaches: all, or those that are drawn. `keyOf` gives a place's draws (see `placeKeys`). */
export function reached(candidates: readonly number[], { share, draw }: Reach, { scope }: Component, estate: Estate, occurrence: number, keyOf: (kind: PlaceKind, index: number) => number): readonly number[] {
  if (share === undefined && draw === undefined) return candidates;
  const kind = draw !== undefined && "of" in draw ? kinds[draw.of] : scope === "region" ? "region" : "practice";
  const placeOf = (practice: number): number => (kind === "practice" ? practice : estate.practices[practice]![kind]);
  const places = [...new Set(candidates.map(placeOf))];
  const chosen = new Set(
    draw === undefined
      ? places.filter((place) => chanceFor(occurrence, keyOf(kind, place), SHARE) < share!)
      : ranked(places, (place) => chanceFor(occurrence, keyOf(kind, place), DRAWN)).slice(0, "of" in draw ? draw.number : Math.round(draw.part * places.length)),
  );
  return candidates.filter((practice) => chosen.has(placeOf(practice)));
}

const kinds = { practices: "practice", neighbourhoods: "neighbourhood", regions: "region" } as const;

/** `places` in a drawn order: by their ranks. */
export function ranked(places: readonly number[], rank: (place: number) => number): readonly number[] {
  return places.map((place) => ({ place, rank: rank(place) })).sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ place }) => place);
}

function widened(selected: readonly number[], where: Selector, estate: Estate): readonly number[] {
  const hit = new Set(selected.map((practice) => estate.practices[practice]!.region));
  const named = where.region === undefined ? {} : { region: where.region };
  return selectedBy(named, estate).filter((practice) => hit.has(estate.practices[practice]!.region));
}

function selectedBy(where: Selector, estate: Estate): readonly number[] {
  return [...estate.practices.keys()].filter((practice) => selects(where, estate, practice));
}
