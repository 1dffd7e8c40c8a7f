/** What a scenario adds to a graph of components, and what can be wrong with the outcome. */
import type { Selector } from "../estate/estate.js";
import { capabilities, type Capability } from "./disruption.js";
import { namesIn } from "./levels.js";
import type { Component, Expression, Infrastructure } from "./model.js";

export interface Additions {
  /** New components; one with the id of an existing component takes its place. */
  readonly components?: readonly Component[];
  /** By component or capability: what it needs from now on, instead of what it needed. */
  readonly needs?: Readonly<Record<string, Expression>>;
  /** By component: practices that have it from now on, such as those that bought a mobile router. */
  readonly where?: Readonly<Record<string, Selector>>;
}

/** `base` with additions. Names that it does not know are passed over: `problems` reports them. */
export function extend(base: Infrastructure, { components = [], needs = {}, where = {} }: Additions): Infrastructure {
  const byId = new Map([...base.components, ...components].map((component) => [component.id, component]));
  const changed = [...byId.values()].map((component) => ({
    ...component,
    ...(Object.hasOwn(needs, component.id) && { needs: needs[component.id]! }),
    ...(Object.hasOwn(where, component.id) && { where: where[component.id]! }),
  }));
  const entries = capabilities.map((capability) => [capability, Object.hasOwn(needs, capability) ? needs[capability]! : base.capabilities[capability]]);
  return { components: changed, capabilities: Object.fromEntries(entries) as Record<Capability, Expression> };
}

export interface Problem {
  /** Component or capability at which it stands. */
  readonly id: string;
  readonly kind: "cycle" | "unknown component" | "duplicate component" | "name of a capability" | "empty choice";
  /** The offending name; of a cycle its path, `a > b > a`. */
  readonly found: string;
  readonly message: string;
}

/** All that is wrong with `base` and the additions to it; a graph without problems can be evaluated. */
export function problems(base: Infrastructure, additions: Additions = {}): Problem[] {
  const { components, capabilities: uses } = extend(base, additions);
  const ids = new Set(components.map(({ id }) => id));
  return [
    ...repeated(base.components),
    ...repeated(additions.components ?? []),
    ...components.filter(({ id }) => isCapability(id)).map(({ id }) => problem(id, "name of a capability", id, `"${id}" is a capability; give the component another name.`)),
    ...Object.keys(additions.needs ?? {}).filter((id) => !ids.has(id) && !isCapability(id)).map((id) => problem(id, "unknown component", id, `"${id}" is neither a component nor a capability, so nothing can be said of its needs.`)),
    ...Object.keys(additions.where ?? {}).filter((id) => !ids.has(id)).map((id) => problem(id, "unknown component", id, `"${id}" is not a component, so no practice can have it.`)),
    ...components.flatMap(({ id, needs }) => wrongIn(id, needs, ids)),
    ...capabilities.flatMap((capability) => wrongIn(capability, uses[capability], ids)),
    ...cycles(components),
  ];
}

function problem(id: string, kind: Problem["kind"], found: string, message: string): Problem {
  return { id, kind, found, message };
}

function isCapability(name: string): boolean {
  return (capabilities as readonly string[]).includes(name);
}

function repeated(components: readonly Component[]): Problem[] {
  const ids = components.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return [...twice].map((id) => problem(id, "duplicate component", id, `"${id}" is listed twice; give one of them another name.`));
}

function wrongIn(id: string, needs: Expression | undefined, ids: ReadonlySet<string>): Problem[] {
  const unknown = namesIn(needs).filter((name) => !ids.has(name));
  return [
    ...unknown.map((name) => problem(id, "unknown component", name, `"${id}" needs "${name}", which is not a component.`)),
    ...(hasEmptyChoice(needs) ? [problem(id, "empty choice", "any: []", `"${id}" needs any of an empty list, so it could never work; list at least one component.`)] : []),
  ];
}

function hasEmptyChoice(needs: Expression | undefined): boolean {
  if (needs === undefined || typeof needs === "string") return false;
  return "all" in needs ? needs.all.some(hasEmptyChoice) : needs.any.length === 0 || needs.any.some(hasEmptyChoice);
}

/** One problem for each need that closes a circle, found by walking down from every component. */
function cycles(components: readonly Component[]): Problem[] {
  const needsOf = new Map(components.map(({ id, needs }) => [id, namesIn(needs)]));
  const found: Problem[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (id: string): void => {
    if (done.has(id)) return;
    const start = path.indexOf(id);
    if (start >= 0) {
      const circle = [...path.slice(start), id].join(" > ");
      found.push(problem(id, "cycle", circle, `"${id}" needs itself in the end: ${circle}. Take one of these needs away.`));
      return;
    }
    path.push(id);
    for (const name of needsOf.get(id) ?? []) walk(name);
    path.pop();
    done.add(id);
  };
  components.forEach(({ id }) => walk(id));
  return found;
}
