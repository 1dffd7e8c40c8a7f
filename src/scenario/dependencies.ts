/** The infrastructure section: the built-in graph with what a scenario adds and changes. */
import type { Estate, Selector } from "../estate/estate.js";
import { builtIn } from "../infrastructure/built-in.js";
import { capabilities } from "../infrastructure/disruption.js";
import { type Additions, extend, type Problem, problems } from "../infrastructure/extend.js";
import type { Component, Infrastructure } from "../infrastructure/model.js";
import { expressionOf, MOST_ADDITIONS, type Scenario, type WrittenExpression } from "./language.js";
import { messages, type Words } from "./messages.js";
import type { Say } from "./mistake.js";
import { nearest } from "./nearest.js";
import type { Path } from "./positions.js";
import type { Draft } from "./schema-walk.js";
import { checkSelector } from "./selection.js";
import { valueAt } from "./subject.js";

type Section = NonNullable<Draft<Scenario>["infrastructure"]>;
type Written = NonNullable<NonNullable<Section["components"]>[number]>;
type Needs = Readonly<Record<string, WrittenExpression | undefined>>;

const section: Path = ["infrastructure"];

/** The graph as the scenario wants it, all that is wrong with it having been said. */
export function infrastructureOf(draft: Section, root: unknown, estate: Estate | undefined, say: Say): Infrastructure {
  // More have been complained about, and would take long to look at.
  if ([draft.components, draft.needs, draft.where].some((entries) => Object.keys(entries ?? {}).length > MOST_ADDITIONS)) return builtIn;
  const written = (draft.components ?? []).map((component) => component ?? {});
  const needs = (draft.needs ?? {}) as Needs;
  const where = (draft.where ?? {}) as Readonly<Record<string, Selector | undefined>>;
  const additions: Additions = {
    components: written.flatMap((component, index) => componentOf(component, index, root, say)),
    needs: Object.fromEntries(Object.entries(needs).flatMap(([id, expression]) => (expression === undefined ? [] : [[id, expressionOf(expression)]]))),
    where: Object.fromEntries(Object.entries(where).flatMap(([id, selector]) => (selector === undefined ? [] : [[id, selector]]))),
  };
  const graph = extend(builtIn, additions);
  const ids = graph.components.map(({ id }) => id);
  for (const problem of problems(builtIn, additions)) {
    const place = placeOf(problem, written, needs, where);
    if (place.length === 3 && place[2] === problem.found) say(place, unknownName(problem.found, place[1] === "where", ids), { on: "key" });
    else say(place, wordsOf(problem, ids));
  }
  if (estate) {
    written.forEach((component, index) => component.where && checkSelector(component.where, [...section, "components", index, "where"], estate, root, say));
    for (const [id, selector] of Object.entries(where)) if (selector) checkSelector(selector, [...section, "where", id], estate, root, say);
  }
  return graph;
}

/** A new component, or a built-in one with changes; none where it is too incomplete to be either. */
function componentOf({ id, label, scope, needs, where, service }: Written, index: number, root: unknown, say: Say): Component[] {
  if (id === undefined) return [];
  const known = builtIn.components.find((component) => component.id === id);
  const path = [...section, "components", index];
  // One that is there and wrong has been complained about.
  if (!known && valueAt(root, [...path, "scope"]) === undefined) {
    say([...path, "id"], messages.componentIncomplete(id, nearest(id, builtIn.components.map((component) => component.id))));
  }
  return [{
    ...known,
    id,
    label: label ?? known?.label ?? id,
    scope: scope ?? known?.scope ?? "site",
    service: service ?? known?.service ?? false,
    ...(needs !== undefined && { needs: expressionOf(needs as WrittenExpression) }),
    ...(where !== undefined && { where }),
  }];
}

function placeOf({ id, found, kind }: Problem, written: readonly Written[], needs: Needs, where: Readonly<Record<string, unknown>>): Path {
  if (Object.hasOwn(needs, id)) return [...section, "needs", id, ...(pathTo(needs[id], found) ?? [])];
  const index = written.findLastIndex((component) => component.id === id);
  if (index !== -1) {
    const own = [...section, "components", index];
    if (kind === "duplicate component" || kind === "name of a capability") return [...own, "id"];
    return [...own, "needs", ...(pathTo(written[index]!.needs as WrittenExpression | undefined, found) ?? [])];
  }
  return Object.hasOwn(where, id) ? [...section, "where", id] : section;
}

/** Where an expression names `name`. */
function pathTo(expression: WrittenExpression | undefined, name: string): Path | undefined {
  if (expression === undefined || typeof expression === "string") return expression === name ? [] : undefined;
  for (const [key, inner] of Object.entries(expression)) {
    const path = Array.isArray(inner) || typeof inner === "string" || Array.isArray(expression) ? pathTo(inner as WrittenExpression, name) : undefined;
    if (path) return [Array.isArray(expression) ? Number(key) : key, ...path];
  }
  return undefined;
}

function unknownName(name: string, isPlace: boolean, ids: readonly string[]): Words {
  const about = { subject: `the "${isPlace ? "where" : "needs"}" of infrastructure`, verb: "names" };
  return isPlace ? messages.unknownComponent(about, name, nearest(name, ids)) : messages.unknownNeed(about, name, nearest(name, [...ids, ...capabilities]));
}

function wordsOf({ id, kind, found, message }: Problem, ids: readonly string[]): Words {
  if (kind !== "unknown component") return messages.infrastructureFails(message);
  const isCapability = (capabilities as readonly string[]).includes(id);
  return messages.unknownComponent({ subject: `${isCapability ? "capability" : "component"} "${id}"`, verb: "needs" }, found, nearest(found, ids));
}
