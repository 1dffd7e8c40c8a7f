/** Which options can be had together, and which pairs of them act on the same thing. */
import { builtIn } from "../infrastructure/built-in.js";
import { namesIn } from "../infrastructure/levels.js";
import type { Expression } from "../infrastructure/model.js";
import { isAtOdds } from "./figure.js";
import type { Change, FigureChange, Option } from "./option.js";

/** Why two options exclude each other, in a sentence; undefined where they do not. */
export function exclusion(one: Option, other: Option): string | undefined {
  if (one.name === other.name) return `Option "${one.name}" is named twice.`;
  for (const [a, b] of [[one, other], [other, one]] as const) if (a.excludes.includes(b.name)) return `Option "${a.name}" says that it excludes "${b.name}".`;
  const clash = clashOf(one.change, other.change);
  return clash === undefined ? undefined : `Options "${one.name}" and "${other.name}" both change ${clash}, each in a way of its own.`;
}

/** Pairs that can be had together and touch the same component or habit, in the order of `options`. */
export function pairsOf(options: readonly Option[]): (readonly [Option, Option])[] {
  return options.flatMap((one, index) => options.slice(index + 1)
    .filter((other) => one.touches.some((thing) => other.touches.includes(thing)) && exclusion(one, other) === undefined)
    .map((other) => [one, other] as const));
}

/** What two changes are at odds about: made in one order they come to something else than in the other. */
function clashOf(one: Change, other: Change): string | undefined {
  for (const [group, figures] of Object.entries(one.figures)) {
    for (const [name, change] of Object.entries(figures)) {
      const another = other.figures[group]?.[name];
      if (another !== undefined && isAtOdds(change, another)) return `${group}.${name}`;
    }
  }
  for (const [key, value] of Object.entries(one.practices)) {
    if (other.practices[key] !== undefined && JSON.stringify(other.practices[key]) !== JSON.stringify(value)) return `the ${key} of practices`;
  }
  const id = one.components.map((component) => component["id"]).find((id) => other.components.some((component) => component["id"] === id));
  if (id !== undefined) return `component "${String(id)}"`;
  if (one.hubs.length > 0 && other.hubs.length > 0) return "the hub that practices have";
  for (const a of one.incidents) for (const b of other.incidents) {
    if (a.rings !== undefined && b.rings !== undefined) return "the rings of releases";
    if (differ(a.crews, b.crews)) return "the crews of repairs";
    if (differ(a.units, b.units)) return "the share of units that are hit";
  }
  return undefined;
}

function differ(one: FigureChange | undefined, other: FigureChange | undefined): boolean {
  return one !== undefined && other !== undefined && isAtOdds(one, other);
}

/**
 * What a change touches: by this pairs are found. Components that stand in for others touch what needs one or the other: a mobile router and a second circuit are two ways out
 * of the building.
 */
export function touchedBy({ components, gives, alternatives, figures, practices, hubs, incidents }: Change): string[] {
  const all: string[] = [
    ...components.map((component) => String(component["id"])), ...gives, ...gives.flatMap(choicesWith), ...Object.keys(alternatives),
    ...Object.entries(figures).flatMap(([group, names]) => Object.keys(names).map((name) => `${group}.${name}`)),
    ...Object.keys(practices).map((key) => `practices.${key}`), ...(hubs.length > 0 ? ["hubs"] : []),
    ...incidents.flatMap(({ of }) => of.component ?? []),
    ...incidents.flatMap((each) => ["rings", "crews", "units", "spares"].filter((term) => term in each).map((term) => `incidents.${term}`)),
  ];
  return [...new Set(all)].sort();
}

/** Components and capabilities of the built-in graph that need any of several things of which one needs `id`. */
function choicesWith(id: string): string[] {
  const owners = [...builtIn.components.map(({ id, needs }) => [id, needs] as const), ...Object.entries(builtIn.capabilities)];
  return owners.flatMap(([owner, needs]) => {
    if (needs === undefined) return [];
    if (choicesIn(needs).includes(id)) return [owner];
    return namesIn(needs).includes(id) ? choicesWith(owner) : [];
  });
}

function choicesIn(needs: Expression): readonly string[] {
  if (typeof needs === "string") return [];
  return "any" in needs ? namesIn(needs) : needs.all.flatMap(choicesIn);
}
