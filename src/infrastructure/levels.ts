/**
 * What works at one moment, as seen from one practice. Levels are shares of users who have a thing, and the same users are taken to go without
 * everywhere: all of several things is had by as many as have the scarcest (the minimum), any one of several by as many as have the commonest (the
 * maximum). The limits of that: where two things fail for different users, `all` is too high (half and half may leave nobody) and `any` too low. With
 * levels of 0 and 1 alone both are exact. Work is as slow as the slowest of all that it needs; of a choice that is used which most users have, of those the fastest.
 */
import { capabilities } from "./disruption.js";
import type { Component, Expression, Infrastructure } from "./model.js";

/** An expression, components by their place in the graph: one of them, all of some terms, or any of some. */
type Node =
  | { readonly kind: typeof ONE; readonly place: number; readonly terms: readonly Node[] }
  | { readonly kind: typeof ALL | typeof ANY; readonly place: -1; readonly terms: readonly Node[] };
const ONE = 0, ALL = 1, ANY = 2;

export interface Graph {
  /** Each after all that it needs. */
  readonly components: readonly Component[];
  /** By id: place among the components. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** By place; undefined for what needs nothing. After the components come the capabilities, from `firstCapability` on. */
  readonly needs: readonly (Node | undefined)[];
  readonly firstCapability: number;
}

/** By place in the graph. */
export interface State {
  readonly level: Float64Array;
  readonly slowness: Float64Array;
}

/** There must be neither circles nor unknown names. */
export function graphOf(infrastructure: Infrastructure): Graph {
  const components = inOrder(infrastructure.components);
  const placeOf = new Map(components.map(({ id }, place) => [id, place]));
  const needs = components.map((component) => (component.needs === undefined ? undefined : nodeOf(component.needs, placeOf)));
  return { components, placeOf, needs: [...needs, ...capabilities.map((capability) => nodeOf(infrastructure.capabilities[capability], placeOf))], firstCapability: components.length };
}

function nodeOf(expression: Expression, placeOf: ReadonlyMap<string, number>): Node {
  if (typeof expression === "string") return { kind: ONE, place: placeOf.get(expression)!, terms: [] };
  return { kind: "all" in expression ? ALL : ANY, place: -1, terms: ("all" in expression ? expression.all : expression.any).map((term) => nodeOf(term, placeOf)) };
}

export function createState({ needs }: Graph): State {
  return { level: new Float64Array(needs.length).fill(1), slowness: new Float64Array(needs.length).fill(1) };
}

/** Turns each place's own state, what it would be if all that it needs worked, into what it is. */
export function settle({ needs }: Graph, state: State): void {
  const { level, slowness } = state;
  for (let place = 0; place < needs.length; place++) {
    const node = needs[place];
    if (node === undefined) continue;
    const below = weigh(node, state);
    if (below < level[place]!) level[place] = below;
    if (slownessBelow > slowness[place]!) slowness[place] = slownessBelow;
  }
}

/** What a settled state comes to for an expression. */
export function heldBy({ placeOf }: Graph, expression: Expression, state: State): { readonly level: number; readonly slowness: number } {
  const level = weigh(nodeOf(expression, placeOf), state);
  return { level, slowness: slownessBelow };
}

/** How slow what `weigh` was last asked for is: its second result, without an object. */
let slownessBelow = 1;

/** Share of users who have what `node` asks for, 0 to 1. Nothing to need is always had; a choice of nothing never is. */
function weigh(node: Node, state: State): number {
  const { kind, terms } = node;
  if (kind === ONE) {
    slownessBelow = state.slowness[node.place]!;
    return state.level[node.place]!;
  }
  let level = kind === ALL ? 1 : 0;
  let slowness = 1;
  for (let index = 0; index < terms.length; index++) {
    const its = weigh(terms[index]!, state);
    if (kind === ALL) {
      if (its < level) level = its;
      if (slownessBelow > slowness) slowness = slownessBelow;
    } else if (its > level || (its === level && slownessBelow < slowness)) {
      level = its;
      slowness = slownessBelow;
    }
  }
  slownessBelow = slowness;
  return level;
}

/** The components, each after all that it needs. */
function inOrder(components: readonly Component[]): Component[] {
  const byId = new Map(components.map((component) => [component.id, component]));
  const order = new Set<Component>();
  const place = (component: Component): void => {
    if (order.has(component)) return;
    for (const name of namesIn(component.needs)) place(byId.get(name)!);
    order.add(component);
  };
  components.forEach(place);
  return [...order];
}

/** Components that `expression` names itself, each once. */
export function namesIn(expression: Expression | undefined): readonly string[] {
  if (expression === undefined) return [];
  if (typeof expression === "string") return [expression];
  return [...new Set(("all" in expression ? expression.all : expression.any).flatMap(namesIn))];
}
