/** From a loss down the graph to what failed by itself, at one moment, as seen from one practice. */
import type { Minutes } from "../facts/days.js";
import { levelAt, slownessAt } from "./disruption.js";
import type { Equipment } from "./disrupt.js";
import { createState, heldBy, namesIn, settle, type Graph, type State } from "./levels.js";
import type { Component, Expression } from "./model.js";
import type { Trouble } from "./trouble.js";

/** The graph's state at a moment, with what its components would be by themselves. */
export interface Moment {
  readonly graph: Graph;
  readonly equipment: Equipment;
  readonly own: State;
  readonly state: State;
}

/** What might have stood in and does not: the practice lacks it, or it fails for the same reason. */
export interface Alternative<Of> {
  readonly of: Of;
  readonly state: "lacking" | "fails too";
  /** True where, had it been there, more users would have had what is lost. */
  readonly wouldHelp: boolean;
}

/** Ids of components, each of which needs the next; the last has failed by itself. */
export interface Path {
  readonly components: readonly string[];
  readonly alternatives: readonly Alternative<string>[];
}

/** One component has failed, and another is used in its place. */
export interface Detour<Of> {
  readonly failed: Of;
  readonly by: Of;
}

export function momentOf(graph: Graph, equipment: Equipment, troubles: readonly Trouble[], time: Minutes): Moment {
  const own = createState(graph);
  own.level.set(equipment.own.level);
  for (const { component, steps } of troubles) {
    const place = graph.placeOf.get(component)!;
    own.level[place] = Math.min(own.level[place]!, levelAt(steps, time));
    own.slowness[place] = Math.max(own.slowness[place]!, slownessAt(steps, time));
  }
  const state = copyOf(own);
  settle(graph, state);
  return { graph, equipment, own, state };
}

/** Share of users who have what `expression` asks for. */
export function levelOf(graph: Graph, expression: Expression, state: State): number {
  return heldBy(graph, expression, state).level;
}

export function slownessOf(graph: Graph, expression: Expression, state: State): number {
  return heldBy(graph, expression, state).slowness;
}

/** The shortest path to each component that by itself makes what `expression` asks for as scarce, or as slow, as it is. */
export function pathsTo({ graph, equipment, own, state }: Moment, expression: Expression, kind: "lost" | "slow"): Path[] {
  const known = new Map<string, Path[]>();
  const level = (term: Expression): number => levelOf(graph, term, state);
  const slowness = (term: Expression): number => slownessOf(graph, term, state);
  const isHad = (term: Expression): boolean => levelOf(graph, term, equipment.ordinary) > 0;

  function pathsOf(id: string): Path[] {
    const found = known.get(id);
    if (found !== undefined) return found;
    const place = graph.placeOf.get(id)!;
    const { needs } = graph.components[place]!;
    const isOwn = kind === "lost" ? own.level[place]! < 1 && own.level[place] === state.level[place] : own.slowness[place]! > 1 && own.slowness[place] === state.slowness[place];
    const isOfNeeds = needs !== undefined && (kind === "lost" ? level(needs) < 1 && level(needs) === state.level[place] : slowness(needs) > 1 && slowness(needs) === state.slowness[place]);
    const paths = [
      ...(isOwn ? [{ components: [id], alternatives: [] }] : []),
      ...(isOfNeeds ? pathsIn(needs).map(({ components, alternatives }) => ({ components: [id, ...components], alternatives })) : []),
    ];
    known.set(id, paths);
    return paths;
  }

  function pathsIn(term: Expression): Path[] {
    if (typeof term === "string") return pathsOf(term);
    if ("all" in term) {
      const worst = term.all.filter((part) => (kind === "lost" ? level(part) === level(term) : slowness(part) === slowness(term)));
      return shortest(worst.flatMap(pathsIn));
    }
    if (kind === "slow") {
      const used = term.any.find((part) => level(part) === level(term) && slowness(part) === slowness(term));
      return used === undefined ? [] : pathsIn(used);
    }
    const failing = term.any.filter(isHad).map((part) => ({ part, paths: pathsIn(part) }));
    const kept = shortest(failing.flatMap(({ paths }) => paths));
    const alternatives = [
      ...failing.filter(({ paths }) => !paths.some((path) => kept.includes(path)))
        .flatMap(({ part }) => namesIn(part).slice(0, 1).map((of): Alternative<string> => ({ of, state: "fails too", wouldHelp: false }))),
      ...term.any.filter((part) => !isHad(part)).flatMap((part) => lackedFor(part, level(term))),
    ];
    return kept.map((path) => ({ ...path, alternatives: [...path.alternatives, ...alternatives] }));
  }

  /** What the practice would need for `part`, with whether that would have been better than `least`. */
  function lackedFor(part: Expression, least: number): Alternative<string>[] {
    const missing = missingIn(graph, equipment, part);
    // One of several systems or kinds of telephone is what a practice is on, not what stands in for another.
    if (missing.some((id) => isOfChoice(componentOf(graph, id)))) return [];
    const better = copyOf(own);
    for (const id of missing) better.level[graph.placeOf.get(id)!] = 1;
    settle(graph, better);
    return missing.map((of) => ({ of, state: "lacking", wouldHelp: levelOf(graph, part, better) > least }));
  }

  return pathsIn(expression);
}

/** Where something in `expression` has failed, and what is used in its place. */
export function detoursIn(moment: Moment, expression: Expression): Detour<string>[] {
  const { graph, equipment, state } = moment;
  if (typeof expression === "string") {
    const { needs } = componentOf(graph, expression);
    return needs === undefined ? [] : detoursIn(moment, needs);
  }
  if ("all" in expression) return expression.all.flatMap((part) => detoursIn(moment, part));
  const had = expression.any.filter((part) => levelOf(graph, part, equipment.ordinary) > 0);
  const level = levelOf(graph, expression, state);
  const used = had.find((part) => levelOf(graph, part, state) === level);
  if (used === undefined) return [];
  const [by] = namesIn(used);
  const failed = had.filter((part) => levelOf(graph, part, state) < level).flatMap((part) => namesIn(part).slice(0, 1));
  return [...(by === undefined ? [] : failed.map((id) => ({ failed: id, by }))), ...detoursIn(moment, used)];
}

export function componentOf({ components, placeOf }: Graph, id: string): Component {
  return components[placeOf.get(id)!]!;
}

function copyOf({ level, slowness }: State): State {
  return { level: level.slice(), slowness: slowness.slice() };
}

function isOfChoice({ where }: Component): boolean {
  return where?.clinicalSystem !== undefined || where?.telephony !== undefined;
}

/** Of paths to one and the same end the shortest, the first of equals. */
function shortest(paths: readonly Path[]): Path[] {
  const best = new Map<string, Path>();
  for (const path of paths) {
    const end = path.components.at(-1)!;
    const known = best.get(end);
    if (known === undefined || path.components.length < known.components.length) best.set(end, path);
  }
  return [...best.values()];
}

/** Components that the practice lacks and without which it has nothing of `expression` on any day. */
function missingIn(graph: Graph, equipment: Equipment, expression: Expression): string[] {
  if (levelOf(graph, expression, equipment.ordinary) > 0) return [];
  if (typeof expression === "string") {
    if (equipment.lacks.has(expression)) return [expression];
    const { needs } = componentOf(graph, expression);
    return needs === undefined ? [] : missingIn(graph, equipment, needs);
  }
  return [...new Set(("all" in expression ? expression.all : expression.any).flatMap((part) => missingIn(graph, equipment, part)))];
}
