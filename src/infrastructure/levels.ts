/**
 * What works at one moment, as seen from one practice. Levels are shares of users who have a thing, and the same users are taken to go without
 * everywhere: all of several things is had by as many as have the scarcest (the minimum), any one of several by as many as have the commonest (the
 * maximum). The limits of that: where two things fail for different users, `all` is too high (half and half may leave nobody) and `any` too low. With
 * levels of 0 and 1 alone both are exact.
 */
import type { Component, Expression } from "./model.js";

/** Share of users who have what `expression` asks for, 0 to 1. Nothing to need is always had; a choice of nothing never is. */
export function levelOf(expression: Expression, levels: ReadonlyMap<string, number>): number {
  if (typeof expression === "string") return levels.get(expression)!;
  return "all" in expression
    ? expression.all.reduce((lowest, term) => Math.min(lowest, levelOf(term, levels)), 1)
    : expression.any.reduce((highest, term) => Math.max(highest, levelOf(term, levels)), 0);
}

/**
 * Level of every component, given each one's own: what it would be if all that it needs worked.
 * `components` stand in an order such as `inOrder` returns.
 */
export function levelsOf(components: readonly Component[], own: (component: string) => number): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { id, needs } of components) {
    levels.set(id, needs === undefined ? own(id) : Math.min(own(id), levelOf(needs, levels)));
  }
  return levels;
}

/** The components, each after all that it needs. There must be neither circles nor unknown names. */
export function inOrder(components: readonly Component[]): Component[] {
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

/**
 * Components whose own failure keeps `expression` below 1, found by going down through everything below 1: in a choice that fails, every branch
 * has a part in it; in one that another branch saves, none has.
 */
export function failedBeneath(
  expression: Expression,
  levels: ReadonlyMap<string, number>,
  own: (component: string) => number,
  needsOf: ReadonlyMap<string, Expression | undefined>,
): Set<string> {
  const failed = new Set<string>();
  const seen = new Set<string>();
  const descend = (term: Expression): void => {
    if (levelOf(term, levels) >= 1) return;
    if (typeof term !== "string") return ("all" in term ? term.all : term.any).forEach(descend);
    if (seen.has(term)) return;
    seen.add(term);
    if (own(term) < 1) failed.add(term);
    const needs = needsOf.get(term);
    if (needs !== undefined) descend(needs);
  };
  descend(expression);
  return failed;
}
